"""A button for something that also stands in a menu."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QWidget


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
        words = self._action.text()
        # What has keys of its own, or stands in a menu, leaves the letters to others.
        has_keys = not self._action.shortcut().isEmpty()
        menus = (o for o in self._action.associatedObjects() if isinstance(o, QMenu))
        self.setText(words.replace("&", "") if has_keys or any(menus) else words)
        self.setEnabled(self._action.isEnabled())
        self.setToolTip(self._action.toolTip())
        self.setAccessibleName(self._action.text().replace("&", ""))
        self.setAccessibleDescription(self._action.toolTip())
