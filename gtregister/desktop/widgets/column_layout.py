"""Which columns of a table are shown, in which order, and how wide."""

from collections.abc import Collection
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QTableView

from gtregister.desktop import style
from gtregister.desktop.widgets.arrangement import Arrangement, ColumnState
from gtregister.desktop.widgets.headings import Headings
from gtregister.desktop.widgets.shown_rows import Sorting
from gtregister.desktop.widgets.table_model import TableModel
from gtregister.i18n import translated
from gtregister.table import Column, Table

_SAMPLE = 120  # rows measured to choose the widths of columns
_WIDEST = 260
_LEAST = 140  # the least width of the column that takes what room is left


class ColumnLayout(QObject):
    """Lays the columns of a view out: as the person wants, else as the rows need.

    Left alone, sensitive columns, those named by `hide` and those without any value are
    hidden. The discreet view hides every sensitive column whatever was chosen, and
    those named by `keep_private`.
    """

    arranged = Signal()  # the person chose something, which is worth keeping

    def __init__(self, view: QTableView, model: TableModel, headings: Headings) -> None:
        super().__init__(view)
        self._view = view
        self._table_model = model
        self._headings = headings
        self._hidden: frozenset[str] = frozenset()
        self._private: frozenset[str] = frozenset()
        self._chosen = Arrangement()
        self._natural: dict[int, int] = {}
        self._measured: tuple[Column, ...] = ()
        self._elastic: int | None = None
        self._room = 0
        self._is_laying_out = False
        model.shaped.connect(self.lay_out)
        headings.asked_to_sort.connect(self._sort_by_heading)
        headings.sectionMoved.connect(self._note_order)
        headings.sectionResized.connect(self._note_width)
        headings.sectionHandleDoubleClicked.connect(self._forget_width)

    def hide(self, keys: Collection[str]) -> None:
        """Leave columns out until somebody asks for them."""
        self._hidden = frozenset(keys)
        self.lay_out()

    def keep_private(self, keys: Collection[str]) -> None:
        """Name columns that the discreet view hides, though they may be printed."""
        self._private = frozenset(keys)
        self.lay_out()

    def is_private(self, column: Column) -> bool:
        """Say whether a column is not to be seen now."""
        private = column.sensitive or column.key in self._private
        return private and style.is_discreet()

    def without_private(self, table: Table) -> Table:
        """Leave out of a table what is not to be seen now."""
        private = {c.key for c in table.columns if self.is_private(c)}
        return table.without(private) if private else table

    @property
    def arrangement(self) -> Arrangement:
        """Give what the person chose."""
        return self._chosen

    def arrange(self, arrangement: Arrangement) -> None:
        """Choose for the person, as they did before or as a dialog has it."""
        self._chosen = arrangement
        self.lay_out()
        self.arranged.emit()

    def columns(self) -> list[ColumnState]:
        """Give every column that may be seen now, from left to right."""
        columns = self._table_model.table.columns
        return [
            ColumnState(column.key, translated(column.title), self._is_wanted(column))
            for column in map(columns.__getitem__, self._headings.columns_in_order())
            if not self.is_private(column)
        ]

    def toggle(self, key: str) -> None:
        """Show a column that is hidden, or hide one that is shown."""
        table = self._table_model.table
        is_hidden = self._view.isColumnHidden(table.position(key))
        shown = {**self._chosen.shown, key: is_hidden}
        self.arrange(replace(self._chosen, shown=shown))

    def sort(self, place: int, *, after_others: bool = False) -> None:
        """Sort by a column, or by it too; once more turns its order round."""
        key = self._table_model.table.columns[place].key
        before = self._chosen.sorting
        turned = dict(before).get(key) is False
        sorting: Sorting = ((key, turned),)
        if after_others and key in dict(before):
            sorting = tuple((k, turned if k == key else last) for k, last in before)
        elif after_others:
            sorting = (*before, (key, False))
        self._chosen = replace(self._chosen, sorting=sorting)
        if max(len(before), len(sorting)) > 1:
            self.lay_out()  # the headings have numbers now, or had them
        else:
            self._sort()
        self.arranged.emit()

    def lay_out(self) -> None:
        """Show the columns that are wanted, as wide as they need to be."""
        if not self._table_model.table.columns:
            return
        self._is_laying_out = True
        self._sort()
        self._put_in_order()
        for place, column in enumerate(self._table_model.table.columns):
            self._view.setColumnHidden(place, not self._is_wanted(column))
        self._measure()
        self._is_laying_out = False
        self._spread()

    def _sort(self) -> None:
        """Sort as chosen, but by nothing that is not to be seen."""
        private = {c.key for c in self._table_model.table.columns if self.is_private(c)}
        wanted = tuple(by for by in self._chosen.sorting if by[0] not in private)
        if wanted != self._table_model.sorting:
            self._table_model.sort_by(wanted)
            self._headings.viewport().update()

    def _put_in_order(self) -> None:
        places = {c.key: p for p, c in enumerate(self._table_model.table.columns)}
        wanted = [places[key] for key in self._chosen.order if key in places]
        if not wanted:
            wanted = list(places.values())
        for visual, place in enumerate(wanted):
            if (now := self._headings.visualIndex(place)) not in (visual, -1):
                self._headings.moveSection(now, visual)

    def _is_wanted(self, column: Column) -> bool:
        if self.is_private(column):
            return False
        if (chosen := self._chosen.shown.get(column.key)) is not None:
            return chosen
        if column.sensitive or column.key in self._hidden:
            return False
        table = self._table_model.table
        place = table.position(column.key)
        return any(row[place] is not None for row in table.rows)

    def _measure(self) -> None:
        """Find how wide each column must be for its heading and a sample of rows."""
        model, table = self._table_model, self._table_model.table
        metrics, heading = self._view.fontMetrics(), self._headings.fontMetrics()
        sample = table.rows[:: max(1, len(table.rows) // _SAMPLE)]
        self._natural, self._measured = {}, table.columns
        for place, column in enumerate(table.columns):
            if self._view.isColumnHidden(place):
                continue
            head = self._headings.words(place)
            texts = {model.text_of(row[place], column) for row in sample}
            longest = sorted(texts, key=len)[-4:]
            needed = max((metrics.horizontalAdvance(t) for t in longest), default=0)
            wide = heading.horizontalAdvance(head) + style.scaled(20)
            self._natural[place] = max(needed, wide) + style.scaled(18)
        self._elastic = max(
            (p for p in self._natural if self._may_stretch(table.columns[p])),
            key=lambda place: self._natural[place],
            default=None,
        )

    def _may_stretch(self, column: Column) -> bool:
        return column.kind == "text" and column.key not in self._chosen.widths

    def fit(self, room: int) -> None:
        """Fill so many pixels from left to right."""
        # Told, not asked of the viewport: PySide6 makes fifty kinds of value that
        # nobody wants when it first looks at one, which the start would wait for.
        self._room = room
        # Qt also asks while another table comes in, whose columns are laid out next.
        if self._measured == self._table_model.table.columns:
            self._spread()

    def _spread(self) -> None:
        """Give the widest column of words what room the others leave."""
        columns, widest = self._table_model.table.columns, style.scaled(_WIDEST)
        own = self._chosen.widths
        widths = {
            p: style.scaled(own[columns[p].key])
            if columns[p].key in own
            else min(width, widest)
            for p, width in self._natural.items()
        }
        if self._elastic is not None:
            others = sum(w for p, w in widths.items() if p != self._elastic)
            room = self._room - others
            if room < self._natural[self._elastic]:
                self._share_out(widths)
            else:
                widths[self._elastic] = room
        self._is_laying_out = True
        for place, width in widths.items():
            self._view.setColumnWidth(place, width)
        self._is_laying_out = False

    def _share_out(self, widths: dict[int, int]) -> None:
        """Part what room there is among the columns of many words, none cut short.

        A column that needs less than its part leaves the rest to the others.
        """
        columns, least = self._table_model.table.columns, style.scaled(_LEAST)
        sharing = [p for p in self._natural if self._may_stretch(columns[p])]
        sharing = [p for p in sharing if self._natural[p] > least]
        room = self._room - sum(w for p, w in widths.items() if p not in sharing)
        for left, place in zip(
            range(len(sharing), 0, -1),
            sorted(sharing, key=lambda place: self._natural[place]),
            strict=True,
        ):
            widths[place] = max(least, min(self._natural[place], room // left))
            room -= widths[place]

    def _sort_by_heading(self, place: int, after_others: bool) -> None:
        self.sort(place, after_others=after_others)

    def _note_order(self) -> None:
        if not self._is_laying_out:
            columns = self._table_model.table.columns
            order = tuple(columns[p].key for p in self._headings.columns_in_order())
            self._chosen = replace(self._chosen, order=order)
            self.arranged.emit()

    def _note_width(self, place: int, _old: int, width: int) -> None:
        if not self._is_laying_out and width:
            key = self._table_model.table.columns[place].key
            at_100 = round(width * 100 / style.scaled(100))
            widths = {**self._chosen.widths, key: at_100}
            self._chosen = replace(self._chosen, widths=widths)
            self.arranged.emit()

    def _forget_width(self, place: int) -> None:
        key = self._table_model.table.columns[place].key
        widths = {k: w for k, w in self._chosen.widths.items() if k != key}
        self.arrange(replace(self._chosen, widths=widths))
