"""A grid of names and cells that are filled by one letter each, as fast as one calls.

The names stand in the heading at the left, so that they stay while one goes across.
"""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from gtregister.desktop import style
from gtregister.desktop.widgets.table_model import Index, Mark
from gtregister.i18n import _

_Role = Qt.ItemDataRole
_NOWHERE = QModelIndex()
_MIDDLE = Qt.AlignmentFlag.AlignCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter

Cell = tuple[int, int]  # a row and a column, from 0


class GridModel(QAbstractTableModel):
    """What stands in the cells, in words; `marks` says how each of them stands out."""

    def __init__(
        self, marks: Mapping[str, Mark], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._marks = marks
        self.names: Sequence[str] = ()
        self.titles: Sequence[str] = ()
        self.cells: Sequence[Sequence[str | None]] = ()

    def show(
        self,
        names: Sequence[str],
        titles: Sequence[str],
        cells: Sequence[Sequence[str | None]],
    ) -> None:
        """Show other cells; one stays where one is if names and titles are the same."""
        same = list(names) == list(self.names) and list(titles) == list(self.titles)
        if same and names and titles:
            self.cells = cells
            last = self.index(len(names) - 1, len(titles) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self.names, self.titles, self.cells = names, titles, cells
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.names)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.titles)

    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        words = self.cells[index.row()][index.column()]
        mark = self._marks.get(words or "")
        if role == _Role.DisplayRole:
            return f"{mark.symbol} {words}" if mark else words
        if role == _Role.AccessibleTextRole:
            name, title = self.names[index.row()], self.titles[index.column()]
            said = _("{name}, {title}: {words}")
            return said.format(name=name, title=title, words=words or "–")
        if role == _Role.TextAlignmentRole:
            return _MIDDLE
        if role == _Role.ForegroundRole and mark:
            return QColor(getattr(style.colours(), mark.colour))
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = _Role.DisplayRole,
    ) -> object:
        is_across = orientation == Qt.Orientation.Horizontal
        if role in (_Role.DisplayRole, _Role.ToolTipRole):
            return (self.titles if is_across else self.names)[section]
        if role == _Role.TextAlignmentRole:
            return _MIDDLE if is_across else _LEFT
        return None


class LetterGrid(QTableView):
    """Says what is typed, pressed or pasted; who owns it keeps that and shows it.

    A letter goes into the chosen cells; after a single one the cell below is next.
    """

    typed = Signal(str, object)  # a letter in capitals, or "", and a list of Cells
    pressed_at = Signal(int, int)  # a row and a column, by the mouse or Space
    pasted = Signal(str, int, int)  # what was copied, and from which cell on

    def __init__(
        self,
        name: str,
        letters: str,
        marks: Mapping[str, Mark],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._letters = letters
        self.cells = GridModel(marks, self)
        self.setModel(self.cells)
        self.setAccessibleName(name)
        # Otherwise Tab moves from cell to cell and never leaves the table.
        self.setTabKeyNavigation(False)
        self.setAlternatingRowColors(True)
        self.setCornerButtonEnabled(False)
        self.setWordWrap(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        for headings in (self.horizontalHeader(), self.verticalHeader()):
            headings.setSectionsClickable(False)
            headings.setHighlightSections(True)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.clicked.connect(self._press)
        self._fit()

    def show_cells(
        self,
        names: Sequence[str],
        titles: Sequence[str],
        cells: Sequence[Sequence[str | None]],
    ) -> None:
        """Show cells: a row for each name, a column for each title."""
        self.cells.show(names, titles, cells)
        self._fit()

    def go_to(self, row: int, column: int) -> None:
        """Make a cell the one that one is at, and bring it into view."""
        index = self.cells.index(row, column)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)

    def chosen(self) -> list[Cell]:
        """Give the cells that are chosen, or the one that one is at."""
        found = self.selectionModel().selectedIndexes() or [self.currentIndex()]
        return sorted((i.row(), i.column()) for i in found if i.isValid())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        letter = event.text().upper()
        held = event.modifiers() & ~(
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        )
        if event.matches(QKeySequence.StandardKey.Paste):
            self._paste()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.typed.emit("", self.chosen())
        elif event.key() == Qt.Key.Key_Space:
            self._press(self.currentIndex())
        elif letter and letter in self._letters and not held:
            self._type(letter)
        else:
            super().keyPressEvent(event)

    def _type(self, letter: str) -> None:
        chosen = self.chosen()
        self.typed.emit(letter, chosen)
        after = self.next_after(self.currentIndex())
        if len(chosen) == 1 and after.isValid():
            choose = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().setCurrentIndex(after, choose)

    def next_after(self, index: QModelIndex) -> QModelIndex:
        """Give the cell that comes next after a letter: the one below."""
        return index.siblingAtRow(index.row() + 1)

    def _press(self, index: QModelIndex) -> None:
        if index.isValid() and len(self.chosen()) == 1:
            self.pressed_at.emit(index.row(), index.column())

    def _paste(self) -> None:
        index, text = self.currentIndex(), QGuiApplication.clipboard().text()
        if index.isValid() and text:
            self.pasted.emit(text, index.row(), index.column())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        high = max(style.scaled(32), self.fontMetrics().height() + style.scaled(10))
        self.verticalHeader().setDefaultSectionSize(high)
        widths = self.fontMetrics().horizontalAdvance
        names = max(map(widths, self.cells.names), default=0) + style.scaled(24)
        # Long names leave room for one column at least.
        self.verticalHeader().setFixedWidth(min(names, style.scaled(240)))
        told = {w for line in self.cells.cells for w in line if w}
        widest = max((widths(f"✓ {w}") for w in told), default=0)
        for column, title in enumerate(self.cells.titles):
            wide = max(widths(title), widest) + style.scaled(24)
            self.setColumnWidth(column, max(wide, style.scaled(56)))
