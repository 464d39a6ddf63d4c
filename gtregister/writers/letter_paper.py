"""Where each line of a letter stands on A4: window address, text, slip and pages."""

from collections.abc import Iterator
from functools import lru_cache

from gtregister.writers import fonts
from gtregister.writers.fonts import Base, Letters
from gtregister.writers.letter import Block, Letter, Letterhead, Slip
from gtregister.writers.letter_sheet import (
    BOTTOM,
    HEIGHT,
    LEFT,
    MM,
    RIGHT,
    Flow,
    Line,
    Sheet,
    Stroke,
)

_WINDOW_TOP, _WINDOW = HEIGHT - 50 * MM, (90 * MM, 35 * MM)
_HEAD_TOP = HEIGHT - 20 * MM
_TEXT_TOP = HEIGHT - 100 * MM
_HANDED_TOP = HEIGHT - 70 * MM  # no envelope, and so no window to keep free
_NO_ADDRESS = 3  # lines: a name, a form, perhaps that it is a copy
_FOOT = 12 * MM
_BOX = 8 * MM

_SIZE, _LARGE = 12.0, 18.0  # points
_SIGNATURE = 2.5  # lines
_WHOLE = 3  # lines: so short a paragraph is not parted
_LINE = 1.3  # from one line to the next, in sizes of letters
_SMALL = 9.0
_RIGHT_TO_LEFT = frozenset({"ar", "ur", "fa", "ps", "he", "yi", "ckb", "sd"})


