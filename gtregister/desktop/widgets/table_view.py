"""The one view of tables: rows to choose, sort and copy, and a way out by Tab."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QItemSelection, QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from gtregister.desktop import style
from gtregister.desktop.widgets.column_layout import ColumnLayout
from gtregister.desktop.widgets.headings import Headings
from gtregister.desktop.widgets.table_model import Index, TableModel
from gtregister.desktop.widgets.tick_column import TickAll, TickColumn
from gtregister.table import Table

_Key = Qt.Key
_Modifier = Qt.KeyboardModifier
_UP_OR_DOWN = {_Key.Key_Up: -1, _Key.Key_Down: 1}


class TableView(QTableView):
    """Shows a TableModel with rows of a comfortable height and columns that fit.

    What is chosen: once `show_ticks` was called, the rows with ticks and nothing else,
    or the row that one is at as long as no row has one. Qt's own selection then holds
    only the row that one is at, to draw it, and is never asked. So ticks outlive
    moving, finding and sorting, and there is one answer to what a deed is done to.
    Without ticks it is Qt's selection.
    """

    opened = Signal(int)  # the key of a row, by Enter or a double click
    current_changed = Signal(object)  # the key of the row that one is at, or None
    chosen_changed = Signal()

    def __init__(
        self, model: TableModel, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.table_model = model
        self._ticks: TickColumn | None = None
        self._tick_all: TickAll | None = None
        self._last_ticked: int | None = None
        headings = Headings(model, self)
        self.setHorizontalHeader(headings)
        # Only rows are chosen; a press on a heading would choose its column.
        headings.sectionPressed.disconnect()
        self.setModel(model)
        self.layout_of_columns = ColumnLayout(self, model, headings)
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
        self._fit_rows()
        model.ticks_changed.connect(self.chosen_changed)
        self.doubleClicked.connect(self._open)

    def show_ticks(self) -> None:
        """Put a box before every row, to tick."""
        self._ticks = TickColumn(self.table_model, self)
        self._ticks.pressed.connect(self._tick_by_mouse)
        self.setVerticalHeader(self._ticks)
        self._tick_all = TickAll(self.table_model, self)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._fit_rows()
        self._ticks.show()

    def hide_columns(self, keys: Collection[str]) -> None:
        """Leave columns out until somebody asks for them."""
        self.layout_of_columns.hide(keys)

    def toggle_column(self, key: str) -> None:
        """Show a column that is hidden, or hide one that is shown."""
        self.layout_of_columns.toggle(key)

    def sort_by(self, place: int) -> None:
        """Sort by a column; once more turns the order round."""
        self.layout_of_columns.sort(place)

    def is_column_shown(self, key: str) -> bool:
        """Say whether a column is shown."""
        return not self.isColumnHidden(self.table_model.table.position(key))

    def copy(self) -> None:
        """Copy the chosen rows, or all if none is chosen, as tabs and as a table."""
        table = self.shown()
        if rows := self._chosen_rows():
            table = Table(table.title, table.columns, [table.rows[row] for row in rows])
        from gtregister.desktop.widgets import clipboard

        QGuiApplication.clipboard().setMimeData(clipboard.of(table))

    def shown(self) -> Table:
        """Give the rows and the columns that are shown, as they are shown."""
        columns = self.layout_of_columns.columns()
        return self.table_model.shown().only([c.key for c in columns if c.is_shown])

    def chosen(self) -> list[int]:
        """Give the keys of the rows that are chosen, in the order of the table."""
        if self._ticks is not None and (ticked := self.table_model.ticked()):
            return ticked
        keys = map(self.table_model.key_at, self._chosen_rows())
        return [key for key in keys if key is not None]

    def current_key(self) -> int | None:
        """Give the key of the row that one is at, if one is at any."""
        index = self.currentIndex()
        return self.table_model.key_at(index.row()) if index.isValid() else None

    def show_first(self) -> None:
        """Make the first row the current one if there is none."""
        if not self.currentIndex().isValid() and self.table_model.rowCount():
            self.setCurrentIndex(self.table_model.index(0, self._first_column()))

    @contextmanager
    def kept(self) -> Iterator[None]:
        """Stay at the row that one is at while the rows are changed, if it is left."""
        key, column = self.current_key(), self.currentIndex().column()
        yield
        row = None if key is None else self.table_model.row_of(key)
        if row is not None:
            column = max(column, self._first_column())
            self.selectRow(row)
            self.setCurrentIndex(self.table_model.index(row, column))

    def untick(self) -> None:
        """Take every tick away."""
        self.table_model.tick(self.table_model.ticked(), on=False)

    def choose_only(self, row: int) -> None:
        """Choose a row that is shown, and no other."""
        self.untick()
        self.selectRow(row)

    def selectAll(self) -> None:
        """Choose every row that is shown."""
        if self._tick_all is None:
            super().selectAll()
            return
        self._tick(range(self.table_model.rowCount()), on=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, extends = event.key(), event.modifiers() & _Modifier.ShiftModifier
        row = self.currentIndex().row()
        if key in (_Key.Key_Return, _Key.Key_Enter):
            self._open(self.currentIndex())
        elif self._ticks is None or row < 0:
            super().keyPressEvent(event)
        elif key == _Key.Key_Space:
            self._tick_row(row, extends=bool(extends))
        elif extends and key in _UP_OR_DOWN:
            self._tick_on(row, row + _UP_OR_DOWN[_Key(key)])
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        row = self.indexAt(event.position().toPoint()).row()
        keys = event.modifiers()
        if self._ticks is None or row < 0:
            return
        if event.button() == Qt.MouseButton.LeftButton and keys & (
            _Modifier.ControlModifier | _Modifier.ShiftModifier
        ):
            self._tick_row(row, extends=bool(keys & _Modifier.ShiftModifier))

    def selectionChanged(
        self, selected: QItemSelection, deselected: QItemSelection
    ) -> None:
        super().selectionChanged(selected, deselected)
        self.chosen_changed.emit()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if self._ticks is not None:
            self._ticks.repaint_boxes()
        if current.row() != previous.row():
            self.current_changed.emit(self.current_key())

    def updateGeometries(self) -> None:
        super().updateGeometries()
        if self._tick_all is not None:
            wide = self.verticalHeader().width()
            high = self.horizontalHeader().height()
            edge = self.frameWidth()
            self._tick_all.stand_in(QRect(edge, edge, wide, high))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.layout_of_columns.fit(event.size().width())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_rows()
            self.layout_of_columns.lay_out()

    def _open(self, index: QModelIndex) -> None:
        key = self.table_model.key_at(index.row()) if index.isValid() else None
        if key is not None:
            self.opened.emit(key)

    def _chosen_rows(self) -> list[int]:
        """Give the rows that are shown and chosen."""
        if self._ticks is not None and (rows := self.table_model.ticked_rows()):
            return rows
        return sorted({index.row() for index in self.selectionModel().selectedRows()})

    def _tick(self, rows: Collection[int], *, on: bool) -> None:
        keys = map(self.table_model.key_at, rows)
        self.table_model.tick([key for key in keys if key is not None], on=on)

    def _tick_row(self, row: int, *, extends: bool = False) -> None:
        """Turn the tick of a row round, or tick all from the last one to it."""
        last = self._last_ticked
        if extends and last is not None and last < self.table_model.rowCount():
            self._tick(range(min(last, row), max(last, row) + 1), on=True)
        else:
            self._tick([row], on=not self.table_model.is_ticked(row))
        self._last_ticked = row

    def _tick_on(self, row: int, following: int) -> None:
        """Tick a row and the one that one moves on to."""
        if 0 <= following < self.table_model.rowCount():
            self._tick([row, following], on=True)
            column = self.currentIndex().column()
            self.setCurrentIndex(self.table_model.index(following, column))
            self._last_ticked = following

    def _tick_by_mouse(self, row: int, extends: bool) -> None:
        self._tick_row(row, extends=extends)

    def _first_column(self) -> int:
        columns = self.horizontalHeader().count()
        order = map(self.horizontalHeader().logicalIndex, range(columns))
        return next((c for c in order if not self.isColumnHidden(c)), 0)

    def _fit_rows(self) -> None:
        room = self.fontMetrics().height()
        height = max(style.scaled(32), room + style.scaled(10))
        self.verticalHeader().setDefaultSectionSize(height)
        self.horizontalHeader().setFixedHeight(height + style.scaled(4))
        style.letters(self.horizontalHeader(), "heading")
