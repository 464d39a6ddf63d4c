"""Birthdays whose day, month and year stand in three columns."""

from collections.abc import Sequence
from datetime import date

from gtregister.importers import Cell, Layout, dates
from gtregister.importers.cells import written
from gtregister.importers.distinct import Odd, parsed
from gtregister.importers.heading_words import words

_PARTS = (
    ({"day"}, range(1, 32)),
    ({"month"}, range(1, 13)),
    ({"year"}, range(1980, 2100)),
)
_ABOUT = {"dob", "birth", "date", "of", "born"}
_MONTHS = frozenset(("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep")) | {
    *("oct", "nov", "dec")
}


def place(headings: Sequence[str], samples: Sequence[Sequence[Cell]]) -> int | None:
    """Find where day, month and year of birth begin; `samples` are some values."""
    for start in range(len(headings) - 2):
        if all(
            _is_part(headings[start + part], samples[start + part], part)
            for part in range(3)
        ):
            return start
    return None


def _is_part(heading: str, values: Sequence[Cell], part: int) -> bool:
    names, span = _PARTS[part]
    said = {*words(heading)} - _ABOUT
    texts = [written(value) for value in values]
    fit = sum(
        (text.isdecimal() and text.isascii() and int(text) in span)
        or (part == 1 and text[:3].lower() in _MONTHS)
        or (part == 2 and text.isdecimal() and len(text) == 2)
        for text in texts
    )
    return said == names and fit * 3 >= len(texts) * 2


def stated(
    layout: Layout, cells: Sequence[Sequence[Cell]], today: date | None
) -> tuple[list[str | None], list[Odd]]:
    """Read the birthday of each row, and say at the day what is odd about one."""
    places = {column.field: place for place, column in enumerate(layout.columns)}
    day, month, year = (places[f"dob_{part}"] for part in ("day", "month", "year"))
    parse = dates.parser(today)
    written_out = [
        " ".join(filter(None, map(written, row)))
        for row in zip(cells[day], cells[month], cells[year], strict=True)
    ]
    return parsed(written_out, parse, day)
