"""Turning rows into the bytes of a file, the same bytes each time."""

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.writer.excel import ExcelWriter

from made_up import SCHOOL, Cell, Row

SAVED = datetime(2026, 9, 7, 8, 0)
ODS_TYPE = "application/vnd.oasis.opendocument.spreadsheet"


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet of a workbook; `heading_row` counts from 1, 0 if there is none."""

    name: str
    rows: Sequence[Row]
    heading_row: int = 1


def xlsx(*sheets: Sheet) -> bytes:
    """Write a workbook as Excel would, but with a fixed time of saving."""
    book = Workbook()
    del book[book.sheetnames[0]]
    for sheet in sheets:
        _fill(book, sheet)
    book.properties.creator = SCHOOL
    book.properties.created = book.properties.modified = SAVED
    draft = io.BytesIO()
    # Workbook.save would put the time of day into the properties.
    ExcelWriter(book, ZipFile(draft, "w")).save()
    with ZipFile(draft) as parts:
        return zipped((name, parts.read(name)) for name in parts.namelist())


def _fill(book: Workbook, sheet: Sheet) -> None:
    page = book.create_sheet(sheet.name)
    widths: dict[int, int] = {}
    for number, row in enumerate(sheet.rows, start=1):
        page.append(row)
        for column, value in enumerate(row, start=1):
            cell = page.cell(number, column)
            if isinstance(value, date):
                cell.number_format = "DD/MM/YYYY"
            if number == sheet.heading_row:
                cell.font = Font(bold=True)
            if number >= sheet.heading_row > 0:
                shown = 10 if isinstance(value, date) else len(str(value or ""))
                widths[column] = max(widths.get(column, 0), min(shown + 2, 40))
    for column, width in widths.items():
        page.column_dimensions[get_column_letter(column)].width = width


def ods(sheet: Sheet) -> bytes:
    """Write a sheet as LibreOffice would, with the three parts that it must have."""
    office = "urn:oasis:names:tc:opendocument:xmlns"
    rows = "".join(
        f"<table:table-row>{''.join(map(_ods_cell, row))}</table:table-row>"
        for row in sheet.rows
    )
    content = (
        '<?xml version="1.0" encoding="UTF-8"?>'
        f'<office:document-content xmlns:office="{office}:office:1.0" '
        f'xmlns:table="{office}:table:1.0" xmlns:text="{office}:text:1.0" '
        'office:version="1.2"><office:body><office:spreadsheet>'
        f'<table:table table:name="{escape(sheet.name)}">{rows}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    manifest = (
        '<?xml version="1.0" encoding="UTF-8"?>'
        f'<manifest:manifest xmlns:manifest="{office}:manifest:1.0" '
        'manifest:version="1.2">'
        '<manifest:file-entry manifest:full-path="/" '
        f'manifest:media-type="{ODS_TYPE}"/>'
        '<manifest:file-entry manifest:full-path="content.xml" '
        'manifest:media-type="text/xml"/></manifest:manifest>'
    )
    return zipped(
        [
            ("mimetype", ODS_TYPE.encode()),
            ("content.xml", content.encode()),
            ("META-INF/manifest.xml", manifest.encode()),
        ]
    )


def _ods_cell(value: Cell) -> str:
    if value is None:
        return "<table:table-cell/>"
    kind, stored, shown = "string", "", escape(str(value))
    if isinstance(value, date):
        kind, stored = "date", f' office:date-value="{value}"'
        shown = f"{value:%d/%m/%Y}"
    elif isinstance(value, int | float):
        kind, stored = "float", f' office:value="{value}"'
    opening = f'<table:table-cell office:value-type="{kind}"{stored}>'
    return f"{opening}<text:p>{shown}</text:p></table:table-cell>"


def zipped(parts: Iterable[tuple[str, bytes]]) -> bytes:
    """Pack parts without saying when or on which kind of computer it was done."""
    packed = io.BytesIO()
    with ZipFile(packed, "w") as archive:
        for name, part in parts:
            entry = ZipInfo(name)
            entry.create_system = 0
            # An OpenDocument file is known by its first part lying there unpacked.
            entry.compress_type = ZIP_STORED if name == "mimetype" else ZIP_DEFLATED
            archive.writestr(entry, part, compresslevel=9)
    return packed.getvalue()


def csv_text(rows: Iterable[Row], delimiter: str = ",") -> str:
    """Write rows as Excel does, with the line ends of Windows."""
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter).writerows(rows)
    return text.getvalue()
