"""The school's calendar: terms, closures and bank holidays."""

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import pairwise

from gtregister import resources
from gtregister.core import school
from gtregister.core.register import Register
from gtregister.errors import UserError
from gtregister.i18n import N_, _, format_academic_year, format_date, translated
from gtregister.table import Column, Table

_COLUMNS = (
    Column("first_on", N_("First day"), "date"),
    Column("last_on", N_("Last day"), "date"),
    Column("name", N_("Name")),
    Column("kind", N_("Kind")),
)


@dataclass(frozen=True, slots=True)
class Term:
    """A term of the school, from its first day to its last."""

    name: str
    first_on: date
    last_on: date


@dataclass(frozen=True, slots=True)
class Closure:
    """Days within a term on which the school is closed: half-term, a training day."""

    name: str
    first_on: date
    last_on: date


def terms(register: Register, academic_year: int | None = None) -> list[Term]:
    """Read the terms of an academic year (that of today), in order."""
    year = school.academic_year_of(register.today)
    rows = register.rows(
        """
        select name, first_on, last_on
        from terms
        where academic_year = :year
        order by first_on
        """,
        year=year if academic_year is None else academic_year,
    )
    return [Term(name, _day(first), _day(last)) for name, first, last in rows]


def set_terms(register: Register, academic_year: int, wanted: Iterable[Term]) -> None:
    """Put these terms in the place of those of an academic year."""
    wanted = sorted(wanted, key=lambda term: term.first_on)
    _check(wanted)
    for before, after in pairwise(wanted):
        if after.first_on <= before.last_on:
            said = _("{after} begins before {before} ends. Check the dates.")
            raise UserError(said.format(after=after.name, before=before.name), "terms")
    old = register.rows(
        "select id from terms where academic_year = :year", year=academic_year
    )
    about = format_academic_year(academic_year)
    with register.change(N_("Terms entered"), about=about) as db:
        db.delete("terms", [row["id"] for row in old])
        for term in wanted:
            db.insert("terms", {"academic_year": academic_year, **_row(term)})


def add_closure(register: Register, closure: Closure) -> int:
    """Note that the school is closed on some days, and return the closure's id."""
    _check([closure])
    with register.change(N_("Closure entered"), about=closure.name) as db:
        return db.insert("closures", _row(closure))


def remove_closure(register: Register, closure_id: int) -> None:
    """Note that the school is open after all."""
    with register.change(N_("Closure removed")) as db:
        db.delete("closures", [closure_id])


def table(register: Register, academic_year: int | None = None) -> Table:
    """List the terms, closures and bank holidays of an academic year, by date.

    The keys are ids of closures, 0 for what is none.
    """
    year = academic_year or school.academic_year_of(register.today)
    first, last = date(year, 9, 1), date(year + 1, 8, 31)
    found: list[tuple[date, date, str, str, int]] = [
        (term.first_on, term.last_on, term.name, _("Term"), 0)
        for term in terms(register, year)
    ]
    found += [
        (
            _day(row["first_on"]),
            _day(row["last_on"]),
            row["name"],
            _("Closed"),
            row["id"],
        )
        for row in register.rows(
            "select * from closures where last_on >= :first and first_on <= :last",
            first=first.isoformat(),
            last=last.isoformat(),
        )
    ]
    found += [
        (day, day, translated(name), _("Bank holiday"), 0)
        for day, name in bank_holidays().items()
        if first <= day <= last
    ]
    found.sort()
    rows = [row[:4] for row in found]
    return Table(N_("Terms and holidays"), _COLUMNS, rows, [row[4] for row in found])


def why_closed(register: Register, day: date) -> str | None:
    """Say why the school is closed on a day; None if nothing is known against it.

    Weekends are not closures: some activities are on Saturdays. Until the terms of an
    academic year are entered, every day of it may be in one.
    """
    holiday = bank_holidays().get(day)
    if holiday:
        return translated(holiday)
    name = register.value(
        "select name from closures where :day between first_on and last_on",
        day=day.isoformat(),
    )
    if name:
        return str(name)
    known = terms(register, school.academic_year_of(day))
    if known and not any(term.first_on <= day <= term.last_on for term in known):
        return _("outside the terms")
    return None


def term_of(register: Register, day: date) -> Term | None:
    """Find the term in which a day lies, or the next one of its academic year."""
    known = terms(register, school.academic_year_of(day))
    return next((term for term in known if day <= term.last_on), None)


def following_term(register: Register, day: date) -> Term | None:
    """Find the first term that begins after a day, if it is entered."""
    row = register.row(
        """
        select name, first_on, last_on
        from terms
        where first_on > :day
        order by first_on
        """,
        day=day.isoformat(),
    )
    if row is None:
        return None
    return Term(row["name"], _day(row["first_on"]), _day(row["last_on"]))


def in_words(register: Register) -> str:
    """Say which term and week of it today is: Autumn term, week 11."""
    term = term_of(register, register.today)
    if term is None or register.today < term.first_on:
        return ""
    monday = term.first_on - timedelta(term.first_on.weekday())
    week = (register.today - monday).days // 7 + 1
    return _("{term}, week {week}").format(term=translated(term.name), week=week)


@cache
def bank_holidays() -> Mapping[date, str]:
    """Read the bank holidays of England and Wales (resources/calendar/README.md)."""
    path = resources.ROOT / "calendar" / "england-and-wales.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return {_day(row["day"]): row["name"] for row in csv.DictReader(file)}


def _check(spans: Iterable[Term | Closure]) -> None:
    for span in spans:
        if not span.name.strip():
            raise UserError(_("Give it a name."), "name")
        if span.last_on < span.first_on:
            said = _("{name} ends on {last}, before it begins. Check the dates.")
            last = format_date(span.last_on)
            raise UserError(said.format(name=span.name, last=last), "last_on")


def _row(span: Term | Closure) -> dict[str, str]:
    return {
        "name": span.name.strip(),
        "first_on": span.first_on.isoformat(),
        "last_on": span.last_on.isoformat(),
    }


def _day(text: object) -> date:
    return date.fromisoformat(str(text))


# The names in england-and-wales.csv, which are translated when they are shown.
HOLIDAYS = (
    N_("New Year’s Day"),
    N_("Good Friday"),
    N_("Easter Monday"),
    N_("Early May bank holiday"),
    N_("Spring bank holiday"),
    N_("Summer bank holiday"),
    N_("Christmas Day"),
    N_("Boxing Day"),
    N_("Platinum Jubilee bank holiday"),
    N_("State Funeral of Queen Elizabeth II"),
    N_("Coronation of King Charles III"),
)
