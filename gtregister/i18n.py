"""Words: translation, plurals, and dates and numbers as people write them.

The same functions serve the window, the PDFs, the workbooks and the command line, so
that they agree. `_` translates now; `N_` only marks words that `translated` turns when
they are shown. A catalogue is looked for in resources/locale/<language>.
"""

import gettext
import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime
from functools import cache, lru_cache

from gtregister import resources

_HOME = "en_GB"
_language: ContextVar[str] = ContextVar("language", default=_HOME)
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_DAYS = (
    *("Monday", "Tuesday", "Wednesday", "Thursday", "Friday"),
    *("Saturday", "Sunday"),
)
_FIELD = re.compile(r"\{\w*")


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Speak another language on this thread, for a family's letter for example."""
    token = _language.set(language)
    try:
        yield
    finally:
        _language.reset(token)


@cache
def _catalogue(language: str) -> gettext.NullTranslations:
    folder = resources.ROOT / "locale"
    if not (folder / language).is_dir():
        # Looking for one by way of the system's aliases takes a moment at the start.
        return gettext.NullTranslations()
    return gettext.translation("gtregister", folder, [language], fallback=True)


def translated(message: str) -> str:
    """Translate words that were marked with `N_`."""
    return _said(message, _language.get()) if message else ""


@cache
def _said(source: str, language: str) -> str:
    """Look words up; refuse a translation that has other {fields}."""
    found = _catalogue(language).gettext(source)
    if sorted(_FIELD.findall(source)) != sorted(_FIELD.findall(found)):
        return source
    return found


def N_(message: str) -> str:  # noqa: N802 - the name that gettext's tools look for
    """Mark words for translation later."""
    return message


def ngettext(one: str, many: str, n: int, **fields: object) -> str:
    """Choose and fill the words for a count: `{n}` becomes the count."""
    words = _catalogue(_language.get()).ngettext(one, many, n)
    return words.format(n=format_number(n), **fields)


_ = translated


def format_date(day: date) -> str:
    """Write a date as in a letter: 26 November 2026."""
    return _written(day, "d MMMM y")


def format_weekday(day: date) -> str:
    """Write a date with its day of the week: Thursday 26 November 2026."""
    return _written(day, "EEEE d MMMM y")


def format_near_day(day: date) -> str:
    """Write a day of these weeks, whose year is plain: Thursday 26 November."""
    return _written(day, "EEEE d MMMM")


def format_short_date(day: date) -> str:
    """Write a date for a narrow column: 26/11/2026."""
    return f"{day:%d/%m}/{day.year}"


def _written(day: date, pattern: str) -> str:
    """Write a date in the language that is spoken, by a pattern of the CLDR."""
    if _language.get() == _HOME:
        # Babel agrees, but takes 6 MB that a school with English letters never needs.
        return " ".join(_in_english(day, field) for field in pattern.split())
    from babel.dates import format_date as written

    return written(day, pattern, locale=_language.get())


def _in_english(day: date, field: str) -> str:
    if field == "EEEE":
        return _DAYS[day.weekday()]
    if field == "MMMM":
        return _MONTHS[day.month - 1]
    return str(day.day if field == "d" else day.year)


def format_moment(moment: datetime) -> str:
    """Write a day and time: 26 November 2026, 09:41."""
    return f"{format_date(moment.date())}, {moment:%H:%M}"


def format_number(number: float) -> str:
    """Write a number: 1,214 or 109.5."""
    if isinstance(number, int) and -1000 < number < 1000:
        return str(number)
    if isinstance(number, int) and _language.get() == _HOME:
        return f"{number:,}"
    return _number(number, _language.get())


@lru_cache(maxsize=10_000)
def _number(number: float, language: str) -> str:
    from babel.numbers import format_decimal  # Babel is slow

    return format_decimal(number, locale=language)


def format_academic_year(start: int) -> str:
    """Write an academic year by its first calendar year: 2026 to 2027."""
    return _("{start} to {end}").format(start=start, end=start + 1)
