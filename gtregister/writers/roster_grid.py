"""A roster laid out: rows high enough to write in, boxes to tick, groups, totals."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from gtregister.i18n import _
from gtregister.table import Value
from gtregister.writers import fonts
from gtregister.writers.fonts import Ink, Letters
from gtregister.writers.frame import BLACK, BLUE, GREY, LEFT, RULE
from gtregister.writers.grid import Grid
from gtregister.writers.roster import Roster

_ROW = 17.0  # points, at least: 6 mm, to write in
_BOX = 9.0  # points
_SIGN = 34.0  # points: a line to sign on
_KEPT = 2  # rows that stay with the totals, or with the heading of a group
_SMALLEST = 8.5  # points: with smaller letters a page is turned


Drawing = Callable[[Ink, float], str]  # draws one block down from a height


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of the list that is not broken; `stays` with the one after it."""

    height: float
    draw: Drawing
    stays: bool = False
    is_row: bool = False


class RosterGrid(Grid):
    """A roster in blocks, which are put on pages whole."""

    def __init__(self, roster: Roster, right: float) -> None:
        table = roster.table.without({roster.group} if roster.group else ())
        super().__init__(table, right, roster.by_hand)
        keys = [column.key for column in table.columns]
        self._boxes = [
            place.left
            for key, place in zip(keys, self._places, strict=True)
            if key in roster.ticks
        ]
        self._page_right = right
        self._roster = roster
        self._note = Letters(fonts.regular(), 9)
        self._strong = Letters(fonts.bold(), 10)

    @property
    def is_small(self) -> bool:
        """Say whether the letters are too small to be read on the way."""
        return self._letters.size < _SMALLEST

    def paged(self, room: float) -> list[list[Block]]:
        """Put the blocks on pages, each of which has `room` points under its head.

        Blocks that stay together go to the next page together. A page that begins
        within the list begins with the headings of its columns.
        """
        heading = Block(self._height(self._headings), self._draw_headings)
        pages: list[list[Block]] = [[]]
        used = 0.0
        for chain in _chains(self._blocks(heading)):
            height = sum(block.height for block in chain)
            if used and used + height > room:
                pages.append([])
                used = 0.0
                if chain[0].is_row:
                    chain = [heading, *chain]
                    height += heading.height
            pages[-1] += chain
            used += height
        return pages

    def _blocks(self, heading: Block) -> Iterator[Block]:
        rows = [(self._tall(row), partial(self._draw_row, row)) for row in self._rows]
        ends = bool(self._roster.totals or self._roster.sign)
        for name, first, last in self._groups():
            if name:
                yield from self._group_heading(name, is_first=first == 0)
            yield Block(heading.height, heading.draw, stays=bool(rows))
            for number in range(first, last):
                left = last - number - 1
                stays = 0 < left < _KEPT or (number - first < _KEPT - 1 and left > 0)
                stays = stays or (left == 0 and ends and last == len(rows))
                yield Block(*rows[number], stays, is_row=True)
        if not rows:
            yield Block(
                _ROW, partial(self._draw_line, _("There are none."), self._note)
            )
        yield from self._ending()

    def _groups(self) -> Iterator[tuple[str, int, int]]:
        """Name each group with its first row and the row after its last."""
        if self._roster.group is None or not self._rows:
            yield "", 0, len(self._rows)
            return
        at = self._roster.table.position(self._roster.group)
        first = 0
        for name, group in groupby(self._roster.table.rows, key=lambda row: row[at]):
            last = first + len(list(group))
            yield str(name or _("Not on a bus yet")), first, last
            first = last

    def _group_heading(self, name: str, *, is_first: bool) -> Iterator[Block]:
        fact = dict(self._roster.group_facts).get(name)
        if not is_first:
            yield Block(10, _nothing, stays=True)
        yield Block(16, partial(self._draw_line, name, self._strong), stays=True)
        if fact:
            yield Block(14, partial(self._draw_line, fact, self._note), stays=True)

    def _ending(self) -> Iterator[Block]:
        """Give the totals and the lines to sign on, all on one page."""
        room = self._page_right - LEFT
        lines = [
            line
            for total in self._roster.totals
            for line in self._note.fold(self._note.face.clean(total), room, 4)
        ]
        yield Block(6, _nothing, stays=bool(lines or self._roster.sign))
        for number, line in enumerate(lines, 1):
            stays = number < len(lines) or bool(self._roster.sign)
            yield Block(13, partial(self._draw_line, line, self._note), stays)
        if self._roster.sign:
            yield Block(_SIGN, self._draw_signatures)

    def _tall(self, row: Sequence[Value]) -> float:
        return max(_ROW, self._height(self._cells(row)))

    def _draw_headings(self, ink: Ink, top: float) -> str:
        bottom = top - self._height(self._headings)
        return " ".join(self._headed(ink, bottom))

    def _draw_row(self, row: Sequence[Value], ink: Ink, top: float) -> str:
        cells = self._cells(row)
        height = max(_ROW, self._height(cells))
        middle = (height - self._height(cells)) / 2
        code = ["BT"]
        for cell in cells:
            code += self._texts(ink, cell, top - middle, self._letters)
        code.append(f"ET {self._rule(top - height)}")
        y = top - (height + _BOX) / 2
        if self._boxes:
            boxes = " ".join(f"{x:.2f} {y:.2f} {_BOX} {_BOX} re" for x in self._boxes)
            code.append(f"{GREY} RG {boxes} S {RULE} RG")
        return " ".join(code)

    def _draw_line(self, text: str, letters: Letters, ink: Ink, top: float) -> str:
        clean = letters.face.clean(text)
        line = letters.fold(clean, self._page_right - LEFT, 1)[0]
        colour = BLUE if letters is self._strong else BLACK
        y = top - letters.size * 1.25
        return f"BT {colour} rg {ink.at(LEFT, y, line, letters)} ET"

    def _draw_signatures(self, ink: Ink, top: float) -> str:
        """Draw the lines to sign on, side by side."""
        width = (self._page_right - LEFT) / len(self._roster.sign)
        y = top - _SIGN + 6
        code = [f"{GREY} RG 0.6 w"]
        for number, words in enumerate(self._roster.sign):
            left = LEFT + number * width
            clean = self._note.fold(self._note.face.clean(words), width / 2, 1)[0]
            start = left + self._note.width(clean) + 6
            code.append(f"BT {BLACK} rg {ink.at(left, y, clean, self._note)} ET")
            code.append(
                f"{start:.2f} {y - 2:.2f} m {left + width - 14:.2f} {y - 2:.2f} l S"
            )
        return " ".join(code)


def _chains(blocks: Iterator[Block]) -> Iterator[list[Block]]:
    """Gather the blocks that stay together."""
    chain: list[Block] = []
    for block in blocks:
        chain.append(block)
        if not block.stays:
            yield chain
            chain = []
    if chain:
        yield chain


def _nothing(_ink: Ink, _top: float) -> str:
    return ""
