"""Letters to PDF: drawn line by line on the canvas, as many as there are.

Platypus, reportlab's own layout, takes twelve times as long as a bare canvas; this
takes less than three.
"""

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from gtregister.writers import Step, certificate, fonts, letter_logo, no_step
from gtregister.writers.fonts import Ink
from gtregister.writers.frame import BLACK, BLUE, GREY
from gtregister.writers.letter import Batch, Letterhead
from gtregister.writers.letter_paper import Paper, head
from gtregister.writers.letter_sheet import (
    HEIGHT,
    LEFT,
    MM,
    RIGHT,
    WIDTH,
    Line,
    Sheet,
    Stroke,
)

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

_LOGO, _LOGO_TOP = (40 * MM, 18 * MM), HEIGHT - 24 * MM  # at most, and from where
_RULE = HEIGHT - 44 * MM


def write(
    batch: Batch,
    path: Path,
    *,
    two_sided: bool = False,
    step: Step = no_step,
) -> None:
    """Draw letters one after the other into one document.

    `two_sided` begins each letter on a fresh sheet. `step` hears how many letters are
    done, of how many, and may raise Cancelled.
    """
    with path.open("wb") as file:
        canvas = new_canvas(file, batch.on.strftime("D:%Y%m%d"), (WIDTH, HEIGHT))
        ink = Ink(canvas)
        paper = cache(Paper)
        heading = _heading(ink, batch.head)
        for done, letter in enumerate(batch.letters, 1):
            if letter.is_certificate:
                certificate.draw(canvas, ink, batch.head, letter)
                canvas.showPage()
            else:
                sheets = paper(letter.large_print, letter.language).pages(letter)
                _letter(canvas, ink, batch.head, heading, sheets)
                if two_sided and len(sheets) % 2:
                    canvas.showPage()
            step(done, len(batch.letters))
        canvas.save()


def _letter(
    canvas: "Canvas", ink: Ink, head: Letterhead, heading: str, sheets: list[Sheet]
) -> None:
    canvas.setPageSize((WIDTH, HEIGHT))
    for sheet in sheets:
        if sheet.is_first:
            canvas.addLiteral(heading)
            letter_logo.draw(canvas, head, LEFT, _LOGO_TOP, _LOGO)
        canvas.addLiteral(_drawn(ink, sheet))
        canvas.showPage()


def new_canvas(file: object, day: str, size: tuple[float, float]) -> "Canvas":
    """Open a document that names no person and comes out the same each time."""
    from reportlab import rl_config
    from reportlab.pdfgen.canvas import Canvas

    rl_config.useA85 = 0  # Base 85 is for old mail and makes files a quarter larger.
    fonts.regular()
    canvas = Canvas(
        file,  # type: ignore[arg-type]  # its stub knows only names of files
        pagesize=size,
        pageCompression=1,
        invariant=1,
        initialFontName=fonts.REGULAR,  # type: ignore[arg-type]  # its stub is wrong
    )
    canvas.setDateFormatter(lambda *_clock: day)
    canvas.setTitle("gtregister")
    canvas.setCreator("gtregister")
    canvas.setAuthor("")
    canvas.setSubject("")
    return canvas


def _heading(ink: Ink, letterhead: Letterhead) -> str:
    """Draw the letterhead, which is the same on every letter."""
    lines = list(head(letterhead))
    rule = f"q {BLUE} RG 1 w {LEFT:.2f} {_RULE:.2f} m {RIGHT:.2f} {_RULE:.2f} l S Q"
    names = [line for line in lines if line.x == LEFT]
    others = [line for line in lines if line.x != LEFT]
    code = [rule, "BT", BLUE, "rg", *_texts(ink, names), GREY, "rg"]
    return " ".join([*code, *_texts(ink, others), "ET"])


def _drawn(ink: Ink, sheet: Sheet) -> str:
    code = [stroke for one in sheet.strokes for stroke in _stroke(one)]
    return " ".join([*code, "BT", BLACK, "rg", *_texts(ink, sheet.lines), "ET"])


def _texts(ink: Ink, lines: Iterable[Line]) -> list[str]:
    return [ink.at(line.x, line.y, line.text, line.letters) for line in lines]


def _stroke(one: Stroke) -> Iterable[str]:
    yield f"q {BLACK if one.is_box else GREY} RG 0.8 w"
    if one.is_dashed:
        yield "[4 3] 0 d"
    if one.is_box:
        width, height = one.to_x - one.x, one.to_y - one.y
        yield f"{one.x:.2f} {one.y:.2f} {width:.2f} {height:.2f} re S Q"
    else:
        yield f"{one.x:.2f} {one.y:.2f} m {one.to_x:.2f} {one.to_y:.2f} l S Q"
