"""The fifth page: what would change, and what only a person may decide."""

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gtregister.desktop.imports.import_window import ImportWindow
from gtregister.desktop.imports.summary_page import SummaryPage
from gtregister.desktop.imports.tick_dialog import TickDialog
from gtregister.desktop.main_window import MainWindow
from gtregister.i18n import N_
from tests import builders
from tests.desktop.imports import given
from tests.desktop.imports.conftest import Asked


def changed(window: MainWindow, asked: Asked) -> tuple[ImportWindow, SummaryPage]:
    for number in (1, 2):
        known = {"surname": "Lee", "dob": "2015-05-04", "upn": builders.upn(number)}
        builders.pupil(window.register, f"Ben{number}", form="7A", **known)
    key = window.register.value("select max(id) from pupils")
    with window.register.change(N_("Pupil edited")) as db:
        db.update("pupils", key, {"form": "7X"})
    found = asked(given.lee(1, "105", "7B"), given.lee(2, "104", "7B"))
    return found, given.page(found, SummaryPage)


def dialog(qtbot: QtBot) -> TickDialog:
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), TickDialog))
    found = QApplication.activeModalWidget()
    assert isinstance(found, TickDialog)
    return found


def test_changes_are_listed_old_to_new_and_those_by_hand_are_kept(
    qtbot: QtBot, window: MainWindow, asked: Asked
) -> None:
    found, summary = changed(window, asked)
    given.press(qtbot, summary.changes_button)
    asks = dialog(qtbot)
    assert [row[2:] for row in given.rows(asks.view)] == [
        ("Form", "7A", "7B", None),
        ("Form", "7X", "7B", "✎ Edited by hand since the last import"),
    ]
    assert asks.view.table_model.ticked() == [0]
    asks.view.table_model.tick([0], on=False)
    asks.view.table_model.tick([1], on=True)
    given.press(qtbot, asks.yes, found)
    plan = found.conversation.plan
    assert [len(known.changes) for known in plan.known] == [0, 1]
    assert [kept.why for kept in plan.kept] == ["refused"]


def test_the_rule_can_be_changed(
    qtbot: QtBot, window: MainWindow, asked: Asked
) -> None:
    found, summary = changed(window, asked)
    given.choose(qtbot, found, summary.rule, "file")
    assert [len(known.changes) for known in found.conversation.plan.known] == [1, 1]
    assert summary.kept.text() == ""


def test_who_is_missing_is_marked_as_left_only_if_ticked(
    qtbot: QtBot, window: MainWindow, asked: Asked
) -> None:
    rows = window.register.rows("select * from pupils where year_group = 7")
    names = [f"{r['upn']},{r['surname']},{r['forename']},,7,," for r in rows[1:]]
    found = asked(*names)
    summary = given.page(found, SummaryPage)
    assert summary.missing.text() == "1 pupil of year 7 is not in this file."
    assert not found.next.isEnabled()
    given.press(qtbot, summary.left_button)
    asks = dialog(qtbot)
    assert asks.view.table_model.ticked() == []
    asks.view.table_model.tick([rows[0]["id"]], on=True)
    given.press(qtbot, asks.yes, found)
    assert "1 will be marked as left" in summary.missing.text()
    given.press(qtbot, found.next, found)
    qtbot.waitUntil(found.outcome.isVisible)
    left = window.register.value(
        "select left_on from pupils where id = :id", id=rows[0]["id"]
    )
    assert left == "2026-11-23"


def test_rows_left_out_are_told_with_their_reasons(asked: Asked) -> None:
    found = asked(given.lee(1, "105"), ",,,04/05/2015,7,7A,101")
    assert (
        "1 row left out: It has neither a UPN"
        in given.page(found, SummaryPage).skipped.text()
    )


def test_a_file_that_brings_nothing_says_so(window: MainWindow, asked: Asked) -> None:
    builders.pupil(
        window.register,
        "Ben1",
        surname="Lee",
        dob="2015-05-04",
        upn=builders.upn(1),
        form="7A",
    )
    found = asked(given.lee(1, ""))
    assert "nothing to import" in given.page(found, SummaryPage).promise.text()
    assert not found.next.isEnabled()


def test_a_file_that_only_asks_does_not_say_that_all_of_it_is_there(
    window: MainWindow, asked: Asked
) -> None:
    builders.pupil(window.register, "Ben", surname="Lee")
    found = asked("Lee,Ben,7A", top="Surname,Forename,Form")
    said = given.page(found, SummaryPage).promise.text()
    assert said.startswith("Nothing comes in until somebody says")
