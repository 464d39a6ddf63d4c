"""A weekly club over a term: holidays, a waiting list, clashes, leavers, the radar."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from gtregister.core.enrichment import (
    activities,
    activity_parts,
    attendance,
    consents,
    places,
    roster_columns,
    sessions,
)
from gtregister.core.register import Register
from gtregister.desktop.activities import more_deeds
from gtregister.desktop.activities.activities_page import ActivitiesPage
from gtregister.desktop.activities.attendance_part import AttendancePart
from gtregister.desktop.activities.calendar_view import CalendarView
from gtregister.desktop.activities.log_dialog import LogDialog
from gtregister.desktop.activities.money_part import CONSENT, PAYMENT, MoneyPart
from gtregister.desktop.activities.new_activity import NewActivityDialog
from gtregister.desktop.activities.plan_part import PlanPart
from gtregister.desktop.activities.pupil_chooser import PupilChooser
from gtregister.desktop.activities.pupils_part import PupilsPart
from gtregister.desktop.activities.radar_view import RadarView
from gtregister.desktop.activities.roster_dialog import RosterDialog
from gtregister.desktop.activities.sessions_part import SessionsPart
from gtregister.desktop.activities.suggest_dialog import SuggestDialog
from gtregister.desktop.main_window import MainWindow
from gtregister.desktop.widgets.question_dialog import QuestionDialog
from tests import programme
from tests.builders import pupil
from tests.desktop.activities.given import TRIP, Hand, write


def pupils_part(page: ActivitiesPage, activity_id: int) -> PupilsPart:
    page.open_activity(activity_id, "pupils")
    part = page._view.part()
    assert isinstance(part, PupilsPart)
    return part


def state(register: Register, activity_id: int, pupil_id: int) -> str:
    place = places.place_of(register, activity_id, pupil_id)
    return str(places.rows_of(register, [place])[0]["state"])


def test_a_club_leaves_out_the_days_when_the_school_is_closed(
    page: ActivitiesPage, hand: Hand
) -> None:
    page.plan_new()
    dialog = hand.dialog(NewActivityDialog)
    write(dialog.form.first, title="Robotics", day="5 10 2026", starts_at="1530")
    hand.qtbot.keyClick(dialog.form.first.field("weekly"), Qt.Key.Key_Space)
    hand.press(dialog, "Add")

    club = activities.find(page.register, "Robotics").id
    days = sessions.table(page.register, activity_id=club).only(("day",)).rows
    assert (date(2026, 10, 26),) not in days
    assert len(days) == 10
    said = page.desk.notices.text()
    assert "10 sessions planned. Left out: 26 October 2026 (Half-term)." in said


def test_a_single_day_of_the_holidays_is_stopped_until_somebody_says_why(
    page: ActivitiesPage, hand: Hand
) -> None:
    page.plan_new()
    dialog = hand.dialog(NewActivityDialog)
    write(dialog.form.first, title="Summer school", day="27 10 2026")
    hand.press(dialog, "Add")
    asked = hand.dialog(QuestionDialog)
    hand.press(asked, "Add it")

    found = activities.find(page.register, "Summer school").id
    (row,) = sessions.table(page.register, activity_id=found).only(("override",)).rows
    assert row == ("It is held in the holidays",)


def test_whoever_declines_makes_room_for_the_next_who_waits(
    page: ActivitiesPage, trip: int, hand: Hand
) -> None:
    places.invite(page.register, trip, [20, 21])
    part = pupils_part(page, trip)
    part.list.view.selectRow(0)
    hand.press(part, "Decline")

    assert state(page.register, trip, 20) == "invited"
    assert state(page.register, trip, 21) == "waiting"
    said = page.desk.notices.text()
    row = page.register.row("select * from pupils where id = 20")
    assert row is not None
    assert f"The place is offered to {row['forename']} {row['surname']}" in said


def test_what_changes_nothing_offers_nothing_to_undo(
    page: ActivitiesPage, trip: int, hand: Hand
) -> None:
    part = pupils_part(page, trip)
    place = part.list.model.table.keys[0]
    places.accept(page.register, [place])
    part.list.view.selectRow(0)
    hand.press(part, "Accept")

    assert page.desk.notices.text() == "Nothing is changed: it stands so already."
    undo = page.desk.actions.undo.text().replace("&", "")
    shown = [
        b.text().replace("&", "") for b in page.desk.notices.findChildren(QPushButton)
    ]
    assert undo not in shown


def test_the_waiting_list_is_put_in_another_order(
    page: ActivitiesPage, trip: int, hand: Hand
) -> None:
    places.invite(page.register, trip, [20, 21])
    part = pupils_part(page, trip)
    place = places.place_of(page.register, trip, 21)
    part.list.view.selectRow(part.list.model.row_of(place))
    part._move(-1)

    assert programme.line(page.register, trip) == [21, 20]


def test_a_clash_is_stopped_and_the_reason_is_kept_with_the_place(
    page: ActivitiesPage, hand: Hand
) -> None:
    lecture = programme.activity(page.register, "Lecture")
    programme.session(page.register, lecture, starts_at="10:00", ends_at="11:00")
    part = pupils_part(page, lecture)
    hand.press(part, "Add pupils…")
    chooser = hand.dialog(PupilChooser)
    chooser.list.model.tick([1], on=True)
    hand.press(chooser, "Invite")
    asked = hand.dialog(QuestionDialog)
    assert state_or_none(page.register, lecture) == {}
    hand.press(asked, "Do it")

    assert state(page.register, lecture, 1) == "invited"
    place = places.place_of(page.register, lecture, 1)
    kept = places.rows_of(page.register, [place])[0]["override"]
    assert kept == "Agreed with whoever leads the other activity"


def state_or_none(register: Register, activity_id: int) -> dict[str, str]:
    return programme.states(register, activity_id)


def test_a_pupil_is_found_by_typing_and_added_by_keys(
    qtbot: QtBot, page: ActivitiesPage, hand: Hand
) -> None:
    with page.register.change("Pupil added"):
        finn = pupil(page.register, "Finlay", surname="Quigley")
    club = activities.find(page.register, "Chess club").id
    part = pupils_part(page, club)
    part.add.trigger()
    chooser = hand.dialog(PupilChooser)
    box = chooser.list.filters.find_box
    qtbot.keyClicks(box, "quigl")
    qtbot.keyClick(box, Qt.Key.Key_Down)
    qtbot.keyClick(chooser.list.view, Qt.Key.Key_Return)
    hand.press(chooser, "Invite")

    assert state(page.register, club, finn) == "invited"


def test_somebody_barred_is_not_on_the_next_draft(
    qtbot: QtBot, page: ActivitiesPage, hand: Hand
) -> None:
    visit = programme.activity(page.register, "Visit", who="register", places_most=5)
    part = pupils_part(page, visit)
    hand.press(part, "Suggest pupils…")
    dialog = hand.dialog(SuggestDialog)
    first = dialog._draft.chosen[0]
    dialog.list.view.selectRow(0)
    hand.press(dialog, "Bar…")
    asked = hand.dialog(QuestionDialog)
    hand.press(asked, "Bar")
    qtbot.waitUntil(lambda: first not in dialog._draft.chosen)
    dialog.number.setValue(3)
    qtbot.waitUntil(lambda: len(dialog._draft.chosen) == 3)
    hand.press(dialog, "Keep the list")

    assert set(programme.states(page.register, visit).values()) == {"suggested"}
    assert first not in dialog_chosen(page.register, visit)


def dialog_chosen(register: Register, activity_id: int) -> list[int]:
    rows = register.rows(
        "select pupil_id from places where activity_id = :id", id=activity_id
    )
    return [row["pupil_id"] for row in rows]


def test_consents_and_payments_are_set_by_letter_and_by_press(
    qtbot: QtBot, page: ActivitiesPage, trip: int, hand: Hand
) -> None:
    page.open_activity(trip, "money")
    part = page._view.part()
    assert isinstance(part, MoneyPart)
    part.grid.setFocus()
    part.grid.go_to(0, CONSENT)
    qtbot.keyClicks(part.grid, "gr")
    part.grid.go_to(0, PAYMENT)
    qtbot.keyClicks(part.grid, "pw")
    hand.press_cell(part.grid, 2, PAYMENT)

    rows = places.rows_of(page.register, part._places[:3])
    assert [row["consent"] for row in rows] == ["given", "requested", None]
    assert [row["payment"] for row in rows] == ["paid", "waived", "paid"]
    assert page._view.bar.buttons["money"].text() == "Consents 1/12"
    assert consents.CONSENTS["given"] in part.grid.cells.cells[0][CONSENT]


def test_a_note_for_the_day_and_the_bus_stand_on_the_roster(
    qtbot: QtBot, page: ActivitiesPage, trip: int, hand: Hand
) -> None:
    activity_parts.set_buses(page.register, trip, [activity_parts.Bus("Coach", 49)])
    part = pupils_part(page, trip)
    part.list.view.selectRow(0)
    place = part.list.chosen()[0]
    part._note()
    asked = hand.dialog(QuestionDialog)
    write(asked.form, dietary="No nuts")
    hand.press(asked, "Note it")
    part._put_on_bus()
    hand.press(hand.dialog(QuestionDialog), "Put on it")

    (row,) = places.rows_of(page.register, [place])
    assert (row["dietary"], row["bus"]) == ("No nuts", "Coach")


def test_marks_are_pasted_from_a_sheet(
    qtbot: QtBot, page: ActivitiesPage, trip: int
) -> None:
    page.open_activity(trip, "attendance")
    part = page._view.part()
    assert isinstance(part, AttendancePart)
    part.grid.setFocus()
    QApplication.clipboard().setText("/\nLate\n\nA\n")
    qtbot.keyClick(part.grid, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    shown = attendance.grid(page.register, trip)
    letters = [row[shown.first] for row in shown.table.rows[:4]]
    assert letters == ["P", "L", None, "A"]


def test_without_a_name_it_is_the_roster_of_the_next_activity(
    page: ActivitiesPage, hand: Hand
) -> None:
    page.narrow({"do": "roster"})
    dialog = hand.dialog(RosterDialog)
    assert "Chess club" in dialog.windowTitle()


def test_sessions_are_added_moved_and_cancelled(
    qtbot: QtBot, page: ActivitiesPage, trip: int, hand: Hand
) -> None:
    page.open_activity(trip, "sessions")
    part = page._view.part()
    assert isinstance(part, SessionsPart)
    hand.press(part, "New session…")
    asked = hand.dialog(QuestionDialog)
    write(asked.form, day="10 12 2026")
    hand.press(asked, "Plan it")
    part.list.view.selectRow(1)
    hand.press(part, "Move…")
    asked = hand.dialog(QuestionDialog)
    write(asked.form, day="11 12 2026", why="The coach is late")
    hand.press(asked, "Move it")
    part.list.view.selectRow(0)
    hand.press(part, "Cancel session…")
    asked = hand.dialog(QuestionDialog)
    hand.press(asked, "Cancel the session")

    table = sessions.table(page.register, activity_id=trip)
    assert table.only(("day", "status")).rows == [
        (date(2026, 11, 26), "Cancelled"),
        (date(2026, 12, 11), "Planned"),
    ]


def test_the_plan_is_kept_field_by_field(page: ActivitiesPage, trip: int) -> None:
    page.open_activity(trip, "plan")
    part = page._view.part()
    assert isinstance(part, PlanPart)
    assert part.form is not None
    write(part.form.first, venue="Town Hall", years="7-9")
    part.form.first.field("years").editingFinished.emit()
    write(part.form.rest, leader="Ms Roy", charge="5.00")
    part.form.rest.field("charge").editingFinished.emit()

    held = activities.of(page.register, trip)
    assert (held.venue, held.years, held.charge) == ("Town Hall", (7, 8, 9), 500)
    write(part.form.first, places_most="2")
    part.form.first.field("places_most").editingFinished.emit()
    assert activities.of(page.register, trip).places_most == 12
    assert part.form.first.wrong.isVisibleTo(part.form)


def test_something_of_the_past_is_entered_in_one_dialog(
    page: ActivitiesPage, hand: Hand
) -> None:
    hand.press(page, "Enter a past one…")
    dialog = hand.dialog(LogDialog)
    write(dialog.form, title="Lecture", day="19 11 2026")
    dialog.list.model.tick([3, 4, 5], on=True)
    hand.press(dialog, "Enter with 3 pupils")

    found = activities.find(page.register, "Lecture")
    assert (found.status, found.taken) == ("done", 3)
    assert page.desk.notices.text() == "Lecture is entered with 3 pupils."


def test_whoever_has_had_nothing_is_invited_in_one_step(
    page: ActivitiesPage, hand: Hand
) -> None:
    club = activities.find(page.register, "Chess club").id
    with page.register.change("No more room") as db:
        db.update("activities", club, {"places_most": 10})
    programme.activity(page.register, "Drama")
    hand.press(page, "Who has had nothing")
    radar = page._catalogue.view
    assert isinstance(radar, RadarView)
    idle = radar.list.model.table.keys[0]
    radar.list.view.selectRow(0)
    hand.press(radar, "Add to activity…")
    asked = hand.dialog(QuestionDialog)
    chosen = asked.form.field("activity")
    offered = [chosen.itemText(at) for at in range(chosen.count())]
    assert offered[:2] == [
        "Chess club, 24 November 2026 (full)",
        f"{TRIP}, 26 November 2026 (full)",
    ]
    assert chosen.currentText() == "Drama"
    hand.press(asked, "Invite 1 pupil")

    assert idle not in radar.list.model.table.keys
    assert page.desk.notices.text() == "1 pupil is invited."


def test_pupils_of_the_register_are_invited_by_one_key(
    qtbot: QtBot, window: MainWindow, hand: Hand
) -> None:
    window.go_to("register")
    listing = window.listing()
    assert listing is not None
    window.activateWindow()
    listing.view.setFocus()
    listing.view.selectRow(15)
    qtbot.keyClick(listing.view, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    asked = hand.dialog(QuestionDialog)
    assert asked.windowTitle() == "Add 1 pupil to an activity"
    hand.press(asked, "Invite 1 pupil")
    assert "1 " in window.notices.text()


def test_a_roster_for_the_bus_is_laid_out_again_and_its_columns_kept(
    qtbot: QtBot, page: ActivitiesPage, trip: int, hand: Hand, tmp_path: Path
) -> None:
    page.narrow({"activity": trip, "do": "roster"})
    dialog = hand.dialog(RosterDialog)
    dialog.audience.setCurrentIndex(dialog.audience.findData("cover"))
    dialog.audience.activated.emit(dialog.audience.currentIndex())
    qtbot.waitUntil(lambda: dialog.made.wanted.audience == "cover")
    columns = dialog.options.columns
    assert columns is not None
    ticked = {
        columns.item(at).text()
        for at in range(columns.count())
        if columns.item(at).checkState() == Qt.CheckState.Checked
    }
    assert ticked == {"Form", "Surname", "Forename", "Year"}
    columns.item(3).setCheckState(Qt.CheckState.Unchecked)
    qtbot.waitUntil(lambda: dialog.made.columns == ("form", "surname", "forename"))
    assert dialog.made.roster.table.columns[-1].key == "forename"
    dialog.save(tmp_path / "Cover.pdf")

    def kept() -> tuple[str, ...]:
        return tuple(roster_columns.chosen(page.register, "cover"))

    qtbot.waitUntil(lambda: kept() == ("form", "surname", "forename"))
    assert (tmp_path / "Cover.pdf").read_bytes().startswith(b"%PDF")


def test_an_activity_is_copied_and_its_sessions_saved_for_a_calendar(
    qtbot: QtBot, page: ActivitiesPage, tmp_path: Path
) -> None:
    club = activities.find(page.register, "Chess club").id
    page.open_activity(club)
    more_deeds.copy(page.desk, club, "term")
    assert page._view is not None
    assert page._view.activity_id != club
    assert "Copied, with 12 sessions." in page.desk.notices.text()
    more_deeds.save_ics(page.desk, club, tmp_path / "Chess.ics")
    qtbot.waitUntil((tmp_path / "Chess.ics").exists)
    assert b"Chess club" in (tmp_path / "Chess.ics").read_bytes()


def test_the_sessions_of_a_month_lead_to_their_activities(
    qtbot: QtBot, page: ActivitiesPage, hand: Hand
) -> None:
    hand.press(page, "Calendar")
    calendar = page._catalogue.view
    assert isinstance(calendar, CalendarView)
    assert calendar.days() == (date(2026, 11, 1), date(2026, 11, 30))
    titles = calendar.list.model.table.only(("title",)).rows
    assert titles == [("Chess club",), (TRIP,)]
    hand.press(calendar, "Later")
    assert len(calendar.list.model.table.rows) == 3
    calendar.list.view.selectRow(0)
    qtbot.keyClick(calendar.list.view, Qt.Key.Key_Return)
    assert page._view is not None


def test_escape_goes_back_to_the_list(
    qtbot: QtBot, page: ActivitiesPage, trip: int
) -> None:
    page.open_activity(trip)
    assert page.header.isHidden()
    qtbot.keyClick(page._view, Qt.Key.Key_Escape)
    assert page._view is None
    assert page.listing is page._catalogue.list
    assert not page.header.isHidden()


def test_the_menu_leads_to_the_page(window: MainWindow) -> None:
    for action in window.menuBar().actions():
        if action.text() == "&Activities":
            action.menu().actions()[0].trigger()
    assert window.place == "activities"
    assert QApplication.activeModalWidget() is None
    assert window.page.findChildren(QPushButton)
