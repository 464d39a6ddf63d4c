"""A Table to work with: find, choose, sort, copy, and what to do when it is empty."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from gtregister.desktop.widgets.empty_state import EmptyState
from gtregister.desktop.widgets.filter_bar import FilterBar
from gtregister.desktop.widgets.table_model import Fold, Mark, TableModel
from gtregister.desktop.widgets.table_view import TableView
from gtregister.i18n import _, format_number, ngettext
from gtregister.table import Table


class TableList(QWidget):
    """A filter bar over a table; an empty state stands in when there is nothing.

    What `empty` makes is shown when nothing is there at all. When only the filters
    leave nothing, it says so and offers to clear them.
    """

    counted = Signal()  # how many are shown may have changed

    def __init__(
        self,
        name: str,
        hint: str,
        fold: Fold,
        empty: Callable[[], EmptyState],
        marks: Mapping[str, Mark] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.filters = FilterBar(hint, self)
        self.model = TableModel(fold, marks, self)
        self.view = TableView(self.model, name, self)
        self._whole = 0
        self._clear = QAction(_("&Clear filters"), self)
        self._clear.triggered.connect(self._show_all)
        self._make_empty = empty
        self._empty: EmptyState | None = None
        self._none_found: EmptyState | None = None
        self._parts = QStackedLayout()
        self._parts.addWidget(self.view)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(12)
        down.addWidget(self.filters)
        down.addLayout(self._parts, 1)
        self.filters.found.connect(self.seek)
        self.filters.find_box.left.connect(self.go_to_table)

    def show_table(self, table: Table, whole: int) -> None:
        """Show a table, of so many rows if nothing were filtered out."""
        current = self.view.current_key()
        self._whole = whole
        self.model.set_table(table)
        self._settle(current)

    def seek(self, sought: str) -> None:
        """Show only the rows in which all words of `sought` occur."""
        current = self.view.current_key()
        self.model.find(sought)
        self._settle(current)

    def rows_shown(self) -> Table:
        """Give the rows that are shown, with every column, hidden or not."""
        return self.model.shown()

    def shown(self) -> Table:
        """Give the rows and the columns that are shown."""
        return self.view.shown()

    def go_to_table(self) -> None:
        """Put the focus on the table."""
        self.view.setFocus()
        self.view.show_first()

    def count_in_words(self) -> str:
        """Say how many rows are shown, and of how many."""
        shown = self.model.rowCount()
        if shown == self._whole:
            return ngettext("{n} shown", "{n} shown", shown)
        said = _("{shown} of {whole} shown")
        return said.format(shown=format_number(shown), whole=format_number(self._whole))

    def _settle(self, current: int | None) -> None:
        row = None if current is None else self.model.row_of(current)
        if row is not None:
            self.view.selectRow(row)
        self.filters.setVisible(self._whole > 0)
        if self.model.rowCount():
            self._parts.setCurrentWidget(self.view)
        elif self._whole and self.filters.is_in_use():
            words = ", ".join(self.filters.words())
            said = _("This leaves nothing: {filters}.").format(filters=words)
            self._show_none_found(said)
        else:
            self._show_empty()
        self.counted.emit()

    def _show_none_found(self, said: str) -> None:
        if self._none_found is None:
            self._none_found = EmptyState("register", "", "", (self._clear,), self)
            self._parts.addWidget(self._none_found)
        self._none_found.say(_("Nothing matches"), said)
        self._parts.setCurrentWidget(self._none_found)

    def _show_empty(self) -> None:
        if self._empty is None:
            self._empty = self._make_empty()
            self._parts.addWidget(self._empty)
        self._parts.setCurrentWidget(self._empty)

    def _show_all(self) -> None:
        self.filters.clear()
        self.filters.find_box.setFocus()
