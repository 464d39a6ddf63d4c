"""The first page: the file, its sheet, its headings, and what it holds."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from gtregister.desktop.imports.check_page import CheckPage
from gtregister.desktop.imports.columns_page import ColumnsPage
from gtregister.desktop.imports.file_page import FilePage
from gtregister.desktop.imports.summary_page import SummaryPage
from gtregister.desktop.main_window import MainWindow
from tests import builders
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


def test_sheets_with_the_same_headings_are_offered_together_first(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    from openpyxl import Workbook

    book = Workbook()
    book.active.title = "7A"
    for number, title in enumerate(("7A", "7B", "7C"), 1):
        sheet = book["7A"] if number == 1 else book.create_sheet(title)
        for row in (given.KS2, given.lee(number, "1O5" if number == 2 else "105")):
            sheet.append(row.split(","))
    book.save(tmp_path / "Year 7.xlsx")
    found = given.asked(qtbot, window, tmp_path / "Year 7.xlsx")
    file = given.page(found, FilePage)

    assert file.sheet.currentText() == "All 3 sheets with these headings (7A, 7B, 7C)"
    assert "are imported together" in file.said.text()
    assert found.conversation.plan.counts().rows == 3
    check = given.page(found, CheckPage)
    assert given.rows(check.view)[0][0] == "2 of 7B"
    file = given.page(found, FilePage)
    given.choose(qtbot, found, file.sheet, "7C")
    assert found.conversation.plan.counts().rows == 1
    assert "One list is imported at a time" in file.said.text()
    found.reject()


def test_activities_are_counted_before_and_after_the_import(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    row = f"{builders.upn(1)},Lee,Ben,04/05/2015,x,14/10/2025"
    top = "UPN,Surname,Forename,DOB,Chess club,Art club"
    source = given.csv(tmp_path, "Clubs 2025/26,,,,,", top, row, top="")
    found = given.asked(qtbot, window, source)

    columns = given.page(found, ColumnsPage)
    given.press(qtbot, columns.right, found)
    given.press(qtbot, columns.right, found)
    mapping = found.conversation.choices.ask.mapping
    assert [*mapping.values()] == ["activity.ticks", "activity.ticks"]
    summary = given.page(found, SummaryPage)
    assert summary.more.text() == "Also: 2 new activities."
    given.press(qtbot, found.next, found)
    assert "2 activities, 2 places entered, 1 pupil added" in found.outcome.said.text()
    found.reject()
