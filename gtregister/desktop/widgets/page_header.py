"""The head of a page: its title, a line of facts, and what can be done there."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from gtregister.desktop.widgets.action_button import ActionButton
from gtregister.desktop.widgets.lines import line

_Way = QBoxLayout.Direction
_GAP = 16  # pixels between the title and the buttons, at least


class PageHeader(QWidget):
    """Says where one is; the last button added is the primary one if so marked."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = line(title, "title", folds=True)  # it may be the school's words
        self._facts = line(quiet=True, folds=True)
        self._facts.hide()
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(12)
        self._across = across = QBoxLayout(_Way.LeftToRight)
        across.setSpacing(_GAP)
        across.addWidget(self._title, 1)
        across.addLayout(self._buttons)
        # Below the buttons too: what folds beside them is cut off in a narrow window.
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(4)
        down.addLayout(across)
        down.addWidget(self._facts)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def show_title(self, title: str) -> None:
        """Say otherwise where one is."""
        self._title.setText(title)
        self._fit()

    def add_button(self, action: QAction, *, primary: bool = False) -> ActionButton:
        """Offer an action beside the title."""
        button = ActionButton(action, self, primary=primary)
        self._buttons.addWidget(button)
        return button

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        # What both need beside each other would keep a window from being narrow.
        beside = (self._title.sizeHint().width(), self._buttons.sizeHint().width())
        return QSize(max(beside), super().minimumSizeHint().height())

    def _fit(self) -> None:
        """Put the buttons under a title that leaves them no room beside it."""
        needed = self._title.sizeHint().width() + self._buttons.sizeHint().width()
        is_wide = needed + _GAP <= self.width()
        self._across.setDirection(_Way.LeftToRight if is_wide else _Way.TopToBottom)

    def show_facts(self, facts: str) -> None:
        """Say in one line how things stand."""
        self._facts.setText(facts)
        self._facts.setVisible(bool(facts))

    def facts(self) -> str:
        """Read the line of facts."""
        return self._facts.text()
