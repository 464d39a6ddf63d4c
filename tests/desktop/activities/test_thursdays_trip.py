"""Thursday's trip, from idea to roster, attendance and evaluation: clicks counted."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QCheckBox
from pytestqt.qtbot import QtBot

from gtregister.core import history
from gtregister.core.enrichment import (
    activities,
    attendance,
    evaluations,
    place_lists,
    sessions,
)
from gtregister.desktop.activities.activities_page import ActivitiesPage
from gtregister.desktop.activities.attendance_part import AttendancePart
from gtregister.desktop.activities.evaluation_part import EvaluationPart
from gtregister.desktop.activities.new_activity import NewActivityDialog
from gtregister.desktop.activities.roster_dialog import RosterDialog
from gtregister.desktop.activities.suggest_dialog import SuggestDialog
from gtregister.desktop.exports.print_options import PrintOptions
from gtregister.desktop.main_window import MainWindow
from gtregister.desktop.widgets.question_dialog import QuestionDialog
from tests.desktop.activities.given import TRIP, Hand, write


def test_the_roster_of_the_trip_is_on_paper_in_three_clicks(
    qtbot: QtBot,
    window: MainWindow,
    hand: Hand,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    paper = tmp_path / "printed.pdf"

    def printer(_options: PrintOptions, _title: str, _pages: int) -> QPrinter:
        made = QPrinter()
        made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        made.setOutputFileName(str(paper))
        return made

    names = staticmethod(lambda: ["Office"])
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", names)
    monkeypatch.setattr(PrintOptions, "printer", printer)

    hand.press_on(window.rail._buttons["today"])
    hand.press(window.page, f"Roster: {TRIP}")
    dialog = hand.dialog(RosterDialog)
    hand.press(dialog, "Print")

    assert hand.clicks == 3
    qtbot.waitUntil(lambda: "sent to the printer" in window.notices.text())
    assert paper.read_bytes().startswith(b"%PDF")
    qtbot.waitUntil(lambda: _last(window) == "Printed")


def test_ctrl_r_shows_the_roster_of_the_next_activity(
    window: MainWindow, hand: Hand
) -> None:
    window.go_to("today")

    window.desk.actions.roster.trigger()

    dialog = hand.dialog(RosterDialog)
    assert "Leader’s sheet" in dialog.windowTitle()
    dialog.reject()


def _last(window: MainWindow) -> str:
    table = history.table(window.register)
    return str(table.rows[0][table.position("what")])


def test_a_new_activity_has_eighteen_invited_in_four_clicks(
    qtbot: QtBot, window: MainWindow, hand: Hand
) -> None:
    hand.press_on(window.rail._buttons["activities"])
    hand.press(window.page, "New activity…")
    dialog = hand.dialog(NewActivityDialog)
    write(
        dialog.form.first,
        title="Orchestra",
        day="1 12 2026",
        starts_at="13.15",
        ends_at="15:00",
        places_most="18",
    )
    hand.press(dialog, "Add and suggest pupils")
    suggested = hand.dialog(SuggestDialog)
    hand.press(suggested, "Invite 18 pupils")

    assert hand.clicks == 4
    found = activities.find(window.register, "Orchestra")
    assert found.taken == 18
    places = place_lists.table(window.register, found.id)
    reasons = [row[places.position("why")] for row in places.rows]
    assert len(reasons) == 18
    assert all(str(reason).startswith("Fits") for reason in reasons)
    assert window.notices.text() == "18 pupils are invited."
    (held,) = sessions.table(window.register, activity_id=found.id).rows
    assert held[:3] == (date(2026, 12, 1), "13:15", "15:00")


def test_attendance_takes_three_clicks_and_one_for_each_absent(
    qtbot: QtBot, window: MainWindow, hand: Hand
) -> None:
    hand.press_on(window.rail._buttons["today"])
    before = hand.clicks
    hand.press(window.page, f"Open: {TRIP}")
    page = window.page
    assert isinstance(page, ActivitiesPage)
    hand.press(page, "Attendance")
    hand.press(page, "All present")
    part = page._view.part()
    assert isinstance(part, AttendancePart)
    hand.press_cell(part.grid, 2, 0)
    hand.press_cell(part.grid, 5, 0)

    assert hand.clicks - before == 3 + 2
    trip = activities.find(window.register, TRIP)
    shown = attendance.grid(window.register, trip.id)
    letters = [row[shown.first] for row in shown.table.rows]
    assert letters.count("P") == 10
    assert [at for at, letter in enumerate(letters) if letter == "A"] == [2, 5]


def test_attendance_is_typed_as_the_names_are_called(
    qtbot: QtBot, page: ActivitiesPage
) -> None:
    trip = activities.find(page.register, TRIP).id
    page.open_activity(trip, "attendance")
    part = page._view.part()
    assert isinstance(part, AttendancePart)
    part.grid.setFocus()

    qtbot.keyClicks(part.grid, "pplaepw")

    shown = attendance.grid(page.register, trip)
    letters = [row[shown.first] for row in shown.table.rows][:8]
    assert letters == ["P", "P", "L", "A", "E", "P", "W", None]
    assert part.grid.currentIndex().row() == 7
    qtbot.keyClick(part.grid, Qt.Key.Key_Up)
    qtbot.keyClick(part.grid, Qt.Key.Key_Delete)
    shown = attendance.grid(page.register, trip)
    assert shown.table.rows[6][shown.first] is None


def test_the_trip_is_judged_and_its_outcomes_noted(
    qtbot: QtBot, page: ActivitiesPage, hand: Hand
) -> None:
    trip = activities.find(page.register, TRIP).id
    page.open_activity(trip, "evaluation")
    part = page._view.part()
    assert isinstance(part, EvaluationPart)
    assert part.form is not None
    hand.press(page, "Keep the judgement")
    assert evaluations.judgement(page.register, trip) is None
    write(part.form, evidence="They won two rounds")

    hand.press(page, "Keep the judgement")
    grid = part.outcomes.grid
    grid.setFocus()
    grid.go_to(0, 0)
    qtbot.keyClicks(grid, "mh")
    grid.go_to(0, 0)
    part.outcomes.award.trigger()
    asked = hand.dialog(QuestionDialog)
    write(asked.form, award="Gold")
    hand.press(asked, "Note it")

    judged = evaluations.judgement(page.register, trip)
    assert judged is not None
    assert judged["evidence"] == "They won two rounds"
    outcomes = evaluations.outcomes(page.register, trip)
    at = outcomes.position("outcome")
    assert [row[at] for row in outcomes.rows[:3]] == [
        "More than hoped for",
        "As hoped for",
        None,
    ]
    hand.press_cell(grid, 0, 0)
    outcomes = evaluations.outcomes(page.register, trip)
    assert outcomes.only(("outcome", "award")).rows[0] == ("As hoped for", "Gold")


def test_the_answers_of_pupils_are_read_from_a_sheet(
    qtbot: QtBot, page: ActivitiesPage, tmp_path: Path
) -> None:
    trip = activities.find(page.register, TRIP).id
    page.open_activity(trip, "evaluation")
    part = page._view.part()
    assert isinstance(part, EvaluationPart)
    sheet = tmp_path / "Answers.csv"
    sheet.write_text("Would you do it again?\nYes\nNo\nYes\n", encoding="utf-8")

    part.answers.read_answers(sheet)

    qtbot.waitUntil(lambda: page.desk.notices.text() == "3 slips are read.")
    assert "Would you do it again? Yes 2, no 1." in part.answers._said.text()


def test_everything_about_a_new_club_is_one_step_to_undo(
    qtbot: QtBot, window: MainWindow, page: ActivitiesPage, hand: Hand
) -> None:
    page.plan_new()
    dialog = hand.dialog(NewActivityDialog)
    write(dialog.form.first, title="Robotics", day="5 11 2026", starts_at="15:30")
    weekly = dialog.form.first.field("weekly")
    assert isinstance(weekly, QCheckBox)
    weekly.setChecked(True)
    write(dialog.form.rest, leader="Ms Roy", buses="Minibus (16)", funding="PTA 40")
    hand.press(dialog, "Add")
    robotics = activities.find(window.register, "Robotics").id
    assert "7 sessions planned" in window.notices.text()

    window.desk.actions.undo.trigger()

    qtbot.waitUntil(lambda: page._view is None)
    assert robotics not in activities.table(window.register).keys
