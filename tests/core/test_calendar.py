from datetime import date

import pytest

from gtregister.core import calendar
from gtregister.core.calendar import Closure, Term
from gtregister.core.undo import undo
from gtregister.errors import UserError
from tests.builders import contents

AUTUMN = Term("Autumn", date(2026, 9, 3), date(2026, 12, 18))
SPRING = Term("Spring", date(2027, 1, 5), date(2027, 3, 25))
HALF_TERM = Closure("Half-term", date(2026, 10, 26), date(2026, 10, 30))


def test_a_day_is_closed_for_a_reason(register):
    calendar.set_terms(register, 2026, [SPRING, AUTUMN])
    calendar.add_closure(register, HALF_TERM)

    assert calendar.why_closed(register, date(2026, 11, 26)) is None
    assert calendar.why_closed(register, date(2026, 10, 28)) == "Half-term"
    assert calendar.why_closed(register, date(2026, 12, 28)) == "Boxing Day"
    assert calendar.why_closed(register, date(2026, 12, 20)) == "outside the terms"


def test_without_terms_every_day_but_a_holiday_may_be_a_school_day(register):
    assert calendar.why_closed(register, date(2026, 8, 3)) is None
    assert calendar.why_closed(register, date(2026, 8, 31)) == "Summer bank holiday"


def test_terms_take_the_place_of_those_of_the_year(register):
    calendar.set_terms(register, 2026, [AUTUMN])
    calendar.set_terms(register, 2026, [SPRING, AUTUMN])

    assert calendar.terms(register) == [AUTUMN, SPRING]
    assert calendar.term_of(register, date(2026, 12, 25)) == SPRING
    assert calendar.following_term(register, AUTUMN.last_on) == SPRING


def test_terms_that_overlap_or_end_before_they_begin_are_refused(register):
    early = Term("Spring", date(2026, 12, 1), date(2027, 3, 25))
    backward = Closure("Training", date(2026, 10, 2), date(2026, 10, 1))

    with pytest.raises(UserError, match="Spring begins before Autumn ends"):
        calendar.set_terms(register, 2026, [AUTUMN, early])
    with pytest.raises(UserError, match="before it begins"):
        calendar.add_closure(register, backward)


def test_terms_and_closures_are_undone(register):
    before = contents(register)
    calendar.set_terms(register, 2026, [AUTUMN])
    number = calendar.add_closure(register, HALF_TERM)
    calendar.remove_closure(register, number)

    for _n in range(3):
        undo(register)

    assert contents(register) == before


def test_today_is_in_a_week_of_a_term(register):
    assert calendar.in_words(register) == ""
    calendar.set_terms(register, 2026, [AUTUMN])
    assert calendar.in_words(register) == "Autumn, week 13"


def test_the_list_has_terms_closures_and_bank_holidays_in_order(register):
    calendar.set_terms(register, 2026, [AUTUMN])
    calendar.add_closure(register, HALF_TERM)

    names = [row[2] for row in calendar.table(register).rows]

    assert names[:4] == ["Autumn", "Half-term", "Christmas Day", "Boxing Day"]


@pytest.mark.parametrize(
    ("year", "days"),
    [
        (2022, ["2022-06-02", "2022-06-03", "2022-09-19", "2022-12-27"]),
        (2023, ["2023-01-02", "2023-05-08"]),
        (2026, ["2026-04-03", "2026-04-06", "2026-12-28"]),
        (2027, ["2027-12-27", "2027-12-28"]),
    ],
)
def test_moved_and_added_bank_holidays_are_known(year, days):
    known = {day for day in calendar.bank_holidays() if day.year == year}

    assert {date.fromisoformat(day) for day in days} <= known
    assert len(known) == {2022: 10, 2023: 9}.get(year, 8)
    assert all(day.weekday() < 5 for day in known)
    assert set(calendar.bank_holidays().values()) == set(calendar.HOLIDAYS)
