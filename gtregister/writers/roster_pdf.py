"""Rosters to PDF: A4 pages to carry, tick and sign."""

from pathlib import Path

from gtregister.i18n import translated
from gtregister.table import Imprint
from gtregister.writers import fonts, pdf
from gtregister.writers.fonts import Ink
from gtregister.writers.frame import BOTTOM, HEIGHT, LEFT, WIDTH, Frame
from gtregister.writers.roster import Roster
from gtregister.writers.roster_grid import RosterGrid


def write(roster: Roster, imprint: Imprint, path: Path) -> None:
    """Draw a roster upright, or across the page if its columns need the width.

    Each page has the title, the facts, the headings and its number; the totals and the
    lines to sign on stand once, at the end, never without a pupil above them.
    """
    title = fonts.regular().clean(translated(roster.table.title))
    width, height = HEIGHT, WIDTH
    grid = RosterGrid(roster, width - LEFT)
    if grid.is_small:
        width, height = WIDTH, HEIGHT
        grid = RosterGrid(roster, width - LEFT)
    frame = Frame(title, imprint, width, height)
    pages = grid.paged(frame.below - BOTTOM)
    with path.open("wb") as file:
        canvas = pdf.new_canvas(file, title, imprint.on, (width, height))
        ink = Ink(canvas)
        head = frame.head(ink)
        for number, page in enumerate(pages, 1):
            canvas.addLiteral(head)
            top = frame.below
            for block in page:
                canvas.addLiteral(block.draw(ink, top))
                top -= block.height
            canvas.addLiteral(frame.foot(ink, number, len(pages)))
            canvas.showPage()
        canvas.save()
