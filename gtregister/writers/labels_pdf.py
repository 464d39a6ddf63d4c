"""Addresses to labels: on sheets of the usual sizes, the part-used ones too."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from gtregister.errors import UserError
from gtregister.i18n import N_, _
from gtregister.writers import Step, fonts, no_step
from gtregister.writers.fonts import Ink, Letters
from gtregister.writers.frame import BLACK
from gtregister.writers.letter_pdf import new_canvas
from gtregister.writers.letter_sheet import HEIGHT, MM, WIDTH


@dataclass(frozen=True, slots=True)
class LabelSheet:
    """A sheet of labels on A4: how many, how large, and where, in millimetres."""

    title: str
    across: int
    down: int
    width: float
    height: float
    left: float
    top: float
    gap: float


# The measures that the makers print on the packets.
SHEETS = {
    "21": LabelSheet(N_("21 labels, 63.5 × 38.1 mm"), 3, 7, 63.5, 38.1, 7.2, 15.1, 2.5),
    "24": LabelSheet(N_("24 labels, 63.5 × 33.9 mm"), 3, 8, 63.5, 33.9, 7.2, 12.9, 2.5),
    "14": LabelSheet(N_("14 labels, 99.1 × 38.1 mm"), 2, 7, 99.1, 38.1, 4.7, 15.1, 2.5),
}
_INSIDE = 4 * MM
_SIZES = (12.0, 11.0, 10.0, 9.0, 8.0, 7.0)  # points; the first at which all fits
_LINE = 1.2


def write(
    addresses: Sequence[Sequence[str]],
    path: Path,
    on: date,
    *,
    sheet: str = "21",
    first: int = 1,
    step: Step = no_step,
) -> None:
    """Print addresses, the first of them on label `first` of a part-used sheet.

    `step` hears how many are done, of how many, and may raise Cancelled.
    """
    if sheet not in SHEETS:
        said = _("There are no labels “{sheet}”. There are: {sheets}.")
        raise UserError(said.format(sheet=sheet, sheets=", ".join(SHEETS)), "sheet")
    kind = SHEETS[sheet]
    most = kind.across * kind.down
    if not 1 <= first <= most:
        said = _("The sheet has labels 1 to {most}. Begin at one of them.")
        raise UserError(said.format(most=most), "first")
    with path.open("wb") as file:
        canvas = new_canvas(file, on.strftime("D:%Y%m%d"), (WIDTH, HEIGHT))
        ink = Ink(canvas)
        for place, address in enumerate(addresses, first - 1):
            if place % most == 0 and place >= first:
                canvas.showPage()
            canvas.addLiteral(_drawn(ink, kind, place % most, address))
            step(place - first + 2, len(addresses))
        canvas.save()


def _drawn(ink: Ink, kind: LabelSheet, place: int, address: Sequence[str]) -> str:
    row, column = divmod(place, kind.across)
    x = (kind.left + column * (kind.width + kind.gap)) * MM + _INSIDE
    top = HEIGHT - (kind.top + row * kind.height) * MM - _INSIDE
    room, height = kind.width * MM - 2 * _INSIDE, kind.height * MM - 2 * _INSIDE
    lines, letters = _fitted(address, room, height)
    step = letters.size * _LINE
    code = [
        ink.at(x, top - letters.size - number * step, line, letters)
        for number, line in enumerate(lines)
    ]
    return " ".join(["BT", BLACK, "rg", *code, "ET"])


def _fitted(
    address: Sequence[str], room: float, height: float
) -> tuple[list[str], Letters]:
    """Choose the largest letters in which the whole address fits on a label."""
    clean = [fonts.regular().clean(line) for line in address]
    for size in _SIZES:
        letters = Letters(fonts.regular(), size)
        lines = [piece for line in clean for piece in letters.fold(line, room, 2)]
        if len(lines) * size * _LINE <= height:
            return lines, letters
    return lines[: int(height / (size * _LINE))], letters
