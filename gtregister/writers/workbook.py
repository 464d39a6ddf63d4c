"""The craft of workbooks: sheets, cells and files as openpyxl wants them.

openpyxl is slow to load, and so each function loads what it needs.
"""

from collections.abc import Iterable
from contextlib import closing
from datetime import date, datetime, time
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Literal
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from gtregister.i18n import _
from gtregister.table import Kind
from gtregister.writers import cells

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

_BLUE, _WHITE, _RULE = "FF12436D", "FFFFFFFF", "FFD5DAE0"
_FORMATS = {"number": "General", "date": "dd/mm/yyyy"}
_A4 = 9
_TEXT = "@"  # a cell of this format stays text, whatever somebody types into it


def new(title: str, made: date) -> "Workbook":
    """Begin a workbook whose properties name no person and no moment."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    book.properties.creator = "gtregister"
    book.properties.title = cells.text(title)
    book.properties.created = datetime.combine(made, time())
    book.properties.modified = book.properties.created
    return book


def set_up(
    sheet: "Worksheet",
    widths: Iterable[float],
    orientation: Literal["landscape", "portrait"],
    foot: tuple[str, str],
) -> None:
    """Set widths, in letters, and print on A4 with two texts and the page below."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.header_footer import HeaderFooterItem
    from openpyxl.worksheet.properties import PageSetupProperties

    for number, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.page_setup.orientation = orientation
    sheet.page_setup.paperSize = _A4
    sheet.page_setup.fitToHeight = 0  # as many pages as it takes, one page wide
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    pages = _("Page {page} of {pages}").format(page="&P", pages="&N")
    footer = HeaderFooterItem()
    footer.left.text, footer.right.text = map(cells.footer, foot)
    footer.center.text = pages
    sheet.oddFooter = footer


def keep_in_memory(sheet: "Worksheet") -> None:
    """Keep the rows of a sheet, which is set up and still empty, out of other files.

    openpyxl would first write them to a temporary file, where the pupils would stay
    behind if the program were killed.
    """
    from openpyxl.worksheet._writer import WorksheetWriter

    writer = WorksheetWriter(sheet, BytesIO())
    writer.cleanup = lambda: None  # type: ignore[method-assign] # nothing to delete
    sheet._writer = writer  # type: ignore[attr-defined] # noqa: SLF001 - no other way in
    writer.write_top()


def area(columns: int, rows: int) -> str | None:
    """Name the cells of so many columns and rows; None if there are no columns."""
    from openpyxl.utils import get_column_letter

    return f"A1:{get_column_letter(columns)}{rows}" if columns else None


def heading_cell(sheet: "Worksheet", kind: Kind) -> "Cell":
    """Make the cell of a heading: white on blue, over its numbers or its texts."""
    from openpyxl.styles import Alignment, Font, PatternFill

    cell = _cell(sheet)
    cell.font = Font(bold=True, color=_WHITE)
    cell.fill = PatternFill("solid", fgColor=_BLUE)
    side = "right" if kind == "number" else "left"
    cell.alignment = Alignment(horizontal=side, vertical="center", wrap_text=True)
    return cell


def body_cell(sheet: "Worksheet", kind: Kind, *, bold: bool = False) -> "Cell":
    """Make a cell for values of one kind; a thin rule below sets the rows apart."""
    from openpyxl.styles import Alignment, Border, Font, Side

    cell = _cell(sheet)
    cell.number_format = _FORMATS.get(kind, _TEXT)
    cell.border = Border(bottom=Side("thin", color=_RULE))
    cell.font = Font(bold=bold, color=_BLUE if bold else None)
    side = None if kind == "number" else "left"
    cell.alignment = Alignment(horizontal=side, vertical="top", wrap_text=True)
    return cell


def fill(cell: "Cell", content: cells.Content) -> None:
    """Put a value into a cell as what it is: never a formula, never an error."""
    cell.value = content
    if isinstance(content, str):
        cell.data_type = "s"


def save(book: "Workbook", path: Path) -> None:
    """Save a workbook whose sheets are kept in memory; the same one, the same bytes."""
    from openpyxl.writer.excel import ExcelWriter

    with closing(_Archive(path)) as archive:
        ExcelWriter(book, archive).save()  # type: ignore[arg-type]


def _cell(sheet: "Worksheet") -> "Cell":
    from openpyxl.cell import WriteOnlyCell

    return WriteOnlyCell(sheet)


class _Archive:
    """What ExcelWriter needs of a ZipFile, with entries that bear no time."""

    def __init__(self, path: Path) -> None:
        self._zip = ZipFile(path, "w")
        self.namelist = self._zip.namelist
        self.close = self._zip.close

    def writestr(self, name: str, content: str | bytes) -> None:
        entry = ZipInfo(name)
        entry.compress_type = ZIP_DEFLATED
        self._zip.writestr(entry, content)

    def write(self, kept: BytesIO, name: str) -> None:
        self.writestr(name, kept.getvalue())
