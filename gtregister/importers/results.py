"""The results that the columns of a sheet state.

Equal cells of a column share one Result, which is immutable.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from itertools import repeat
from typing import NamedTuple, TypeVar

from gtregister.importers import (
    Ask,
    Cell,
    ColumnMatch,
    Layout,
    Result,
    assessments,
    dates,
    fields,
)
from gtregister.importers.cells import Found, Parser, is_blank
from gtregister.importers.distinct import Odd, parsed
from gtregister.importers.scores import Score

V = TypeVar("V")

# No test was set in these since 2013: what stands there is a teacher's assessment.
_ASSESSED = frozenset(("writing", "science"))


class _About(NamedTuple):
    """What other cells of a row say about all of its results."""

    subject: fields.Subject | None = None
    academic_year: int | None = None
    taken_on: str | None = None


_Make = Callable[[_About, Cell], Found[Result]]


def stated(
    layout: Layout, cells: Sequence[Sequence[Cell]], ask: Ask
) -> tuple[list[Sequence[Result | None]], list[Odd]]:
    """Give, for each column of results, the result of each row, and the odd cells.

    `cells` are the columns of the sheet below its headings.
    """
    about, odd = _about(layout, cells, ask)
    columns: list[Sequence[Result | None]] = []
    for place, column in enumerate(layout.columns):
        if fields.is_result(column.field):
            own = _dated(about, layout.years.get(place))
            own_cells = _not_ahead(cells, place, layout.behind)
            results, more = _column(_maker(column), own, own_cells, place)
            columns.append(results)
            odd += more
    return columns, odd


def _not_ahead(
    cells: Sequence[Sequence[Cell]], place: int, behind: Mapping[int, int]
) -> Sequence[Cell]:
    """Give the cells of a column, blank where the one that goes before it is not."""
    if place not in behind:
        return cells[place]
    pairs = zip(cells[behind[place]], cells[place], strict=True)
    return [own if is_blank(first) else "" for first, own in pairs]


def _dated(
    about: _About | Sequence[_About], year: int | None
) -> _About | Sequence[_About]:
    """Say the year of a column whose heading has one."""
    if year is None:
        return about
    if isinstance(about, _About):
        return about._replace(academic_year=year)
    return [one._replace(academic_year=year) for one in about]


def _column(
    make: _Make, about: _About | Sequence[_About], cells: Sequence[Cell], place: int
) -> tuple[list[Result | None], list[Odd]]:
    if isinstance(about, _About):
        return parsed(cells, partial(make, about), place)
    pairs = [*zip(about, cells, strict=True)]
    return parsed(pairs, lambda pair: make(*pair), place)


def _about(
    layout: Layout, cells: Sequence[Sequence[Cell]], ask: Ask
) -> tuple[_About | Sequence[_About], list[Odd]]:
    """Read the columns that tell the subject, year and day of a row's results.

    One answer stands for all rows if the sheet has no such column.
    """
    subjects, odd = _told(layout, cells, "subject", fields.subject)
    years, odd_years = _told(layout, cells, "academic_year", fields.academic_year)
    days, odd_days = _told(layout, cells, "taken_on", dates.parser())
    if not (subjects or years or days):
        return _About(academic_year=ask.academic_year), odd
    rows = zip(
        subjects or repeat(None),
        years or repeat(None),
        days or repeat(None),
        strict=False,
    )
    abouts = [
        _About(subject, year or _school_year(day) or ask.academic_year, day)
        for subject, year, day in rows
    ]
    return abouts, odd + odd_years + odd_days


def _school_year(day: str | None) -> int | None:
    """Say in which academic year a day lies: it begins in September."""
    if day is None:
        return None
    return int(day[:4]) - (day[5:7] < "09")


def _told(
    layout: Layout, cells: Sequence[Sequence[Cell]], field: str, parse: Parser[V]
) -> tuple[list[V | None], list[Odd]]:
    """Read the column that goes to a field; nothing if there is none."""
    for place, column in enumerate(layout.columns):
        if column.field == field:
            return parsed(cells[place], parse, place)
    return [], []


def _maker(column: ColumnMatch) -> _Make:
    """Make the reader of a column of results, or of a measure of the row's subject."""
    *start, measure = str(column.field).split(".")
    parsers: dict[tuple[str, str, str], Parser[Score]] = {}

    def make(about: _About, cell: Cell) -> Found[Result]:
        key = (start[0], start[1], measure) if start else _key(about, measure)
        if key is None:
            return None, None
        if key not in parsers:
            parsers[key] = assessments.parser(*key)
        score, trouble = parsers[key](cell)
        if score is None:
            return None, trouble
        year, day = about.academic_year, about.taken_on
        assessment, subject, kind = key
        return Result(
            assessment, year, subject, kind, *score, column.heading, day
        ), trouble

    return make


def _key(about: _About, measure: str) -> tuple[str, str, str] | None:
    """Say which result a measure alone is, in a row that names its subject."""
    if about.subject is None:
        return None
    subject, named = about.subject
    is_assessed = named == "teacher_assessment" or subject in _ASSESSED
    if measure == "outcome" and is_assessed:
        measure = "teacher_assessment"
    return "ks2", subject, measure
