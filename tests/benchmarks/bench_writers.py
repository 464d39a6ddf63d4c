"""How long lists take to become files, beside the same library with nothing around it.

Ours and the bare call run in turn, so that a busy machine slows both; the ratio is the
median of those of the turns, in processor time.
"""

import gc
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from reportlab.pdfgen.canvas import Canvas

from gtregister.table import Column, Imprint, Table
from gtregister.writers import pdf, xlsx
from gtregister.writers.cells import content
from gtregister.writers.fonts import Ink, Letters
from gtregister.writers.frame import BOTTOM, HEIGHT, WIDTH, Frame
from gtregister.writers.grid import Grid
from gtregister.writers.workbook import body_cell

Run = Callable[[], None]
Text = tuple[float, float, str, Letters]

COLUMNS = (
    Column("upn", "UPN"),
    Column("surname", "Surname"),
    Column("forename", "Forename"),
    Column("year", "Year", "number"),
    Column("form", "Form"),
    Column("dob", "Date of birth", "date"),
    Column("subject", "Subject"),
    Column("status", "Status", "status"),
    Column("score", "Reading", "number"),
    Column("eal", "EAL", "yes_no"),
)
IMPRINT = Imprint("Ysgol Dyfrig", "C Hall", date(2026, 11, 26), ("As at today.",))
SURNAMES = ("Łęczyński", "Nguyễn", "Ŵynne", "Smith", "Patel", "Brown-Whitfield")
FORENAMES = ("Zofia", "Ánh", "Siân", "Grace", "Ali", "Oluwaseun", "Bartłomiej")
SUBJECTS = ("Mathematics", "English", "Design and technology", None)
STATUSES = ("On the register", "Candidate", "Watching")


def register(rows: int) -> Table:
    """Make up a register; UPNs and one name in two are met only once."""
    draw = random.Random(7)
    return Table(
        "Gifted and talented register",
        COLUMNS,
        [
            (
                f"A{draw.randrange(10**12):012}",
                draw.choice(SURNAMES) + draw.choice(("", f"-{row}")),
                draw.choice(FORENAMES),
                draw.randint(7, 11),
                f"{draw.randint(7, 11)}{draw.choice('ABC')}",
                date(2014, draw.randint(1, 12), draw.randint(1, 28)),
                draw.choice(SUBJECTS),
                draw.choice(STATUSES),
                draw.choice((None, 98, 110, 117)),
                draw.choice((0, 1, None)),
            )
            for row in range(rows)
        ],
    )


def ratios() -> list[tuple[str, float, float]]:
    """Measure: what is measured, how many times the floor it costs, the aim."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "list"
        short, long = register(2_000), register(20_000)
        longer = partial(pdf.write, long, IMPRINT, path)
        shorter = partial(pdf.write, short, IMPRINT, path)
        return [
            ("PDF of 2,000 rows / bare canvas", _ratio(*_pdf(short, path)), 1.5),
            ("PDF of 20,000 rows / bare canvas", _ratio(*_pdf(long, path)), 1.5),
            ("PDF row of 20,000 / of 2,000", _ratio(longer, shorter) / 10, 1.3),
            ("xlsx of 2,000 rows / bare openpyxl", _ratio(*_xlsx(short, path)), 1.3),
        ]


def _ratio(ours: Run, floor: Run, times: int = 7) -> float:
    _seconds(ours), _seconds(floor)  # what is loaded once is not measured
    return statistics.median(_seconds(ours) / _seconds(floor) for _turn in range(times))


def _seconds(run: Run) -> float:
    gc.collect()
    start = time.process_time()
    run()
    return time.process_time() - start


def _pdf(table: Table, path: Path) -> tuple[Run, Run]:
    """Draw a PDF, and the same texts at the same places with nothing to work out."""
    pages = list(_texts(table))

    def bare() -> None:
        canvas = Canvas(str(path), (WIDTH, HEIGHT), pageCompression=1)
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

    return partial(pdf.write, table, IMPRINT, path), bare


def _texts(table: Table) -> Iterator[list[Text]]:
    """List what stands on each page, and where."""
    frame, grid, ink = Frame(table.title, IMPRINT), Grid(table), Recorder()
    pages = grid.pages(frame.below - BOTTOM)
    for number, page in enumerate(pages, 1):
        ink.texts = []
        frame.head(ink)
        grid.draw(ink, page, frame.below)
        frame.foot(ink, number, len(pages))
        yield ink.texts


class Recorder(Ink):
    """Ink that only notes what it should draw."""

    def __init__(self) -> None:
        self.texts: list[Text] = []

    def at(self, x: float, y: float, text: str, letters: Letters) -> str:
        self.texts.append((x, y, letters.face.visible(text), letters))
        return ""


def _xlsx(table: Table, path: Path) -> tuple[Run, Run]:
    """Write a workbook, and the same cells with styles made once."""
    contents = [
        [
            content(value, column.kind)
            for value, column in zip(row, COLUMNS, strict=True)
        ]
        for row in table.rows
    ]

    def bare() -> None:
        book = Workbook(write_only=True)
        sheet = book.create_sheet("Register")
        styles = [body_cell(sheet, column.kind)._style for column in COLUMNS]
        for row in contents:
            cells = []
            for value, style in zip(row, styles, strict=True):
                cell = WriteOnlyCell(sheet, value)
                cell._style = style
                cells.append(cell)
            sheet.append(cells)
        book.save(path)

    return partial(xlsx.write, table, IMPRINT, path), bare
