"""What a file says of activities, put together: one Occasion for each activity.

An activity is known by its title, its academic year and its term; a day tells both. So
a club that meets every week is one activity in each term.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from gtregister.core import school
from gtregister.core.roll.pupils import folded
from gtregister.importers import Details, Level, Problem

# Easter moves: by this day in April the spring term is over, or nearly so.
_SUMMER = (4, 15)
_MARKS = frozenset(("present", "late", "absent", "excused"))
# Without a day only these say that somebody took part.
_IN_IT = frozenset(("present", "late", "signed_up"))

Key = tuple[str, int | None, str | None]


@dataclass(frozen=True, slots=True)
class Said:
    """One cell that names an activity, of one pupil, from one row."""

    owner: int
    row: int
    details: Details

    @property
    def title(self) -> str:
        """Give the title as it stands."""
        return str(self.details["title"])

    @property
    def day(self) -> str | None:
        """Give the day as 2026-03-12, if it is known."""
        day = self.details.get("day")
        return None if day is None else str(day)

    @property
    def mark(self) -> str:
        """Give the mark of attendance, or *signed_up*."""
        return str(self.details["mark"])

    @property
    def key(self) -> Key:
        """Give what the activity is known by: title, academic year, and term."""
        if self.day is not None:
            day = date.fromisoformat(self.day)
            return folded(self.title), school.academic_year_of(day), season_of(day)
        year, season = self.details.get("academic_year"), self.details.get("season")
        return (
            folded(self.title),
            None if year is None else int(year),
            None if season is None else str(season),
        )

    def remark(self, level: Level, text: str) -> Problem:
        """Make a remark on this cell."""
        return Problem(
            self.row, str(self.details.get("column", "")), self.title, level, text
        )


@dataclass(slots=True)
class Occasion:
    """One activity of a file: `pupils` has the marks of each by day, 2026-03-12.

    `contradicting` say another mark of a pupil and day than a row before them.
    """

    said: list[Said] = field(default_factory=list)
    academic_year: int | None = None
    season: str | None = None
    pupils: dict[int, dict[str, str]] = field(default_factory=dict)
    contradicting: list[Said] = field(default_factory=list)

    @property
    def title(self) -> str:
        """Give the title as the first row has it."""
        return self.said[0].title

    @property
    def days(self) -> list[str]:
        """List the days on which it was, in order."""
        return sorted({one.day for one in self.said if one.day})

    @property
    def dayless(self) -> list[Said]:
        """List those who were not there, on a day that nobody knows."""
        said = (one for one in self.said if one.day is None)
        return [one for one in said if one.mark not in _IN_IT]

    def first(self, name: str) -> str | int | None:
        """Give the first that is said of a detail."""
        found = (one.details[name] for one in self.said if name in one.details)
        return next(found, None)

    def every(self, name: str) -> list[str]:
        """List all that is said of a detail, each once."""
        said = (one.details[name] for one in self.said if name in one.details)
        return [*dict.fromkeys(map(str, said))]

    def add(self, said: Iterable[Said]) -> None:
        """Take in what more is said of it; of two marks of one day the first counts."""
        for one in sorted(said, key=lambda one: one.row):
            self.said.append(one)
            if one.day is None and one.mark not in _IN_IT:
                continue
            marks = self.pupils.setdefault(one.owner, {})
            if one.day is not None and one.mark in _MARKS:
                kept = marks.setdefault(one.day, one.mark)
                if kept != one.mark:
                    self.contradicting.append(one)


def season_of(day: date) -> str:
    """Say in which term a day lies, as terms are in most years."""
    if day.month >= 9:
        return "autumn"
    return "spring" if (day.month, day.day) < _SUMMER else "summer"


def gathered(said: Iterable[Said]) -> list[Occasion]:
    """Put together what is said of each activity, in the order of its first row.

    What names neither day nor term belongs to the only one of its title and year.
    """
    groups: dict[Key, list[Said]] = {}
    for one in said:
        groups.setdefault(one.key, []).append(one)
    for key in [key for key in groups if key[2] is None]:
        others = [k for k in groups if k[:2] == key[:2] and k != key]
        if len(others) == 1:
            groups[others[0]] += groups.pop(key)
    found = [*_occasions(groups)]
    return sorted(found, key=lambda one: (one.said[0].row, one.title))


def _occasions(groups: dict[Key, list[Said]]) -> Iterator[Occasion]:
    for (_title, year, season), members in groups.items():
        occasion = Occasion(academic_year=year, season=season)
        occasion.add(members)
        yield occasion
