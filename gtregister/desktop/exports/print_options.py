"""What can be chosen about a print: printer, copies, pages, direction and columns."""

from collections.abc import Collection
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPageRanges
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QListWidgetItem,
    QSpinBox,
    QWidget,
)

from gtregister.desktop import style
from gtregister.desktop.widgets.lines import line
from gtregister.desktop.widgets.row_list import RowList
from gtregister.desktop.widgets.text_field import TextField
from gtregister.errors import UserError
from gtregister.i18n import _, translated
from gtregister.table import Table


@dataclass(frozen=True, slots=True)
class Sheet:
    """A list that can be laid out anew: all its columns, and those ticked at first."""

    table: Table
    ticked: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """How the pages of a list are wanted."""

    columns: tuple[str, ...]
    upright: bool = False


class PrintOptions(QWidget):
    """Asks; what changes the pages is said with `laid_out`."""

    laid_out = Signal(object)  # the Layout that is wanted now

    def __init__(self, sheet: Sheet | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        self._form.setVerticalSpacing(6)
        self._add_printing()
        self.direction: QComboBox | None = None
        self.columns: RowList | None = None
        if sheet is not None:
            self._add_layout(sheet)

    def _add_printing(self) -> None:
        self.printers = QComboBox()
        self.printers.setMinimumContentsLength(16)
        self.printers.addItems(QPrinterInfo.availablePrinterNames())
        default = self.printers.findText(QPrinterInfo.defaultPrinterName())
        self.printers.setCurrentIndex(max(0, default))
        self.copies = QSpinBox()
        self.copies.setRange(1, 99)
        self.pages = TextField()
        self.pages.setPlaceholderText(_("All, or such as 1-3, 5"))
        for words, field in (
            (_("P&rinter"), self.printers),
            (_("&Copies"), self.copies),
            (_("Pa&ges"), self.pages),
        ):
            self._add(words, field)
            field.setEnabled(bool(self.printers.count()))

    def _add_layout(self, sheet: Sheet) -> None:
        self.direction = QComboBox()
        self.direction.addItem(_("Landscape"), False)
        self.direction.addItem(_("Portrait"), True)
        self.direction.activated.connect(self._tell)
        self._add(_("&Direction"), self.direction)
        self.columns = RowList(_("Columns"))
        titles = {c.key: translated(c.title) for c in sheet.table.columns}
        rest = [key for key in titles if key not in sheet.ticked]
        for key in (*sheet.ticked, *rest):
            item = QListWidgetItem(titles[key], self.columns)
            item.setData(Qt.ItemDataRole.UserRole, key)
            ticked = key in sheet.ticked
            state = Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
            item.setCheckState(state)
        self.columns.itemChanged.connect(self._tell)
        self.columns.setMinimumHeight(style.scaled(180))
        self._add(_("Co&lumns"), self.columns)

    def _add(self, words: str, field: QWidget) -> None:
        label = line(words)
        label.setBuddy(field)
        field.setAccessibleName(words.replace("&", ""))
        self._form.addRow(label, field)

    def _tell(self) -> None:
        layout = self.layout_wanted()
        if layout is not None and layout.columns:
            self.laid_out.emit(layout)

    def layout_wanted(self) -> Layout | None:
        """Give the layout that is chosen; None if the pages are what they are."""
        if self.columns is None or self.direction is None:
            return None
        items = (self.columns.item(row) for row in range(self.columns.count()))
        ticked = tuple(
            str(item.data(Qt.ItemDataRole.UserRole))
            for item in items
            if item.checkState() == Qt.CheckState.Checked
        )
        return Layout(ticked, upright=bool(self.direction.currentData()))

    def printer(self, title: str, pages: int) -> QPrinter:
        """Set a printer up as chosen; UserError if the pages cannot be read."""
        ranges = page_ranges(self.pages.text(), pages)
        printer = QPrinter(QPrinterInfo.printerInfo(self.printers.currentText()))
        printer.setCopyCount(self.copies.value())
        printer.setDocName(title)
        printer.setPageRanges(ranges)
        return printer


def page_ranges(said: str, pages: int) -> QPageRanges:
    """Read which pages are meant; nothing means all of them."""
    ranges = QPageRanges.fromString(said.replace(" ", ""))
    if said.strip() and (ranges.isEmpty() or ranges.lastPage() > pages):
        wrong = _("“{said}” are no pages of these {pages}. Write them like 1-3, 5.")
        raise UserError(wrong.format(said=said.strip(), pages=pages), "pages")
    return ranges


def sheet_of(table: Table, shown: Table, *, hidden: Collection[str] = ()) -> Sheet:
    """Offer every column of a list; tick those that are shown and not sensitive."""
    ticked = tuple(
        column.key
        for column in shown.columns
        if not column.sensitive and column.key not in hidden
    )
    return Sheet(table, ticked)
