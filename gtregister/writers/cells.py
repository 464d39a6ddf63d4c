"""What Excel lets into one cell, one name of a sheet and one footer."""

import re
from datetime import date

from gtregister.i18n import _
from gtregister.table import Kind, Value
from gtregister.writers.words import as_whole, plain

# "Excel specifications and limits" by Microsoft; lengths are in units of UTF-16.
_LONGEST_TEXT = 32_767
_LONGEST_NAME = 31
_LONGEST_FOOTER = 75  # a third of what all three parts may have together
_FIRST_YEAR = 1900
_EXACT = 10**15  # the last digits of a larger number are lost

_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# In a workbook _x0041_ stands for A, unless it is escaped (ECMA-376-1, ST_Xstring).
_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\\s]+")

Content = str | float | date | None


def content(value: Value, kind: Kind) -> Content:
    """Turn a value into what stands in a cell: a number, a date or a text.

    Only a number column has numbers, so that a UPN or a telephone number stays a text;
    numbers and dates that Excel would change are texts too.
    """
    if kind == "number" and isinstance(value, int | float) and abs(value) < _EXACT:
        return as_whole(value)
    if kind == "date" and isinstance(value, date) and value.year >= _FIRST_YEAR:
        return value
    return text(plain(value, kind)) or None


def text(words: str) -> str:
    """Make a text that Excel can hold; one that is cut says so."""
    if words.isprintable() and "_" not in words and len(words) <= _LONGEST_TEXT // 2:
        return words
    words = words.replace("\r\n", "\n").replace("\r", "\n")
    words = _ESCAPE.sub("_x005F_", _UNWRITABLE.sub("\ufffd", words))
    if _units(words) <= _LONGEST_TEXT:
        return words
    mark = _("… [The rest is left out: a cell holds no more than 32,767 characters.]")
    return _cut(words, _LONGEST_TEXT - _units(mark)) + mark


def sheet_name(title: str) -> str:
    """Make a name that Excel takes for a sheet."""
    name = _cut(_NOT_IN_NAMES.sub(" ", text(title)).strip(" '"), _LONGEST_NAME)
    name = name.rstrip(" '")
    # Excel keeps the name History for itself.
    return name if name and name.casefold() != "history" else _("List")


def footer(words: str) -> str:
    """Make a part of a footer, in which & would begin a command."""
    words = " ".join(text(words).split()).replace("&", "&&")
    if _units(words) <= _LONGEST_FOOTER:
        return words
    cut = _cut(words, _LONGEST_FOOTER - 1)
    odd = (len(cut) - len(cut.rstrip("&"))) % 2
    return cut[: len(cut) - odd] + "…"


def _units(words: str) -> int:
    return len(words) if words.isascii() else len(words.encode("utf-16-le")) // 2


def _cut(words: str, most: int) -> str:
    return words.encode("utf-16-le")[: 2 * most].decode("utf-16-le", errors="ignore")
