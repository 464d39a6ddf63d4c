"""A weekly club over a term: a bank holiday, a waiting list, a leaver, next term."""

from datetime import date

from gtregister.core import calendar
from gtregister.core.calendar import Closure, Term
from gtregister.core.enrichment import (
    activities,
    activity_copies,
    attendance,
    place_lists,
    places,
    rosters,
    sessions,
)
from gtregister.core.enrichment.activities import NewActivity
from gtregister.core.enrichment.sessions import When
from gtregister.core.register import Register
from tests.programme import line, pupils

SUMMER = Term("Summer", date(2027, 4, 12), date(2027, 7, 21))
AUTUMN = Term("Autumn", date(2027, 9, 2), date(2027, 12, 17))


def test_a_weekly_club_over_a_term(path):
    first_day = date(2027, 4, 19)
    with Register.open(path, "C Hall", today=first_day) as register:
        calendar.set_terms(register, 2026, [SUMMER])
        calendar.set_terms(register, 2027, [AUTUMN])
        whitsun = Closure("Half-term", date(2027, 5, 31), date(2027, 6, 4))
        calendar.add_closure(register, whitsun)
        club = activities.add(
            register, NewActivity(title="Chess club", who="roll", places_most=12)
        )
        when = When(first_day, "15:30", "16:30", "Library")
        planned = sessions.plan_weekly(register, club, when)
        children = pupils(register, 15)
        given = places.invite(register, club, children, "Came to the taster.")
        seated = [places.place_of(register, club, child) for child in given.invited]
        places.accept(register, seated)

        # Mondays: 3 May is a bank holiday, 31 May is too and in half-term.
        assert len(planned.sessions) == 12
        assert [(day.isoformat(), why) for day, why in planned.skipped] == [
            ("2027-05-03", "Early May bank holiday"),
            ("2027-05-31", "Spring bank holiday"),
        ]
        assert len(given.waiting) == 3
        for held in planned.sessions[:2]:
            attendance.mark_rest_present(register, held)
        sheet = rosters.make(register, club, "term")
        assert len(sheet.ticks & {c.key for c in sheet.table.columns}) == 12

    with Register.open(path, "Mrs Patel", today=date(2027, 5, 10)) as register:
        with register.change("Pupil list imported") as db:
            db.update("pupils", children[0], {"left_on": "2027-05-04"})
        third = planned.sessions[2]

        assert children[0] not in attendance.expected(register, third)
        assert children[12] in attendance.expected(register, third)
        assert line(register, club) == children[13:]
        attendance.mark_rest_present(register, third)
        shown = attendance.grid(register, club)
        first = shown.table.rows[0]
        assert first[1] == "Pupil 001"
        assert first[shown.first : shown.first + 3] == ("P", "P", None)
        attended = place_lists.of_pupil(register, children[0]).only(["attended"]).rows
        assert attended == [(2,)]

        again = activity_copies.to_next_term(register, club)

        copied = activities.of(register, again.activity_id)
        assert (copied.title, copied.academic_year, copied.taken) == (
            "Chess club",
            2027,
            0,
        )
        days = sessions.table(register, activity_id=again.activity_id).rows
        assert days[0][:3] == (date(2027, 9, 6), "15:30", "16:30")
        assert {row[0].weekday() for row in days} == {0}
        assert days[-1][0] == date(2027, 12, 13)
        assert all(row[4] == "Library" for row in days)
