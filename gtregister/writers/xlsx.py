"""Tables to Excel workbooks, to sort, filter, keep and read in again.

The headings are the first row of the first sheet, so that the file can be imported;
where the list comes from is told on a second sheet.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from gtregister.errors import UserError
from gtregister.i18n import N_, _, format_date, format_number, translated
from gtregister.table import Imprint, Table
from gtregister.writers import Step, Writer, cells, no_step, workbook
from gtregister.writers.words import heading, plain

if TYPE_CHECKING:
    from openpyxl import Workbook

_MOST_ROWS = 1_048_576  # Microsoft, "Excel specifications and limits"
_NARROWEST, _WIDEST = 7, 48  # letters
_BUTTON = 4  # letters that the button of a filter hides
_AT_ONCE = 500  # rows between two reports of progress
_SAMPLE = 400  # rows looked at to find how wide the columns should be


def write(table: Table, imprint: Imprint, path: Path, step: Step = no_step) -> None:
    """Write the table to a sheet named after it, and the imprint to a second one.

    UserError if the table has more rows than a sheet.
    """
    title = translated(table.title)
    if len(table.rows) >= _MOST_ROWS:
        said = _(
            "“{title}” has more rows than a workbook holds. Save it as a CSV file."
        )
        raise UserError(said.format(title=title))
    book = workbook.new(title, imprint.on)
    _add_list(book, table, imprint, step)
    _add_origin(book, table, imprint)
    workbook.save(book, path)


def _add_list(book: "Workbook", table: Table, imprint: Imprint, step: Step) -> None:
    sheet = book.create_sheet(cells.sheet_name(translated(table.title)))
    workbook.set_up(sheet, _widths(table), "landscape", _foot(imprint))
    sheet.freeze_panes = "A2"
    sheet.print_title_rows = "1:1"
    sheet.auto_filter.ref = workbook.area(len(table.columns), len(table.rows) + 1)
    workbook.keep_in_memory(sheet)
    kinds = [column.kind for column in table.columns]
    headings = [workbook.heading_cell(sheet, kind) for kind in kinds]
    for cell, column in zip(headings, table.columns, strict=True):
        workbook.fill(cell, cells.text(heading(column)))
    sheet.append(headings)
    # Each row is written out at once, so that the same cells serve for the next.
    row = [workbook.body_cell(sheet, kind) for kind in kinds]
    for done, values in enumerate(table.rows):
        if done % _AT_ONCE == 0:
            step(done, len(table.rows))
        for cell, value, kind in zip(row, values, kinds, strict=True):
            workbook.fill(cell, cells.content(value, kind))
        sheet.append(row)


def _add_origin(book: "Workbook", table: Table, imprint: Imprint) -> None:
    sheet = book.create_sheet(cells.sheet_name(_("About this list")))
    workbook.set_up(sheet, (24, 90), "portrait", _foot(imprint))
    workbook.keep_in_memory(sheet)
    label = workbook.body_cell(sheet, "text", bold=True)
    cell = workbook.body_cell(sheet, "text")
    for question, answer in _origin(table, imprint):
        workbook.fill(label, question)
        workbook.fill(cell, cells.text(answer))
        sheet.append((label, cell))


def _origin(table: Table, imprint: Imprint) -> Iterator[tuple[str, str]]:
    sensitive = [heading(column) for column in table.columns if column.sensitive]
    yield _("List"), translated(table.title)
    yield _("School"), imprint.school
    for fact in imprint.facts:
        yield _("What it shows"), fact
    yield _("Rows"), format_number(len(table.rows))
    yield _("Sensitive columns"), ", ".join(sensitive) or _("None")
    yield _("Made on"), format_date(imprint.on)
    yield _("Made by"), imprint.by


def _foot(imprint: Imprint) -> tuple[str, str]:
    if imprint.confidential:
        with_name, without = (
            _("Confidential. {date}, {name}"),
            _("Confidential. {date}"),
        )
    else:
        with_name, without = _("{date}, {name}"), _("{date}")
    said = with_name if imprint.by else without
    return imprint.school, said.format(date=format_date(imprint.on), name=imprint.by)


def _widths(table: Table) -> Iterator[float]:
    """Measure the columns in letters, on rows taken evenly from the whole table."""
    rows = table.rows[:: 1 + len(table.rows) // _SAMPLE]
    for place, column in enumerate(table.columns):
        longest = max((len(plain(row[place], column.kind)) for row in rows), default=0)
        wanted = max(longest + 2, len(heading(column)) + _BUTTON, _NARROWEST)
        yield min(wanted, _WIDEST)


WRITER = Writer(title=N_("Excel workbook"), suffix=".xlsx", write=write, sensitive=True)
