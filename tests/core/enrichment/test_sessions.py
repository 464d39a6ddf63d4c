from datetime import date, timedelta

import pytest

from gtregister.core import calendar
from gtregister.core.calendar import Closure, Term
from gtregister.core.enrichment import attendance, places, session_calendar, sessions
from gtregister.core.enrichment.sessions import When
from gtregister.errors import UserError
from tests.builders import pupil
from tests.programme import THURSDAY, activity, session

AUTUMN = Term("Autumn", date(2026, 9, 3), date(2026, 12, 18))


@pytest.fixture
def term(register):
    calendar.set_terms(register, 2026, [AUTUMN])
    closed = Closure("Training day", date(2026, 12, 3), date(2026, 12, 3))
    calendar.add_closure(register, closed)


def days(register, activity_id):
    return [
        row[0].isoformat()
        for row in sessions.table(register, activity_id=activity_id).rows
    ]


@pytest.mark.usefixtures("term")
def test_a_weekly_club_meets_until_the_end_of_the_term_but_for_closures(register):
    chess = activity(register)

    made = sessions.plan_weekly(register, chess, When(THURSDAY, "15:30", "16:30"))

    assert days(register, chess) == ["2026-11-26", "2026-12-10", "2026-12-17"]
    assert made.skipped == ((date(2026, 12, 3), "Training day"),)


def test_without_terms_a_weekly_club_needs_a_last_day(register):
    with pytest.raises(UserError, match="Say until which day"):
        sessions.plan_weekly(register, activity(register), When(THURSDAY))


@pytest.mark.usefixtures("term")
def test_a_session_on_a_closed_day_needs_a_reason_that_is_kept(register):
    chess = activity(register)
    boxing_day = date(2026, 12, 28)

    with pytest.raises(UserError, match="closed on 28 December 2026: Boxing Day"):
        session(register, chess, boxing_day)
    number = session(register, chess, boxing_day, override="County final.")

    assert sessions.of(register, number)["override"] == "County final."


def test_moving_a_session_remembers_its_first_day(register):
    chess = activity(register)
    number = session(register, chess)

    sessions.move(register, number, When(date(2026, 11, 27), "15:30"), "Hall is taken.")
    sessions.move(register, number, When(date(2026, 11, 30), "15:30"))

    held = sessions.of(register, number)
    assert held["moved_from"] == "2026-11-26"
    assert held["reason"] == "Hall is taken."


def test_moving_a_session_onto_another_activity_of_its_pupils_is_stopped(register):
    chess, robots = activity(register), activity(register, "Robotics")
    number = session(register, chess)
    session(register, robots, date(2026, 11, 27))
    aisha = pupil(register)
    places.invite(register, chess, [aisha])
    places.invite(register, robots, [aisha])

    with pytest.raises(UserError, match="Aisha Ahmed has Robotics on 27 November"):
        sessions.move(register, number, When(date(2026, 11, 27), "15:00", "16:00"))

    assert days(register, chess) == ["2026-11-26"]


def test_a_trip_clashes_from_leaving_school_to_coming_back(register):
    trip = activity(register, "Trip", leaves_at="08:45", returns_at="16:00")
    session(register, trip, starts_at="10:00", ends_at="14:00")
    chess = activity(register)
    session(register, chess, starts_at="15:30", ends_at="16:30")
    aisha = pupil(register)
    places.invite(register, trip, [aisha])

    with pytest.raises(UserError, match="has Trip"):
        places.invite(register, chess, [aisha])


def test_a_cancelled_session_clashes_with_nothing_and_keeps_its_marks(register):
    chess, robots = activity(register), activity(register, "Robotics")
    number = session(register, chess)
    session(register, robots)
    aisha = pupil(register)
    places.invite(register, chess, [aisha])
    attendance.mark(register, number, {aisha: "present"})

    with pytest.raises(UserError, match="Cancel that session instead"):
        sessions.remove(register, [number])
    sessions.cancel(register, number, "Snow.")
    places.invite(register, robots, [aisha])

    assert sessions.of(register, number)["marked"] == 1
    with pytest.raises(UserError, match="has Robotics"):
        sessions.reinstate(register, number)


