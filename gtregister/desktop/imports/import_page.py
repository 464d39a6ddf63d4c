"""ImportPage: one page of the import; it asks, and hears what came of the answers."""

from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gtregister.desktop.imports.conversation import Conversation


class ImportPage(QWidget):
    """A page of the conversation about one file.

    `is_needed` says whether there is anything to decide on it: if not, Next passes it
    by, and its step can still be gone to.
    """

    title: ClassVar[str]
    next_asked = Signal()  # the person has answered the last question of the page

    def __init__(
        self, conversation: Conversation, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.conversation = conversation
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(10)
        self.build()

    def build(self) -> None:
        """Put the parts of the page together; called once."""

    def show_read(self) -> None:
        """Show what came of the latest answer."""

    def is_needed(self) -> bool:
        """Say whether there is something to decide here."""
        return True

    def begin(self) -> None:
        """Put the focus where the page begins; called when it is gone to."""
