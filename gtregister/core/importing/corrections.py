"""Cells of a file that cannot be right: what may stand there, and what was meant."""

import secrets
from collections.abc import Iterator, Sequence
from pathlib import Path

from gtregister.core import exports
from gtregister.core.register import Register
from gtregister.i18n import N_, _
from gtregister.importers import ColumnMatch, Layout, Problem, fields
from gtregister.importers.cells import written
from gtregister.table import Column, Table, Value

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
    headings = [written(cell) for cell in sheet.rows[layout.heading]]
    headings += [""] * (width - len(headings))
    columns = [
        Column(f"c{place}", heading) for place, heading in enumerate(headings[:width])
    ]
    columns.append(Column("wrong", N_("What’s wrong")))
    rows: list[tuple[Value, ...]] = []
    for number, texts in sorted(wrong.items()):
        place = number - sheet.first_row
        if 0 <= place < len(sheet.rows):
            cells = [written(cell) or None for cell in sheet.rows[place]][:width]
            cells += [None] * (width - len(cells))
            rows.append((*cells, " ".join(texts)))
    return Table(_("Rows to mend"), tuple(columns), rows)


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
