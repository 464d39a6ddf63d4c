"""How large a file may be, and what refuses it."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TypedDict

FILE_BYTES = 50 * 1024 * 1024
UNPACKED_BYTES = 300 * 1024 * 1024
MEMBERS = 2_000
# Of thousands of honest workbooks none had a large part packed tighter than 121 to 1.
RATIO = 200
# The bit by which a zip file says that a member needs a password.
ENCRYPTED = 1
# How members may be packed: not at all (0), or as everybody does (8).
PACKED = (0, 8)
# 20,000 rows of pupils, and some hundreds of titles, totals and notes.
ROWS = 20_500
COLUMNS = 500
# All of them 200 columns wide.
CELLS = 200 * ROWS
MEMORY = 512 * 1024 * 1024

# One line is read while the next is written.
_ROWS_A_LINE = 1_000

Row = Sequence[object]


class Line(TypedDict, total=False):
    """What the child says at a time; `__init__` has what each may be."""

    name: str
    hidden: bool
    merged: Sequence[tuple[int, int, int]]
    hidden_rows: Sequence[int]
    hidden_columns: Sequence[int]
    made_from: str
    encoding: str
    rows: Sequence[Row]


class Refused(Exception):
    """The file is not one to read, for a reason that the parent has words for."""


def told(rows: Iterable[Row], columns: int = COLUMNS) -> Iterator[Line]:
    """Give the rows of a sheet as lines; refuse too many, or too wide ones."""
    kept = _kept(rows, columns)
    while some := [*islice(kept, _ROWS_A_LINE)]:
        yield {"rows": some}


def within(lines: Iterable[Line]) -> Iterator[Line]:
    """Give the lines of a file; refuse it when they have too many cells."""
    cells = 0
    for line in lines:
        cells += sum(map(len, line.get("rows", ())))
        if cells > CELLS:
            raise Refused("large")
        yield line


def is_blank(row: Row) -> bool:
    """Say whether there is nothing in a row but spaces."""
    return not any(str(cell).strip() for cell in row)


def _kept(rows: Iterable[Row], columns: int) -> Iterator[Row]:
    """Give the rows down to the last that is not blank; a blank one has no cells."""
    count = blank = 0
    for row in rows:
        if is_blank(row):
            blank += 1
            continue
        count += blank + 1
        if count > ROWS:
            raise Refused("rows")
        if len(row) > columns:
            raise Refused("columns")
        for _above in range(blank):
            yield ()
        blank = 0
        yield row
