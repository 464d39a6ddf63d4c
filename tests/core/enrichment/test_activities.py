from dataclasses import replace
from datetime import date

import pytest

from gtregister.core import calendar
from gtregister.core.calendar import Term
from gtregister.core.enrichment import (
    activities,
    activity_copies,
    activity_kinds,
    activity_log,
    activity_parts,
    attendance,
    partners,
    places,
    sessions,
)
from gtregister.core.enrichment.activities import NewActivity
from gtregister.core.enrichment.activity_parts import Adult, Bus
from gtregister.core.enrichment.partners import NewPartner
from gtregister.core.enrichment.sessions import When
from gtregister.core.undo import undo
from gtregister.errors import UserError
from tests.builders import contents, pupil
from tests.programme import THURSDAY, activity, pupils, session, states


def test_what_was_planned_is_read_back(register):
    partner = partners.add(register, NewPartner("University of Leeds", "university"))
    plan = NewActivity(
        title="Maths day",
        kind="university_visit",
        aim="See what comes after school.",
        strand="gifted",
        partner_id=partner,
        leaves_at="08:45",
        cost=12000,
        places_least=5,
        places_most=20,
        consent="needed",
        subjects=("maths", "science"),
        years=(8, 9),
    )

    held = activities.of(register, activities.add(register, plan))

    for field in NewActivity.__dataclass_fields__:
        if field != "academic_year":
            assert getattr(held, field) == getattr(plan, field), field
    assert held.academic_year == 2026


def test_an_edit_writes_only_what_changed_and_is_undone(register):
    number = activity(register, subjects=("maths",), years=(7,))
    before = contents(register)
    changes = register.value("select count(*) from changes")
    held = activities.of(register, number)

    activities.edit(register, held)
    assert register.value("select count(*) from changes") == changes
    activities.edit(register, replace(held, venue="Hall", subjects=("art",), years=()))
    changed = activities.of(register, number)
    assert (changed.venue, changed.subjects, changed.years) == ("Hall", ("art",), ())
    undo(register)

    assert contents(register) == before


@pytest.mark.parametrize(
    ("plan", "said"),
    [
        ({"title": " "}, "a title"),
        ({"kind": "picnic"}, "not a kind of activity"),
        ({"leaves_at": "8:45"}, "Write it like 08:45"),
        ({"places_least": 5, "places_most": 4}, "fewer than the least"),
        ({"places_most": 0}, "nor than 1"),
        ({"cost": -1}, "less than 0"),
        ({"subjects": ("alchemy",)}, "no subject “alchemy”"),
    ],
)
def test_a_plan_that_cannot_be_right_is_refused(register, plan, said):
    with pytest.raises(UserError, match=said):
        activities.add(register, NewActivity(**({"title": "Club"} | plan)))


def test_a_kind_has_the_schools_own_name(register):
    activity_kinds.rename(register, "club", "Society")
    activity_kinds.rename(register, "expedition", "Expedition")
    activity(register)
    activity(register, "Snowdon", kind="expedition")

    kinds = {row[4] for row in activities.table(register).rows}

    assert kinds == {"Society", "Expedition"}


def test_an_activity_is_found_by_number_title_or_the_beginning_of_it(register):
    number = activity(register, "Chess club")
    activity(register, "Choir")

    for said in (str(number), "chess CLUB", "che"):
        assert activities.find(register, said).id == number
    with pytest.raises(UserError, match="Several activities"):
        activities.find(register, "ch")
    with pytest.raises(UserError, match="no activity “golf”"):
        activities.find(register, "golf")


def test_activities_are_listed_by_when_they_are(register):
    activity(register, "Idea", status="idea")
    session(register, activity(register, "Later"), date(2026, 12, 10))
    session(register, activity(register, "Soon"))
    activity_log.log(
        register, NewActivity(title="Past"), When(date(2026, 11, 12)), [pupil(register)]
    )

    def titles(when):
        return [row[3] for row in activities.table(register, when).rows]

    assert titles("upcoming") == ["Soon", "Later"]
    assert titles("past") == ["Past"]
    assert titles("ideas") == ["Idea"]
    assert len(titles("all")) == 4


