"""A field to type in, with room between its outline and its words."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from gtregister.desktop import style


class TextField(QLineEdit):
    """Holds one line of text."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._make_room()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._make_room()

    def _make_room(self) -> None:
        room = style.scaled(6)
        self.setTextMargins(room, 0, room, 0)
