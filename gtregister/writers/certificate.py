"""A certificate on A4 across: what a school hands out in assembly.

Its first heading is the pupil's name, and the largest; the headings after it say what
it is for.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from gtregister.writers import fonts, letter_logo
from gtregister.writers.fonts import Base, Ink, Letters
from gtregister.writers.frame import BLACK, BLUE, GREY
from gtregister.writers.letter import Letter, Letterhead
from gtregister.writers.letter_sheet import HEIGHT, MM, WIDTH
from gtregister.writers.letter_type import base_of

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

SIZE = (HEIGHT, WIDTH)  # points, across
_MIDDLE = SIZE[0] / 2
_ROOM = SIZE[0] - 70 * MM  # for a line
_TOP, _FOOT = SIZE[1] - 20 * MM, 46 * MM  # of what is said, over the signature
_FRAMES = ((9 * MM, 2.4), (12 * MM, 0.6))  # from the edge, and how thick in points
_SIGNED = 30 * MM  # from below to the line for the signature
_LINES = ((48 * MM, 118 * MM), (SIZE[0] - 118 * MM, SIZE[0] - 48 * MM))

_SCHOOL, _TITLE, _NAME, _AWARD, _TEXT, _SMALL = 20.0, 46.0, 44.0, 25.0, 17.0, 11.0
_LOGO = 60 * MM, 22 * MM  # at most
_BELOW_LOGO = 4 * MM
_SCALES = (1.0, 0.9, 0.8, 0.7, 0.6, 0.5)  # the first at which all fits
_LINE = 1.25
_MOST = 3  # lines of one paragraph


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    letters: Letters
    above: float  # points of room over it
    ink: str
    is_name: bool = False


def draw(canvas: "Canvas", ink: Ink, head: Letterhead, letter: Letter) -> None:
    """Draw one certificate on a page of its own, and leave the page to be shown."""
    canvas.setPageSize(SIZE)
    wide, high = letter_logo.size(head, _LOGO)
    letter_logo.draw(canvas, head, _MIDDLE - wide / 2, _TOP, _LOGO)
    top = _TOP - (high + _BELOW_LOGO if high else 0)
    lines = _fitted(head, letter, top - _FOOT)
    spare = max(0.0, top - _FOOT - _height(lines))
    y, code = top - spare / 2, [*_frames()]
    words: list[str] = []
    for line in lines:
        y -= line.above + line.letters.size
        x = _MIDDLE - line.letters.width(line.text) / 2
        words += [line.ink, "rg", ink.at(x, y, line.text, line.letters)]
        y -= line.letters.size * (_LINE - 1)
        if line.is_name:
            code.append(_rule(_MIDDLE - 80 * MM, _MIDDLE + 80 * MM, y - 6))
    words += _foot(ink, letter)
    code += [_rule(left, right, _SIGNED) for left, right in _LINES]
    canvas.addLiteral(" ".join([*code, "BT", *words, "ET"]))


def _fitted(head: Letterhead, letter: Letter, room: float) -> list[_Line]:
    """Set everything in the largest letters in which it fits on the page.

    What does not fit in the smallest is left out, as in the preview.
    """
    for scale in _SCALES:
        lines = list(_lines(head, letter, scale))
        if _height(lines) <= room:
            return lines
    while _height(lines) > room:
        lines.pop()
    return lines


def _height(lines: list[_Line]) -> float:
    return sum(line.above + line.letters.size * _LINE for line in lines)


def _lines(head: Letterhead, letter: Letter, scale: float) -> Iterator[_Line]:
    put = partial(_set, base=base_of(letter.language))
    yield from put(head.school, fonts.bold(), _SCHOOL * scale, 0, BLUE)
    if letter.subject:
        above = 20 * scale
        yield from put(letter.subject, fonts.bold(), _TITLE * scale, above, BLUE)
    is_named = False
    for block in letter.blocks:
        face = fonts.bold() if block.kind == "heading" else fonts.regular()
        if block.kind != "heading":
            above = (6 if block.kind == "bullet" else 20) * scale
            yield from put(block.text, face, _TEXT * scale, above, BLACK)
        elif is_named:
            yield from put(block.text, face, _AWARD * scale, 16 * scale, BLUE)
        else:
            is_named = True
            size = _wide(block.text, _NAME * scale)
            yield from put(block.text, face, size, 20 * scale, BLACK, is_name=True)


def _wide(name: str, size: float) -> float:
    """Set a long name smaller, so that it stands on one line if it can."""
    width = fonts.bold().width(fonts.bold().clean(name)) * size
    return size if width <= _ROOM else max(size * 0.6, size * _ROOM / width)


def _set(
    text: str,
    face: fonts.Face,
    size: float,
    above: float,
    ink: str,
    *,
    base: Base,
    is_name: bool = False,
) -> Iterator[_Line]:
    letters = Letters(face, size, base)
    lines = letters.fold(face.clean(text), _ROOM, _MOST)
    for place, line in enumerate(lines, 1):
        is_last = place == len(lines)
        yield _Line(line, letters, above if place == 1 else 0, ink, is_name and is_last)


def _foot(ink: Ink, letter: Letter) -> Iterator[str]:
    """Write the day over its line, and who signs under the other."""
    base = base_of(letter.language)
    normal = Letters(fonts.regular(), _TEXT, base)
    small = Letters(fonts.regular(), _SMALL, base)
    left, right = ((a + b) / 2 for a, b in _LINES)
    room = _LINES[0][1] - _LINES[0][0]
    yield from (BLACK, "rg")
    yield _centred(ink, letter.day, normal, left, _SIGNED + 5, room)
    yield from (GREY, "rg")
    for place, line in enumerate(letter.closing[:2]):
        y = _SIGNED - (place + 1) * _SMALL * 1.4
        yield _centred(ink, line, small, right, y, room)


def _centred(
    ink: Ink, text: str, letters: Letters, x: float, y: float, room: float
) -> str:
    line = letters.fold(letters.face.clean(text), room, 1)[0]
    return ink.at(x - letters.width(line) / 2, y, line, letters)


def _frames() -> Iterator[str]:
    for inset, thick in _FRAMES:
        wide, high = SIZE[0] - 2 * inset, SIZE[1] - 2 * inset
        box = f"{inset:.2f} {inset:.2f} {wide:.2f} {high:.2f} re S Q"
        yield f"q {BLUE} RG {thick} w {box}"


def _rule(x: float, to_x: float, y: float) -> str:
    return f"q {GREY} RG 0.8 w {x:.2f} {y:.2f} m {to_x:.2f} {y:.2f} l S Q"
