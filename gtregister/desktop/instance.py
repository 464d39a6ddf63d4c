"""One window for each register on a computer: a second start raises the first one.

The one that writes a register listens on a local socket, which no other computer can
reach. Its name is a fingerprint of the path, so that it tells nobody a school's name.
"""

from hashlib import sha256
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_PATIENCE = 500  # ms for the other window to answer; it is on this computer
_ASK = b"raise"


def name_of(path: Path) -> str:
    """Name the socket of a register."""
    fingerprint = sha256(str(path.resolve()).encode("utf-8", "surrogateescape"))
    return f"gtregister-{fingerprint.hexdigest()[:32]}"


def raise_other(path: Path) -> bool:
    """Ask the window that has a register on this computer to come to the front."""
    socket = QLocalSocket()
    socket.connectToServer(name_of(path))
    if not socket.waitForConnected(_PATIENCE):
        return False
    socket.write(_ASK)
    heard = socket.waitForBytesWritten(_PATIENCE)
    socket.disconnectFromServer()
    return heard


class Listener(QObject):
    """Hears a second start of the program with the same register."""

    called = Signal()

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)
        # Who may write is alone, so what is left there is of a program that died.
        QLocalServer.removeServer(name_of(path))
        self._server.listen(name_of(path))

    @Slot()
    def _answer(self) -> None:
        while socket := self._server.nextPendingConnection():
            socket.disconnected.connect(socket.deleteLater)
            self.called.emit()
