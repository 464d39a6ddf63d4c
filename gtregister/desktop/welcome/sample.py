"""The sample school: made once on this computer, by the command line's own verb."""

import shutil
import sys
from pathlib import Path

import platformdirs
from PySide6.QtCore import QObject, QProcess, Signal, Slot

from gtregister.errors import UserError
from gtregister.i18n import _


class Sample(QObject):
    """Makes the sample school in a process of its own; the window stays quick."""

    began = Signal()
    ready = Signal(object)  # the Path of its register
    failed = Signal(object)  # a UserError

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        folder = platformdirs.user_data_path("gtregister", appauthor=False)
        self._made = folder / "sample"
        self._making = folder / "sample in the making"
        self._runner = QProcess(self)
        self._runner.finished.connect(self._finish)
        self._runner.errorOccurred.connect(self._note_error)

    def look_round(self) -> None:
        """Give the register of the sample school, made before or made now."""
        if register := self._register():
            self.ready.emit(register)
            return
        self.began.emit()
        shutil.rmtree(self._making, ignore_errors=True)
        # A packaged program is its own interpreter.
        frozen = getattr(sys, "frozen", False)
        module = [] if frozen else ["-m", "gtregister"]
        self._runner.start(sys.executable, [*module, "sample", str(self._making)])

    def _register(self) -> Path | None:
        return next(iter(sorted(self._made.glob("*.gtreg"))), None)

    @Slot()
    def _finish(self) -> None:
        """Take the sample only when it is whole."""
        if self._runner.exitCode() == 0 and self._making.is_dir():
            shutil.rmtree(self._made, ignore_errors=True)
            self._making.rename(self._made)
        if register := self._register():
            self.ready.emit(register)
        else:
            self._fail()

    @Slot(QProcess.ProcessError)
    def _note_error(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self._fail()

    def _fail(self) -> None:
        said = _("The sample school could not be made in {folder}. Make room there.")
        self.failed.emit(UserError(said.format(folder=self._made)))
