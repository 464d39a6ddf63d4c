"""The head of a page: its title, a line of facts, and what can be done there."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from gtregister.desktop.widgets.action_button import ActionButton
from gtregister.desktop.widgets.lines import line


class PageHeader(QWidget):
    """Says where one is; the last button added is the primary one if so marked."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = line(title, "title")
        self._facts = line(quiet=True, folds=True)
        self._facts.hide()
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(12)
        across = QHBoxLayout()
        across.setSpacing(16)
        across.addWidget(self._title, 1)
        across.addLayout(self._buttons)
        # Below the buttons too: what folds beside them is cut off in a narrow window.
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(4)
        down.addLayout(across)
        down.addWidget(self._facts)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def add_button(self, action: QAction, *, primary: bool = False) -> ActionButton:
        """Offer an action beside the title."""
        button = ActionButton(action, self, primary=primary)
        self._buttons.addWidget(button)
        return button

    def show_facts(self, facts: str) -> None:
        """Say in one line how things stand."""
        self._facts.setText(facts)
        self._facts.setVisible(bool(facts))

    def facts(self) -> str:
        """Read the line of facts."""
        return self._facts.text()
