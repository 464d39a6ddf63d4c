"""What the columns of a sheet state of activities: which ones pupils took part in."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from gtregister.importers import (
    Ask,
    Cell,
    ColumnMatch,
    Details,
    Layout,
    activity_words,
    fields,
)
from gtregister.importers.activity_words import Named, Term
from gtregister.importers.distinct import Odd, parsed

_TITLE, _TICKS = "activity.title", "activity.ticks"
# What a row says once of all the activities that it names.
_ASIDE = ("day", "term", "staff", "attended", "signed_up", "charge", "venue", "kind")
_KEPT = (
    *("title", "column", "mark", "day", "season", "academic_year"),
    *("staff", "charge", "venue", "kind"),
)
_IN_IT = frozenset(("present", "late"))


class _About(NamedTuple):
    """What titles or a person say of the time, for rows that say nothing of it."""

    academic_year: int | None
    season: str | None


def stated(
    layout: Layout, cells: Sequence[Sequence[Cell]], ask: Ask
) -> tuple[Sequence[tuple[Details, ...]], list[Odd]]:
    """Give the activities of each row, and the odd cells; nothing if there are none.

    `cells` are the columns of the sheet below its headings. Of each activity there are
    `title`, `column` and `mark`, and, if they are known, `day`, `season`,
    `academic_year`, `staff`, `charge` (pence), `venue` and `kind`. A mark is one of
    attendance, or *signed_up*.
    """
    named = [c for c in layout.columns if c.field in {_TITLE, _TICKS}]
    if not named or not cells or not cells[0]:
        return (), []
    asides, odd = _asides(layout, cells)
    about = _above(layout, ask)
    columns: list[list[Details | None]] = []
    for column in named:
        found, more = _column(column, cells[column.place], asides, about)
        columns.append(found)
        odd += more
    return [tuple(filter(None, row)) for row in zip(*columns, strict=True)], odd


def _asides(
    layout: Layout, cells: Sequence[Sequence[Cell]]
) -> tuple[list[Mapping[str, object]], list[Odd]]:
    """Read what stands beside the names of activities, row by row."""
    told: dict[str, Sequence[object]] = {}
    odd: list[Odd] = []
    for place, column in enumerate(layout.columns):
        what = str(column.field).removeprefix("activity.")
        is_aside = column.field in fields.ACTIVITY and what in _ASIDE
        if is_aside or column.field == "academic_year":
            found, more = parsed(cells[place], fields.parser(str(column.field)), place)
            told[what] = found
            odd += more
    names = tuple(told)
    if not names:
        return [{}] * len(cells[0]), odd
    rows = zip(*told.values(), strict=True)
    return [dict(zip(names, row, strict=True)) for row in rows], odd


def _above(layout: Layout, ask: Ask) -> _About:
    """Find the year and the term in the title rows, or in the name of the sheet."""
    rows = layout.sheet.rows[: layout.heading]
    texts = [str(cell) for row in rows for cell in row if isinstance(cell, str)]
    said = [activity_words.time_of(text) for text in (*texts, layout.sheet.name)]
    season = next((season for season, _year in said if season), None)
    year = next((year for _season, year in said if year is not None), None)
    return _About(ask.academic_year if year is None else year, season)


def _column(
    column: ColumnMatch,
    cells: Sequence[Cell],
    asides: Sequence[Mapping[str, object]],
    about: _About,
) -> tuple[list[Details | None], list[Odd]]:
    """Read one column that names activities, or one that is headed by one."""
    values, odd = parsed(cells, fields.parser(str(column.field)), column.place)
    heading = activity_words.named(column.heading)
    found: list[Details | None] = []
    for value, aside in zip(values, asides, strict=True):
        said = None
        if value and column.field == _TICKS:
            said = _ticked(heading, str(value), aside)
        elif value:
            said = _listed(str(value), aside)
        found.append(_whole(said, column, about) if said else None)
    return found, odd


def _listed(title: str, aside: Mapping[str, object]) -> dict[str, object] | None:
    """Put together what a row says of the activity that it names."""
    came, signed = aside.get("attended"), aside.get("signed_up")
    mark = came or ("signed_up" if signed in _IN_IT else signed) or "present"
    if mark == "no":
        # Whoever is on the list and did not come was absent; whoever did not even sign
        # up was not in it.
        mark = "absent" if came and signed != "no" else None
    return {**aside, "title": title, "mark": mark} if mark else None


def _ticked(
    heading: Named, value: str, aside: Mapping[str, object]
) -> dict[str, object] | None:
    """Put together what a tick or a date says of the activity of its heading."""
    if value == "no":
        return None
    is_mark = value.isalpha()
    return {
        **aside,
        "title": heading.title,
        "day": (None if is_mark else value) or heading.day or aside.get("day"),
        "season": heading.season,
        "academic_year": heading.academic_year or aside.get("academic_year"),
        "mark": value if is_mark else "present",
    }


def _whole(said: Mapping[str, object], column: ColumnMatch, about: _About) -> Details:
    """Add the time that is known otherwise, and leave out what is not known."""
    term = said.get("term")
    season, year = term if isinstance(term, Term) else (None, None)
    found = {
        **said,
        "season": said.get("season") or season or about.season,
        "academic_year": said.get("academic_year") or year or about.academic_year,
        "column": column.heading,
    }
    kept = ((name, found.get(name)) for name in _KEPT)
    return {name: value for name, value in kept if isinstance(value, str | int)}
