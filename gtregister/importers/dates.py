"""Dates as schools write them: day before month, never month before day."""

import re
from datetime import date, timedelta

from gtregister.i18n import _
from gtregister.importers import Cell
from gtregister.importers.cells import (
    Found,
    Parser,
    look,
    of_text,
    problem,
    written,
)

_MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec"
_DAY_FIRST = re.compile(r"(\d{1,2})([/.\- ])(\d{1,2})\2(\d{4}|\d{2})")
_ISO = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})")
_NAMED = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th)?[ \-/.]?([a-z]{3,9})\.?[ \-/.,]*(\d{4}|\d{2})",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"[T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?Z?( ?[ap]m)?$", re.IGNORECASE)

_OLDEST = date(1980, 1, 1)
# The day that Excel counts as 0, and the day numbers of 1980 and 2050.
_EXCEL_ZERO = date(1899, 12, 30)
_EXCEL_DAYS = range(29_221, 54_789)

# How old a pupil may be, from nursery on; whoever has left stays on lists for years.
_AGES = range(2, 26)


def read(text: str) -> date | None:
    """Read a date such as 03/09/2014, 2014-09-03, 3-Sep-14 or 3 September 2014.

    Of years with two digits, 80 to 99 are 1980 to 1999. None if it is not a date.
    """
    text = _CLOCK.sub("", text)
    if found := _DAY_FIRST.fullmatch(text):
        day, month, year = found[1], int(found[3]), found[4]
    elif found := _ISO.fullmatch(text):
        day, month, year = found[4], int(found[3]), found[1]
    elif found := _NAMED.fullmatch(text):
        day, month, year = found[1], _month(found[2]), found[3]
    else:
        return None
    century = (1900 if int(year) >= 80 else 2000) if len(year) == 2 else 0
    try:
        return date(century + int(year), month, int(day))
    except ValueError:
        return None


def _month(name: str) -> int:
    """Give the number of a month by the start of its name; 0 if it is none."""
    place = _MONTHS.find(name[:3].lower())
    return place // 3 + 1 if place % 3 == 0 else 0


def parser(today: date | None = None) -> Parser[str]:
    """Read dates as 2014-09-03.

    With a day to go by they are birthdays: one that no pupil of that day can have is
    looked at.
    """

    @of_text
    def of_words(text: str) -> Found[str]:
        if text.isascii() and text.isdecimal() and int(text) in _EXCEL_DAYS:
            day = (_EXCEL_ZERO + timedelta(days=int(text))).isoformat()
            said = _("“{value}” was read as Excel’s number for the day {day}.")
            return day, look(said, text, day=day)
        found = read(text)
        if found is None:
            return problem(
                _("“{value}” is not a date. Write it like 28/03/2015."), text
            )
        return of_day(found, text)

    def of_day(day: date, text: str) -> Found[str]:
        if day < _OLDEST:
            said = _("“{value}” is too long ago for a pupil of today.")
            return problem(said, text)
        if today is not None and _age(day, today) not in _AGES:
            said = _("“{value}” cannot be the birthday of a pupil; check the year.")
            return day.isoformat(), look(said, text)
        return day.isoformat(), None

    def parse(cell: Cell) -> Found[str]:
        return of_day(cell, written(cell)) if isinstance(cell, date) else of_words(cell)

    return parse


def _age(birthday: date, today: date) -> int:
    """Count the years that someone has lived; less than 0 if the day is to come."""
    is_to_come = (birthday.month, birthday.day) > (today.month, today.day)
    return today.year - birthday.year - is_to_come
