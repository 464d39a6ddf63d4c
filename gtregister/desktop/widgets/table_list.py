"""A Table to work with: find, choose, sort, copy, and what to do when it is empty."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from gtregister.desktop.widgets.choice_button import ChoiceButton
from gtregister.desktop.widgets.deeds import Deeds
from gtregister.desktop.widgets.details_pane import DetailsSplitter
from gtregister.desktop.widgets.empty_state import EmptyState
from gtregister.desktop.widgets.filter_bar import FilterBar
from gtregister.desktop.widgets.list_choices import ListChoices
from gtregister.desktop.widgets.shown_rows import Fold, Group
from gtregister.desktop.widgets.table_model import Mark, TableModel
from gtregister.desktop.widgets.table_view import TableView
from gtregister.i18n import N_, _, format_number, ngettext, translated
from gtregister.table import Table, Value


class TableList(QWidget):
    """A filter bar over a table, details beside it, and under it what can be done.

    What `empty` makes is shown when nothing is there at all. When only the filters
    leave nothing, `unmatched` says so and there is a button to clear them. TableView
    says which rows are chosen.
    """

    counted = Signal()  # how many are shown may have changed
    current_changed = Signal(object)  # the key of the row that one is at, or None
    chosen_changed = Signal()
    opened = Signal(int)  # the key of a row, by Enter or a double click

    def __init__(
        self,
        name: str,
        hint: str,
        fold: Fold,
        empty: Callable[[], EmptyState],
        marks: Mapping[str, Mark] | None = None,
        parent: QWidget | None = None,
        *,
        unmatched: str = N_("Nothing matches {filters}."),
    ) -> None:
        super().__init__(parent)
        self.filters = FilterBar(hint, self)
        self.model = TableModel(fold, marks, self)
        self.view = TableView(self.model, name, self)
        self._unmatched = unmatched
        self._whole: int | None = None
        self._current: int | None = None
        self.choices = ListChoices(self.filters, self.view)
        self._splitter: DetailsSplitter | None = None
        self._deeds: Deeds | None = None
        self._clear = QAction(_("&Clear filters"), self)
        self._clear.triggered.connect(self._show_all)
        self._make_empty = empty
        self._empty: EmptyState | None = None
        self._none_found: EmptyState | None = None
        self._parts = QStackedWidget(self)
        self._parts.addWidget(self.view)
        self._down = QVBoxLayout(self)
        self._down.setContentsMargins(0, 0, 0, 0)
        self._down.setSpacing(12)
        self._down.addWidget(self.filters)
        self._down.addWidget(self._parts, 1)
        self.filters.found.connect(self.seek)
        self.choices.changed.connect(self._settle)
        self.filters.find_box.left.connect(self.go_to_table)
        self.filters.find_box.entered.connect(self.model.prepare_to_find)
        self.view.opened.connect(self._open)
        self.view.current_changed.connect(self._follow)
        self.view.chosen_changed.connect(self._note_chosen)

    def show_table(self, table: Table, whole: int | None = None) -> None:
        """Show a table; `whole` is how many rows it has if some were left out of it."""
        self._whole = whole
        with self.view.kept():
            self.model.set_table(table)
            self.choices.offer()
        self._settle()

    def seek(self, sought: str) -> None:
        """Show only the rows in which all words of `sought` occur."""
        with self.view.kept():
            self.model.find(sought)
        self._settle()

    def add_choice(
        self,
        key: str,
        title: str,
        *,
        words: Callable[[Value], str] | None = None,
        group: Group | None = None,
    ) -> ChoiceButton:
        """Add a filter by the values of a column, several of which may be chosen.

        `group` puts values together first, such as the dates of one year; `words` says
        what a value, or a group of them, is called.
        """
        return self.choices.add(key, title, words, group)

    def wanted(self) -> dict[str, list[Value]]:
        """Give the values that are chosen, by the columns they are of."""
        return self.choices.wanted()

    def narrow(self, wanted: Mapping[str, object]) -> None:
        """Show only rows with these values, one or a list of them by columns."""
        self.choices.narrow(wanted)

    def set_details(self, details: QWidget | Callable[[], QWidget]) -> None:
        """Show details of the row that one is at, beside the table or over it.

        A callable makes the widget when it is first to be seen.
        """
        self._splitter = DetailsSplitter(self._parts, details, self)
        self._splitter.closed.connect(self.view.setFocus)
        self._down.insertWidget(1, self._splitter, 1)

    def set_deeds(self, actions: Sequence[QAction]) -> None:
        """Put ticks before the rows, and offer what can be done to those chosen.

        An action that is disabled when it is handed over stays so.
        """
        self.view.show_ticks()
        self._deeds = Deeds(actions, self.view, self._down)

    @property
    def last_stop(self) -> QWidget:
        """Give the last widget that Tab comes to in the list."""
        bar = self._deeds.bar if self._deeds is not None else None
        return self.view if bar is None else bar.last_stop()

    def chosen(self) -> list[int]:
        """Give the keys of the rows that are chosen, in the order of the table."""
        return self.view.chosen()

    @property
    def empty(self) -> EmptyState | None:
        """Give what stands where nothing is at all, once it was needed."""
        return self._empty

    def rows_shown(self) -> Table:
        """Give the rows that are shown, also in columns that are hidden.

        The discreet view leaves out what is sensitive.
        """
        return self.view.layout_of_columns.without_private(self.model.shown())

    def shown(self) -> Table:
        """Give the rows and the columns that are shown."""
        return self.view.shown()

    def parts(self) -> list[QWidget]:
        """Name the parts that F6 goes through."""
        parts: list[QWidget] = [self.filters.find_box, self.view]
        if self._splitter is not None and (part := self._splitter.first_part()):
            parts.append(part)
        return [part for part in parts if part.isVisibleTo(self)]

    def go_to_table(self) -> None:
        """Put the focus on the table."""
        self.view.setFocus()
        self.view.show_first()

    def count_in_words(self) -> str:
        """Say how many rows are shown, and of how many."""
        shown, whole = self.model.rowCount(), self._count()
        if shown == whole:
            return ngettext("{n} shown", "{n} shown", shown)
        said = _("{shown} of {whole} shown")
        return said.format(shown=format_number(shown), whole=format_number(whole))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self._splitter is None or not self._splitter.close_pane():
            self.filters.clear()

    def _count(self) -> int:
        return len(self.model.table.rows) if self._whole is None else self._whole

    def _settle(self) -> None:
        """Show what fits what there is now: the table, or why there is none."""
        self.filters.setVisible(self._count() > 0)
        if self.model.rowCount():
            self._parts.setCurrentWidget(self.view)
        elif self._count() and self.filters.is_in_use():
            self._show_none_found()
        else:
            self._show_empty()
        self._follow(self.view.current_key())
        self._note_chosen()
        self.counted.emit()

    def _follow(self, key: int | None) -> None:
        """Show the details of the row that one is at, if it is another."""
        if key != self._current:
            self._current = key
            self.current_changed.emit(key)
        if self._splitter is not None:
            self._splitter.show_row(is_one=key is not None)

    def _note_chosen(self) -> None:
        if self._deeds is not None:
            self._deeds.follow()
        self.chosen_changed.emit()

    def _open(self, key: int) -> None:
        self.opened.emit(key)
        if self._splitter is not None:
            self._splitter.open()

    def _show_none_found(self) -> None:
        if self._none_found is None:
            self._none_found = EmptyState("register", "", "", (self._clear,), self)
            self._parts.addWidget(self._none_found)
        filters = _(" and ").join(f"“{words}”" for words in self.filters.words())
        said = translated(self._unmatched).format(filters=filters)
        self._none_found.say(_("Nothing found"), said)
        self._parts.setCurrentWidget(self._none_found)

    def _show_empty(self) -> None:
        if self._empty is None:
            self._empty = self._make_empty()
            self._parts.addWidget(self._empty)
        self._parts.setCurrentWidget(self._empty)

    def _show_all(self) -> None:
        self.filters.clear()
        self.filters.find_box.setFocus()
