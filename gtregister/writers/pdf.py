"""Tables to PDF: pages to print, read and file."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from gtregister.i18n import N_, translated
from gtregister.table import Imprint, Table
from gtregister.writers import Step, Writer, fonts, no_step
from gtregister.writers.fonts import Ink
from gtregister.writers.frame import BOTTOM, HEIGHT, LEFT, WIDTH, Frame
from gtregister.writers.grid import Grid

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas


def write(table: Table, imprint: Imprint, path: Path, step: Step = no_step) -> None:
    """Draw the table on A4 pages, as many as it takes, each with its headings.

    Where the pages break is settled first, so that each can say how many there are.
    UserError if the table has too many columns for the width of a page.
    """
    title = fonts.regular().clean(translated(table.title))
    size = (HEIGHT, WIDTH) if imprint.upright else (WIDTH, HEIGHT)
    frame = Frame(title, imprint, *size)
    grid = Grid(_filled(table), size[0] - LEFT)
    step(0, 1)
    pages = grid.pages(frame.below - BOTTOM)
    with path.open("wb") as file:
        canvas = new_canvas(file, title, imprint.on, size)
        ink = Ink(canvas)
        head = frame.head(ink)
        for number, page in enumerate(pages, 1):
            step(number, len(pages))
            canvas.addLiteral(head)
            canvas.addLiteral(grid.draw(ink, page, frame.below))
            canvas.addLiteral(frame.foot(ink, number, len(pages)))
            canvas.showPage()
        canvas.save()


def _filled(table: Table) -> Table:
    """Leave out columns in which nothing stands: paper has no room for them."""
    empty = {
        column.key
        for place, column in enumerate(table.columns)
        if table.rows and all(row[place] in (None, "") for row in table.rows)
    }
    return table.without(empty) if len(empty) < len(table.columns) else table


def new_canvas(
    file: BinaryIO,
    title: str,
    made: date,
    size: tuple[float, float] = (WIDTH, HEIGHT),
) -> "Canvas":
    """Open a document that names no person and comes out the same each time."""
    from reportlab import rl_config
    from reportlab.pdfgen.canvas import Canvas

    rl_config.useA85 = 0  # Base 85 is for old mail and makes files a quarter larger.
    canvas = Canvas(
        file,
        pagesize=size,
        pageCompression=1,
        invariant=1,
        initialFontName=fonts.REGULAR,  # type: ignore[arg-type]  # its stub is wrong
    )
    day = f"D:{made:%Y%m%d}"
    canvas.setDateFormatter(lambda *_clock: day)
    canvas.setTitle(title.encode(errors="replace").decode())
    canvas.setCreator("gtregister")
    canvas.setAuthor("")
    canvas.setSubject("")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    return canvas


WRITER = Writer(title=N_("PDF to print"), suffix=".pdf", write=write)
