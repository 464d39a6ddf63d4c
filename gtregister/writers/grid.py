"""The table on printed pages: its columns, headings and rows."""

from collections.abc import Container, Iterator, Sequence
from functools import lru_cache

from gtregister.i18n import _
from gtregister.table import Table, Value
from gtregister.writers import fonts
from gtregister.writers.columns import Place, places
from gtregister.writers.fonts import Ink, Letters
from gtregister.writers.frame import BLACK, BLUE, LEFT, RIGHT, RULE
from gtregister.writers.words import heading, printed

_LINES = 3  # to a row or a heading; a longer text ends in an ellipsis
_LINE = 1.22  # from one line to the next, in sizes of letters
_PAD = 0.22  # above and below the lines of a row, in sizes of letters
_REMEMBERED = 1 << 13  # cells

Cell = list[tuple[float, str]]  # the lines of a text, and where each starts


class Grid:
    """A Table laid out: it says where pages break, then draws them one by one.

    It keeps no page itself, so that a long list takes little memory. Columns named in
    `by_hand` have room for handwriting; all end at `right`.
    """

    def __init__(
        self, table: Table, right: float = RIGHT, by_hand: Container[str] = ()
    ) -> None:
        self._rows = table.rows
        size, self._places = places(table, right, by_hand)
        self._right = max((p.left + p.width for p in self._places), default=right)
        self._letters = Letters(fonts.regular(), size)
        self._bold = Letters(fonts.bold(), size)
        self._headings = [
            _folded(heading(column), place, self._bold)
            for column, place in zip(table.columns, self._places, strict=True)
        ]
        self._cell = lru_cache(maxsize=_REMEMBERED)(self._cell_of)

    def pages(self, room: float) -> list[range]:
        """Say which rows stand on each page that has `room` points for the table."""
        room -= self._height(self._headings)
        pages, first, used = [], 0, 0.0
        for number, row in enumerate(self._rows):
            height = self._height(self._cells(row))
            if used + height > room and number > first:
                pages.append(range(first, number))
                first, used = number, 0.0
            used += height
        return [*pages, range(first, len(self._rows))]

    def draw(self, ink: Ink, page: range, top: float) -> str:
        """Draw the headings and the rows of a page down from `top`."""
        y = top - self._height(self._headings)
        code = list(self._headed(ink, y))
        for row in self._rows[page.start : page.stop]:
            cells = self._cells(row)
            height = self._height(cells)
            code += self._row(ink, cells, y, height)
            y -= height
        if not page:
            none: list[Cell] = [[(LEFT, _("There are none."))]]
            code += self._row(ink, none, y, self._height(none))
        return " ".join(code)

    def _headed(self, ink: Ink, bottom: float) -> Iterator[str]:
        """Draw the headings, their last lines side by side, and leave the pen ready."""
        yield f"BT {BLUE} rg"
        for cell in self._headings:
            top = bottom + self._height([cell])
            yield from self._texts(ink, cell, top, self._bold)
        yield f"ET {BLUE} RG 1 w {self._rule(bottom)} {BLACK} rg {RULE} RG 0.4 w"

    def _row(
        self, ink: Ink, cells: Sequence[Cell], top: float, height: float
    ) -> Iterator[str]:
        yield "BT"
        for cell in cells:
            yield from self._texts(ink, cell, top, self._letters)
        yield f"ET {self._rule(top - height)}"

    def _texts(
        self, ink: Ink, cell: Cell, top: float, letters: Letters
    ) -> Iterator[str]:
        y = top - letters.size * (_PAD + 0.93)
        for x, line in cell:
            yield ink.at(x, y, line, letters)
            y -= letters.size * _LINE

    def _cells(self, row: Sequence[Value]) -> list[Cell]:
        return [self._cell(value, place) for place, value in enumerate(row)]

    def _cell_of(self, value: Value, place: int) -> Cell:
        kind = self._places[place].kind
        return _folded(printed(value, kind), self._places[place], self._letters)

    def _height(self, cells: Sequence[Cell]) -> float:
        lines = max(map(len, cells), default=1) or 1
        return self._letters.size * (lines * _LINE + 2 * _PAD)

    def _rule(self, y: float) -> str:
        return f"{LEFT:.2f} {y:.2f} m {self._right:.2f} {y:.2f} l S"


def _folded(text: str, place: Place, letters: Letters) -> Cell:
    """Break a text into the lines of a column; numbers end at its right."""
    text = letters.face.clean(text)
    if not text:
        return []
    lines = letters.fold(text, place.width, _LINES)
    if place.kind != "number":
        return [(place.left, line) for line in lines]
    right = place.left + place.width
    return [(right - letters.width(line), line) for line in lines]
