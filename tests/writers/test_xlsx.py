import zipfile
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pandas
import pytest
from python_calamine import CalamineWorkbook

from gtregister.errors import UserError
from gtregister.table import Column, Imprint, Table
from gtregister.writers import xlsx
from tests.writers.lists import HOSTILE, IMPRINT, register, texts


def saved(table: Table, folder: Path, imprint: Imprint = IMPRINT) -> Path:
    path = folder / "list.xlsx"
    xlsx.write(table, imprint, path)
    return path


def test_the_headings_are_the_first_row_and_the_rows_follow(tmp_path):
    path = saved(register(3), tmp_path)
    sheet = CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()
    assert sheet[:2] == [
        ["UPN", "Surname", "Year", "Date of birth", "Status", "EAL"],
        ["A000000000001", "Pupil-00001", 8, date(2014, 2, 2), "Candidate", "No"],
    ]
    assert len(sheet) == 4


def test_another_library_reads_numbers_and_dates_as_what_they_are(tmp_path):
    frame = pandas.read_excel(saved(register(30), tmp_path), engine="openpyxl")
    assert list(frame["Year"][:5]) == [8, 9, 10, 11, 7]
    assert frame["Date of birth"].dtype.kind == "M"
    assert frame["UPN"].iloc[-1] == "A000000000030"


def test_no_text_becomes_a_formula_an_error_or_a_number(tmp_path):
    path = saved(texts(*HOSTILE), tmp_path)
    cells = openpyxl.load_workbook(path).worksheets[0]["A"][1:]
    assert {cell.data_type for cell in cells} == {"s"}
    assert {cell.number_format for cell in cells} == {"@"}
    assert cells[0].value == "=1+1"
    with zipfile.ZipFile(path) as archive:
        assert b"<f>" not in archive.read("xl/worksheets/sheet1.xml")


def test_texts_come_back_as_they_were(tmp_path):
    words = [t for t in HOSTILE if len(t) < 5_000 and t.isprintable()]
    words += ["two\nlines", " spaces ", "_x0041_"]
    path = saved(texts(*words), tmp_path)
    rows = CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()
    assert [row[0] for row in rows[1:]] == words


def test_a_text_that_is_too_long_is_cut_and_says_so(tmp_path):
    path = saved(texts("x" * 32_767, "x" * 32_768, "🎻" * 20_000), tmp_path)
    _head, whole, cut, music = openpyxl.load_workbook(path).worksheets[0]["A"]
    assert whole.value == "x" * 32_767
    assert cut.value.endswith("holds no more than 32,767 characters.]")
    assert len(cut.value) == 32_767
    assert len(music.value.encode("utf-16-le")) // 2 <= 32_767


def test_characters_that_a_workbook_cannot_hold_are_shown_as_such(tmp_path):
    path = saved(texts("a\x00b\x0bc\ud800d"), tmp_path)
    assert openpyxl.load_workbook(path).worksheets[0]["A2"].value == "a�b�c�d"


def test_numbers_and_dates_that_excel_would_change_are_texts(tmp_path):
    columns = (Column("n", "Number", "number"), Column("d", "Day", "date"))
    rows = [
        (10**15, date(1899, 12, 31)),
        (float("nan"), date(1900, 1, 1)),
        ("GDS", None),
    ]
    sheet = openpyxl.load_workbook(saved(Table("L", columns, rows), tmp_path)).active
    assert [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)] == [
        ["1000000000000000", "31/12/1899"],
        ["nan", datetime(1900, 1, 1)],
        ["GDS", None],
    ]


def test_the_heading_row_is_frozen_filtered_bold_and_printed_on_each_page(tmp_path):
    sheet = openpyxl.load_workbook(saved(register(3), tmp_path)).active
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:F4"
    assert sheet.print_title_rows == "$1:$1"
    assert all(cell.font.bold for cell in sheet[1])
    setup = sheet.page_setup
    assert (setup.orientation, setup.paperSize) == ("landscape", 9)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage


def test_columns_are_as_wide_as_their_contents_up_to_a_limit(tmp_path):
    columns = (Column("a", "A"), Column("b", "B"))
    table = Table("L", columns, [("x" * 20, "x" * 400)])
    sheet = openpyxl.load_workbook(saved(table, tmp_path)).active
    assert sheet.column_dimensions["A"].width == 22
    assert sheet.column_dimensions["B"].width == 48


def test_the_foot_of_a_page_names_the_school_who_when_and_the_page(tmp_path):
    imprint = Imprint("Arts & Sports", "C Hall", date(2026, 11, 26))
    foot = openpyxl.load_workbook(
        saved(register(1), tmp_path, imprint)
    ).active.oddFooter
    assert foot.left.text == "Arts && Sports"
    assert foot.center.text == "Page &P of &N"
    assert foot.right.text == "Confidential. 26 November 2026, C Hall"


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Year 7/8: [more able] *?", "Year 7 8 more able"),
        (
            "The more able and talented pupils of all years",
            "The more able and talented pupi",
        ),
        ("'History'", "List"),
        ("\n", "List"),
        ("About this list", "About this list"),
    ],
)
def test_a_sheet_has_a_name_that_excel_takes(tmp_path, title, name):
    book = openpyxl.load_workbook(saved(Table(title, (), []), tmp_path))
    assert book.sheetnames[0] == name
    assert len(book.sheetnames) == 2


def test_a_second_sheet_says_where_the_list_comes_from(tmp_path):
    book = openpyxl.load_workbook(saved(register(3), tmp_path))
    told = list(book["About this list"].iter_rows(values_only=True))
    assert told == [
        ("List", "Gifted and talented register"),
        ("School", "Ysgol Dyfrig"),
        ("What it shows", "As at 26 November 2026."),
        ("What it shows", "Policy: Top tenth, version 3."),
        ("Rows", "3"),
        ("Sensitive columns", "UPN, EAL"),
        ("Made on", "26 November 2026"),
        ("Made by", "C Hall"),
    ]


def test_nothing_is_hidden_and_the_properties_name_nobody(tmp_path):
    path = saved(register(40), tmp_path)
    book = openpyxl.load_workbook(path)
    for sheet in book.worksheets:
        assert sheet.sheet_state == "visible"
        assert not any(d.hidden for d in sheet.row_dimensions.values())
        assert not any(d.hidden for d in sheet.column_dimensions.values())
    assert (book.properties.creator, book.properties.lastModifiedBy) == (
        "gtregister",
        None,
    )
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        told = archive.read("docProps/core.xml") + archive.read("docProps/app.xml")
    assert not [name for name in names if "comment" in name or "custom" in name]
    assert b"Hall" not in told


def test_the_same_list_gives_the_same_bytes(tmp_path):
    first = saved(register(5), tmp_path).read_bytes()
    assert saved(register(5), tmp_path).read_bytes() == first


def test_pupils_are_never_written_to_a_temporary_file(tmp_path, monkeypatch):
    def refuse(*_how: object, **_more: object) -> None:
        raise AssertionError("a temporary file was asked for")

    monkeypatch.setattr("openpyxl.worksheet._writer.create_temporary_file", refuse)
    monkeypatch.setattr("tempfile.NamedTemporaryFile", refuse)
    assert saved(register(5), tmp_path).is_file()


def test_more_rows_than_a_sheet_holds_are_refused_with_a_way_out(tmp_path):
    table = Table("Results", (Column("a", "A"),), [()] * 1_048_576)
    with pytest.raises(UserError, match="Save it as a CSV file"):
        saved(table, tmp_path)
    assert not (tmp_path / "list.xlsx").exists()
