"""A round of ranked choices, from the form to the places: clicks and keys."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox
from pytestqt.qtbot import QtBot

from gtregister.core.enrichment import choice_rounds
from gtregister.core.undo import undo
from gtregister.desktop.activities.activities_page import ActivitiesPage
from gtregister.desktop.activities.choices_view import ChoicesView
from gtregister.desktop.activities.rank_dialog import RankDialog
from gtregister.desktop.exports.print_dialog import PrintDialog
from gtregister.desktop.widgets.question_dialog import QuestionDialog
from tests import programme
from tests.desktop import audit
from tests.desktop.activities.given import Hand, write

WAIT = 20_000


@pytest.fixture
def clubs(page: ActivitiesPage) -> list[int]:
    """Three clubs on three days, with room for two, two and one."""
    return [
        programme.activity(page.register, title, places_most=most)
        for title, most in (("Go club", 2), ("Drama", 2), ("Robots", 1))
    ]


@pytest.fixture
def view(page: ActivitiesPage, clubs: list[int], hand: Hand) -> ChoicesView:
    hand.press(page, "Choices")
    found = page._catalogue.view
    assert isinstance(found, ChoicesView)
    return found


def begun(page: ActivitiesPage, view: ChoicesView, clubs: list[int]) -> int:
    """Begin a round, and show it."""
    number = choice_rounds.begin(page.register, "Spring clubs", clubs, seed=7)
    view.refresh()
    return number


def said(view: ChoicesView) -> list[tuple[object, ...]]:
    return [tuple(row) for row in view.list.model.table.only(("place", "rank")).rows]


def test_a_round_goes_from_its_title_to_places_in_one_change(
    qtbot: QtBot, page: ActivitiesPage, view: ChoicesView, clubs: list[int], hand: Hand
) -> None:
    before = hand.clicks
    hand.press(view, "New round…")
    asked = hand.dialog(QuestionDialog)
    write(asked.form, title="Spring clubs")
    for key in clubs:
        box = asked.form.field(f"activity_{key}")
        assert isinstance(box, QCheckBox)
        box.click()
    hand.press(asked, "Keep the round")
    hand.press(view, "Enter choices…")
    typing = hand.dialog(RankDialog)
    three_pupils = typing.forms.findText("8B")
    typing.forms.setCurrentIndex(three_pupils)
    typing.show_form()
    grid = typing.grid
    QApplication.processEvents()
    qtbot.keyClicks(grid, "abcabccab")
    hand.press(hand.dialog(RankDialog), "Close")
    qtbot.waitUntil(lambda: len(view.list.model.table.rows) == 3, timeout=WAIT)
    (held,) = choice_rounds.every(page.register)
    assert held["seed"] == 20261123
    first, _second, third = choice_rounds.offered(page.register, held["id"])
    expected = [(first.title, 1), (first.title, 1), (third.title, 1)]
    assert sorted(said(view)) == sorted(expected)
    changes = page.register.latest_change

    hand.press(view, "Give 3 places")

    assert hand.clicks - before == 5
    qtbot.waitUntil(
        lambda: page.desk.notices.text() == "3 places are given.", timeout=WAIT
    )
    assert page.register.latest_change == changes + 1
    assert len(programme.states(page.register, first.id)) == 2
    qtbot.waitUntil(lambda: "Settled on" in view._said.text(), timeout=WAIT)
    assert not view.enter.isEnabled()
    undo(page.register)
    assert programme.states(page.register, first.id) == {}


def test_letters_are_typed_moved_and_taken_out_by_keys_alone(
    qtbot: QtBot, page: ActivitiesPage, view: ChoicesView, clubs: list[int], hand: Hand
) -> None:
    number = begun(page, view, clubs)
    view.enter.trigger()
    dialog = hand.dialog(RankDialog)
    first = dialog._shown[0].id
    go, drama, robots = clubs
    qtbot.keyClicks(dialog.grid, "abc")
    assert choice_rounds.by_pupil(page.register, number) == {first: [go, drama, robots]}
    assert dialog.grid.currentIndex().row() == 1

    dialog.grid.go_to(0, 0)
    qtbot.keyClicks(dialog.grid, "c")
    assert choice_rounds.by_pupil(page.register, number)[first] == [robots, drama, go]
    dialog.grid.go_to(0, 1)
    qtbot.keyClick(dialog.grid, Qt.Key.Key_Delete)
    assert choice_rounds.by_pupil(page.register, number)[first] == [robots, go]
    QApplication.clipboard().setText("Drama\trobots\nB\n")
    dialog.grid.go_to(0, 0)
    qtbot.keyClick(dialog.grid, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    chosen = choice_rounds.by_pupil(page.register, number)
    assert chosen[first] == [drama, robots]
    assert chosen[dialog._shown[1].id] == [drama]
    assert audit.findings(dialog) == []
    dialog.close()


def test_a_draft_says_why_and_a_pin_and_a_bar_change_it(
    qtbot: QtBot, page: ActivitiesPage, view: ChoicesView, clubs: list[int], hand: Hand
) -> None:
    number = begun(page, view, clubs)
    _go, drama, robots = clubs
    wanted = {pupil: [robots, drama] for pupil in (1, 2, 3)}
    choice_rounds.enter_all(page.register, number, wanted)
    qtbot.waitUntil(lambda: len(said(view)) == 3, timeout=WAIT)
    unlucky = next(
        key
        for key, row in zip(view.list.model.table.keys, said(view), strict=True)
        if row[1] == 2
    )
    row = view.list.model.row_of(unlucky)
    assert row is not None
    view.list.view.selectRow(row)
    assert "1. Robots: Full: between equals the draw decided" in view._why.text()

    hand.press(view, "Pin…")
    asked = hand.dialog(QuestionDialog)
    combo = asked.form.field("activity")
    combo.setCurrentIndex(combo.findData(str(robots)))
    hand.press(asked, "Pin")

    def place() -> object:
        at = view.list.model.table.keys.index(unlucky)
        return said(view)[at]

    qtbot.waitUntil(lambda: place() == ("Robots", 1), timeout=WAIT)
    row = view.list.model.row_of(unlucky)
    assert row is not None
    view.list.view.selectRow(row)
    hand.press(view, "Bar…")
    asked = hand.dialog(QuestionDialog)
    combo = asked.form.field("activity")
    combo.setCurrentIndex(combo.findData(str(robots)))
    hand.press(asked, "Bar")
    qtbot.waitUntil(lambda: place() == ("Drama", 2), timeout=WAIT)


def test_choices_are_read_from_a_sheet_and_pasted(
    qtbot: QtBot,
    page: ActivitiesPage,
    view: ChoicesView,
    clubs: list[int],
    hand: Hand,
) -> None:
    number = begun(page, view, clubs)
    row = page.register.row("select * from pupils where id = 4")
    assert row is not None
    text = f"UPN\t1st choice\t2nd choice\n{row['upn']}\tDrama\tGo\nX\tDrama\t\n"
    QApplication.clipboard().setText(text)
    view.paste.trigger()
    qtbot.waitUntil(
        lambda: "1 pupil’s choices are read." in page.desk.notices.text(), timeout=WAIT
    )
    assert "Row 3: No pupil of this register has the UPN X" in page.desk.notices.text()
    assert choice_rounds.by_pupil(page.register, number) == {4: [clubs[1], clubs[0]]}


def test_the_blank_form_is_shown_before_it_is_printed(
    page: ActivitiesPage,
    view: ChoicesView,
    clubs: list[int],
    hand: Hand,
    tmp_path: Path,
) -> None:
    begun(page, view, clubs)
    hand.press(view, "Blank form…")
    dialog = hand.dialog(PrintDialog)
    dialog.save(tmp_path / "Form.pdf")
    assert (tmp_path / "Form.pdf").read_bytes().startswith(b"%PDF")


def test_without_a_round_the_view_says_what_it_is_for(view: ChoicesView) -> None:
    assert view.list.empty is not None
    assert view.list.empty._title.text() == "No choices yet"
    assert not view._row.isVisible()
