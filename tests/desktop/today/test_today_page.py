"""Today: the numbers are right, and everything is one press from its place."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from gtregister import settings
from gtregister.core import calendar
from gtregister.core.calendar import Term
from gtregister.core.importing import imports
from gtregister.core.roll import pupils
from gtregister.core.telling import letter_lists
from tests.builders import upn


@pytest.fixture
def page(window):
    window.go_to("today")
    return window.page


def test_the_cards_say_how_many_there_are(page):
    assert page._on.accessibleName() == "24 of 60 pupils on the register"
    assert page._referrals.accessibleName() == "0 referrals waiting"


def test_candidates_are_counted_without_holding_up_the_page(page, qtbot):
    qtbot.waitUntil(lambda: page._candidates.accessibleName() != "")

    assert page._candidates.accessibleName() == "0 candidates to decide"


def test_letters_to_print_are_counted_without_holding_up_the_page(page, qtbot):
    qtbot.waitUntil(lambda: page._letters.accessibleName()[0] != "…")

    waiting = letter_lists.known(page.register).ready
    assert page._letters.accessibleName() == f"{waiting} letters to print"


def test_the_day_of_the_week_and_the_week_of_the_term_are_said(page, window):
    register = window.register
    term = Term("Autumn term", date(2026, 9, 7), date(2026, 12, 18))
    calendar.set_terms(register, 2026, [term])

    assert page.header.facts() == "Monday 23 November 2026 · Autumn term, week 12"


def test_the_step_that_comes_next_stands_out(page):
    primary = [k for k, b in page._steps._buttons.items() if b.property("primary")]

    assert primary == ["policy"]


def test_a_cell_of_the_heat_map_leads_to_its_pupils(page, window):
    table = page._subjects._table
    column = table.position("maths") - 1
    row = next(
        r for r, year in enumerate(table.keys) if table.rows[r][column + 1] is not None
    )
    page._subjects._map.chosen.emit(row, column)

    shown = window.listing().rows_shown()
    years = {r[shown.position("year_group")] for r in shown.rows}
    subjects = {r[shown.position("subject")] for r in shown.rows}
    assert window.place == "register"
    assert (years, subjects) == ({table.keys[row]}, {"Mathematics"})


def test_the_heat_map_is_there_as_a_table_too(page):
    page._subjects._turn.click()

    assert page._subjects._sides.currentWidget() is page._subjects._view
    assert page._subjects._view.table_model.table is page._subjects._table


def test_the_last_import_is_put_back_from_here(page, window, qtbot, tmp_path):
    source = tmp_path / "New pupil.csv"
    row = f"{upn(999)},Tanaka,Yuki,03/09/2014,7"
    source.write_text(f"UPN,Surname,Forename,DOB,Year\n{row}\n", encoding="utf-8")
    register = window.register
    imports.apply(register, imports.plan(register, source))
    before = pupils.count(register)

    page._standing._undo.trigger()

    qtbot.waitUntil(lambda: pupils.count(register) == before - 1)


def test_the_first_steps_are_ticked_as_they_are_done(page):
    ticked = [key for key, tick in page._steps._ticks.items() if tick.isVisible()]

    assert ticked == ["import", "decide"]


def test_the_first_steps_stay_hidden_once_somebody_hides_them(page, window):
    page._steps._stay_hidden()
    window.refresh()

    assert not page._steps.isVisible()
    assert str(window.register.path) in settings.load().steps_hidden_in


def test_the_keyboard_reaches_a_cell_of_the_heat_map(page, window):
    page._subjects._map.setFocus()
    QTest.keyClick(page._subjects._map, Qt.Key.Key_Right)
    QTest.keyClick(page._subjects._map, Qt.Key.Key_Return)

    assert window.place == "register"


def test_reviews_due_lead_to_those_pupils(page, window):
    register = window.register
    with register.change("Review due") as db:
        db.update("entries", 1, {"review_due": "2026-11-01"})

    page._standing._show.trigger()

    assert window.place == "register"
    assert len(window.listing().rows_shown().rows) == 1
