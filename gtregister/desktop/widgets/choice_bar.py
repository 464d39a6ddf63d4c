"""Buttons of which one is chosen, folded into as many lines as there is room for."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QPushButton, QWidget

from gtregister.desktop import style

_GAP = 8  # pixels between two buttons, at most


class ChoiceBar(QWidget):
    """Parts of a page, or lists to choose from; arrow keys go through them."""

    chosen = Signal(str)  # the key

    def __init__(
        self, name: str, words: Mapping[str, str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self.buttons: dict[str, QPushButton] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(style.scaled(4))
        self._columns = 0
        for key, said in words.items():
            button = QPushButton(said, self)
            button.setAccessibleName(said)
            button.setCheckable(True)
            button.clicked.connect(partial(self._choose, key))
            self._group.addButton(button)
            self.buttons[key] = button
        self.choose(next(iter(words)), silently=True)
        self._arrange()

    @property
    def key(self) -> str:
        """Say which is chosen."""
        return next(key for key, b in self.buttons.items() if b.isChecked())

    def choose(self, key: str, *, silently: bool = False) -> None:
        """Choose one, as if somebody had pressed its button."""
        self.buttons[key].setChecked(True)
        self._mark()
        if not silently:
            self.chosen.emit(key)

    def say(self, key: str, words: str) -> None:
        """Call one of them something else, such as by how many it has."""
        self.buttons[key].setText(words)
        self.buttons[key].setAccessibleName(words)
        self._arrange()

    def _choose(self, key: str, _on: bool = False) -> None:
        self.choose(key)

    def _mark(self) -> None:
        for button in self.buttons.values():
            # The chosen one is told by its filled ground and a heavier line of letters.
            button.setProperty("primary", button.isChecked())
            button.update()

    def _arrange(self) -> None:
        """Put the buttons in one line, or in as few lines as there is room for."""
        widths = [button.sizeHint().width() for button in self.buttons.values()]
        fitting = (n for n in range(len(widths), 1, -1) if self._fits(widths, n))
        columns = next(fitting, 1)
        if columns == self._columns:
            return
        self._columns = columns
        for at, button in enumerate(self.buttons.values()):
            self._grid.addWidget(button, at // columns, at % columns)
        for column in range(len(widths) + 1):
            self._grid.setColumnStretch(column, column == columns)

    def _fits(self, widths: list[int], columns: int) -> bool:
        widest = (max(widths[at::columns]) for at in range(columns))
        return sum(widest) + columns * _GAP <= self.width()

    def minimumSizeHint(self) -> QSize:
        # What one line of all the buttons asks for would keep it from folding.
        widest = max(b.sizeHint().width() for b in self.buttons.values())
        return QSize(widest, self._grid.minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
