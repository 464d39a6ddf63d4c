"""Cells of a file that cannot be right: what may stand there, and what was meant."""

import secrets
from collections.abc import Iterator, Sequence
from pathlib import Path

from gtregister.core import exports
from gtregister.core.register import Register
from gtregister.i18n import N_, _
from gtregister.importers import Ask, ColumnMatch, Layout, Problem, Sheet, fields
from gtregister.importers.cells import written
from gtregister.importers.headings import lay_out
from gtregister.table import Column, Table, Value

# The heading of the column that says it, in a list of rows to mend.
WRONG = N_("What’s wrong")
# What people type for a digit.
_SLIPS = str.maketrans({"O": "0", "o": "0", "l": "1", "I": "1", "|": "1"})


def wrong_with(column: ColumnMatch, text: str) -> str:
    """Say in a sentence why a text cannot stand in a column; nothing if it can."""
    if not column.field or not text.strip():
        return ""
    _value, trouble = fields.parser(column.field, column.heading)(text)
    return trouble.text if trouble and trouble.level == "problem" else ""


def suggestion(column: ColumnMatch, text: str) -> str | None:
    """Guess what was meant by a text that cannot be right; None if nobody can tell."""
    if not column.field or not wrong_with(column, text):
        return None
    parse = fields.parser(column.field, column.heading)
    for meant in _candidates(text):
        value, trouble = parse(meant)
        if value is not None and trouble is None:
            return meant
    return None


def _candidates(text: str) -> Iterator[str]:
    joined = "".join(text.split())
    for one in (joined, joined.strip(".,;:*?'\"`"), joined.rstrip("%")):
        if one and one != text:
            yield one
        swapped = one.translate(_SLIPS)
        if swapped and swapped != one:
            yield swapped


def to_mend(layout: Layout, problems: Sequence[Problem]) -> Table:
    """List the rows that have problems as the file has them, with what is wrong.

    Mended and saved, such a list can be imported like the file itself.
    """
    wrong: dict[int, list[str]] = {}
    for problem in problems:
        if problem.row:
            wrong.setdefault(problem.row, []).append(problem.text)
    sheet = layout.sheet
    width = max(len(layout.columns), 1)
    columns = [
        Column(f"c{place}", heading) for place, heading in enumerate(_headings(layout))
    ]
    columns.append(Column("wrong", WRONG))
    rows: list[tuple[Value, ...]] = []
    for number, texts in sorted(wrong.items()):
        place = number - sheet.first_row
        if 0 <= place < len(sheet.rows):
            cells = [written(cell) or None for cell in sheet.rows[place]][:width]
            cells += [None] * (width - len(cells))
            rows.append((*cells, " ".join(texts)))
    return Table(_("Rows to mend"), tuple(columns), rows)


def _headings(layout: Layout) -> list[str]:
    """Give the headings so that they say alone what their surroundings help to say.

    Only one row of headings is written, on a sheet of another name.
    """
    headings = [column.heading for column in layout.columns]
    for around in (_above, lambda layout, _place: layout.sheet.name):
        unknown = _not_understood(layout, headings)
        for place in unknown:
            heading = layout.columns[place].heading
            headings[place] = f"{around(layout, place)} {heading}".strip()
    for place in _not_understood(layout, headings):
        headings[place] = layout.columns[place].heading
    return headings


def _not_understood(layout: Layout, headings: Sequence[str]) -> list[int]:
    """Give the places of headings that would be taken for something else alone."""
    body = layout.sheet.rows[layout.heading + 1 :]
    alone = lay_out(Sheet("", [headings, *body]), Ask(heading_row=1))
    pairs = zip(layout.columns, alone.columns, strict=True)
    return [n for n, (one, other) in enumerate(pairs) if one.field != other.field]


def _above(layout: Layout, place: int) -> str:
    """Find what stands nearest above a heading, or left of that."""
    for row in reversed(layout.sheet.rows[: layout.heading]):
        texts = [*filter(None, map(written, row[: place + 1]))]
        if texts:
            return texts[-1]
    return ""


def save(register: Register, table: Table, path: Path) -> None:
    """Save rows of a file that was not imported: nothing leaves the register.

    So, unlike an export, it is no change and is not logged. Raises UserError if the
    file cannot be written.
    """
    part = path.with_name(f".{secrets.token_hex(8)}{path.suffix}")
    with exports.told(path, part):
        imprint = exports.imprint(register)
        exports.writer_for(path).write(table, imprint, part)
        part.replace(path)
