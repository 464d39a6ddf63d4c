"""When a pupil who was put off comes back."""

from datetime import date

import pytest

from gtregister.core import calendar
from gtregister.core.calendar import Term
from gtregister.core.identifying import next_term


@pytest.mark.parametrize(
    ("today", "begins"),
    [
        (date(2026, 11, 23), date(2027, 1, 1)),
        (date(2027, 1, 1), date(2027, 3, 30)),
        (date(2027, 3, 30), date(2027, 9, 1)),
        (date(2027, 9, 1), date(2028, 1, 1)),
        (date(2027, 12, 31), date(2028, 1, 1)),
    ],
)
def test_a_term_that_nobody_entered_begins_by_the_rule(register, today, begins):
    register._given_today = today

    assert next_term.first_day(register) == begins
    assert "are not entered" in next_term.in_words(register)


def test_a_term_that_is_entered_goes_before_the_rule(register):
    spring = Term("Spring term", date(2027, 1, 5), date(2027, 3, 25))
    calendar.set_terms(register, 2026, [spring])

    assert next_term.first_day(register) == date(2027, 1, 5)
    assert next_term.in_words(register) == "5 January 2027, when the spring term begins"


def test_easter_agrees_with_the_bank_holidays():
    mondays = [
        day for day, name in calendar.bank_holidays().items() if "Easter" in name
    ]

    assert len(mondays) > 5
    for monday in mondays:
        assert (monday - next_term.easter(monday.year)).days == 1
