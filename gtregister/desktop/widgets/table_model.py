"""The one Qt model of tables: it shows any Table, finds in it, sorts and ticks it."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, Signal
from PySide6.QtCore import QPersistentModelIndex as LastingIndex
from PySide6.QtGui import QColor

from gtregister.desktop import style
from gtregister.desktop.widgets.shown_rows import (
    Choice,
    Fold,
    Group,
    ShownRows,
    Sorting,
)
from gtregister.i18n import _, translated
from gtregister.table import Column, Table, Value
from gtregister.writers import words

__all__ = ["Fold", "Index", "Mark", "TableModel"]

Index = QModelIndex | LastingIndex

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

    `marks` says how each word of a status column stands out. Rows are ticked by their
    keys, so that a tick stays on its row whatever is found, chosen or sorted.
    """

    shaped = Signal()  # another table is shown, whose columns may be others
    ticks_changed = Signal()

    def __init__(
        self,
        fold: Fold,
        marks: Mapping[str, Mark] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._marks = marks or {}
        self._rows = ShownRows(fold)
        self._ticked: set[int] = set()

    @property
    def table(self) -> Table:
        """Give the whole table."""
        return self._rows.table

    @property
    def sorting(self) -> Sorting:
        """Give the columns that the rows are sorted by."""
        return self._rows.sorting

    def set_table(self, table: Table) -> None:
        """Show another table; what is looked for, the order and the ticks stay."""
        self.beginResetModel()
        self._rows.show(table)
        self.endResetModel()
        self.shaped.emit()
        if gone := self._ticked.difference(table.keys):
            self.tick(gone, on=False)

    def find(self, sought: str) -> None:
        """Show only rows in which every word of `sought` occurs somewhere."""
        self.beginResetModel()
        self._rows.find(sought)
        self.endResetModel()

    def prepare_to_find(self) -> None:
        """Do now what the first finding would wait for."""
        self._rows.prepare()

    def choose(self, key: str, choice: Choice | None) -> None:
        """Show only rows with some values in a column; None shows all again."""
        self.beginResetModel()
        self._rows.choose(key, choice)
        self.endResetModel()

    def choose_keys(self, keys: frozenset[int] | None) -> None:
        """Show only rows with these keys; None shows the others again."""
        self.beginResetModel()
        self._rows.choose_keys(keys)
        self.endResetModel()

    def counts(self, key: str, group: Group | None = None) -> Counter[Value]:
        """Count the rows by the values of a column, as the other choices leave them."""
        return self._rows.counts(key, group)

    def sort(
        self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder
    ) -> None:
        known = 0 <= column < len(self.table.columns)
        largest_first = order == Qt.SortOrder.DescendingOrder
        key = self.table.columns[column].key if known else ""
        self.sort_by(((key, largest_first),) if known else ())

    def sort_by(self, sorting: Sorting) -> None:
        """Sort by columns, the first of them first; none is the order of the table."""
        self.beginResetModel()
        self._rows.sort(sorting)
        self.endResetModel()

    def shown(self) -> Table:
        """Give the rows that are shown, as they are shown."""
        table, places = self.table, self._rows.numbers
        keys = [table.keys[place] for place in places] if table.keys else ()
        return replace(table, rows=[table.rows[place] for place in places], keys=keys)

    def key_at(self, row: int) -> int | None:
        """Say which key the table gives to a row that is shown."""
        keys = self.table.keys
        return keys[self._rows.numbers[row]] if keys else None

    def row_of(self, key: int) -> int | None:
        """Say in which row a key is shown, if it is."""
        keys = self.table.keys
        if not keys:
            return None
        found = (at for at, row in enumerate(self._rows.numbers) if keys[row] == key)
        return next(found, None)

    def tick(self, keys: Iterable[int], *, on: bool) -> None:
        """Tick rows by their keys, or take their ticks away."""
        before = len(self._ticked)
        if on:
            self._ticked.update(keys)
        else:
            self._ticked.difference_update(keys)
        if len(self._ticked) != before:
            self.ticks_changed.emit()

    def is_ticked(self, row: int) -> bool:
        """Say whether a row that is shown is ticked."""
        return self.key_at(row) in self._ticked

    def ticked(self) -> list[int]:
        """Give the keys that are ticked, shown or not, in the order of the table."""
        if not self._ticked:
            return []
        return [key for key in self.table.keys if key in self._ticked]

    def ticked_rows(self) -> list[int]:
        """Give the rows that are shown and ticked."""
        if not self._ticked:
            return []
        keys, ticked = self.table.keys, self._ticked
        return [at for at, row in enumerate(self._rows.numbers) if keys[row] in ticked]

    def text_of(self, value: Value, column: Column) -> str:
        """Write a value as it stands in a cell."""
        if column.kind == "number":
            return words.printed(value, column.kind)
        text = words.plain(value, column.kind)
        mark = self._marks.get(text) if column.kind == "status" else None
        return f"{mark.symbol} {text}" if mark else text

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows.numbers)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.table.columns)

    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        if role not in _ROLES or not index.isValid():
            return None
        column = self.table.columns[index.column()]
        value = self._row(index.row())[index.column()]
        if role == _Role.TextAlignmentRole:
            return _RIGHT if column.kind == "number" else _LEFT
        if role == _Role.ForegroundRole:
            return self._ink(value, column)
        text = self.text_of(value, column)
        if role == _Role.AccessibleTextRole:
            return self._spoken(text, index)
        if role == _Role.ToolTipRole:
            return text or None
        return text

    def _row(self, row: int) -> Sequence[Value]:
        return self.table.rows[self._rows.numbers[row]]

    def _ink(self, value: Value, column: Column) -> QColor | None:
        if column.kind != "status":
            return None
        mark = self._marks.get(words.plain(value, column.kind))
        return QColor(getattr(style.colours(), mark.colour)) if mark else None

    def _spoken(self, text: str, index: Index) -> str:
        # A screen reader that meets an empty cell says only the row's number.
        said = text or "–"
        if index.column() == 0 and self._ticked and self.is_ticked(index.row()):
            return _("{name}, ticked").format(name=said)
        return said

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = _Role.DisplayRole,
    ) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        column = self.table.columns[section]
        if role == _Role.DisplayRole:
            return translated(column.title)
        if role == _Role.TextAlignmentRole:
            return _RIGHT if column.kind == "number" else _LEFT
        if role == _Role.AccessibleTextRole:
            return self._spoken_heading(column)
        return None

    def _spoken_heading(self, column: Column) -> str:
        title = translated(column.title)
        largest_first = dict(self.sorting).get(column.key)
        if largest_first is None:
            return title
        if largest_first:
            return _("{title}, sorted from last to first").format(title=title)
        return _("{title}, sorted from first to last").format(title=title)


_ROLES = {
    _Role.DisplayRole,
    _Role.TextAlignmentRole,
    _Role.ForegroundRole,
    _Role.AccessibleTextRole,
    _Role.ToolTipRole,
}
