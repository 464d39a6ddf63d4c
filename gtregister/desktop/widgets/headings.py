"""The headings of a table: columns are sorted by, moved and made wider here."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHeaderView, QStyleOptionHeader, QWidget

from gtregister.desktop.widgets.table_model import TableModel

_Arrow = QStyleOptionHeader.SortIndicator


class Headings(QHeaderView):
    """Shows by which columns the rows are sorted, also when they are several."""

    asked_to_sort = Signal(int, bool)  # a column, and whether after the others

    def __init__(self, model: TableModel, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._table_model = model
        self.setHighlightSections(False)
        self.setSectionsMovable(True)
        self.setSectionsClickable(True)
        self.sectionClicked.connect(self._ask_to_sort)

    def initStyleOptionForIndex(
        self, option: QStyleOptionHeader, logical_index: int
    ) -> None:
        super().initStyleOptionForIndex(option, logical_index)
        key = self._table_model.table.columns[logical_index].key
        largest_first = dict(self._table_model.sorting).get(key)
        if largest_first is not None:
            option.sortIndicator = _Arrow.SortUp if largest_first else _Arrow.SortDown
            option.text = self.words(logical_index)

    def words(self, column: int) -> str:
        """Read a heading, with its place among several columns that are sorted by."""
        title = self._table_model.headerData(column, self.orientation())
        keys = [key for key, _largest_first in self._table_model.sorting]
        key = self._table_model.table.columns[column].key
        if len(keys) < 2 or key not in keys:
            return str(title)
        return f"{title} {keys.index(key) + 1}"

    def _ask_to_sort(self, column: int) -> None:
        keys = QGuiApplication.keyboardModifiers()
        self.asked_to_sort.emit(column, bool(keys & Qt.KeyboardModifier.ShiftModifier))

    def columns_in_order(self) -> list[int]:
        """Give the columns as they stand from left to right, hidden ones too."""
        return [self.logicalIndex(at) for at in range(self.count())]
