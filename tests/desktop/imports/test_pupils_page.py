"""The third page: pupils who may be the same, decided on by a person."""

from pytestqt.qtbot import QtBot

from gtregister.desktop.imports.import_window import ImportWindow
from gtregister.desktop.imports.pupils_page import PupilsPage
from gtregister.desktop.main_window import MainWindow
from tests import builders
from tests.desktop.imports import given
from tests.desktop.imports.conftest import Asked


def twins(window: MainWindow, asked: Asked) -> tuple[ImportWindow, PupilsPage]:
    builders.pupil(window.register, "Jack", surname="Hughes", dob="2015-01-04")
    builders.pupil(window.register, "Ben", surname="Smith", dob="2014-02-01")
    builders.pupil(window.register, "Eve", surname="Smith", dob="2014-02-03")
    found = asked(
        *("Hughes,James,04/01/2015", "Smith,Ben,", "Smith,Eve,", "New,Pupil,"),
        top="Surname,Forename,DOB",
    )
    return found, given.page(found, PupilsPage)


def test_pupils_are_laid_side_by_side_and_twins_stand_as_new(
    window: MainWindow, asked: Asked
) -> None:
    _found, pupils = twins(window, asked)
    shown = given.rows(pupils.view)
    assert shown[0][3:] == ("the same birthday: twins?", "New pupil")
    assert [row[4] for row in shown[1:]] == ["Not answered", "Not answered"]
    assert "2 need you" in pupils.facts.text()
    assert "Rows without an answer are left out" in pupils.facts.text()


def test_an_answer_is_one_press_and_leads_to_the_next_question(
    qtbot: QtBot, window: MainWindow, asked: Asked
) -> None:
    found, pupils = twins(window, asked)
    assert pupils.view.current_key() == 3
    given.press(qtbot, pupils.buttons["same"], found)
    assert pupils.view.current_key() == 4
    given.press(qtbot, pupils.buttons["skip"], found)
    assert [row[4] for row in given.rows(pupils.view)] == [
        *("New pupil", "Same pupil", "Left out"),
    ]
    plan = found.conversation.plan
    assert [known.rows for known in plan.known] == [(3,)]
    assert plan.counts().asked == 0


def test_all_others_can_be_answered_at_once_but_never_as_the_same(
    qtbot: QtBot, window: MainWindow, asked: Asked
) -> None:
    found, pupils = twins(window, asked)
    offers = pupils.rest.menu().actions()
    assert ["same" in action.text() for action in offers] == [False, False]
    offers[0].trigger()
    given.settle(qtbot, found)
    assert {row[4] for row in given.rows(pupils.view)} == {"New pupil"}


def test_of_several_who_are_alike_one_can_be_chosen(
    qtbot: QtBot, window: MainWindow, asked: Asked
) -> None:
    for form in ("7A", "7B"):
        builders.pupil(window.register, "Ben", surname="Smith", dob=None, form=form)
    found = asked("Smith,Ben,7C", top="Surname,Forename,Form")
    pupils = given.page(found, PupilsPage)
    assert pupils.pair.who.isVisible()
    assert "1 other too" in str(given.rows(pupils.view)[0][3])
    pupils.pair.who.setCurrentIndex(1)
    pupils.pair.who.activated.emit(1)
    given.press(qtbot, pupils.buttons["same"], found)
    [known] = found.conversation.plan.known
    assert known.changes[0][1:] == ("7B", "7C")
