"""What one sees when the program itself is at fault."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gtregister.desktop.widgets import sizing
from gtregister.desktop.widgets.lines import line
from gtregister.i18n import _


class CrashDialog(QDialog):
    """Says that it is our fault, that the work is safe, and what can be sent to us."""

    def __init__(self, report: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Something went wrong in gtregister"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._report = report
        details = QPlainTextEdit(report, self)
        details.setReadOnly(True)
        details.setTabChangesFocus(True)
        details.setAccessibleName(_("Details of the fault"))
        self._copy = QPushButton(_("&Copy details"), self)
        self._copy.clicked.connect(self.copy)
        close = QPushButton(_("Close"), self)
        close.setDefault(True)
        close.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addWidget(self._copy)
        buttons.addStretch(1)
        buttons.addWidget(close)
        safe = _(
            "This is a fault of the program, not yours. Everything that was saved "
            "until now is safe, and what was being done has been put back."
        )
        send = _(
            "Copy the details and send them to whoever looks after gtregister at "
            "your school. They hold nothing about any pupil."
        )
        down = QVBoxLayout(self)
        down.setContentsMargins(24, 20, 24, 20)
        down.setSpacing(12)
        down.addWidget(line(self.windowTitle(), "subtitle"))
        down.addWidget(line(safe, folds=True))
        down.addWidget(line(send, folds=True))
        down.addWidget(details, 1)
        down.addLayout(buttons)
        sizing.fit(self, 620, 420)

    def copy(self) -> None:
        """Put the details on the clipboard."""
        QGuiApplication.clipboard().setText(self._report)
        self._copy.setText(_("Copied"))
