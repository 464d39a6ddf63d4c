"""The shipped bank holidays are worked out again here, from the rules alone."""

from datetime import date, timedelta

import pytest

from gtregister.core import calendar

# Days that a royal proclamation moved or added, and the usual ones they replaced.
ADDED = {
    date(2020, 5, 8),
    *(date(2022, 6, 2), date(2022, 6, 3), date(2022, 9, 19)),
    date(2023, 5, 8),
}
REPLACED = {date(2020, 5, 4), date(2022, 5, 30)}
YEARS = range(2015, 2036)


def easter(year: int) -> date:
    """Find Easter Sunday by the Gregorian computus (Meeus, Jones and Butcher)."""
    golden = year % 19
    century, rest = divmod(year, 100)
    leaps, left = divmod(century, 4)
    shift = (century - (century + 8) // 25 + 1) // 3
    moon = (19 * golden + century - leaps - shift + 15) % 30
    quarter, over = divmod(rest, 4)
    weekday = (32 + 2 * left + 2 * quarter - moon - over) % 7
    late = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def first_monday(year: int, month: int) -> date:
    first = date(year, month, 1)
    return first + timedelta(-first.weekday() % 7)


def last_monday_of_31(year: int, month: int) -> date:
    last = date(year, month, 31)
    return last - timedelta(last.weekday())


def by_the_rules(year: int) -> dict[date, str]:
    sunday = easter(year)
    found = {
        sunday - timedelta(2): "Good Friday",
        sunday + timedelta(1): "Easter Monday",
        first_monday(year, 5): "Early May bank holiday",
        last_monday_of_31(year, 5): "Spring bank holiday",
        last_monday_of_31(year, 8): "Summer bank holiday",
    }
    fixed = {
        date(year, 1, 1): "New Year’s Day",
        date(year, 12, 25): "Christmas Day",
        date(year, 12, 26): "Boxing Day",
    }
    found |= {day: name for day, name in fixed.items() if day.weekday() < 5}
    for day, name in fixed.items():
        if day.weekday() >= 5:
            free = (day + timedelta(n) for n in range(1, 5))
            found[next(d for d in free if d.weekday() < 5 and d not in found)] = name
    return found


@pytest.mark.parametrize("year", YEARS)
def test_each_year_is_what_the_rules_and_the_proclamations_say(year: int) -> None:
    shipped = {d: n for d, n in calendar.bank_holidays().items() if d.year == year}
    added = {day for day in ADDED if day.year == year}

    expected = by_the_rules(year)

    assert set(shipped) == (set(expected) - REPLACED) | added
    ordinary = {day: name for day, name in shipped.items() if day not in added}
    assert ordinary == {d: n for d, n in expected.items() if d not in REPLACED}


def test_easter_is_known_where_almanacs_name_it() -> None:
    known = ((2024, 3, 31), (2025, 4, 20), (2026, 4, 5), (2027, 3, 28), (2038, 4, 25))
    assert [easter(year) for year, _m, _d in known] == [date(*day) for day in known]


def test_the_last_year_that_is_published_is_as_it_is_published() -> None:
    published = {
        *((1, 3), (4, 14), (4, 17), (5, 1), (5, 29), (8, 28), (12, 25), (12, 26)),
    }
    shipped = {(d.month, d.day) for d in calendar.bank_holidays() if d.year == 2028}
    assert shipped == published


def test_no_year_is_shipped_in_part() -> None:
    assert {day.year for day in calendar.bank_holidays()} == set(YEARS)
