from datetime import date

from gtregister.core import calendar
from gtregister.core.calendar import Term
from gtregister.core.enrichment import activity_log, participation, places, provision
from gtregister.core.enrichment.activities import NewActivity
from gtregister.core.enrichment.sessions import When
from tests.builders import pupil
from tests.programme import activity, session


def on_register(register, forename, subject="maths", **details):
    child = pupil(register, forename, **details)
    row = {
        "pupil_id": child,
        "strand": "gifted",
        "subject": subject,
        "scope": "school",
        "status": "on",
        "from_on": "2026-09-07",
    }
    with register.change("Added to the register") as db:
        db.insert("entries", row)
    return child


def names(table):
    return [row[1] for row in table.rows]


def test_who_has_had_nothing_this_term_or_year(register):
    calendar.set_terms(
        register, 2026, [Term("Autumn", date(2026, 11, 1), date(2026, 12, 18))]
    )
    early = on_register(register, "Early")
    now = on_register(register, "Now")
    on_register(register, "Never")
    pupil(register, "Elsewhere")
    lecture = NewActivity(title="Lecture")
    activity_log.log(register, lecture, When(date(2026, 9, 10)), [early])
    club = activity(register)
    session(register, club)
    places.invite(register, club, [now])

    assert names(provision.without(register, "term")) == ["Early", "Never"]
    assert names(provision.without(register, "year")) == ["Never"]
    radar = provision.at_a_glance(register)
    assert (radar.without_this_term, radar.without_this_year) == (2, 1)


def test_whoever_turned_a_place_down_has_had_nothing(register):
    aisha = on_register(register, "Aisha")
    club = activity(register)
    session(register, club)
    places.invite(register, club, [aisha])
    places.decline(register, [places.place_of(register, club, aisha)])

    assert names(provision.without(register)) == ["Aisha"]


def test_which_subject_has_pupils_and_no_activity(register):
    on_register(register, "Historian", "history")
    on_register(register, "Mathematician", "maths")
    activity(register, subjects=("maths",))
    activity(register, "Idea", status="idea", subjects=("history",))

    rows = (
        provision.table_of_gaps(register).only(["subject", "pupils", "activities"]).rows
    )

    assert rows == [("History", 1, 0), ("Mathematics", 1, 1)]


def test_who_is_invited_every_time(register):
    busy, once = on_register(register, "Busy"), on_register(register, "Once")
    for title in ("Chess", "Choir"):
        places.invite(register, activity(register, title), [busy])
    places.invite(register, activity(register, "Code"), [once])

    table = provision.often(register)

    assert names(table) == ["Busy"]
    assert table.only(["activities", "percent"]).rows == [(2, 67)]
    assert table.keys == [busy]


def test_groups_are_compared_by_places_beside_register_and_roll(register):
    first = on_register(register, "First", pupil_premium=1)
    second = on_register(register, "Second", pupil_premium=0)
    pupil(register, "Third", pupil_premium=1)
    pupil(register, "Fourth", pupil_premium=1)
    places.invite(register, activity(register), [first])
    places.invite(register, activity(register, "Choir"), [first, second])

    rows = participation.shares(register).rows

    assert ("Pupil premium", 75, 50, 67, None, 1) in rows
