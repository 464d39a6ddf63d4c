"""The reply slip at the foot of a letter, under a line to cut along."""

from gtregister.writers.letter import Slip
from gtregister.writers.letter_sheet import (
    LEFT,
    MM,
    RIGHT,
    Flow,
    Line,
    Sheet,
    Stroke,
)
from gtregister.writers.letter_type import Type

_BOX = 8 * MM  # large enough to tick


def put(flow: Flow, type_: Type, slip: Slip) -> None:
    """Put a slip whole at the foot of the last page, or of one more."""
    step = type_.step
    room = RIGHT - LEFT - 2 * (_BOX + 3.2 * step)
    asked = [type_.wrapped(q, type_.normal, room) for q in slip.questions]
    heights = [max(len(lines) * step, _BOX) + step * 0.5 for lines in asked]
    intro = type_.wrapped(slip.instruction, type_.normal, RIGHT - LEFT)
    about = type_.wrapped(slip.pupil, type_.bold, RIGHT - LEFT)
    whole = step * (4.2 + len(about) + len(intro)) + sum(heights)
    flow.keep(whole)
    sheet, y = flow.sheets[-1], min(flow.y, flow.bottom + whole) - step * 0.5
    sheet.strokes.append(Stroke(LEFT, y, RIGHT, y, is_dashed=True))
    y -= step * 1.4
    wide = type_.title.width(slip.number)
    sheet.lines.append(type_.line(slip.title, y, type_.title))
    x = type_.mirrored(RIGHT - wide, wide)
    sheet.lines.append(Line(x, y, slip.number, type_.title))
    for lines, letters in ((about, type_.bold), (intro, type_.normal)):
        for line in lines:
            y -= step
            sheet.lines.append(type_.line(line, y, letters))
    y -= step * 0.5
    for lines, height in zip(asked, heights, strict=True):
        _question(sheet, type_, lines, y, slip)
        y -= height
    _signature(sheet, type_, y - step * 1.1, slip)
    flow.y = flow.bottom


def _question(
    sheet: Sheet, type_: Type, lines: list[str], top: float, slip: Slip
) -> None:
    """Write one question, with a box to tick for yes and one for no."""
    for place, line in enumerate(lines):
        y = top - type_.size - place * type_.step
        sheet.lines.append(type_.line(line, y, type_.normal))
    x, y = RIGHT, top - type_.size
    for word in (slip.no, slip.yes):
        x -= _BOX
        left = type_.mirrored(x, _BOX)
        sheet.strokes.append(Stroke(left, top - _BOX, left + _BOX, top, is_box=True))
        wide = type_.width(word, type_.normal)
        x -= wide + 4
        sheet.lines.append(Line(type_.mirrored(x, wide), y, word, type_.normal))
        x -= type_.size


def _signature(sheet: Sheet, type_: Type, y: float, slip: Slip) -> None:
    middle = LEFT + (RIGHT - LEFT) * 0.62
    for x, end, word in (
        (LEFT, middle - 12, slip.signed),
        (middle, RIGHT, slip.dated),
    ):
        wide = type_.width(word, type_.normal)
        sheet.lines.append(Line(type_.mirrored(x, wide), y, word, type_.normal))
        start = x + wide + 6
        left = type_.mirrored(start, end - start)
        sheet.strokes.append(Stroke(left, y - 2, left + end - start, y - 2))
