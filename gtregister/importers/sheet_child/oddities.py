"""What a workbook says of its cells and calamine does not tell.

Cells that hold an error such as #N/A, or a formula whose value was never saved, come as
blank, as if there had been nothing to know; and nothing tells which rows and columns
are hidden. `xlsx`, `ods` and `xls` find it, each in its own kind of file.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from .limits import Refused  # noqa: TID252 - see __init__

# A list of pupils in which there is more amiss is no list of pupils.
_MOST = 200_000


@dataclass(slots=True)
class Oddities:
    """What is odd in a sheet, by places that count from 0.

    `cells` has, by row and column, the error of a cell, or its formula with = in front.
    """

    cells: dict[int, dict[int, str]] = field(default_factory=dict)
    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: list[int] = field(default_factory=list)
    count: int = 0

    def __bool__(self) -> bool:
        return self.count > 0

    def add(self, row: int, column: int, text: str) -> None:
        """Note what a cell shows, or its formula; refuse too many of them."""
        self._count(1)
        self.cells.setdefault(row, {})[column] = text

    def hide_rows(self, places: Iterable[int]) -> None:
        """Note that rows are hidden."""
        before = len(self.hidden_rows)
        self.hidden_rows += places
        self._count(len(self.hidden_rows) - before)

    def hide_columns(self, places: Iterable[int]) -> None:
        """Note that columns are hidden."""
        before = len(self.hidden_columns)
        self.hidden_columns += places
        self._count(len(self.hidden_columns) - before)

    def _count(self, more: int) -> None:
        self.count += more
        if self.count > _MOST:
            raise Refused("large")
