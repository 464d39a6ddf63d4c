"""A button for something that also stands in a menu."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QWidget


class ActionButton(QPushButton):
    """Shows an action as a button: its words, whether it can be used, and why not."""

    def __init__(
        self, action: QAction, parent: QWidget | None = None, *, primary: bool = False
    ) -> None:
        super().__init__(parent)
        self._action = action
        self.setProperty("primary", primary)
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        self.setText(self._action.text())
        self.setEnabled(self._action.isEnabled())
        self.setToolTip(self._action.toolTip())
        self.setAccessibleName(self._action.text().replace("&", ""))
        self.setAccessibleDescription(self._action.toolTip())
