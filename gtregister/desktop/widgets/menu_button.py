"""A button that opens a menu, and looks like it; the menu is made when it is opened."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QPushButton, QStyleOptionButton


class MenuButton(QPushButton):
    """Shows an arrow beside its words; a press is for its owner to answer."""

    def initStyleOption(self, option: QStyleOptionButton) -> None:
        super().initStyleOption(option)
        option.features |= QStyleOptionButton.ButtonFeature.HasMenu

    def open(self, menu: QMenu) -> None:
        """Open a menu under the button, and drop it once it is closed."""
        menu.setToolTipsVisible(True)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))
