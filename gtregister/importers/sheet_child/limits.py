"""How large a file may be, and what refuses it."""

from collections.abc import Sequence

FILE_BYTES = 50 * 1024 * 1024
UNPACKED_BYTES = 300 * 1024 * 1024
MEMBERS = 2_000
# Of thousands of honest workbooks none had a large part packed tighter than 121 to 1.
RATIO = 200
# 20,000 rows of pupils, and some hundreds of titles, totals and notes.
ROWS = 20_500
COLUMNS = 500
CELLS = 4_000_000
MEMORY = 1536 * 1024 * 1024

Line = dict[str, object]


class Refused(Exception):
    """The file is not one to read, for a reason that the parent has words for."""


def height(rows: Sequence[Sequence[object]]) -> int:
    """Count the rows down to the last that is not blank; refuse too long or wide."""
    count = len(rows)
    while count and not any(str(cell).strip() for cell in rows[count - 1]):
        count -= 1
    if count > ROWS:
        raise Refused("rows")
    if max(map(len, rows), default=0) > COLUMNS:
        raise Refused("columns")
    return count
