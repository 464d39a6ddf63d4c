"""Buttons of which one is chosen, folded into as many lines as there is room for."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from gtregister.desktop import style
from gtregister.desktop.widgets.folded_row import FoldedRow


class ChoiceBar(FoldedRow):
    """Parts of a page, or lists to choose from; arrow keys go through them."""

    chosen = Signal(str)  # the key

    def __init__(
        self, name: str, words: Mapping[str, str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, gap=style.scaled(4))
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self.buttons: dict[str, QPushButton] = {}
        for key, said in words.items():
            button = QPushButton(said, self)
            button.setAccessibleName(said)
            button.setCheckable(True)
            button.clicked.connect(partial(self._choose, key))
            self._group.addButton(button)
            self.buttons[key] = button
        self.choose(next(iter(words)), silently=True)
        self.put(list(self.buttons.values()))

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
        self.fold()

    def _choose(self, key: str, _on: bool = False) -> None:
        self.choose(key)

    def _mark(self) -> None:
        for button in self.buttons.values():
            # The chosen one is told by its filled ground and a heavier line of letters.
            button.setProperty("primary", button.isChecked())
            button.update()
