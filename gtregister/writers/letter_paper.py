"""Where each line of a letter stands on A4: window address, text, slip and pages."""

from collections.abc import Iterator
from typing import NamedTuple

from gtregister.writers import fonts, letter_slip
from gtregister.writers.fonts import Letters
from gtregister.writers.letter import Block, Letter, Letterhead
from gtregister.writers.letter_sheet import (
    BOTTOM,
    HEIGHT,
    LEFT,
    MM,
    RIGHT,
    Flow,
    Line,
    Sheet,
)
from gtregister.writers.letter_type import LINE, SIZE, SMALL, Type

_WINDOW_TOP, _WINDOW = HEIGHT - 50 * MM, (90 * MM, 35 * MM)
_HEAD_TOP = HEIGHT - 20 * MM
_HANDED_TOP = HEIGHT - 70 * MM  # no envelope, and so no window to keep free
_FOOT = 12 * MM
_WHOLE = 3  # lines: so short a paragraph is not parted


class _Room(NamedTuple):
    """Where a posted letter begins under its address, and how tight it is set."""

    posted_top: float
    bottom: float
    signature: float  # lines


_WIDE = _Room(HEIGHT - 100 * MM, BOTTOM, 2.5)
_CLOSE = _Room(HEIGHT - 90 * MM, 14 * MM, 2.0)


class Paper:
    """Lays out letters of one size of print and one direction of writing."""

    def __init__(self, large: bool = False, language: str = "en") -> None:
        self._type = Type(large, language)
        self._address = Letters(fonts.regular(), SIZE)
        self._step = self._type.step

    def pages(self, letter: Letter) -> list[Sheet]:
        """Lay one letter out, its slip whole at the foot of its last page.

        A letter of one page is set closer rather than leave its slip to a second one.
        """
        flow = self._flow(letter, _WIDE)
        if letter.slip is not None:
            has_one_page = len(flow.sheets) == 1
            letter_slip.put(flow, self._type, letter.slip)
            if has_one_page and len(flow.sheets) > 1:
                close = self._flow(letter, _CLOSE)
                letter_slip.put(close, self._type, letter.slip)
                flow = close if len(close.sheets) == 1 else flow
        return self._numbered(flow.sheets, letter)

    def _flow(self, letter: Letter, room: _Room) -> Flow:
        """Let the text of a letter flow, from the address to the signature."""
        top = room.posted_top if letter.is_posted else _HANDED_TOP
        flow = Flow(self._first(letter), top, room.bottom)
        self._put(flow, letter.day, self._type.normal, above=0)
        self._put(flow, letter.greeting, self._type.normal, above=1)
        if letter.subject:
            self._put(flow, letter.subject, self._type.title, above=1, along=_WHOLE)
        before = ""
        for place, block in enumerate(letter.blocks, 1):
            if place == len(letter.blocks):
                along = self._closing_height(letter, room.signature)
                flow.keep(self._height(block) + along)
            self._block(flow, block, before)
            before = block.kind
        self._closing(flow, letter, room.signature)
        return flow

    def _first(self, letter: Letter) -> Sheet:
        """Begin with the names and the address, within the window of an envelope."""
        sheet = Sheet([], [], is_first=True)
        room, height = _WINDOW
        lines = [
            piece
            for line in letter.address
            for piece in self._type.wrapped(line, self._address, room)
        ]
        step = min(SIZE * 1.2, height / max(len(lines), 1))
        for place, line in enumerate(lines[: _most_lines(height)]):
            y = _WINDOW_TOP - SIZE - place * step
            sheet.lines.append(Line(LEFT, y, line, self._address))
        if letter.copy:
            x = RIGHT - self._type.bold.width(letter.copy)
            sheet.lines.append(
                Line(x, _WINDOW_TOP - self._type.size, letter.copy, self._type.bold)
            )
        return sheet

    def _block(self, flow: Flow, block: Block, before: str) -> None:
        if block.kind == "heading":
            self._put(flow, block.text, self._type.bold, above=1, along=_WHOLE)
        elif block.kind == "bullet":
            above = 0.15 if before == "bullet" else 0.35
            self._put(flow, block.text, self._type.normal, above=above, bullet=True)
        else:
            above = 0.2 if before == "heading" else 0.7
            self._put(flow, block.text, self._type.normal, above=above)

    def _put(
        self,
        flow: Flow,
        text: str,
        letters: Letters,
        *,
        above: float,
        along: int = 0,
        bullet: bool = False,
    ) -> None:
        """Put a paragraph under what stands there; `above` and `along` count lines.

        No line of it stands alone on a page; `along` lines of what follows come along.
        """
        indent = self._step if bullet else 0
        lines = self._type.wrapped(text, letters, RIGHT - LEFT - indent)
        flow.skip(above * self._step)
        first = len(lines) if len(lines) <= _WHOLE else 2
        flow.keep((first + along) * self._step)
        for place, line in enumerate(lines):
            y = flow.down(self._step, last=len(lines) - place == 2)
            sheet = flow.sheets[-1]
            if bullet and place == 0:
                x = (
                    RIGHT - self._type.width("•", letters)
                    if self._type.is_from_right
                    else LEFT
                )
                sheet.lines.append(Line(x, y, "•", letters))
            sheet.lines.append(self._type.line(line, y, letters, indent))

    def _height(self, block: Block) -> float:
        lines = self._type.wrapped(
            block.text, self._type.normal, RIGHT - LEFT - self._step
        )
        return (len(lines) + 1) * self._step

    def _closing_height(self, letter: Letter, signature: float) -> float:
        return (len(letter.closing) + 1 + signature) * self._step

    def _closing(self, flow: Flow, letter: Letter, signature: float) -> None:
        """Leave room for a signature under the first line, and keep all together."""
        flow.keep(self._closing_height(letter, signature))
        flow.skip(self._step)
        for place, line in enumerate(letter.closing):
            letters = self._type.bold if place == 1 else self._type.normal
            above = signature if place == 1 else 0
            self._put(flow, line, letters, above=above)

    def _numbered(self, sheets: list[Sheet], letter: Letter) -> list[Sheet]:
        if len(sheets) > 1 and letter.page:
            for place, sheet in enumerate(sheets, 1):
                said = letter.page.replace("{page}", str(place))
                said = said.replace("{pages}", str(len(sheets)))
                x = RIGHT - self._type.width(said, self._type.small)
                sheet.lines.append(Line(x, _FOOT, said, self._type.small))
        return sheets


def _most_lines(height: float) -> int:
    return int(height // (SIZE * 0.7))


def head(letterhead: Letterhead) -> Iterator[Line]:
    """Write the school's name, and its lines at the right."""
    name = Letters(fonts.bold(), 15)
    small = Letters(fonts.regular(), SMALL)
    clean = fonts.regular().clean
    room = (RIGHT - LEFT) * (0.55 if letterhead.lines else 1)
    y = _HEAD_TOP
    for line in name.fold(clean(letterhead.school), room, 2):
        yield Line(LEFT, y, line, name)
        y -= 15 * LINE
    y = _HEAD_TOP + 4
    for text in letterhead.lines[:6]:
        line = small.fold(clean(text), (RIGHT - LEFT) * 0.4, 1)[0]
        yield Line(RIGHT - small.width(line), y, line, small)
        y -= SMALL * LINE
