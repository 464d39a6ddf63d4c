"""A heat map: numbers by row and column, each on a ground that deepens with it.

It is a table to Qt, so arrow keys move in it and a screen reader reads it cell by cell;
only the drawing is a chart's.
"""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QSize, Qt, Signal
from PySide6.QtCore import QPersistentModelIndex as LastingIndex
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHeaderView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from gtregister.desktop import style
from gtregister.desktop.widgets.chart_colours import shade

Index = QModelIndex | LastingIndex
_Role = Qt.ItemDataRole
_NOWHERE = QModelIndex()
_CELL = QSize(46, 34)


class Heat(NamedTuple):
    """What a heat map shows; None stands where there is nothing.

    `whole` are the full words of the columns, whose headings may be short, and `say`
    puts a cell in words: row, column, number.
    """

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    whole: tuple[str, ...]
    numbers: tuple[tuple[int | None, ...], ...]
    say: Callable[[str, str, int], str]

    @property
    def most(self) -> int:
        """Find the highest number, at least 1."""
        return max((n or 0 for row in self.numbers for n in row), default=1) or 1


class HeatMap(QTableView):
    """Shows numbers as shades; `chosen` tells the row and column that was pressed."""

    chosen = Signal(int, int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cells = _Cells(self)
        self.setModel(self._cells)
        self.setItemDelegate(_Painter(self))
        self.setAccessibleName(name)
        self.setTabKeyNavigation(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for heads in (self.horizontalHeader(), self.verticalHeader()):
            heads.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            heads.setHighlightSections(False)
            heads.setMinimumSectionSize(1)
            style.letters(heads, "caption")
        self.clicked.connect(self._choose)

    def show_heat(self, heat: Heat) -> None:
        """Show other numbers."""
        self._cells.show_heat(heat)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._choose(self.currentIndex())
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(style.scaled(360), self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(style.scaled(200), self._height())

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(index.row(), index.column())

    def _fit(self) -> None:
        """Share the room out among the columns, but let no cell be too small to hit."""
        columns = self._cells.columnCount()
        if not columns:
            return
        self.verticalHeader().setDefaultSectionSize(style.scaled(_CELL.height()))
        heads, least = self.horizontalHeader(), style.scaled(_CELL.width())
        widths = [max(least, heads.sectionSizeHint(at)) for at in range(columns)]
        spare = max(0, self.viewport().width() - sum(widths)) // columns
        for place, width in enumerate(widths):
            heads.resizeSection(place, width + spare)
        self.updateGeometry()

    def _height(self) -> int:
        cells = self._cells.rowCount() * style.scaled(_CELL.height())
        bar = self.horizontalScrollBar()
        room = bar.sizeHint().height() if bar.maximum() > 0 else 0
        return self.horizontalHeader().sizeHint().height() + cells + room + 2


class _Cells(QAbstractTableModel):
    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.heat = Heat((), (), (), (), lambda _row, _column, n: str(n))

    def show_heat(self, heat: Heat) -> None:
        self.beginResetModel()
        self.heat = heat
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.heat.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.heat.columns)

    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        number = self.heat.numbers[row][column]
        if role == _Role.DisplayRole:
            return "–" if number is None else str(number)
        if role in {_Role.ToolTipRole, _Role.AccessibleTextRole}:
            heat = self.heat
            return heat.say(heat.rows[row], heat.whole[column], number or 0)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole
    ) -> object:
        across = orientation == Qt.Orientation.Horizontal
        if role == _Role.DisplayRole:
            return (self.heat.columns if across else self.heat.rows)[section]
        if role == _Role.ToolTipRole and across:
            return self.heat.whole[section]
        if role == _Role.TextAlignmentRole and not across:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None


class _Painter(QStyledItemDelegate):
    def __init__(self, table: HeatMap) -> None:
        super().__init__(table)
        self._table = table

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index
    ) -> None:
        heat = self._table._cells.heat  # noqa: SLF001 - the painter is a part of it
        number = heat.numbers[index.row()][index.column()]
        tint = shade(number or 0, heat.most)
        area = option.rect.adjusted(1, 1, -1, -1)
        painter.setPen(QPen(QColor(style.colours().divider)))
        painter.setBrush(QColor(tint.ground))
        painter.drawRect(area)
        painter.setPen(QColor(tint.ink))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, str(index.data()))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(style.colours().focus), 2))
            painter.drawRect(area)
            painter.setPen(QPen(QColor(tint.ink), 1))
            painter.drawRect(area.adjusted(2, 2, -2, -2))
