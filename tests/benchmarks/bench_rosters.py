"""How long 50 rosters of 60 pupils take, beside the same texts on a bare canvas.

Ours and the bare call run in turn, so that a busy machine slows both; the ratio is the
median of those of the turns, in processor time.
"""

import gc
import statistics
import tempfile
import time
from datetime import date
from functools import partial
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from gtregister.table import Column, Imprint, Table
from gtregister.writers import roster_pdf
from gtregister.writers.frame import BOTTOM, HEIGHT, LEFT, WIDTH, Frame
from gtregister.writers.roster import Roster
from gtregister.writers.roster_grid import RosterGrid
from tests.benchmarks.bench_writers import Recorder, Run, Text

ROSTERS, PUPILS = 50, 60
IMPRINT = Imprint("Ysgol Dyfrig", "C Hall", date(2026, 11, 26), ("Leeds, 09:30.",))
SURNAMES = ("Łęczyński", "Nguyễn", "Ŵynne", "Smith", "Patel", "Brown-Whitfield")
COLUMNS = (
    Column("number", "No.", "number"),
    Column("surname", "Surname"),
    Column("forename", "Forename"),
    Column("form", "Form"),
    Column("contact", "First contact"),
    Column("out", "Out"),
    Column("back", "Back"),
)


def ratios() -> list[tuple[str, float, float]]:
    """Measure: what is measured, how many times the floor it costs, the aim."""
    with tempfile.TemporaryDirectory() as folder:
        made = [_roster(number) for number in range(ROSTERS)]
        path = Path(folder) / "roster.pdf"
        ours = partial(_ours, made, path)
        floor = partial(_bare, [_texts(roster) for roster in made], path)
        what = f"{ROSTERS} rosters of {PUPILS} pupils / bare canvas"
        return [(what, _ratio(ours, floor), 2.0)]


def _roster(number: int) -> Roster:
    """Make up a roster; no two have the same pupils."""
    rows = [
        (
            n,
            f"{SURNAMES[n % 6]}-{number}-{n}",
            f"Forename {n * number % 40}",
            f"{7 + n % 5}{'ABC'[n % 3]}",
            f"01632 {960_000 + n} Mrs {SURNAMES[n % 6]}",
            None,
            None,
        )
        for n in range(1, PUPILS + 1)
    ]
    table = Table(f"Trip {number}", COLUMNS, rows)
    ticks = frozenset({"out", "back"})
    return Roster(table, ("Leeds",), (f"{PUPILS} pupils.",), ("Leader",), ticks)


def _ours(made: list[Roster], path: Path) -> None:
    for roster in made:
        roster_pdf.write(roster, IMPRINT, path)


def _texts(roster: Roster) -> list[list[Text]]:
    """List what stands on each page of a roster, and where."""
    grid = RosterGrid(roster, HEIGHT - LEFT)
    frame, ink = Frame(roster.table.title, IMPRINT, HEIGHT, WIDTH), Recorder()
    pages = []
    paged = grid.paged(frame.below - BOTTOM)
    for number, page in enumerate(paged, 1):
        ink.texts = []
        frame.head(ink)
        top = frame.below
        for block in page:
            block.draw(ink, top)
            top -= block.height
        frame.foot(ink, number, len(paged))
        pages.append(ink.texts)
    return pages


def _bare(rosters: list[list[list[Text]]], path: Path) -> None:
    """Draw the same texts at the same places with nothing to work out."""
    for pages in rosters:
        canvas = Canvas(str(path), (HEIGHT, WIDTH), pageCompression=1)
        for page in pages:
            text, font = canvas.beginText(), None
            for x, y, words, letters in page:
                if letters is not font:
                    text.setFont(letters.face.name, letters.size)
                    font = letters
                text.setTextOrigin(x, y)
                text.textLine(words)
            canvas.drawText(text)
            canvas.showPage()
        canvas.save()


def _ratio(ours: Run, floor: Run, times: int = 5) -> float:
    _seconds(ours), _seconds(floor)  # what is loaded once is not measured
    return statistics.median(_seconds(ours) / _seconds(floor) for _turn in range(times))


def _seconds(run: Run) -> float:
    gc.collect()
    start = time.process_time()
    run()
    return time.process_time() - start
