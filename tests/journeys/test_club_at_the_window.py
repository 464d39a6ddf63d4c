"""A weekly club over a term at the window, by the mouse and then by keys alone.

A bank holiday is left out, a pupil waits, another leaves the club and a third the
school; who waited has the place, and past marks stay. Clicks are counted.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gtregister.core import calendar, school
from gtregister.core.calendar import Closure, Term
from gtregister.core.enrichment import activities, attendance, sessions
from gtregister.core.register import Register
from gtregister.core.school import School
from gtregister.desktop.activities.activity_view import ActivityView
from gtregister.desktop.activities.attendance_part import AttendancePart
from gtregister.desktop.activities.new_activity import NewActivityDialog
from gtregister.desktop.activities.pupil_chooser import PupilChooser
from gtregister.desktop.activities.pupils_part import PupilsPart
from gtregister.desktop.main_window import MainWindow
from tests import programme
from tests.desktop import given
from tests.journeys.hands import Hands, button

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints|raise\\(\\)|grabbing")

TODAY = date(2027, 4, 19)  # a Monday
PLAN = {"title": "Chess club", "day": "19 4 2027", "starts_at": "1530"}
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    path = tmp_path / "Greenfield.gtreg"
    school.create(path, School("Greenfield", academic_year=2026), "C Hall", TODAY)
    register = Register.open(path, "C Hall", today=TODAY)
    given.fill(register, 40, 24)
    summer = Term("Summer", date(2027, 4, 12), date(2027, 7, 21))
    calendar.set_terms(register, 2026, [summer])
    half = Closure("Half-term", date(2027, 5, 31), date(2027, 6, 4))
    calendar.add_closure(register, half)
    shown = MainWindow(register, "activities")
    qtbot.addWidget(shown)
    shown.resize(1366, 728)
    with qtbot.waitExposed(shown):
        shown.show()
    yield shown
    shown.close()


@pytest.fixture
def hands(qtbot: QtBot, window: MainWindow) -> Hands:
    return Hands(qtbot, window)


def test_by_the_mouse(hands: Hands, window: MainWindow) -> None:
    page = window.page
    hands.click(button(page, "New activity…"))
    dialog = hands.dialog(NewActivityDialog)
    for key, said in (PLAN | {"places_most": "3"}).items():
        dialog.form.first.field(key).setText(said)
    weekly = dialog.form.first.field("weekly")
    assert isinstance(weekly, QCheckBox)
    weekly.setChecked(True)
    hands.click(button(dialog, "Add"))
    hands.click(button(page, "Add pupils…"))
    chooser = hands.dialog(PupilChooser)
    chooser.list.model.tick([1, 2, 3, 4], on=True)
    hands.click(button(chooser, "Invite"))
    assert hands.clicks == 4
    assert "1 waits" in window.notices.text()

    hands.click(button(page, "Attendance"))
    hands.click(button(page, "All present"))
    hands.click(button(page, "Pupils 3/3"))
    part = page._view.part()
    assert isinstance(part, PupilsPart)
    part.list.view.selectRow(0)
    hands.click(button(part, "Give up place"))
    assert hands.clicks == 4 + 4
    _came_to_this(window.register)


def test_by_keys_alone(qtbot: QtBot, hands: Hands, window: MainWindow) -> None:
    hands.press(Qt.Key.Key_N, CONTROL)
    dialog = hands.dialog(NewActivityDialog)
    for key, said in (PLAN | {"places_most": "3"}).items():
        field = dialog.form.first.field(key)
        _go_to(hands, field)
        qtbot.keyClicks(field, said)
    weekly = dialog.form.first.field("weekly")
    _go_to(hands, weekly)
    hands.press(Qt.Key.Key_Space)
    button(dialog, "Add").setFocus()
    hands.press(Qt.Key.Key_Space)
    hands.wait(lambda: QApplication.activeModalWidget() is None)

    page = window.page
    view = page._view
    assert isinstance(view, ActivityView)
    hands.press(Qt.Key.Key_L, ALT)  # Add pupils
    chooser = hands.dialog(PupilChooser)
    hands.press(Qt.Key.Key_Down)
    for _pupil in range(4):
        hands.press(Qt.Key.Key_Space)
        hands.press(Qt.Key.Key_Down)
    assert len(chooser.list.ticked()) == 4
    hands.press(Qt.Key.Key_I, ALT)
    hands.wait(lambda: QApplication.activeModalWidget() is None)

    view.bar.buttons["attendance"].setFocus()
    hands.press(Qt.Key.Key_Space)
    marking = view.part()
    assert isinstance(marking, AttendancePart)
    marking.grid.setFocus()
    qtbot.keyClicks(marking.grid, "ppp")
    view.bar.buttons["pupils"].setFocus()
    hands.press(Qt.Key.Key_Space)
    part = view.part()
    assert isinstance(part, PupilsPart)
    part.list.go_to_table()
    hands.press(Qt.Key.Key_Space)
    hands.wait(lambda: _is_in_sight(part, "Give up place"))
    _go_to(hands, button(part, "Give up place"))
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


def _is_in_sight(inside: QWidget, words: str) -> bool:
    found = inside.findChildren(QPushButton)
    return any(b.isVisible() and b.accessibleName() == words for b in found)


def _came_to_this(register: Register) -> None:
    """Twelve Mondays, one gave up, who waited comes; then one leaves the school."""
    club = activities.find(register, "Chess club").id
    days = [row[0] for row in sessions.table(register, activity_id=club).rows]
    assert len(days) == 12
    assert date(2027, 5, 3) not in days
    assert date(2027, 5, 31) not in days
    states = [*register.rows("select pupil_id, state from places order by id")]
    assert sorted(row["state"] for row in states) == [*["invited"] * 3, "withdrawn"]
    assert programme.line(register, club) == []
    stays = next(row["pupil_id"] for row in states if row["state"] == "invited")
    with register.change("Pupil list imported") as db:
        db.update("pupils", stays, {"left_on": TODAY.isoformat()})
    shown = attendance.grid(register, club)
    assert len(shown.table.keys) == 4
    assert [row[shown.first] for row in shown.table.rows].count("P") == 3
