"""What a file does not say of time: asked once on page 2, and never guessed."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from gtregister.desktop.imports.columns_page import ColumnsPage
from gtregister.desktop.imports.summary_page import SummaryPage
from gtregister.desktop.main_window import MainWindow
from tests import builders
from tests.desktop.imports import given
from tests.desktop.imports.conftest import Asked

CAT4 = "UPN,Surname,Forename,CAT4 Verbal SAS"
ROWS = [f"{builders.upn(900 + n)},Lee,Ben{n},{100 + n}" for n in range(3)]


def test_nothing_is_imported_before_the_questions_are_answered(
    qtbot: QtBot, asked: Asked
) -> None:
    found = asked(*ROWS, top=CAT4)
    given.press(qtbot, found.next)
    columns = found.page
    assert isinstance(columns, ColumnsPage)
    assert columns.time.taken.currentText() == "Choose…"

    given.press(qtbot, found.next)

    assert found.page is columns
    assert "Not known" in found.notice.text()
    given.choose(qtbot, found, columns.time.taken, 2025)
    given.choose(qtbot, found, columns.time.year, 7)
    given.press(qtbot, found.next)
    assert isinstance(found.page, SummaryPage)


def test_not_known_is_an_answer(qtbot: QtBot, asked: Asked) -> None:
    found = asked(*ROWS, top=CAT4)
    columns = given.page(found, ColumnsPage)
    given.choose(qtbot, found, columns.time.taken, "unknown")
    given.choose(qtbot, found, columns.time.year, "unknown")

    given.press(qtbot, found.next)

    assert isinstance(found.page, SummaryPage)
    plan = found.conversation.plan
    assert plan is not None
    assert plan.new[0].results[0].academic_year is None


def test_it_is_asked_of_each_file_though_the_columns_are_remembered(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    first = given.asked(qtbot, window, given.csv(tmp_path, *ROWS, top=CAT4))
    columns = given.page(first, ColumnsPage)
    given.choose(qtbot, first, columns.time.taken, 2025)
    given.choose(qtbot, first, columns.time.year, 7)
    given.press(qtbot, first.next)
    given.press(qtbot, first.next, first)
    first.reject()
    other = [row.replace(",10", ",11") for row in ROWS]

    again = given.asked(
        qtbot, window, given.csv(tmp_path, *other, top=CAT4, name="Next year.csv")
    )
    given.press(qtbot, again.next)

    assert isinstance(again.page, ColumnsPage)
    again.reject()


def test_what_was_worked_out_is_said_and_can_be_corrected(
    qtbot: QtBot, asked: Asked
) -> None:
    found = asked(given.lee(901, "110"))
    columns = given.page(found, ColumnsPage)

    assert "2025/2026" in columns.time.words.text()
    assert columns.time.taken.currentText() == "As worked out"
    given.choose(qtbot, found, columns.time.taken, 2024)
    plan = found.conversation.plan
    assert plan is not None
    assert plan.new[0].results[0].academic_year == 2024
