"""Short ways to make the files that importers read."""

import io
import zipfile

import openpyxl

from gtregister.importers import Ask, Sheet, reading
from gtregister.importers.upn import check_letter

AISHA, NOAH, ZOE = "B801200005001", "H801200001001", "R674123101121"


def upn(number):
    """Make a UPN with the right letter."""
    rest = f"{number:012}"
    return check_letter(f"A{rest}") + rest


def text_file(folder, text, name="list.csv", encoding="utf-8"):
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return path


def workbook(folder, rows, name="list.xlsx", title="Year 7", change=None):
    """Write rows to a workbook; `change(book)` may do more to it."""
    book = openpyxl.Workbook()
    book.active.title = title
    for row in rows:
        book.active.append(row)
    if change:
        change(book)
    book.save(folder / name)
    return folder / name


def zipped(folder, members, name="list.xlsx"):
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for member, text in members.items():
            archive.writestr(member, text)
    (folder / name).write_bytes(content.getvalue())
    return folder / name


def read(path, **ask):
    return reading.read(path, Ask(**ask))


def read_rows(*rows, **ask):
    """Read rows as if they were the one sheet of a file."""
    return reading.read_sheets([Sheet("Sheet1", rows)], Ask(**ask), "list.xlsx")


def fields(found):
    """Give the field of each column that is used."""
    return {column.heading: column.field for column in found.columns if column.field}


def values(record):
    """Give the values of a record's results, by field."""
    return {f"{r.assessment}.{r.subject}.{r.measure}": r.value for r in record.results}


def said(found):
    """Give every problem in short: row, column, level."""
    return [(p.row, p.column, p.level) for p in found.problems]
