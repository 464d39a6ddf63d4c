"""Thursday's trip at the window, by the mouse and then by keys alone: clicks counted.

From the idea to a list of pupils, the roster, who came, and what it did.
"""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gtregister.core import calendar, school
from gtregister.core.calendar import Term
from gtregister.core.enrichment import activities, attendance, evaluations, place_lists
from gtregister.core.register import Register
from gtregister.core.school import School
from gtregister.desktop.activities.attendance_part import AttendancePart
from gtregister.desktop.activities.evaluation_part import EvaluationPart
from gtregister.desktop.activities.new_activity import NewActivityDialog
from gtregister.desktop.activities.roster_dialog import RosterDialog
from gtregister.desktop.activities.suggest_dialog import SuggestDialog
from gtregister.desktop.main_window import MainWindow
from tests.desktop import given
from tests.journeys.hands import Hands, button

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints|raise\\(\\)|grabbing")

TITLE = "Team maths"
PLAN = {"title": TITLE, "day": "26 11 2026", "starts_at": "9.30", "places_most": "6"}


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> MainWindow:
    """Forty pupils, 24 of them on the register, in the last week of November."""
    path = tmp_path / "Greenfield.gtreg"
    school.create(path, School("Greenfield", academic_year=2026), "C Hall", given.TODAY)
    register = Register.open(path, "C Hall", today=given.TODAY)
    given.fill(register, 40, 24)
    term = Term("Autumn", date(2026, 9, 3), date(2026, 12, 18))
    calendar.set_terms(register, 2026, [term])
    shown = MainWindow(register, "activities")
    qtbot.addWidget(shown)
    with qtbot.waitExposed(shown):
        shown.show()
    yield shown
    shown.close()


@pytest.fixture
def hands(qtbot: QtBot, window: MainWindow) -> Hands:
    return Hands(qtbot, window)


def test_by_the_mouse(hands: Hands, window: MainWindow) -> None:
    hands.click(button(window.page, "New activity…"))
    dialog = hands.dialog(NewActivityDialog)
    for key, said in PLAN.items():
        dialog.form.first.field(key).setText(said)
    hands.click(button(dialog, "Add and suggest pupils"))
    suggested = hands.dialog(SuggestDialog)
    hands.click(button(suggested, "Invite 6 pupils"))
    assert hands.clicks == 3

    page = window.page
    hands.click(button(page, "Roster"))
    roster = hands.dialog(RosterDialog)
    assert roster.pdf.startswith(b"%PDF")
    roster.close()
    hands.click(button(page, "Attendance"))
    hands.click(button(page, "All present"))
    part = page._view.part()
    assert isinstance(part, AttendancePart)
    absent = part.grid.visualRect(part.grid.cells.index(1, 0)).center()
    hands.click(part.grid.viewport(), absent)
    assert hands.clicks == 3 + 1 + 3

    hands.click(button(page, "Evaluation"))
    judging = page._view.part()
    assert isinstance(judging, EvaluationPart)
    judging.form.field("evidence").setText("They won two rounds.")
    hands.click(button(judging, "Keep the judgement"))
    hands.click(button(judging, "Plan it"))
    assert hands.clicks == 3 + 1 + 3 + 3
    _came_to_this(window.register)


def test_by_keys_alone(qtbot: QtBot, hands: Hands, window: MainWindow) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    alt = Qt.KeyboardModifier.AltModifier
    hands.press(Qt.Key.Key_N, control)
    dialog = hands.dialog(NewActivityDialog)
    for key, said in PLAN.items():
        _go_to(hands, dialog.form.first.field(key))
        qtbot.keyClicks(dialog.form.first.field(key), said)
    button(dialog, "Add and suggest pupils").setFocus()
    hands.press(Qt.Key.Key_Space)
    hands.dialog(SuggestDialog)
    hands.press(Qt.Key.Key_I, alt)
    hands.wait(lambda: QApplication.activeModalWidget() is None)

    page = window.page
    page._view.bar.buttons["attendance"].setFocus()
    hands.press(Qt.Key.Key_Space)
    part = page._view.part()
    assert isinstance(part, AttendancePart)
    part.grid.setFocus()
    qtbot.keyClicks(part.grid, "papppp")
    page._view.bar.buttons["evaluation"].setFocus()
    hands.press(Qt.Key.Key_Space)
    judging = page._view.part()
    assert isinstance(judging, EvaluationPart)
    _go_to(hands, judging.form.field("evidence"))
    qtbot.keyClicks(judging.form.field("evidence"), "They won two rounds.")
    hands.press(Qt.Key.Key_K, alt)
    hands.wait(lambda: _judged(window.register))
    _go_to(hands, button(judging, "Plan it"))
    hands.press(Qt.Key.Key_Space)
    _came_to_this(window.register)


def _go_to(hands: Hands, field: QWidget) -> None:
    """Press Tab until one is at a field; a form that cannot be left fails here."""
    front = QApplication.activeModalWidget() or hands.window
    for _press in range(60):
        if front.focusWidget() is field:
            return
        hands.press(Qt.Key.Key_Tab)
    raise AssertionError(f"Tab never comes to {field.accessibleName()}")


def _judged(register: Register) -> bool:
    trip = activities.find(register, TITLE).id
    return evaluations.judgement(register, trip) is not None


def _came_to_this(register: Register) -> None:
    trip = activities.find(register, TITLE)
    assert trip.taken == 6
    why = place_lists.table(register, trip.id).only(("why",)).rows
    assert all(str(reason).startswith("Fits") for (reason,) in why)
    shown = attendance.grid(register, trip.id)
    marks = [row[shown.first] for row in shown.table.rows]
    assert marks == ["P", "A", "P", "P", "P", "P"]
    assert _judged(register)
    due = "select due_on from follow_ups where activity_id = :id"
    assert register.value(due, id=trip.id) == "2027-01-07"
