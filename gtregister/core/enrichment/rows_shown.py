"""Rows of the register laid out under columns, as lists and reports show them."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from gtregister.core.register import Row
from gtregister.table import Column, Table, Value

Say = Callable[[Value], Value]


def table(
    title: str,
    columns: tuple[Column, ...],
    rows: Sequence[Row],
    key: str = "",
    said: Mapping[str, Say] | None = None,
) -> Table:
    """Make a Table of rows whose columns have the names of its columns.

    Days become dates. `said` turns values of a column into words, where there are any;
    `key` names the column of the row that gives the keys of the Table.
    """
    shown = [
        tuple(value(row, column, said or {}) for column in columns) for row in rows
    ]
    return Table(title, columns, shown, [row[key] for row in rows] if key else ())


def value(row: Row, column: Column, said: Mapping[str, Say]) -> Value:
    """Give what a row says in one column."""
    stored: Value = row[column.key]
    if stored is None:
        return None
    if column.key in said:
        return said[column.key](stored)
    return date.fromisoformat(str(stored)) if column.kind == "date" else stored


def words(names: Mapping[str, str], translate: Callable[[str], str]) -> Say:
    """Say a stored key by its name; one without a name is said as it is."""
    return lambda key: translate(names.get(str(key), str(key)))
