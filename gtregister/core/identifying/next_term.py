"""When a pupil who was put off comes back: at the start of the next term."""

from datetime import date, timedelta

from gtregister.core import calendar
from gtregister.core.register import Register
from gtregister.i18n import _, format_date, translated


def first_day(register: Register) -> date:
    """Give the first day of the next term.

    Where the school has not entered it, a term begins on 1 January, on the day after
    Easter Monday or on 1 September.
    """
    term = calendar.following_term(register, register.today)
    if term is not None:
        return term.first_on
    today = register.today
    begins = [day for year in (today.year, today.year + 1) for day in _usual(year)]
    return next(day for day in begins if day > today)


def in_words(register: Register) -> str:
    """Say when that is, and by which rule."""
    term = calendar.following_term(register, register.today)
    day = format_date(first_day(register))
    if term is not None:
        said = _("{day}, when the {term} begins")
        return said.format(day=day, term=translated(term.name).lower())
    said = _(
        "{day}. The dates of the next term are not entered, so it counts as beginning "
        "on 1 January, after Easter or on 1 September"
    )
    return said.format(day=day)


def _usual(year: int) -> tuple[date, date, date]:
    after_easter = easter(year) + timedelta(days=2)
    return date(year, 1, 1), after_easter, date(year, 9, 1)


def easter(year: int) -> date:
    """Give Easter Sunday of the Gregorian calendar.

    The first Sunday after the full moon of spring, as the church reckons it (tables of
    1582), written out as the rule that Nature printed on 20 April 1876.
    """
    golden = year % 19
    century, rest = divmod(year, 100)
    leaps, odd = divmod(century, 4)
    moved = (century - (century + 8) // 25 + 1) // 3
    moon = (19 * golden + century - leaps - moved + 15) % 30
    quarter, left = divmod(rest, 4)
    sunday = (32 + 2 * odd + 2 * quarter - moon - left) % 7
    late = (golden + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)
