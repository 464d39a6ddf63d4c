"""The first page: the file, its sheet, its headings, and what it holds."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from gtregister.desktop.imports.file_page import FilePage
from gtregister.desktop.main_window import MainWindow
from tests.desktop.imports import given
from tests.desktop.imports.conftest import Asked


def test_the_heading_row_is_found_shown_and_can_be_moved(
    qtbot: QtBot, asked: Asked
) -> None:
    found = asked(
        "Printed today", given.KS2, given.lee(1, "105"), top="Greenfield Academy"
    )
    file = given.page(found, FilePage)
    assert file.heading.value() == 3
    assert "found automatically; 2 rows above are left out" in file.found.text()
    assert file.preview.rows.heading == 2
    file.heading.setValue(2)
    given.settle(qtbot, found)
    assert file.preview.rows.heading == 1
    assert file.found.text().startswith("chosen by you")


def test_the_kind_of_file_can_be_chosen(qtbot: QtBot, asked: Asked) -> None:
    found = asked(given.lee(1, "105"))
    file = given.page(found, FilePage)
    assert file.kind.currentText() == "KS2 results, one row for each pupil (found)"
    given.choose(qtbot, found, file.kind, "pupil_list")
    assert found.conversation.plan.reading.format == "pupil_list"


def test_sheets_are_named_with_their_rows_and_hidden_ones_say_so(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    from openpyxl import Workbook

    book = Workbook()
    book.active.title = "Notes"
    book.active.append(["Ask the office"])
    year = book.create_sheet("Year 7")
    for row in (given.KS2, given.lee(1, "105")):
        year.append(row.split(","))
    book.create_sheet("Old").append(["x"])
    book["Old"].sheet_state = "hidden"
    book.save(tmp_path / "Book.xlsx")
    found = given.asked(qtbot, window, tmp_path / "Book.xlsx")
    file = given.page(found, FilePage)
    offered = [file.sheet.itemText(n) for n in range(file.sheet.count())]
    assert offered == ["Notes (1 row)", "Year 7 (2 rows)", "Old (1 row, hidden)"]
    assert file.sheet.currentData() == "Year 7"
    found.reject()
