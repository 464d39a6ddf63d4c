"""Dropping a file on a window: what it would do is said while it is held there."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from gtregister.desktop import style


class DropOverlay(QWidget):
    """Covers its parent while a file is over it; takes files that `words` names.

    `words` says what dropping a file would do, or None if it would do nothing.
    """

    dropped = Signal(object)  # the Path of the file

    def __init__(self, parent: QWidget, words: Callable[[Path], str | None]) -> None:
        super().__init__(parent)
        self._words = words
        self._covered = parent
        self._text = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        parent.setAcceptDrops(True)
        parent.installEventFilter(self)
        self.hide()

    def say(self, text: str) -> None:
        """Cover the window and say what dropping the file would do."""
        self._text = text
        self.setGeometry(self._covered.rect())
        self.raise_()
        self.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.DragLeave:
            self.hide()
        elif isinstance(event, QDropEvent):  # a drag that enters or moves is one too
            self._hold(event)
        return super().eventFilter(watched, event)

    def _hold(self, event: QDropEvent) -> None:
        path = _file(event.mimeData())
        text = self._words(path) if path else None
        if path is None or text is None:
            event.ignore()
            return
        event.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            self.hide()
            self.dropped.emit(path)
        else:
            self.say(text)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = style.colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QColor(colours.window)
        ground.setAlphaF(0.93)
        painter.fillRect(self.rect(), ground)
        painter.setPen(QPen(QColor(colours.accent), 3, Qt.PenStyle.DashLine))
        room = QRectF(self.rect()).adjusted(24, 24, -24, -24)
        painter.drawRoundedRect(room, 12, 12)
        font = self.font()
        font.setPixelSize(style.scaled(style.SIZES["subtitle"]))
        painter.setFont(font)
        painter.setPen(QColor(colours.text))
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(room, flags, self._text)


def _file(content: QMimeData) -> Path | None:
    """Give the one file that is dragged, if it is one."""
    urls = content.urls()
    local = len(urls) == 1 and urls[0].isLocalFile()
    return Path(urls[0].toLocalFile()) if local else None
