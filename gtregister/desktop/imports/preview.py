"""The rows of a sheet as they stand in the file, with the heading row set off."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QObject, Qt
from PySide6.QtCore import QPersistentModelIndex as LastingIndex
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from gtregister.desktop import style
from gtregister.i18n import _
from gtregister.importers import Cell, Layout, Part, joining
from gtregister.importers.cells import written

_ABOVE, _BELOW = 20, 30  # rows shown around the headings
_WIDEST = 220
_NOWHERE = QModelIndex()
_Role = Qt.ItemDataRole
Index = QModelIndex | LastingIndex


class PreviewModel(QAbstractTableModel):
    """Some rows of a sheet, numbered as the file numbers them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[Sequence[Cell]] = ()
        self._first = 1
        self._parts: Sequence[Part] = ()
        self.heading = -1
        self._width = 0

    def show_layout(self, layout: Layout) -> None:
        """Show the rows around the headings of a sheet."""
        self.beginResetModel()
        start = max(0, layout.heading - _ABOVE)
        self._rows = layout.sheet.rows[start : layout.heading + _BELOW]
        self._first = layout.sheet.first_row + start
        self._parts = layout.sheet.parts
        self.heading = layout.heading - start
        self._width = max((len(row) for row in self._rows), default=0)
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else self._width

    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        if not index.isValid():
            return None
        is_heading = index.row() == self.heading
        colours = style.colours()
        if role == _Role.BackgroundRole and is_heading:
            return QColor(colours.selection)
        if role == _Role.ForegroundRole:
            if is_heading:
                return QColor(colours.selection_text)
            return QColor(colours.quiet if index.row() < self.heading else colours.text)
        if role == _Role.FontRole and is_heading:
            font = QFont()
            font.setBold(True)
            font.setPixelSize(style.scaled(style.SIZES["body"]))
            return font
        if role not in (_Role.DisplayRole, _Role.AccessibleTextRole):
            return None
        row = self._rows[index.row()]
        text = written(row[index.column()]) if index.column() < len(row) else ""
        # A screen reader that meets an empty cell says only the row's number.
        return text or ("–" if role == _Role.AccessibleTextRole else "")

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole
    ) -> object:
        if orientation == Qt.Orientation.Vertical and role == _Role.DisplayRole:
            return str(self._number(section))
        if orientation == Qt.Orientation.Vertical and role == _Role.AccessibleTextRole:
            said = (
                _("Row {row}, the headings")
                if section == self.heading
                else _("Row {row}")
            )
            return said.format(row=self._number(section))
        return None

    def _number(self, section: int) -> int:
        return joining.numbered(self._parts, self._first + section)


class Preview(QTableView):
    """Shows the rows around the headings; nothing in it can be changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = PreviewModel(self)
        self.setModel(self.rows)
        self.setAccessibleName(_("The first rows of the file"))
        # Otherwise Tab moves from cell to cell and never leaves the table.
        self.setTabKeyNavigation(False)
        self.setShowGrid(True)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.horizontalHeader().hide()
        self.setMinimumHeight(style.scaled(110))
        self._fit_rows()

    def show_layout(self, layout: Layout) -> None:
        """Show the rows around the headings, so that those are seen."""
        self.rows.show_layout(layout)
        self.resizeColumnsToContents()
        for column in range(self.rows.columnCount()):
            width = min(self.columnWidth(column), style.scaled(_WIDEST))
            self.setColumnWidth(column, width + style.scaled(8))
        above = self.rows.index(max(0, self.rows.heading - 3), 0)
        self.scrollTo(above, QAbstractItemView.ScrollHint.PositionAtTop)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_rows()

    def _fit_rows(self) -> None:
        height = self.fontMetrics().height() + style.scaled(10)
        self.verticalHeader().setDefaultSectionSize(height)
