"""Dates and numbers are written alike whether or not Babel writes them."""

from datetime import date, timedelta

import pytest
from babel.dates import format_date
from babel.numbers import format_decimal

from gtregister import i18n

LEAP_YEAR = [date(2028, 1, 1) + timedelta(days) for days in range(366)]


@pytest.mark.parametrize(
    ("write", "pattern"),
    [
        (i18n.format_date, "d MMMM y"),
        (i18n.format_weekday, "EEEE d MMMM y"),
        (i18n.format_near_day, "EEEE d MMMM"),
        (i18n.format_short_date, "dd/MM/y"),
    ],
)
@pytest.mark.parametrize("language", ["en_GB", "cy", "pl", "ur", "ar", "zh"])
def test_a_date_is_written_as_babel_writes_it(write, pattern, language) -> None:
    with i18n.speaking(language):
        for day in LEAP_YEAR:
            assert write(day) == format_date(day, pattern, locale=language)


@pytest.mark.parametrize("language", ["en_GB", "pl", "cy"])
@pytest.mark.parametrize(
    "number", [0, 7, -7, 999, -999, 1000, -1000, 1214, 20_000, 1_234_567, 109.5, 0.25]
)
def test_a_number_is_written_as_babel_writes_it(number, language) -> None:
    with i18n.speaking(language):
        assert i18n.format_number(number) == format_decimal(number, locale=language)
