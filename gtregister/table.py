"""Table: columns and rows, which every list, report, preview, roster and export is."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal

Kind = Literal["text", "number", "date", "status", "yes_no"]
Value = str | int | float | date | None


@dataclass(frozen=True, slots=True)
class Column:
    """What one column holds, under which heading.

    `title` is marked with `N_` and translated when it is shown. A sensitive column
    (UPN, pupil premium, SEN …) is left out of what is printed unless asked for.
    """

    key: str
    title: str
    kind: Kind = "text"
    sensitive: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of values under typed columns.

    Each row has one value for each column, None where nothing is known. A `yes_no`
    value is 1, 0 or None, a `date` is a datetime.date. `keys`, if given, has one key
    for each row (the id of the pupil, entry … that the row shows).
    """

    title: str
    columns: tuple[Column, ...]
    rows: Sequence[Sequence[Value]]
    keys: Sequence[int] = field(default=())

    def position(self, key: str) -> int:
        """Say at which place a column stands; KeyError if it is not here."""
        for place, column in enumerate(self.columns):
            if column.key == key:
                return place
        raise KeyError(key)

    def only(self, keys: Sequence[str]) -> "Table":
        """Keep these columns, in this order."""
        places = [self.position(key) for key in keys]
        return replace(
            self,
            columns=tuple(self.columns[place] for place in places),
            rows=[tuple(row[place] for place in places) for row in self.rows],
        )

    def without(self, keys: Collection[str]) -> "Table":
        """Leave these columns out."""
        return self.only([c.key for c in self.columns if c.key not in keys])


@dataclass(frozen=True, slots=True)
class Imprint:
    """Where a printed Table comes from: said at the head and the foot of each page.

    `facts` are whole lines under the title, such as the policy and the day the
    register is shown as at. An `upright` page is higher than wide.
    """

    school: str
    by: str
    on: date
    facts: tuple[str, ...] = ()
    confidential: bool = True
    upright: bool = False
