"""Deciding on candidates: in one click or one key, and Undo after it."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gtregister.core.identifying import entries, policies
from gtregister.core.register import Register
from gtregister.desktop.identification.candidate_panel import CandidatePanel
from gtregister.desktop.identification.candidates_page import CandidatesPage
from gtregister.desktop.identification.compare_dialog import CompareDialog
from gtregister.desktop.identification.criteria_dialog import CriteriaDialog
from gtregister.desktop.widgets.action_button import ActionButton
from gtregister.desktop.widgets.question_dialog import QuestionDialog
from tests.desktop.conftest import Opens
from tests.desktop.given import TODAY
from tests.desktop.identification.conftest import parts, window_of

Key = Qt.Key


def shown(page: CandidatesPage) -> list[str]:
    table = parts(page).listing.model.shown()
    return [f"{row[1]} {row[0]}" for row in table.rows]


def current(page: CandidatesPage) -> str:
    listing = parts(page).listing
    return shown(page)[listing.view.currentIndex().row()]


def counts(page: CandidatesPage) -> list[str]:
    return [button.text() for button in parts(page).places.buttons.values()]


def press(qtbot: QtBot, page: QWidget, words: str) -> None:
    """Press the button with these words, as a mouse would: it must be to be seen."""
    found = [
        b
        for b in page.findChildren(QPushButton)
        if b.text().replace("&", "") == words and b.isVisible() and b.isEnabled()
    ]
    assert found, words
    qtbot.mouseClick(found[0], Qt.MouseButton.LeftButton)


def focus_table(qtbot: QtBot, page: CandidatesPage) -> QWidget:
    window = page.window()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    view = parts(page).listing.view
    view.setFocus()
    return view


def dialog(qtbot: QtBot, kind: type) -> QWidget:
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), kind))
    found = QApplication.activeModalWidget()
    assert found is not None
    return found


def test_the_lists_stand_behind_their_counts(page: CandidatesPage) -> None:
    assert counts(page) == [
        "Meets 3",
        "Nearly 1",
        "Not enough data 2",
        "Not now 0",
        "Not added 0",
    ]
    assert "3 pupils meet the policy “Excellence in Cities”, version 1" in (
        page.header.facts()
    )


def test_a_decision_takes_one_click_and_the_next_pupil_is_current(
    qtbot: QtBot, page: CandidatesPage
) -> None:
    first, second = shown(page)[:2]
    assert current(page) == first

    press(qtbot, page, "Add")

    assert entries.count(page.register) == 1
    assert current(page) == second
    assert counts(page)[0] == "Meets 2"
    notices = window_of(page).notices
    assert first in notices.text()
    undo = [b for b in notices.findChildren(ActionButton) if "Undo" in b.text()]
    assert undo
    qtbot.mouseClick(undo[0], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: counts(page)[0] == "Meets 3")
    assert entries.count(page.register) == 0


@pytest.mark.parametrize(
    ("key", "list_of"), [(Key.Key_A, None), (Key.Key_N, "Not now 1")]
)
def test_a_decision_takes_one_key(
    qtbot: QtBot, page: CandidatesPage, key: Key, list_of: str | None
) -> None:
    second = shown(page)[1]
    view = focus_table(qtbot, page)

    qtbot.keyClick(view, key)

    assert counts(page)[0] == "Meets 2"
    assert list_of is None or list_of in counts(page)
    assert current(page) == second


def test_letters_are_keys_only_in_the_table(qtbot: QtBot, page: CandidatesPage) -> None:
    focus_table(qtbot, page)
    box = parts(page).listing.filters.find_box
    box.setFocus()

    qtbot.keyClicks(box, "ana")

    assert box.text() == "ana"
    assert page.register.value("select count(*) from entries") == 0


@pytest.mark.parametrize("key", [Key.Key_X, Key.Key_Delete])
def test_no_asks_for_a_reason_from_a_list_or_in_words(
    qtbot: QtBot, page: CandidatesPage, key: Key
) -> None:
    view = focus_table(qtbot, page)
    qtbot.keyClick(view, key)
    asked = dialog(qtbot, QuestionDialog)
    assert isinstance(asked, QuestionDialog)
    assert counts(page)[0] == "Meets 3"

    qtbot.keyClicks(asked.form.field("words"), "Starts in spring")
    qtbot.keyClick(asked, Key.Key_Return)

    assert counts(page)[0] == "Meets 2"
    assert page.register.value("select reason from decisions") == (
        "The evidence is not strong enough: Starts in spring"
    )


def test_near_misses_are_added_only_with_a_reason(
    qtbot: QtBot, page: CandidatesPage
) -> None:
    parts(page).places.choose("nearly")

    press(qtbot, page, "Add")
    asked = dialog(qtbot, QuestionDialog)
    assert isinstance(asked, QuestionDialog)
    asked.finish()

    assert entries.count(page.register) == 1
    assert page.register.value("select reason from decisions") == "Teachers’ judgement"


def test_many_are_ticked_with_space_and_decided_at_once(
    qtbot: QtBot, page: CandidatesPage
) -> None:
    view = focus_table(qtbot, page)
    qtbot.keyClick(view, Key.Key_Space)
    qtbot.keyClick(view, Key.Key_Down)
    qtbot.keyClick(view, Key.Key_Space)

    assert "If you add 2: 2 of 40 (5%) of the school are on the register" in (
        parts(page).preview.text()
    )
    assert "Pupil premium: 0 of 0 → " in parts(page).preview.text()
    qtbot.keyClick(view, Key.Key_A)

    assert entries.count(page.register) == 2
    assert window_of(page).notices.text() == "2 pupils added to the register."
    assert parts(page).listing.chosen() != []


def test_the_details_say_what_is_met_in_words_with_its_source(
    page: CandidatesPage,
) -> None:
    page.window().resize(1366, 728)
    [row] = [row for row, name in enumerate(shown(page)) if name == "Aisha Aishason"]
    parts(page).listing.view.selectRow(row)
    [panel] = page.findChildren(CandidatePanel)
    words = panel.text.toPlainText()
    assert "✓ Met: Top of the year group" in words
    assert "place 1 of 38" in words
    assert "Ms Roy (staff), 23 November 2026: waiting" in words
    assert "“Leads the ensemble”" in words


def test_a_pupil_of_two_routes_may_be_decided_for_one(
    qtbot: QtBot, page: CandidatesPage
) -> None:
    page.window().resize(1366, 728)
    [row] = [row for row, name in enumerate(shown(page)) if name == "Aisha Aishason"]
    parts(page).listing.view.selectRow(row)
    [panel] = page.findChildren(CandidatePanel)
    only = [
        b
        for b in panel.findChildren(QPushButton)
        if b.accessibleName().startswith("Add by Proposed")
    ]

    qtbot.mouseClick(only[0], Qt.MouseButton.LeftButton)

    rows = page.register.rows("select strand, subject from entries")
    assert [tuple(row) for row in rows] == [("talented", "music")]
    assert "Aisha Aishason" in shown(page)


def test_the_discreet_view_tells_no_score(page: CandidatesPage) -> None:
    page.window().resize(1366, 728)
    page.desk.actions.discreet.trigger()
    [panel] = page.findChildren(CandidatePanel)
    words = panel.text.toPlainText()
    page.desk.actions.discreet.trigger()
    assert "✓ Met" in words
    assert "place" not in words
    assert "ensemble" not in words


def test_a_policy_is_tried_out_and_then_used(
    qtbot: QtBot, page: CandidatesPage
) -> None:
    press(qtbot, page, "Criteria…")
    asked = dialog(qtbot, CriteriaDialog)
    assert isinstance(asked, CriteriaDialog)
    assert asked.form is not None
    field = asked.form.forms["gifted", 0].field("percent")
    field.setText("20")
    qtbot.waitUntil(lambda: "3 → 7" in asked.came_to.text(), timeout=20_000)
    assert "4 would be new." in asked.came_to.text()
    assert "Top per cent: 20" in asked.words.toPlainText()
    assert policies.in_force(page.register).version == 1

    asked.use.click()

    assert policies.in_force(page.register).version == 2
    qtbot.waitUntil(lambda: counts(page)[0] == "Meets 7", timeout=20_000)


def test_a_number_that_nobody_could_meet_is_said_at_its_field(
    qtbot: QtBot, page: CandidatesPage
) -> None:
    press(qtbot, page, "Criteria…")
    asked = dialog(qtbot, CriteriaDialog)
    assert isinstance(asked, CriteriaDialog)
    assert asked.form is not None
    asked.form.forms["gifted", 0].field("percent").setText("0")
    asked.use.click()

    assert "0.1 to 100" in asked.came_to.text()
    assert policies.in_force(page.register).version == 1
    asked.reject()


def test_without_a_policy_the_page_offers_to_set_one(
    qtbot: QtBot, school: Path, opens: Opens
) -> None:
    register = Register.open(school, "C Hall", today=TODAY)
    page = opens(register, "candidates").page

    press(qtbot, page, "Set criteria…")
    asked = dialog(qtbot, CriteriaDialog)
    assert isinstance(asked, CriteriaDialog)
    asked.use.click()

    assert policies.in_force(register).version == 1


def test_the_rail_counts_who_waits_without_the_page(
    qtbot: QtBot, candidates: Path, opens: Opens
) -> None:
    window = opens(Register.open(candidates, "C Hall", today=TODAY), "today")
    button = window.rail._buttons["candidates"]

    qtbot.waitUntil(lambda: button.accessibleName() == "Candidates 3", timeout=20_000)


def test_who_may_only_read_decides_nothing(
    qtbot: QtBot, candidates: Path, opens: Opens
) -> None:
    register = Register.open_to_read(candidates, "B Patel", today=TODAY)
    page = opens(register, "candidates").page
    assert isinstance(page, CandidatesPage)
    qtbot.waitUntil(lambda: parts(page).is_filled, timeout=20_000)

    assert [deed.text() for deed in page.deeds if deed.isEnabled()] == ["Compare"]
    assert shown(page) != []


def test_a_narrow_page_folds_its_buttons(page: CandidatesPage) -> None:
    page.window().resize(500, 600)
    QApplication.processEvents()
    places = parts(page).places
    first, *_between, last = places.buttons.values()
    assert last.mapTo(places, QPoint()).y() > first.mapTo(places, QPoint()).y()


def test_what_is_asked_for_by_another_page_is_shown(page: CandidatesPage) -> None:
    window_of(page).go_to("candidates", {"place": "nearly"})
    assert parts(page).places.place == "nearly"


def test_the_ticked_stand_side_by_side(qtbot: QtBot, page: CandidatesPage) -> None:
    view = focus_table(qtbot, page)
    qtbot.keyClick(view, Key.Key_Space)
    qtbot.keyClick(view, Key.Key_Down)
    qtbot.keyClick(view, Key.Key_Space)
    qtbot.keyClick(view, Key.Key_C)
    beside = dialog(qtbot, CompareDialog)
    assert isinstance(beside, CompareDialog)
    words = beside.text.toPlainText()
    for name in shown(page)[:2]:
        assert f"{name}, 7A" in words
    assert "place 1 of" in words
    assert "Pupil premium" in words
    beside.close()


def test_side_by_side_tells_no_score_in_the_discreet_view(
    qtbot: QtBot, page: CandidatesPage
) -> None:
    parts(page).listing.view.selectAll()
    page.desk.actions.discreet.trigger()
    page._view.compare()
    beside = dialog(qtbot, CompareDialog)
    assert isinstance(beside, CompareDialog)
    words = beside.text.toPlainText()
    assert "Met" in words
    assert "place 1 of" not in words
    assert "Pupil premium" not in words
    beside.close()


def test_one_pupil_alone_is_not_compared(page: CandidatesPage) -> None:
    parts(page).listing.view.selectRow(0)
    page._view.compare()
    assert QApplication.activeModalWidget() is None
    assert "Tick from 2 to 4 pupils" in page.desk.notices.text()


def test_the_discreet_view_tells_no_group_of_the_one_who_is_ticked(
    page: CandidatesPage,
) -> None:
    parts(page).listing.view.selectRow(0)
    assert "Pupil premium" in parts(page).preview.text()
    page.desk.actions.discreet.trigger()
    assert "Girls" in parts(page).preview.text()
    assert "Pupil premium" not in parts(page).preview.text()


def test_the_details_offer_nothing_that_would_be_done_to_others(
    page: CandidatesPage,
) -> None:
    page.window().resize(1366, 728)
    parts(page).listing.view.selectRow(0)
    panel = page.findChild(CandidatePanel)
    assert panel is not None
    words = {b.text() for b in panel.findChildren(ActionButton) if b.isVisible()}
    assert words == set()