def test_the_next_sessions_come_first_for_today(register):
    trip = activity(register, "Trip", consent="needed")
    session(register, trip)
    session(register, trip, date(2026, 12, 8))
    session(register, activity(register, "Cancelled", status="cancelled"))
    places.invite(register, trip, pupils(register, 2))

    table = activities.upcoming(register)

    assert table.keys == [trip]
    assert table.only(["day", "title", "taken", "unconsented"]).rows == [
        (THURSDAY, "Trip", 2, 2)
    ]
    assert len(activities.upcoming(register, days=15).rows) == 2


def test_a_full_activity_says_so(register):
    number = activity(register, places_most=1, status="open")
    places.invite(register, number, [pupil(register)])

    (row,) = activities.table(register).only(["taken", "places_most", "status"]).rows

    assert row == (1, 1, "Full")


def test_the_past_is_entered_at_once_with_its_pupils(register):
    children = pupils(register, 3)
    before = contents(register)
    christmas = date(2025, 12, 25)

    number = activity_log.log(
        register, NewActivity(title="Carols"), When(christmas), children, "Sang."
    )

    held = activities.of(register, number)
    assert (held.status, held.academic_year) == ("done", 2025)
    assert set(states(register, number).values()) == {"accepted"}
    assert {row[4] for row in attendance.grid(register, number).table.rows} == {"P"}
    undo(register)
    assert contents(register) == before


def test_what_is_still_to_come_is_not_entered_as_past(register):
    with pytest.raises(UserError, match="still to come"):
        activity_log.log(register, NewActivity(title="Trip"), When(THURSDAY), [])


def test_adults_buses_and_money_are_replaced_and_undone(register):
    number = activity(register)
    activity_parts.set_buses(register, number, [Bus("Coach 1", 49), Bus("Coach 2")])
    (first, _), (second, _) = activity_parts.buses(register, number)
    activity_parts.set_adults(
        register, number, [Adult("Ms Lee", bus_id=second), Adult("Mr Cole", "leader")]
    )
    activity_parts.set_funding(register, number, {"PTA": 5000, "Pupil premium": 2500})
    before = contents(register)

    activity_parts.set_buses(register, number, [Bus("Coach 1", 53)])
    activity_parts.set_funding(register, number, {"PTA": 6000})

    assert activity_parts.buses(register, number) == [(first, Bus("Coach 1", 53))]
    going = [adult for _id, adult in activity_parts.adults(register, number)]
    assert going == [Adult("Mr Cole", "leader"), Adult("Ms Lee")]
    assert activity_parts.funding(register, number) == {"PTA": 6000}
    undo(register)
    undo(register)
    assert contents(register) == before


def test_a_copy_for_next_year_keeps_the_plan_and_leaves_the_pupils(register):
    number = activity(register, subjects=("maths",), years=(8,), places_most=4)
    session(register, number)
    activity_parts.set_adults(register, number, [Adult("Mr Cole", "leader")])
    places.invite(register, number, pupils(register, 2))
    before = contents(register)

    made = activity_copies.to_next_year(register, number)

    copy = activities.of(register, made.activity_id)
    assert (copy.academic_year, copy.taken, copy.years) == (2027, 0, (8,))
    days = sessions.table(register, activity_id=copy.id).rows
    assert [row[:2] for row in days] == [(date(2027, 11, 25), "15:30")]
    assert len(activity_parts.adults(register, copy.id)) == 1
    undo(register)
    assert contents(register) == before


def test_a_copy_leaves_out_days_on_which_the_school_is_closed_and_says_so(register):
    number = activity(register)
    session(register, number, date(2026, 12, 21))
    calendar.set_terms(
        register, 2027, [Term("Autumn", date(2027, 9, 2), date(2027, 12, 17))]
    )

    made = activity_copies.to_next_year(register, number)

    assert (made.sessions, made.skipped) == (
        0,
        ((date(2027, 12, 20), "outside the terms"),),
    )


def test_the_next_term_must_be_entered_first(register):
    with pytest.raises(UserError, match="next term is not entered"):
        activity_copies.to_next_term(register, activity(register))


def test_a_partner_is_entered_once_by_name(register):
    first = partners.called(register, "Larkmere Sinfonia")

    assert partners.called(register, "larkmere sinfonia ") == first
    with pytest.raises(UserError, match="called Larkmere Sinfonia already"):
        partners.add(register, NewPartner("Larkmere Sinfonia"))
    with pytest.raises(UserError, match="not a kind of partner"):
        partners.add(register, NewPartner("Bank", "bank"))
