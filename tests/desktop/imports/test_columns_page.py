"""The second page: where the columns go, how sure that is, and why."""

from pytestqt.qtbot import QtBot

from gtregister.desktop.imports.columns_page import ColumnsPage
from tests.desktop.imports import given
from tests.desktop.imports.conftest import Asked


def test_columns_say_where_they_go_how_sure_and_why(asked: Asked) -> None:
    found = asked("Lee,Ben,04/05/2015,Red", top="Surname,Forename,DOB,House")
    columns = given.page(found, ColumnsPage)
    shown = given.rows(columns.view)
    assert shown[2] == (
        *("DOB", "04/05/2015", "Date of birth", "Sure", "Heading and values fit."),
    )
    assert shown[3][2:4] == ("–", "Not used")
    assert columns.facts.text() == "3 of 4 columns are matched, 1 is not used."


def test_a_list_without_birthdays_is_warned_of(asked: Asked) -> None:
    found = asked("Lee,Ben,7A", top="Surname,Forename,Form")
    warned = given.page(found, ColumnsPage).warnings.text()
    assert "Nothing goes to “UPN” or “Date of birth”" in warned


def test_a_column_can_be_given_to_another_field(qtbot: QtBot, asked: Asked) -> None:
    found = asked("Lee,Ben,04/05/2015,Red", top="Surname,Forename,DOB,House")
    columns = given.page(found, ColumnsPage)
    columns.view.selectRow(3)
    given.choose(qtbot, found, columns.field, "form")
    assert given.rows(columns.view)[3][2:] == ("Form", "Sure", "You chose this.")
    assert found.conversation.plan.new[0].details["form"] == "Red"
    given.choose(qtbot, found, columns.field, "-")
    assert given.rows(columns.view)[3][2:4] == ("–", "Not used")


def test_a_guess_is_confirmed_by_one_press(qtbot: QtBot, asked: Asked) -> None:
    rows = [given.lee(n, "105") for n in range(1, 6)]
    top = given.KS2.replace("UPN", "Code")
    found = asked(*rows, top=top)
    columns = given.page(found, ColumnsPage)
    assert given.rows(columns.view)[0][2:4] == ("UPN", "Check this")
    given.press(qtbot, columns.right, found)
    assert given.rows(columns.view)[0][2:4] == ("UPN", "Sure")


def test_a_file_that_is_not_known_can_be_told_column_by_column(
    qtbot: QtBot, asked: Asked
) -> None:
    found = asked("Lee,Ben,7", "Baker,Noah,8", top="Aaa,Bbb,Ccc")
    assert found.conversation.plan is None
    assert "Aaa, Bbb, Ccc" in found.notice.text()
    given.press(qtbot, found.next)
    columns = found.page
    assert isinstance(columns, ColumnsPage)
    for row, field in enumerate(("surname", "forename", "year_group")):
        columns.view.selectRow(row)
        given.choose(qtbot, found, columns.field, field)
    assert found.conversation.plan is not None
    assert not found.notice.isVisible()
    assert found.next.isEnabled()
