"""What is running, in the status bar: a sign at once, later a bar with Cancel."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from gtregister.desktop import style
from gtregister.desktop.widgets.lines import line
from gtregister.i18n import _

SIGN_AFTER = 300  # ms: what is shorter needs no sign
BAR_AFTER = 2000  # ms: what is longer needs a bar and a way out


class Progress(QWidget):
    """Says what is running; Cancel can be pressed while the job still asks for it.

    A window that has a Cancel of its own is not given another: `has_cancel`.
    """

    cancelled = Signal()
    resized = Signal()  # it takes more room now, or less

    def __init__(
        self, parent: QWidget | None = None, *, has_cancel: bool = True
    ) -> None:
        super().__init__(parent)
        self._has_cancel = has_cancel
        self._words = line()
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(style.scaled(160))
        self._bar.setAccessibleName(_("Progress"))
        self._cancel = QPushButton(_("Cancel"), self)
        self._cancel.clicked.connect(self._stop)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(12)
        for part in (self._words, self._bar, self._cancel):
            across.addWidget(part)
        self._sign_timer = QTimer(self, singleShot=True, interval=SIGN_AFTER)
        self._sign_timer.timeout.connect(self._show_sign)
        self._bar_timer = QTimer(self, singleShot=True, interval=BAR_AFTER)
        self._bar_timer.timeout.connect(self._show_bar)
        self.end()

    def begin(self, what: str) -> None:
        """Take note that something has begun."""
        self._words.setText(what)
        self._bar.setAccessibleName(what or _("Progress"))
        self._bar.setRange(0, 0)
        self._cancel.setEnabled(False)
        self._sign_timer.start()
        self._bar_timer.start()

    def show_step(self, done: int, of: int) -> None:
        """Show how far it is; a job that tells its steps can be cancelled."""
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Highlight, style.colours().accent)
        self._bar.setPalette(palette)
        self._bar.setRange(0, of)
        self._bar.setValue(done)
        self._cancel.setEnabled(done < of)

    def end(self) -> None:
        """Take note that it has ended."""
        self._sign_timer.stop()
        self._bar_timer.stop()
        for part in (self._words, self._bar, self._cancel):
            part.hide()
        if window := self.window():
            window.unsetCursor()
        self.resized.emit()

    def _show_sign(self) -> None:
        self._words.show()
        self.window().setCursor(Qt.CursorShape.BusyCursor)
        self.resized.emit()

    def _show_bar(self) -> None:
        self._bar.show()
        self._cancel.setVisible(self._has_cancel)
        self.resized.emit()

    def _stop(self) -> None:
        self._cancel.setEnabled(False)
        self._words.setText(_("Stopping…"))
        self.cancelled.emit()
