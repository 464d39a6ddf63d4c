"""The one view of tables: rows to choose, sort and copy, and a way out by Tab."""

from collections.abc import Collection

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from gtregister.desktop import style
from gtregister.desktop.widgets.table_model import TableModel
from gtregister.table import Table

_SAMPLE = 120  # rows measured to choose the widths of columns
_WIDEST = 260
_LEAST = 160  # the least width of the column that takes what room is left


class TableView(QTableView):
    """Shows a TableModel with rows of a comfortable height and columns that fit."""

    opened = Signal(int)  # the key of a row, by Enter or a double click

    def __init__(
        self, model: TableModel, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.table_model = model
        self._toggled: dict[str, bool] = {}
        self._hidden: frozenset[str] = frozenset()
        self._natural: dict[int, int] = {}
        self._elastic: int | None = None
        self.setModel(model)
        self.setAccessibleName(name)
        # Otherwise Tab moves from cell to cell and never leaves the table.
        self.setTabKeyNavigation(False)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        heads = self.horizontalHeader()
        heads.setHighlightSections(False)
        heads.setSectionsMovable(True)
        heads.setSortIndicatorClearable(True)
        heads.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        self._fit_rows()
        model.modelReset.connect(self._choose_columns)
        self.doubleClicked.connect(self._open)

    def hide_columns(self, keys: Collection[str]) -> None:
        """Leave columns out until somebody asks for them."""
        self._hidden = frozenset(keys)
        self._choose_columns()

    def toggle_column(self, key: str) -> None:
        """Show a column that is hidden, or hide one that is shown."""
        self._toggled[key] = not self.is_column_shown(key)
        self._choose_columns()

    def sort_by(self, place: int) -> None:
        """Sort by a column; once more turns the order round."""
        heads = self.horizontalHeader()
        ascending = heads.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
        turn = heads.sortIndicatorSection() == place and ascending
        order = Qt.SortOrder.DescendingOrder if turn else Qt.SortOrder.AscendingOrder
        self.sortByColumn(place, order)

    def is_column_shown(self, key: str) -> bool:
        """Say whether a column is shown."""
        return not self.isColumnHidden(self.table_model.table.position(key))

    def copy(self) -> None:
        """Copy the chosen rows, or all if none is chosen, as tabs and as a table."""
        table = self.shown()
        rows = sorted({index.row() for index in self.selectionModel().selectedRows()})
        if rows:
            table = Table(table.title, table.columns, [table.rows[row] for row in rows])
        from gtregister.desktop.widgets import clipboard

        QGuiApplication.clipboard().setMimeData(clipboard.of(table))

    def shown(self) -> Table:
        """Give the rows and the columns that are shown, as they are shown."""
        table, heads = self.table_model.shown(), self.horizontalHeader()
        places = [heads.logicalIndex(at) for at in range(heads.count())]
        keys = [table.columns[p].key for p in places if not self.isColumnHidden(p)]
        return table.only(keys)

    def current_key(self) -> int | None:
        """Give the key of the row that one is at, if one is at any."""
        index = self.currentIndex()
        return self.table_model.key_at(index.row()) if index.isValid() else None

    def show_first(self) -> None:
        """Make the first row the current one if there is none."""
        if not self.currentIndex().isValid() and self.table_model.rowCount():
            self.setCurrentIndex(self.table_model.index(0, self._first_column()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._spread()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_rows()
            self._choose_columns()

    def _open(self, index: QModelIndex) -> None:
        key = self.table_model.key_at(index.row()) if index.isValid() else None
        if key is not None:
            self.opened.emit(key)

    def _first_column(self) -> int:
        columns = range(self.table_model.columnCount())
        return next((c for c in columns if not self.isColumnHidden(c)), 0)

    def _fit_rows(self) -> None:
        room = self.fontMetrics().height()
        height = max(style.scaled(32), room + style.scaled(10))
        self.verticalHeader().setDefaultSectionSize(height)
        self.horizontalHeader().setFixedHeight(height + style.scaled(4))
        style.letters(self.horizontalHeader(), "heading")

    def _choose_columns(self) -> None:
        table = self.table_model.table
        for place, column in enumerate(table.columns):
            wanted = column.key not in self._hidden and not column.sensitive
            if wanted:
                wanted = any(row[place] is not None for row in table.rows)
            self.setColumnHidden(place, not self._toggled.get(column.key, wanted))
        self._measure()
        self._spread()

    def _measure(self) -> None:
        """Find how wide each column must be for its heading and a sample of rows."""
        table = self.table_model.table
        metrics, heading = self.fontMetrics(), self.horizontalHeader().fontMetrics()
        sample = table.rows[:: max(1, len(table.rows) // _SAMPLE)]
        self._natural = {}
        for place, column in enumerate(table.columns):
            if self.isColumnHidden(place):
                continue
            head = str(self.table_model.headerData(place, Qt.Orientation.Horizontal))
            texts = {self.table_model.text_of(row[place], column) for row in sample}
            longest = sorted(texts, key=len)[-4:]
            needed = max((metrics.horizontalAdvance(t) for t in longest), default=0)
            wide = heading.horizontalAdvance(head) + style.scaled(20)
            self._natural[place] = max(needed, wide) + style.scaled(18)
        self._elastic = max(
            (p for p in self._natural if table.columns[p].kind == "text"),
            key=lambda place: self._natural[place],
            default=None,
        )

    def _spread(self) -> None:
        """Give the widest column of words what room the others leave."""
        widest = style.scaled(_WIDEST)
        widths = {p: min(width, widest) for p, width in self._natural.items()}
        if self._elastic is not None:
            others = sum(w for p, w in widths.items() if p != self._elastic)
            room = self.viewport().width() - others
            least = min(widths[self._elastic], style.scaled(_LEAST))
            widths[self._elastic] = max(room, least)
        for place, width in widths.items():
            self.setColumnWidth(place, width)
