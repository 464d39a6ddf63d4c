"""What cells and headings say of activities: which, when, and who took part."""

import re
from datetime import date
from typing import NamedTuple

from gtregister.i18n import _
from gtregister.importers import Cell, dates
from gtregister.importers.cells import Found, of_text, problem
from gtregister.importers.heading_words import words

# What stands in a cell for having been there, for being late, absent, or not in it.
_MARKS = {
    **dict.fromkeys(
        (
            *("y", "yes", "x", "✓", "✔", "☑", "/", "\\", "1", "true", "t", "p", "*"),
            *("present", "attended", "here", "went", "took part", "participated"),
            *("signed up", "joined", "accepted", "completed", "done"),
        ),
        "present",
    ),
    **dict.fromkeys(("l", "late"), "late"),
    **dict.fromkeys(
        ("a", "absent", "did not attend", "not attended", "dna", "missed"), "absent"
    ),
    **dict.fromkeys(("excused", "ill", "sick", "authorised"), "excused"),
    **dict.fromkeys(
        (
            *("n", "no", "0", "false", "f", "none", "n/a", "☐", "✗", "✘", "declined"),
            *("withdrew", "withdrawn", "dropped out", "not going", "waiting list"),
            *("waiting", "reserve", "invited", "cancelled"),
        ),
        "no",
    ),
}
_SEASONS = {
    **dict.fromkeys(("autumn", "aut", "michaelmas", "christmas"), "autumn"),
    **dict.fromkeys(("spring", "spr", "lent", "easter"), "spring"),
    **dict.fromkeys(("summer", "sum", "trinity"), "summer"),
}
_OF_ACTIVITIES = frozenset(
    (
        *("activity", "activities", "enrichment", "extracurricular", "curricular"),
        *("club", "clubs", "trip", "trips", "visit", "visits", "workshop", "workshops"),
        *("masterclass", "masterclasses", "competition", "competitions", "challenge"),
        *("society", "lecture", "lectures", "event", "events", "choir", "orchestra"),
        *("band", "ensemble", "team", "squad", "olympiad", "tournament", "camp"),
        *("residential", "festival", "dofe", "participation", "attended", "debating"),
    )
)
# A tick under one of these says something about a pupil, but no activity.
_OF_SOMETHING_ELSE = frozenset(
    (
        *(
            "consent",
            "permission",
            "paid",
            "payment",
            "owes",
            "slip",
            "photo",
            "photos",
        ),
        *("medical", "allergy", "allergies", "premium", "lunch", "meal", "meals"),
        *("returned", "letter", "invited", "invite", "deposit", "kit", "sen", "eal"),
        *("fsm", "pp", "lac", "gifted", "talented", "able", "register", "internet"),
        *("total", "absence", "email", "phone", "form"),
    )
)
_YEARS = re.compile(r"(?<!\d)((?:20)?\d\d) ?[-–/] ?((?:20)?\d\d)(?![\d/-])", re.ASCII)
_ONE_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)|['’](\d\d)\b", re.ASCII)
_DAY = re.compile(
    r"\d{1,2}([/.\-])\d{1,2}\1(?:\d{4}|\d{2})|\d{4}-\d{1,2}-\d{1,2}|"
    r"\d{1,2}(?:st|nd|rd|th)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
    r"[a-z]{0,6},? (?:\d{4}|\d{2})\b",
    re.IGNORECASE | re.ASCII,
)
_TERM = r"\b(?:autumn|spring|summer)\b(?: term| ?[12]\b)?"
_PAIR = r"(?:20)?\d\d ?[-–/] ?(?:20)?\d\d"
_YEAR = rf"(?:{_PAIR}|20\d\d|['’]\d\d)"
# A summer school is no term, but what ends in “(Summer 2026)” is of one.
_AT_END = re.compile(
    rf"[\s(\[,–—-]+(?:{_TERM}[\s,]*{_YEAR}?|{_PAIR})[\s)\]]*$",
    re.IGNORECASE | re.ASCII,
)
_SAID = re.compile(
    rf"\b(?:autumn|spring|summer)\b(?: term| ?[12]\b|[\s,]*{_YEAR}|$)",
    re.IGNORECASE | re.ASCII,
)
_MONEY = re.compile(
    r"(?:£|gbp)? ?(\d{1,5}(?:,\d{3})?)(?:\.(\d{1,2}))?p?", re.IGNORECASE
)
_MOST_PENCE = 1_000_000
_LONGEST = 120


class Term(NamedTuple):
    """A term: autumn, spring or summer, and its academic year if that is said."""

    season: str
    academic_year: int | None


class Named(NamedTuple):
    """An activity as a heading names it, and what the heading says of its time."""

    title: str
    day: str | None
    season: str | None
    academic_year: int | None


@of_text
def title(text: str) -> Found[str]:
    """Read the name of an activity; a tick or a date is none."""
    plain = " ".join(text.split())
    if sum(map(str.isalpha, plain)) < 2 or plain.casefold() in _MARKS:
        return problem(_("“{value}” is not the name of an activity."), text)
    if dates.read(plain):
        return problem(_("“{value}” is not the name of an activity."), text)
    return plain[:_LONGEST].rstrip(), None


@of_text
def mark(text: str) -> Found[str]:
    """Read whether somebody took part: present, late, absent, excused, no."""
    found = _MARKS.get(" ".join(text.split()).casefold().rstrip("."))
    if found:
        return found, None
    said = _("“{value}” does not say whether the pupil took part. Use yes or no.")
    return problem(said, text)


def tick(cell: Cell) -> Found[str]:
    """Read a cell under the name of an activity: a mark, or the day as 2014-09-03."""
    if isinstance(cell, date):
        return dates.parser()(cell)
    value, trouble = mark(cell)
    if trouble is None or not isinstance(cell, str):
        return value, trouble
    if dates.read(cell.strip()):
        return dates.parser()(cell)
    said = _("“{value}” is neither a tick nor a date.")
    return (
        problem(said, cell.strip()) if trouble.level == "problem" else (None, trouble)
    )


@of_text
def term(text: str) -> Found[Term]:
    """Read “Autumn”, “Spring 2026” (of 2025 to 2026) or “Summer term 2025/26”."""
    season = season_of(text)
    if season is None:
        return problem(_("“{value}” is not a term: autumn, spring or summer."), text)
    return Term(season, _year_of_term(text, season)), None


@of_text
def pence(text: str) -> Found[int]:
    """Read an amount of money such as £4.50 in pence; “free” is 0."""
    if text.casefold() in {"free", "nil", "none", "no charge"}:
        return 0, None
    found = _MONEY.fullmatch(text)
    if not found:
        return problem(
            _("“{value}” is not an amount of money. Write it like 4.50."), text
        )
    pounds, part = found[1].replace(",", ""), (found[2] or "").ljust(2, "0")
    amount = int(pounds) * 100 + int(part)
    if text.casefold().endswith("p") and not found[2]:
        amount = int(pounds)
    if amount > _MOST_PENCE:
        return problem(
            _("“{value}” is not an amount of money. Write it like 4.50."), text
        )
    return amount, None


def season_of(text: str) -> str | None:
    """Find the term that a text names."""
    return next((_SEASONS[w] for w in words(text) if w in _SEASONS), None)


def year_of(text: str) -> int | None:
    """Find the academic year that a text names: 2025/26 and 2025-2026 are 2025."""
    for found in _YEARS.finditer(text):
        first, last = (int(year) % 100 for year in found.groups())
        if (first + 1) % 100 == last:
            return 2000 + first
    return None


def _year_of_term(text: str, season: str) -> int | None:
    """Find the academic year of a term: the spring of 2026 is of 2025 to 2026."""
    whole = year_of(text)
    if whole is not None:
        return whole
    found = _ONE_YEAR.search(text)
    if found is None:
        return None
    year = int(found[1]) if found[1] else 2000 + int(found[2])
    return year if season == "autumn" else year - 1


def named(heading: str) -> Named:
    """Part the name from what a heading says of time: “Chess club (Autumn 2025)”."""
    found = _DAY.search(heading)
    day = dates.read(found[0]) if found else None
    rest = heading.replace(found[0], " ") if found and day else heading
    said = _AT_END.search(rest)
    season, year = (season_of(said[0]), None) if said else (None, None)
    if said:
        year = _year_of_term(said[0], season) if season else year_of(said[0])
        rest = rest[: said.start()]
    plain = " ".join(rest.split()).strip(" -–—:,;([)]")
    return Named(plain[:_LONGEST], day.isoformat() if day else None, season, year)


def time_of(text: str) -> tuple[str | None, int | None]:
    """Find the term and the academic year that a title speaks of."""
    found = _SAID.search(text)
    season = season_of(found[0]) if found else None
    return season, _year_of_term(text, season) if season else year_of(text)


def says_activity(text: str) -> bool:
    """Say whether a heading or a title speaks of activities."""
    return not _OF_ACTIVITIES.isdisjoint(words(text)) and not says_other(text)


def says_other(text: str) -> bool:
    """Say whether a tick under a heading means anything but taking part."""
    return not _OF_SOMETHING_ELSE.isdisjoint(words(text))
