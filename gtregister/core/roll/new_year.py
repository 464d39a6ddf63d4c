"""The new school year: pupils move up, the oldest leave, and the school is in it.

A pupil whose year was set since 1 September, by the new pupil list or by hand, is in
the new school year already and does not move up a second time.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from gtregister.core import school
from gtregister.core.register import Register, Row, Stored
from gtregister.core.school import School
from gtregister.errors import UserError
from gtregister.i18n import N_, _, format_academic_year, format_date, translated
from gtregister.importers import Step
from gtregister.table import Column, Table

What = Literal["up", "leaves", "stays"]

WORDS: Mapping[What, str] = {
    "up": N_("Moves up"),
    "leaves": N_("Leaves the school"),
    "stays": N_("Stays in this year"),
}
_COLUMNS = (
    Column("surname", N_("Surname")),
    Column("forename", N_("Forename")),
    Column("year_group", N_("Year"), "number"),
    Column("form", N_("Form")),
    Column("what", N_("What happens")),
    Column("year_then", N_("Year then"), "number"),
    Column("form_then", N_("Form then")),
)


@dataclass(frozen=True, slots=True)
class Move:
    """What the new school year brings one pupil; who leaves keeps year and form."""

    pupil_id: int
    surname: str
    forename: str
    year_group: int
    form: str | None
    what: What
    year_then: int
    form_then: str | None


@dataclass(frozen=True, slots=True)
class Plan:
    """What starting an academic year would do, in order of year group and name."""

    academic_year: int
    moves: tuple[Move, ...]

    def of(self, what: What) -> list[Move]:
        """Choose the pupils to whom one thing happens."""
        return [move for move in self.moves if move.what == what]


def is_due(register: Register) -> bool:
    """Say whether a new academic year has begun that was not started here."""
    year = school.of(register).academic_year
    return year < school.academic_year_of(register.today)


def plan(register: Register, said: Mapping[int, What] | None = None) -> Plan:
    """Work out who moves up, who leaves and who stays; nothing is changed by it.

    Everybody on roll moves up, and who would be above the highest year of the school
    leaves. `said` is what a person knows better of some pupils, by id. Raises UserError
    while the academic year of the register lasts.
    """
    found = school.of(register)
    year = school.academic_year_of(register.today)
    if not is_due(register):
        text = _(
            "The register is in the school year {year} already. "
            "The next one can be started from {day}."
        )
        begins = format_date(date(found.academic_year + 1, 9, 1))
        named = format_academic_year(found.academic_year)
        raise UserError(text.format(year=named, day=begins))
    as_of = _years_as_of(register, found.academic_year, year)
    rows = register.rows(
        """
        select
            id,
            coalesce(preferred_surname, surname) as surname,
            coalesce(preferred_forename, forename) as forename,
            year_group,
            form
        from pupils
        where year_group is not null and (left_on is null or left_on > :today)
        order by year_group, pupils.surname, pupils.forename, id
        """,
        today=register.today.isoformat(),
    )
    moves = (
        _move(row, year - as_of.get(row["id"], found.academic_year), found, said or {})
        for row in rows
    )
    return Plan(year, tuple(moves))


def _move(row: Row, years: int, found: School, said: Mapping[int, What]) -> Move:
    """Say what happens to a pupil whose year group is so many years old."""
    what = said.get(row["id"])
    if what is None:
        is_above = years > 0 and row["year_group"] + years > found.highest_year
        what = "leaves" if is_above else "up" if years else "stays"
    # A person may send up someone whose year seemed to be the new one.
    then = row["year_group"] + (max(years, 1) if what == "up" else 0)
    return Move(
        row["id"],
        row["surname"],
        row["forename"],
        row["year_group"],
        row["form"],
        what,
        then,
        _form(row["form"], row["year_group"], then),
    )


def _form(form: str | None, year_group: int, then: int) -> str | None:
    """Carry a form's name on where it begins with the year: 7A becomes 8A."""
    found = re.match(r"\d+", form or "")
    if form is None or found is None or int(found[0]) != year_group:
        return form
    return f"{then:0{len(found[0])}}{form[found.end() :]}"


def _years_as_of(register: Register, after: int, until: int) -> dict[int, int]:
    """Say for which academic year somebody last set a pupil's year, by the pupil's id.

    Only pupils whose year was set in an academic year later than `after` are named.
    """
    found: dict[int, int] = {}
    for year in range(after + 1, until + 1):
        for row in register.rows(
            """
            select pupils.id, pupils.year_group, changed_rows.before
            from pupils
            join changed_rows
                on changed_rows.table_name = 'pupils'
                and changed_rows.row_id = pupils.id
                and changed_rows.change_id = (
                    select min(touching.change_id)
                    from changed_rows as touching
                    join changes on changes.id = touching.change_id
                    where touching.table_name = 'pupils'
                        and touching.row_id = pupils.id
                        and changes.made_at >= :begins
                )
            """,
            begins=date(year, 9, 1).isoformat(),
        ):
            before = row["before"] and json.loads(row["before"], strict=False)
            if not before or before["year_group"] != row["year_group"]:
                found[row["id"]] = year
    return found


def table(found: Plan) -> Table:
    """List what would happen, a row for each pupil; the keys are ids of pupils."""
    rows = [
        (
            move.surname,
            move.forename,
            move.year_group,
            move.form,
            translated(WORDS[move.what]),
            None if move.what == "leaves" else move.year_then,
            None if move.what == "leaves" else move.form_then,
        )
        for move in found.moves
    ]
    keys = [move.pupil_id for move in found.moves]
    return Table(N_("The new school year"), _COLUMNS, rows, keys)


def start(
    register: Register,
    said: Mapping[int, What] | None = None,
    step: Step = lambda _done, _of: None,
) -> Plan:
    """Start the academic year of today in one change, and give what it did.

    Who leaves was last there on 31 August; their entries, results and history stay.
    Raises UserError as `plan` does.
    """
    found = plan(register, said)
    gone = date(found.academic_year, 9, 1).isoformat()
    about = format_academic_year(found.academic_year)
    with register.change(
        N_("New school year started"), about=about, in_bulk=True
    ) as db:
        for done, move in enumerate(found.moves):
            step(done, len(found.moves))
            if move.what != "stays":
                db.update("pupils", move.pupil_id, _values(move, gone))
        now = replace(school.of(register), academic_year=found.academic_year)
        school.amend(register, now)
    return found


def _values(move: Move, gone: str) -> dict[str, Stored]:
    if move.what == "leaves":
        return {"left_on": gone}
    return {"year_group": move.year_then, "form": move.form_then}
