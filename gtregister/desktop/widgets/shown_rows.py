"""Which rows of a Table are shown, and in which order; plain Python, and fast."""

from collections import Counter
from collections.abc import Callable, Collection
from datetime import date
from typing import Any, NamedTuple

from gtregister.table import Table, Value

Fold = Callable[[str], str]
Group = Callable[[Value], Value]
Sorting = tuple[tuple[str, bool], ...]  # keys of columns, and whether largest first


class Choice(NamedTuple):
    """The values of one column that are wanted; `group` puts values together first."""

    wanted: frozenset[Value]
    group: Group | None = None


class ShownRows:
    """Keeps a list of row numbers: sorted, then chosen from, then searched.

    Each step keeps what it found, so that a keystroke only searches. `fold` turns words
    into what is compared, so that “oneill” finds O’Neill.
    """

    def __init__(self, fold: Fold) -> None:
        self._fold = fold
        self._folds: dict[Value, str] = {None: ""}
        self._texts: list[str] | None = None
        self._sorted: list[int] = []
        self._narrowed: list[int] = []
        self._sought = ""
        self._keys: frozenset[int] | None = None
        self.choices: dict[str, Choice] = {}
        self.sorting: Sorting = ()
        self.table = Table("", (), ())
        self.numbers: list[int] = []

    def show(self, table: Table) -> None:
        """Take another table; what is looked for, chosen and sorted by stays."""
        self.table = table
        self._texts = None
        self._folds = {None: ""}
        self.sort(self.sorting)

    def sort(self, sorting: Sorting) -> None:
        """Sort by columns, the first of them first; none is the order of the table."""
        self.sorting = sorting
        rows = list(range(len(self.table.rows)))
        for key, largest_first in reversed(sorting):
            if (place := self._place(key)) is not None:
                rows = self._by_column(rows, place, largest_first=largest_first)
        self._sorted = rows
        self._narrow()

    def choose(self, key: str, choice: Choice | None) -> None:
        """Show only rows with these values in a column; None shows all again."""
        self.choices.pop(key, None)
        if choice is not None:
            self.choices[key] = choice
        self._narrow()

    def choose_keys(self, keys: frozenset[int] | None) -> None:
        """Show only rows with these keys of the table; None shows the others again."""
        self._keys = keys
        self._narrow()

    def find(self, sought: str) -> bool:
        """Show only rows in which every word occurs; say whether it makes another."""
        if sought == self._sought:
            return False
        goes_on = bool(self._sought) and sought.startswith(self._sought)
        self._sought = sought
        self.numbers = self._search(self.numbers if goes_on else self._narrowed)
        return True

    def prepare(self) -> None:
        """Fold the words of all rows, before somebody looks for any."""
        if self._texts is not None:
            return
        columns, folds, fold = self.table.columns, self._folds, self._fold
        places = [p for p, c in enumerate(columns) if c.kind in {"text", "status"}]
        for place in places:
            for value in {row[place] for row in self.table.rows} - folds.keys():
                folds[value] = fold(str(value))
        self._texts = [
            "\n".join([folds[row[place]] for place in places])
            for row in self.table.rows
        ]
        self._folds = {None: ""}

    def counts(self, key: str, group: Group | None) -> Counter[Value]:
        """Count the rows by the values of a column, as the other choices leave them."""
        if (place := self._place(key)) is None:
            return Counter()
        others = {k: choice for k, choice in self.choices.items() if k != key}
        rows = self._search(self._chosen(others))
        values = Counter(self.table.rows[row][place] for row in rows)
        if group is None:
            return values
        grouped: Counter[Value] = Counter()
        for value, count in values.items():
            grouped[group(value)] += count
        return grouped

    def _place(self, key: str) -> int | None:
        try:
            return self.table.position(key)
        except KeyError:
            return None

    def _narrow(self) -> None:
        self._narrowed = self._chosen(self.choices)
        self.numbers = self._search(self._narrowed)

    def _chosen(self, choices: dict[str, Choice]) -> list[int]:
        rows, found = self.table.rows, self._sorted
        if self._keys is not None:
            found = [row for row in found if self.table.keys[row] in self._keys]
        for key, (wanted, group) in choices.items():
            if (place := self._place(key)) is None:
                continue
            if group is not None:
                values = {row[place] for row in rows}
                wanted = frozenset(v for v in values if group(v) in wanted)
            found = [row for row in found if rows[row][place] in wanted]
        return found

    def _search(self, rows: list[int]) -> list[int]:
        for word in filter(None, map(self._fold, self._sought.split())):
            self.prepare()
            texts = self._texts or []
            rows = [row for row in rows if word in texts[row]]
        return rows

    def _by_column(
        self, rows: list[int], place: int, *, largest_first: bool
    ) -> list[int]:
        """Sort rows by a column; what is not known stands last either way."""
        values = {row[place] for row in self.table.rows}
        keys = self._sort_keys(place, values)
        known, unknown = rows, []
        if None in values:
            known = [row for row in rows if keys[row] is not None]
            unknown = [row for row in rows if keys[row] is None]
        return sorted(known, key=keys.__getitem__, reverse=largest_first) + unknown

    def _sort_keys(self, place: int, values: set[Value]) -> list[Any]:
        """Give for each row what it is sorted by, None where nothing is known."""
        rows = self.table.rows
        kinds = set(map(type, values)) - {type(None)}
        if kinds == {date} or kinds <= {int, float}:
            return [row[place] for row in rows]
        key: Callable[[Value], object] = self._mixed_key
        if kinds == {str}:
            key = self._word_key
        keys = {value: None if value is None else key(value) for value in values}
        return [keys[row[place]] for row in rows]

    def _word_key(self, value: Value) -> str:
        return self._fold(str(value))

    def _mixed_key(self, value: Value) -> tuple[float, str]:
        if isinstance(value, int | float):
            return (value, "")
        return (0, self._fold(str(value)))


def wanted(values: Collection[Value], group: Group | None = None) -> Choice | None:
    """Make a choice of values; without any there is none."""
    return Choice(frozenset(values), group) if values else None
