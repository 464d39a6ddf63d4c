"""The lists of candidates, as buttons with how many pupils stand in each."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QPushButton, QWidget

from gtregister.core.identifying import shortlist
from gtregister.core.identifying.placing import Place
from gtregister.desktop import style
from gtregister.i18n import _, format_number, translated

_GAP = 8  # pixels between two buttons, at most


class PlaceBar(QWidget):
    """“Meets 31”, “Nearly 27” …: one of them is chosen."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self.buttons: dict[Place, QPushButton] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(style.scaled(4))
        self._columns = 0
        for place in shortlist.LISTS:
            button = QPushButton(self)
            button.setCheckable(True)
            button.clicked.connect(lambda _on=False, place=place: self._choose(place))
            self._group.addButton(button)
            self.buttons[place] = button
        self.choose("meets")
        self.show_counts({})

    @property
    def place(self) -> Place:
        """Say which list is chosen."""
        return next(place for place, b in self.buttons.items() if b.isChecked())

    def choose(self, place: Place) -> None:
        """Choose a list, as if somebody had pressed its button."""
        self.buttons[place].setChecked(True)
        self._choose(place)

    def show_counts(self, counts: Mapping[Place | None, int]) -> None:
        """Say how many pupils stand in each list."""
        for place, button in self.buttons.items():
            count = format_number(counts.get(place, 0))
            title = translated(shortlist.LISTS[place])
            said = _("{list} {count}").format(list=title, count=count)
            button.setText(said)
            button.setAccessibleName(said)
        self._arrange()

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

    def _choose(self, place: Place) -> None:
        for button in self.buttons.values():
            # The chosen one is told by its filled ground and a heavier line of letters.
            button.setProperty("primary", button.isChecked())
            button.update()
        self.chosen.emit(place)
