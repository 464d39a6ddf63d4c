from datetime import date

from gtregister.core import calendar
from gtregister.core.calendar import Term
from gtregister.core.enrichment import (
    activity_log,
    participation,
    places,
    provision,
    provision_gaps,
)
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

    rows = provision_gaps.table(register).only(["subject", "pupils", "activities"]).rows

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


def test_the_pupils_of_a_subject_are_those_with_the_fewest_activities_first(register):
    busy = on_register(register, "Busy")
    idle = on_register(register, "Idle")
    on_register(register, "Elsewhere", "history")
    places.invite(register, activity(register), [busy])

    gap = next(g for g in provision_gaps.gaps(register) if g.subject == "maths")

    assert provision_gaps.pupils_of(register, gap) == [idle, busy]


def test_groups_are_compared_by_places_beside_register_and_roll(register):
    first = on_register(register, "First", pupil_premium=1)
    second = on_register(register, "Second", pupil_premium=0)
    pupil(register, "Third", pupil_premium=1)
    pupil(register, "Fourth", pupil_premium=1)
    places.invite(register, activity(register), [first])
    places.invite(register, activity(register, "Choir"), [first, second])

    rows = participation.shares(register).rows

    assert ("Pupil premium", 75, 50, 67, None, 1, 1, 0, "Too few to say") in rows


def test_year_groups_are_among_the_groups(register):
    on_register(register, "Seven", year_group=7)
    eight = on_register(register, "Eight", year_group=8)
    pupil(register, "Nine", year_group=9)
    pupil(register, "Unknown", year_group=None)
    places.invite(register, activity(register), [eight])

    found = {share.name: share for share in participation.groups(register)}

    years = [found[f"Year {year}"] for year in (7, 8, 9)]
    assert [(y.roll, y.register, y.places) for y in years] == [
        (33, 50, 0),
        (33, 50, 100),
        (33, 0, 0),
    ]


def test_a_group_knows_who_of_it_on_the_register_has_had_nothing(register):
    idle = on_register(register, "Idle", eal=1)
    had = on_register(register, "Had", eal=1)
    on_register(register, "Other", eal=0)
    pupil(register, "Not on it", eal=1)
    places.invite(register, activity(register), [had])

    found = {share.key: share for share in participation.groups(register)}

    assert found["eal"].without == (idle,)
    assert found["eal"].on_register == 2


def test_a_leaver_counts_in_what_was_had_and_no_more_in_the_register(register):
    gone = on_register(register, "Gone", sen="K")
    on_register(register, "Here", sen="N")
    places.invite(register, activity(register), [gone])
    with register.change("Left") as db:
        db.update("pupils", gone, {"left_on": "2026-11-01"})

    share = next(s for s in participation.groups(register) if s.key == "sen")

    assert (share.roll, share.register, share.places) == (0, 0, 100)
    assert share.without == ()
