"""The filters of a list: by the values of its columns, or by a named set of rows."""

from collections.abc import Callable, Collection, Mapping
from functools import partial

from PySide6.QtCore import QObject, Signal

from gtregister.desktop.widgets.choice_button import ChoiceButton
from gtregister.desktop.widgets.filter_bar import FilterBar
from gtregister.desktop.widgets.shown_rows import Group, wanted
from gtregister.desktop.widgets.table_view import TableView
from gtregister.table import Value
from gtregister.writers import words

Those = Callable[[], Collection[int]]  # gives keys of rows, as they are now


class ListChoices(QObject):
    """Chooses among the rows of a view by what is chosen in its filter bar."""

    changed = Signal()  # others are shown

    def __init__(self, filters: FilterBar, view: TableView) -> None:
        super().__init__(view)
        self._filters = filters
        self._view = view
        self._model = view.table_model
        self._buttons: dict[str, tuple[ChoiceButton, Group | None]] = {}
        self._those: Those | None = None
        filters.freed.connect(partial(self.show_only, None))

    def add(
        self,
        key: str,
        title: str,
        in_words: Callable[[Value], str] | None,
        group: Group | None,
    ) -> ChoiceButton:
        """Add a filter by the values of a column."""
        button = ChoiceButton(
            title,
            partial(self._model.counts, key, group),
            in_words or partial(self._in_words, key),
            self._filters,
        )
        self._buttons[key] = (button, group)
        button.changed.connect(partial(self._choose, key))
        self._filters.add(button)
        return button

    def wanted(self) -> dict[str, list[Value]]:
        """Give the values that are chosen, by the columns they are of."""
        chosen = {key: list(b.wanted) for key, (b, _group) in self._buttons.items()}
        return {key: values for key, values in chosen.items() if values}

    def narrow(self, wanted: Mapping[str, object]) -> None:
        """Show only rows with these values, one or a list of them by columns."""
        self.show_only(None)
        self._filters.find_box.clear()
        for key, (button, _group) in self._buttons.items():
            values = wanted.get(key, ())
            several = values if isinstance(values, list | tuple) else [values]
            button.choose([v for v in several if isinstance(v, Value)])

    def show_only(self, those: Those | None, named: str = "") -> None:
        """Show only some rows, under a name; None shows the others again."""
        if those is self._those is None:
            return
        self._those = those
        self._filters.show_name(named)
        with self._view.kept():
            self._model.choose_keys(self._keys())
        self.changed.emit()

    def offer(self) -> None:
        """Take note of another table: offer no filter by what is not to be seen."""
        layout, table = self._view.layout_of_columns, self._model.table
        known = {column.key: column for column in table.columns}
        for key, (button, group) in self._buttons.items():
            offered = key in known and not layout.is_private(known[key])
            if offered != button.is_offered:
                button.is_offered = offered
                values = button.wanted if offered else ()
                self._model.choose(key, wanted(values, group))
        if self._those is not None:
            self._model.choose_keys(self._keys())
        self._filters.fit()

    def _keys(self) -> frozenset[int] | None:
        return None if self._those is None else frozenset(self._those())

    def _in_words(self, key: str, value: Value) -> str:
        columns = {column.key: column for column in self._model.table.columns}
        return words.plain(value, columns[key].kind if key in columns else "text")

    def _choose(self, key: str) -> None:
        """Show only rows with the values that are chosen for a column."""
        button, group = self._buttons[key]
        values = button.wanted if button.is_offered else ()
        with self._view.kept():
            self._model.choose(key, wanted(values, group))
        self.changed.emit()
