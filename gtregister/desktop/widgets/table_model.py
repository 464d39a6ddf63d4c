"""The one Qt model of tables: it shows any Table, finds in it and sorts it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt
from PySide6.QtCore import QPersistentModelIndex as LastingIndex
from PySide6.QtGui import QColor

from gtregister.desktop import style
from gtregister.i18n import translated
from gtregister.table import Column, Table, Value
from gtregister.writers import words

Index = QModelIndex | LastingIndex
Fold = Callable[[str], str]

_Role = Qt.ItemDataRole
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_NOWHERE = QModelIndex()


class Mark(NamedTuple):
    """How a status stands out: a symbol before its word, and a name of a colour."""

    symbol: str
    colour: str


class TableModel(QAbstractTableModel):
    """The rows of a Table that match what is looked for, in the order asked for.

    It keeps a list of row numbers, which is many times faster than Qt's proxy model.
    `fold` turns words into what is compared, so that “oneill” finds O’Neill; `marks`
    says how each word of a status column stands out.
    """

    def __init__(
        self,
        fold: Fold,
        marks: Mapping[str, Mark] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._fold = fold
        self._marks = marks or {}
        self._table = Table("", (), ())
        self._shown: list[int] = []
        self._keys: list[str] | None = None
        self._sought = ""
        self._sorting: tuple[str, Qt.SortOrder] | None = None

    @property
    def table(self) -> Table:
        """Give the whole table."""
        return self._table

    def set_table(self, table: Table) -> None:
        """Show another table; what is looked for and the order stay."""
        self.beginResetModel()
        self._table = table
        self._keys = None
        self._choose()
        self.endResetModel()

    def find(self, sought: str) -> None:
        """Show only rows in which every word of `sought` occurs somewhere."""
        if sought == self._sought:
            return
        self.beginResetModel()
        self._sought = sought
        self._choose()
        self.endResetModel()

    def sort(
        self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder
    ) -> None:
        self.beginResetModel()
        known = 0 <= column < len(self._table.columns)
        self._sorting = (self._table.columns[column].key, order) if known else None
        self._choose()
        self.endResetModel()

    def shown(self) -> Table:
        """Give the rows that are shown, as they are shown."""
        table, places = self._table, self._shown
        keys = [table.keys[place] for place in places] if table.keys else ()
        return replace(table, rows=[table.rows[place] for place in places], keys=keys)

    def key_at(self, row: int) -> int | None:
        """Say which key the table gives to a row that is shown."""
        return self._table.keys[self._shown[row]] if self._table.keys else None

    def row_of(self, key: int) -> int | None:
        """Say in which row a key is shown, if it is."""
        if not self._table.keys:
            return None
        found = (
            at for at, row in enumerate(self._shown) if self._table.keys[row] == key
        )
        return next(found, None)

    def _choose(self) -> None:
        """Work out which rows to show, in which order."""
        rows = list(range(len(self._table.rows)))
        if self._sorting:
            rows = self._sorted(rows, *self._sorting)
        if sought := [w for w in map(self._fold, self._sought.split()) if w]:
            keys = self._folded_rows()
            rows = [row for row in rows if all(word in keys[row] for word in sought)]
        self._shown = rows

    def _folded_rows(self) -> list[str]:
        """Fold every row once; only when somebody first looks for something."""
        if self._keys is None:
            columns = self._table.columns
            places = [p for p, c in enumerate(columns) if c.kind in {"text", "status"}]
            self._keys = [
                "\n".join(self._fold(str(row[p])) for p in places if row[p] is not None)
                for row in self._table.rows
            ]
        return self._keys

    def _sorted(self, rows: list[int], key: str, order: Qt.SortOrder) -> list[int]:
        """Sort rows by a column; what is not known stands last either way."""
        try:
            place = self._table.position(key)
        except KeyError:
            return rows
        values = [row[place] for row in self._table.rows]
        known = [row for row in rows if values[row] is not None]
        unknown = [row for row in rows if values[row] is None]
        known.sort(
            key=lambda row: self._sort_key(values[row]),
            reverse=order == Qt.SortOrder.DescendingOrder,
        )
        return known + unknown

    def _sort_key(self, value: Value) -> tuple[float, str]:
        if isinstance(value, date):
            return (value.toordinal(), "")
        if isinstance(value, int | float):
            return (value, "")
        return (0, self._fold(str(value)))

    def text_of(self, value: Value, column: Column) -> str:
        """Write a value as it stands in a cell."""
        if column.kind == "number":
            return words.printed(value, column.kind)
        text = words.plain(value, column.kind)
        mark = self._marks.get(text) if column.kind == "status" else None
        return f"{mark.symbol} {text}" if mark else text

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._table.columns)

    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        if role not in _ROLES or not index.isValid():
            return None
        column = self._table.columns[index.column()]
        value = self._row(index.row())[index.column()]
        if role == _Role.TextAlignmentRole:
            return _RIGHT if column.kind == "number" else _LEFT
        if role == _Role.ForegroundRole:
            return self._ink(value, column)
        text = self.text_of(value, column)
        if role == _Role.AccessibleTextRole:
            # A screen reader that meets an empty cell says only the row's number.
            return text or "–"
        if role == _Role.ToolTipRole:
            return text or None
        return text

    def _row(self, row: int) -> Sequence[Value]:
        return self._table.rows[self._shown[row]]

    def _ink(self, value: Value, column: Column) -> QColor | None:
        if column.kind != "status":
            return None
        mark = self._marks.get(words.plain(value, column.kind))
        return QColor(getattr(style.colours(), mark.colour)) if mark else None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = _Role.DisplayRole,
    ) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        column = self._table.columns[section]
        if role == _Role.DisplayRole:
            return translated(column.title)
        if role == _Role.TextAlignmentRole:
            return _RIGHT if column.kind == "number" else _LEFT
        return None


_ROLES = {
    _Role.DisplayRole,
    _Role.TextAlignmentRole,
    _Role.ForegroundRole,
    _Role.AccessibleTextRole,
    _Role.ToolTipRole,
}
