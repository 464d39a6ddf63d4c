"""What a value of a Table reads like in a file."""

import re
from datetime import date

from gtregister.i18n import _, format_number, format_short_date, translated
from gtregister.table import Column, Kind, Value

# Spreadsheets take a text that starts with one of these for a formula (OWASP, "CSV
# Injection"), also in full-width form and after spaces. The apostrophes in front keep
# it reversible: a reader takes one away wherever this pattern holds for the rest.
_FORMULA = re.compile(r"'*(?:[\t\r\n]|\s*[=+\-@＝＋－＠])")

_FIVE_DIGITS = 10_000
_WHOLE = 10**15  # Of longer numbers a float does not hold the last digits.


def heading(column: Column) -> str:
    """Say what stands over a column, in the language that is spoken now."""
    return translated(column.title)


def plain(value: Value, kind: Kind) -> str:
    """Write a value for other programs to read: 07/03/2015, Yes, 1214, 109.5."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, date):
        return f"{value.day:02}/{value.month:02}/{value.year:04}"
    if kind == "yes_no":
        return _("Yes") if value else _("No")
    return str(as_whole(value))


def printed(value: Value, kind: Kind) -> str:
    """Write a value for people to read: as `plain`, and long numbers with separators.

    In a list, a number of four digits is most often a year, a row or a change: 2026.
    """
    if isinstance(value, date):
        return format_short_date(value)
    if kind == "number" and isinstance(value, int | float):
        number = as_whole(value)
        if isinstance(number, float) or abs(number) >= _FIVE_DIGITS:
            return format_number(number) if abs(number) < _WHOLE else str(number)
    return plain(value, kind)


def as_whole(number: float) -> float:
    """Turn 110.0 and True into 110 and 1; leave 109.5 as it is."""
    if abs(number) < _WHOLE and number == int(number):
        return int(number)
    return number


def harmless(text: str) -> str:
    """Put an apostrophe before a text that a spreadsheet would run as a formula."""
    return f"'{text}" if _FORMULA.match(text) else text
