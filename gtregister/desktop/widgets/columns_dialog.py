"""Choosing the columns of a list, their order, and what it is sorted by."""

from collections.abc import Callable
from dataclasses import replace
from itertools import chain, pairwise

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gtregister.desktop import style
from gtregister.desktop.widgets import sizing
from gtregister.desktop.widgets.arrangement import Arrangement, ColumnState
from gtregister.desktop.widgets.column_layout import ColumnLayout
from gtregister.desktop.widgets.lines import line
from gtregister.desktop.widgets.shown_rows import Sorting
from gtregister.i18n import _

_KEY = Qt.ItemDataRole.UserRole
_STEPS = 3  # columns to sort by, one after the other


class ColumnsDialog(QDialog):
    """Ticks are the columns shown; they move by dragging, by buttons and by keys."""

    def __init__(self, layout: ColumnLayout, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Columns and sorting"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._layout = layout
        self._columns = layout.columns()
        self.list = self._make_list()
        self.up = self._button(_("Move &up"), lambda: self.move_by(-1))
        self.down = self._button(_("Move &down"), lambda: self.move_by(1))
        self.by: list[tuple[QComboBox, QCheckBox]] = []
        self.ok = self._button(_("OK"), self.accept)
        self.ok.setDefault(True)
        self._assemble()
        self.accepted.connect(lambda: self._layout.arrange(self._arrangement()))
        sizing.fit(self, 560, 720)

    def _assemble(self) -> None:
        beside = QVBoxLayout()
        beside.addWidget(self.up)
        beside.addWidget(self.down)
        beside.addStretch(1)
        across = QHBoxLayout()
        across.setSpacing(12)
        across.addWidget(self.list, 1)
        across.addLayout(beside)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        usual = self._button(_("Usual &columns"), self._reset)
        cancel = self._button(_("Cancel"), self.reject)
        foot.addWidget(usual)
        foot.addStretch(1)
        foot.addWidget(self.ok)
        foot.addWidget(cancel)
        down = QVBoxLayout(self)
        down.setContentsMargins(24, 20, 24, 20)
        down.setSpacing(12)
        hint = _("Tick what to show. Drag to change the order, or use the buttons.")
        down.addWidget(line(hint, quiet=True, folds=True))
        down.addLayout(across, 1)
        down.addLayout(self._make_sorting())
        down.addLayout(foot)
        sorting = chain.from_iterable(self.by)
        for before, after in pairwise((self.down, *sorting, usual, self.ok, cancel)):
            self.setTabOrder(before, after)

    def _make_list(self) -> QListWidget:
        found = QListWidget(self)
        found.setAccessibleName(_("Columns"))
        found.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        for column in self._columns:
            item = QListWidgetItem(column.title, found)
            item.setData(_KEY, column.key)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsDropEnabled)
            item.setCheckState(_state(column.is_shown))
            item.setSizeHint(QSize(0, style.scaled(28)))
        found.setCurrentRow(0)
        return found

    def _make_sorting(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        sorting = self._layout.arrangement.sorting
        labels = (_("&Sort by"), _("&Then by"), _("And t&hen by"))
        for place, words in enumerate(labels):
            key, largest_first = (*sorting, *[("", False)] * _STEPS)[place]
            column, turned = self._sort_box(words, key), QCheckBox(_("Last to first"))
            said = _("{words}: last to first").format(words=words.replace("&", ""))
            turned.setAccessibleName(said)
            turned.setChecked(largest_first)
            label = line(words)
            label.setBuddy(column)
            for at, part in enumerate((label, column, turned)):
                grid.addWidget(part, place, at)
            self.by.append((column, turned))
        return grid

    def _sort_box(self, words: str, key: str) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(words.replace("&", ""))
        box.addItem(_("(nothing)"), "")
        for column in self._columns:
            box.addItem(column.title, column.key)
        box.setCurrentIndex(max(0, box.findData(key)))
        return box

    def _button(self, words: str, do: Callable[[], None]) -> QPushButton:
        button = QPushButton(words, self)
        button.setAutoDefault(False)
        button.clicked.connect(do)
        return button

    def move_by(self, steps: int) -> None:
        """Move the column that one is at up or down."""
        row = self.list.currentRow()
        if row >= 0 and 0 <= row + steps < self.list.count():
            item = self.list.takeItem(row)
            self.list.insertItem(row + steps, item)
            self.list.setCurrentItem(item)

    def _reset(self) -> None:
        self._layout.arrange(Arrangement())
        self.reject()

    def _arrangement(self) -> Arrangement:
        """Give what was chosen; a column that was left alone stays its own master."""
        items = [self.list.item(row) for row in range(self.list.count())]
        ticked = {i.data(_KEY): i.checkState() == Qt.CheckState.Checked for i in items}
        before = self._layout.arrangement
        turned = {c.key: ticked[c.key] for c in self._columns if _is_turned(c, ticked)}
        return replace(
            before,
            shown={**before.shown, **turned},
            order=tuple(item.data(_KEY) for item in items),
            sorting=self._sorting(),
        )

    def _sorting(self) -> Sorting:
        found: dict[str, bool] = {}
        for box, turned in self.by:
            if box.currentData():
                found.setdefault(box.currentData(), turned.isChecked())
        return tuple(found.items())


def _is_turned(column: ColumnState, ticked: dict[str, bool]) -> bool:
    return ticked[column.key] != column.is_shown


def _state(is_on: bool) -> Qt.CheckState:
    return Qt.CheckState.Checked if is_on else Qt.CheckState.Unchecked