class Paper:
    """Lays out letters of one size of print and one direction of writing."""

    def __init__(self, large: bool = False, language: str = "en") -> None:
        self._size = _LARGE if large else _SIZE
        self._is_from_right = language in _RIGHT_TO_LEFT
        base: Base = "R" if self._is_from_right else "L"
        self._normal = Letters(fonts.regular(), self._size, base)
        self._bold = Letters(fonts.bold(), self._size, base)
        self._title = Letters(fonts.bold(), self._size + 2, base)
        self._address = Letters(fonts.regular(), _SIZE)
        self._small = Letters(fonts.regular(), _SMALL, base)
        self._step = self._size * _LINE
        self._wrapped = lru_cache(maxsize=1024)(self._wrap)
        self._width = lru_cache(maxsize=1 << 14)(_width)

    def pages(self, letter: Letter) -> list[Sheet]:
        """Lay one letter out, its slip whole at the foot of its last page."""
        first = self._first(letter)
        is_handed = len(first.lines) <= _NO_ADDRESS
        flow = Flow(first, _HANDED_TOP if is_handed else _TEXT_TOP)
        self._put(flow, letter.day, self._normal, above=0)
        self._put(flow, letter.greeting, self._normal, above=1)
        if letter.subject:
            self._put(flow, letter.subject, self._title, above=1, along=_WHOLE)
        before = ""
        for place, block in enumerate(letter.blocks, 1):
            if place == len(letter.blocks):
                flow.keep(self._height(block) + self._closing_height(letter))
            self._block(flow, block, before)
            before = block.kind
        self._closing(flow, letter)
        if letter.slip is not None:
            self._slip(flow, letter.slip)
        return self._numbered(flow.sheets, letter)

    def _first(self, letter: Letter) -> Sheet:
        """Begin with the names and the address, within the window of an envelope."""
        sheet = Sheet([], [], is_first=True)
        room, height = _WINDOW
        lines = [
            piece
            for line in letter.address
            for piece in self._wrapped(line, self._address, room)
        ]
        step = min(_SIZE * 1.2, height / max(len(lines), 1))
        for place, line in enumerate(lines[: _most_lines(height)]):
            y = _WINDOW_TOP - _SIZE - place * step
            sheet.lines.append(Line(LEFT, y, line, self._address))
        if letter.copy:
            x = RIGHT - self._bold.width(letter.copy)
            sheet.lines.append(
                Line(x, _WINDOW_TOP - self._size, letter.copy, self._bold)
            )
        return sheet

    def _block(self, flow: Flow, block: Block, before: str) -> None:
        if block.kind == "heading":
            self._put(flow, block.text, self._bold, above=1, along=_WHOLE)
        elif block.kind == "bullet":
            above = 0.15 if before == "bullet" else 0.35
            self._put(flow, block.text, self._normal, above=above, bullet=True)
        else:
            above = 0.2 if before == "heading" else 0.7
            self._put(flow, block.text, self._normal, above=above)

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
        lines = self._wrapped(text, letters, RIGHT - LEFT - indent)
        flow.skip(above * self._step)
        first = len(lines) if len(lines) <= _WHOLE else 2
        flow.keep((first + along) * self._step)
        for place, line in enumerate(lines):
            y = flow.down(self._step, last=len(lines) - place == 2)
            sheet = flow.sheets[-1]
            if bullet and place == 0:
                x = RIGHT - self._width("•", letters) if self._is_from_right else LEFT
                sheet.lines.append(Line(x, y, "•", letters))
            sheet.lines.append(self._line(line, y, letters, indent))

    def _line(self, text: str, y: float, letters: Letters, indent: float) -> Line:
        if self._is_from_right:
            x = RIGHT - indent - letters.width(text)
            return Line(x, y, text, letters)
        return Line(LEFT + indent, y, text, letters)

    def _height(self, block: Block) -> float:
        lines = self._wrapped(block.text, self._normal, RIGHT - LEFT - self._step)
        return (len(lines) + 1) * self._step

    def _closing_height(self, letter: Letter) -> float:
        return (len(letter.closing) + 1 + _SIGNATURE) * self._step

    def _closing(self, flow: Flow, letter: Letter) -> None:
        """Leave room for a signature under the first line, and keep all together."""
        flow.keep(self._closing_height(letter))
        flow.skip(self._step)
        for place, line in enumerate(letter.closing):
            letters = self._bold if place == 1 else self._normal
            above = _SIGNATURE if place == 1 else 0
            self._put(flow, line, letters, above=above)

    def _slip(self, flow: Flow, slip: Slip) -> None:
        """Put the slip at the foot of the page, under a line to cut along."""
        step = self._step
        room = RIGHT - LEFT - 2 * (_BOX + 3.2 * step)
        asked = [self._wrapped(q, self._normal, room) for q in slip.questions]
        heights = [max(len(lines) * step, _BOX) + step * 0.5 for lines in asked]
        intro = self._wrapped(slip.instruction, self._normal, RIGHT - LEFT)
        whole = step * (5.2 + len(intro)) + sum(heights)
        flow.keep(whole)
        sheet, y = flow.sheets[-1], min(flow.y, BOTTOM + whole) - step * 0.5
        sheet.strokes.append(Stroke(LEFT, y, RIGHT, y, is_dashed=True))
        y -= step * 1.4
        x = RIGHT - self._title.width(slip.number)
        sheet.lines.append(Line(LEFT, y, slip.title, self._title))
        sheet.lines.append(Line(x, y, slip.number, self._title))
        for line in (slip.pupil, *intro):
            y -= step
            letters = self._bold if line is slip.pupil else self._normal
            sheet.lines.append(Line(LEFT, y, line, letters))
        y -= step * 0.5
        for lines, height in zip(asked, heights, strict=True):
            self._question(sheet, lines, y, slip)
            y -= height
        self._signature(sheet, y - step * 1.1, slip)
        flow.y = BOTTOM

    def _question(self, sheet: Sheet, lines: list[str], top: float, slip: Slip) -> None:
        """Write one question, with a box to tick for yes and one for no."""
        for place, line in enumerate(lines):
            y = top - self._size - place * self._step
            sheet.lines.append(Line(LEFT, y, line, self._normal))
        x, y = RIGHT, top - self._size
        for word in (slip.no, slip.yes):
            x -= _BOX
            sheet.strokes.append(Stroke(x, top - _BOX, x + _BOX, top, is_box=True))
            x -= self._width(word, self._normal) + 4
            sheet.lines.append(Line(x, y, word, self._normal))
            x -= self._size

    def _signature(self, sheet: Sheet, y: float, slip: Slip) -> None:
        middle = LEFT + (RIGHT - LEFT) * 0.62
        for x, end, word in (
            (LEFT, middle - 12, slip.signed),
            (middle, RIGHT, slip.dated),
        ):
            sheet.lines.append(Line(x, y, word, self._normal))
            start = x + self._width(word, self._normal) + 6
            sheet.strokes.append(Stroke(start, y - 2, end, y - 2))

    def _numbered(self, sheets: list[Sheet], letter: Letter) -> list[Sheet]:
        if len(sheets) > 1 and letter.page:
            for place, sheet in enumerate(sheets, 1):
                said = letter.page.replace("{page}", str(place))
                said = said.replace("{pages}", str(len(sheets)))
                x = RIGHT - self._width(said, self._small)
                sheet.lines.append(Line(x, _FOOT, said, self._small))
        return sheets

    def _wrap(self, text: str, letters: Letters, room: float) -> list[str]:
        """Break a text into lines; a word that is wider than a line is cut."""
        text, lines, line, used = letters.face.clean(text), [], "", 0.0
        space = self._width(" ", letters)
        for word in text.split(" "):
            width = self._width(word, letters)
            if line and used + space + width <= room:
                line, used = f"{line} {word}", used + space + width
                continue
            if line:
                lines.append(line)
            if width > room:
                *cut, word = letters.fold(word, room, _MOST_LINES)
                lines += cut
                width = self._width(word, letters)
            line, used = word, width
        return [*lines, line]


_MOST_LINES = 200  # of one word: more is nothing that a person wrote


def _most_lines(height: float) -> int:
    return int(height // (_SIZE * 0.7))


def _width(text: str, letters: Letters) -> float:
    return letters.width(text)


def head(letterhead: Letterhead) -> Iterator[Line]:
    """Write the school's name, and its lines at the right."""
    name = Letters(fonts.bold(), 15)
    small = Letters(fonts.regular(), _SMALL)
    clean = fonts.regular().clean
    room = (RIGHT - LEFT) * (0.55 if letterhead.lines else 1)
    y = _HEAD_TOP
    for line in name.fold(clean(letterhead.school), room, 2):
        yield Line(LEFT, y, line, name)
        y -= 15 * _LINE
    y = _HEAD_TOP + 4
    for text in letterhead.lines[:6]:
        line = small.fold(clean(text), (RIGHT - LEFT) * 0.4, 1)[0]
        yield Line(RIGHT - small.width(line), y, line, small)
        y -= _SMALL * _LINE
