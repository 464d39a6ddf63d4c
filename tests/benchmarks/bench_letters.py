"""How long a thousand letters take, beside a bare canvas that draws the same lines.

The floor knows already what stands where: it lays nothing out, merges nothing, and
draws with one of the library's own text objects a page. Both hold the
finished pages until the end; memory says that ours holds hardly more for each.
"""

import tempfile
import tracemalloc
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from gtregister.core.telling import letter_template
from gtregister.core.telling.letter_template import Template
from gtregister.core.telling.templates import shipped
from gtregister.writers import letter_pdf
from gtregister.writers.letter import Batch, Letter, Letterhead
from gtregister.writers.letter_paper import Paper, head
from gtregister.writers.letter_sheet import HEIGHT, WIDTH, Line, Sheet
from tests.benchmarks.bench_writers import FORENAMES, SURNAMES, _ratio

HEAD = Letterhead("Greenfield Academy", ("School Lane", "01632 960123"))


def letters(count: int) -> list[Letter]:
    """Merge the yearly update for made-up families, so that each has lines of its own.

    Every name is met only once.
    """
    template = letter_template.parse(shipped("en")["reviewed_parents"])
    return [_letter(template, number) for number in range(count)]


def _letter(template: Template, number: int) -> Letter:
    forename, surname = FORENAMES[number % 7], f"{SURNAMES[number % 6]}-{number}"
    child = f"{forename}{number}"
    values = {
        "child": child,
        "register_name": "more able register",
        "areas": ("mathematics", "music"),
        "offers": ("a problem-solving group on Thursdays", "the school orchestra"),
        "done": ("Maths masterclass",),
        "enquiries": "Mrs C Hall on 01632 960124",
    }
    filled = letter_template.fill(template, values, " and ".join)
    return Letter(
        address=(f"Mrs {surname}", f"{number} Mill Lane", "Greenfield", "GF1 2AB"),
        day="23 November 2026",
        greeting=f"Dear Mrs {surname}",
        subject=filled.subject,
        blocks=filled.blocks[:8],
        closing=("Yours sincerely", "Mrs J Osei", "Head teacher"),
        page="Page {page} of {pages}",
        is_posted=True,
    )


def ratios() -> list[tuple[str, float, float]]:
    """Measure: what is measured, how many times the floor it costs, the aim."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "letters.pdf"
        batch = Batch(HEAD, letters(1_000), date(2026, 11, 23))
        pages = _pages(batch)
        assert len(pages) == 1_000
        ours, bare = partial(letter_pdf.write, batch, path), partial(_bare, pages, path)
        return [
            ("1,000 letters / bare canvas", _ratio(ours, bare), 3.0),
            ("memory of a letter more / of a bare page more", _memory(path), 1.3),
        ]


def _pages(batch: Batch) -> list[list[Line]]:
    paper = Paper()
    return [_lines(sheet) for one in batch.letters for sheet in paper.pages(one)]


def _lines(sheet: Sheet) -> list[Line]:
    return [*head(HEAD), *sheet.lines]


def _bare(pages: list[list[Line]], path: Path) -> None:
    canvas = Canvas(str(path), (WIDTH, HEIGHT), pageCompression=1)
    for page in pages:
        text, letters = canvas.beginText(), None
        for line in page:
            if line.letters is not letters:
                text.setFont(line.letters.face.name, line.letters.size)
                letters = line.letters
            text.setTextOrigin(line.x, line.y)
            text.textLine(line.text)
        canvas.drawText(text)
        canvas.showPage()
    canvas.save()


def _memory(path: Path) -> float:
    """Divide what 3,000 letters more hold by what as many bare pages more do."""
    batches = [Batch(HEAD, letters(n), date(2026, 11, 23)) for n in (1_000, 4_000)]
    bare = [_pages(batch) for batch in batches]
    ours = [_peak(partial(letter_pdf.write, batch, path)) for batch in batches]
    floor = [_peak(partial(_bare, pages, path)) for pages in bare]
    return (ours[1] - ours[0]) / (floor[1] - floor[0])


def _peak(run: Callable[[], None]) -> int:
    run()  # what is loaded once is not measured
    tracemalloc.start()
    run()
    _now, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak
