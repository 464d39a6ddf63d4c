"""A new register while another one is open."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from gtregister.desktop.welcome.set_up import SetUp
from gtregister.desktop.widgets import sizing
from gtregister.desktop.widgets.lines import line
from gtregister.i18n import _


class RegisterDialog(QDialog):
    """Asks for the school, and makes its register."""

    made = Signal(object)  # the Path of the new register

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("New register"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.set_up = SetUp(self)
        self.set_up.made.connect(self._hand_over)
        cancel = QPushButton(_("Cancel"), self)
        cancel.clicked.connect(self.reject)
        self.set_up.foot.addWidget(cancel)
        inside = QWidget()
        down = QVBoxLayout(inside)
        down.setContentsMargins(24, 20, 24, 20)
        down.setSpacing(16)
        down.addWidget(line(_("New register"), "subtitle"))
        hint = _(
            "One school, one file. Keep it where your school keeps pupils' records."
        )
        down.addWidget(line(hint, quiet=True, folds=True))
        down.addWidget(self.set_up)
        down.addStretch(1)
        frame = QScrollArea(self)
        frame.setWidget(inside)
        frame.setWidgetResizable(True)
        frame.setFrameShape(QFrame.Shape.NoFrame)
        frame.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(frame)
        sizing.fit(self, 660, 480)

    def _hand_over(self, path: Path) -> None:
        self.accept()
        self.made.emit(path)
