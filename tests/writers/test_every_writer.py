import csv
import zipfile
from pathlib import Path

import pytest
from pypdf import PdfReader
from python_calamine import CalamineWorkbook

from gtregister.discovery import discover
from gtregister.table import Column, Imprint, Table
from gtregister.writers import Writer
from tests.writers.lists import HOSTILE, IMPRINT, register, texts

WRITERS = discover("gtregister.writers", "WRITER", Writer)
KINDS = ("text", "number", "date", "status", "yes_no")
TABLES = {
    "a register": register(40),
    "no rows": register(0),
    "no columns": Table("List", (), [(), ()]),
    "no columns and no rows": Table("", (), []),
    "nothing known": Table("List", register(0).columns, [(None,) * 6] * 3),
    "hostile texts": texts(*HOSTILE),
    "hostile headings": Table("L", tuple(Column(t, t) for t in HOSTILE[:12]), []),
    "texts in every kind of column": Table(
        "List",
        tuple(Column(kind, kind, kind) for kind in KINDS),
        [(text,) * len(KINDS) for text in HOSTILE],
    ),
    "numbers in every kind of column": Table(
        "List",
        tuple(Column(kind, kind, kind) for kind in KINDS),
        [(n,) * len(KINDS) for n in (0, -1, 1.5, 10**20, 1e300, float("inf"), True)],
    ),
    "many columns": Table("L", tuple(Column(f"{n}", f"{n}") for n in range(30)), []),
}


def opened(path: Path) -> int:
    """Open a file with a library that did not write it; count its rows or pages."""
    if path.suffix == ".xlsx":
        sheet = CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0)
        return len(sheet.to_python())
    if path.suffix == ".csv":
        with path.open(encoding="utf-8-sig", newline="") as file:
            return len(list(csv.reader(file)))
    return sum(len(page.extract_text()) > 0 for page in PdfReader(path).pages)


def test_lists_can_become_workbooks_csv_and_pdf():
    assert {w.suffix: w.sensitive for w in WRITERS.values()} == {
        ".xlsx": True,
        ".csv": True,
        ".pdf": False,
    }


@pytest.mark.parametrize("writer", WRITERS.values(), ids=list(WRITERS))
@pytest.mark.parametrize("table", TABLES.values(), ids=list(TABLES))
def test_any_list_becomes_a_file_that_opens(writer, table, tmp_path):
    path = tmp_path / f"list{writer.suffix}"
    writer.write(table, IMPRINT, path)
    assert opened(path) or not table.columns
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("writer", WRITERS.values(), ids=list(WRITERS))
@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_any_title_school_and_name_can_stand_on_it(writer, text, tmp_path):
    path = tmp_path / f"list{writer.suffix}"
    table = Table(text, (Column("a", "A"),), [("x",)])
    writer.write(table, Imprint(text, text, IMPRINT.on, (text, text)), path)
    assert opened(path)


@pytest.mark.parametrize("writer", WRITERS.values(), ids=list(WRITERS))
def test_no_file_holds_a_formula_or_anything_hidden(writer, tmp_path):
    path = tmp_path / f"list{writer.suffix}"
    writer.write(TABLES["texts in every kind of column"], IMPRINT, path)
    if path.suffix == ".xlsx":
        with zipfile.ZipFile(path) as archive:
            sheets = [n for n in archive.namelist() if "worksheets/" in n]
            xml = b"".join(map(archive.read, sheets))
        assert len(sheets) == 2
        assert b"<f>" not in xml
        assert b"hidden" not in xml
    if path.suffix == ".csv":
        with path.open(encoding="utf-8-sig", newline="") as file:
            cells = [cell.strip(" ") for row in csv.reader(file) for cell in row]
        assert not [cell for cell in cells if cell.startswith(tuple("=+-@＝\t\r\n"))]
    if path.suffix == ".pdf":
        assert b"/JavaScript" not in path.read_bytes()