def test_sessions_are_listed_by_week_and_by_month(register):
    chess = activity(register)
    session(register, chess)
    session(register, chess, date(2026, 12, 1))
    week, month = sessions.week_of(THURSDAY), sessions.month_of(THURSDAY)

    assert week == (date(2026, 11, 23), date(2026, 11, 29))
    assert month == (date(2026, 11, 1), date(2026, 11, 30))
    for first, last in (week, month):
        assert len(sessions.table(register, first=first, last=last).rows) == 1


@pytest.mark.parametrize("time", ["8:45", "24:00", "morning", "12:60", "12.30"])
def test_a_time_that_is_none_is_said(register, time):
    with pytest.raises(UserError, match="Write it like 08:45"):
        session(register, activity(register), starts_at=time)


def test_sessions_go_to_other_calendars_without_a_pupil(register, tmp_path):
    chess = activity(register, "Chess, and more; much", venue="Library", aim="á" * 60)
    number = session(register, chess)
    whole_day = session(register, chess, date(2026, 11, 27), None, None)
    sessions.cancel(register, whole_day, "Snow.")
    places.invite(register, chess, [pupil(register)])
    path = tmp_path / "sessions.ics"

    assert session_calendar.save(register, path, chess) == 2

    raw = path.read_bytes()
    assert all(len(line) <= 75 for line in raw.split(b"\r\n"))
    text = raw.decode().replace("\r\n ", "")
    assert "DTSTART:20261126T153000\r\nDTEND:20261126T163000" in text
    assert "DTSTART;VALUE=DATE:20261127\r\nDTEND;VALUE=DATE:20261128" in text
    assert "SUMMARY:Chess\\, and more\\; much" in text
    assert f"UID:session-{number}.9994025@gtregister" in text
    assert text.count("STATUS:CANCELLED") == text.count("STATUS:CONFIRMED") == 1
    assert "Ahmed" not in text


def test_a_calendar_file_ends_in_ics(register, tmp_path):
    with pytest.raises(UserError, match=r"ends in \.ics"):
        session_calendar.save(register, tmp_path / "sessions.csv")


def test_weekly_sessions_that_clash_need_a_reason_which_the_places_keep(register):
    chess, robots = activity(register), activity(register, "Robotics")
    session(register, robots)
    aisha = pupil(register)
    places.invite(register, chess, [aisha])
    places.invite(register, robots, [aisha])
    when = When(THURSDAY, "15:30", "16:30")
    last = THURSDAY + timedelta(7)

    with pytest.raises(UserError, match="has Robotics"):
        sessions.plan_weekly(register, chess, when, last)
    sessions.plan_weekly(register, chess, when, last, override="Half of each.")

    (row,) = places.rows_of(register, [places.place_of(register, chess, aisha)])
    assert row["override"] == "Half of each."
    table = sessions.table(register, activity_id=chess).only(("override",))
    assert table.rows == [(None,), (None,)]


def test_a_cancelled_session_is_held_after_all_only_if_nothing_stands_against_it(
    register,
):
    chess, robots = activity(register), activity(register, "Robotics")
    held = session(register, chess)
    aisha = pupil(register)
    places.invite(register, chess, [aisha])
    sessions.cancel(register, held, "The leader is away.")
    session(register, robots)
    places.invite(register, robots, [aisha])

    with pytest.raises(UserError, match="has Robotics"):
        sessions.reinstate(register, held)
    sessions.reinstate(register, held, override="Agreed.")

    assert sessions.of(register, held)["status"] == "planned"
    (row,) = places.rows_of(register, [places.place_of(register, chess, aisha)])
    assert row["override"] == "Agreed."
