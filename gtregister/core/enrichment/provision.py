"""The radar: who has had nothing, what is missing, who is invited every time."""

from dataclasses import dataclass
from datetime import date

from gtregister.core import calendar, school
from gtregister.core.enrichment import provision_gaps, rows_shown
from gtregister.core.register import Register
from gtregister.i18n import N_, translated
from gtregister.table import Column, Table, Value

_PUPIL = (
    Column("surname", N_("Surname")),
    Column("forename", N_("Forename")),
    Column("year_group", N_("Year"), "number"),
    Column("form", N_("Form")),
)
_WITHOUT = (
    *_PUPIL,
    Column("subjects", N_("On the register for")),
    Column("last_on", N_("Last activity"), "date"),
    Column("pupil_premium", N_("Pupil premium"), "yes_no", sensitive=True),
    Column("upn", N_("UPN"), sensitive=True),
)
_OFTEN = (
    *_PUPIL,
    Column("activities", N_("Activities this year"), "number"),
    Column("percent", N_("% of all activities"), "number"),
    Column("last_on", N_("Last activity"), "date"),
)
_SQL_WITHOUT = """
select
    pupils.id,
    coalesce(pupils.preferred_surname, pupils.surname) as surname,
    coalesce(pupils.preferred_forename, pupils.forename) as forename,
    pupils.year_group,
    pupils.form,
    group_concat(distinct coalesce(subjects.name, 'All-round')) as subjects,
    (select max(last_on) from enrichment where pupil_id = pupils.id) as last_on,
    pupils.pupil_premium,
    pupils.upn
from entries
join pupils on pupils.id = entries.pupil_id
left join subjects on subjects.key = entries.subject
where entries.status in ('on', 'watching', 'paused')
    and entries.from_on <= :today
    and (entries.to_on is null or entries.to_on > :today)
    and (pupils.left_on is null or pupils.left_on > :today)
    and pupils.id not in (
        select enrichment.pupil_id
        from enrichment
        left join sessions
            on sessions.activity_id = enrichment.activity_id
            and sessions.status = 'planned'
        where sessions.held_on between :first and :last
            or (sessions.id is null and enrichment.academic_year = :year)
    )
group by pupils.id
order by pupils.year_group, surname, forename, pupils.id
"""
_SQL_OFTEN = """
select
    pupils.id,
    coalesce(pupils.preferred_surname, pupils.surname) as surname,
    coalesce(pupils.preferred_forename, pupils.forename) as forename,
    pupils.year_group,
    pupils.form,
    count(*) as activities,
    cast(
        round(
            100.0 * count(*) / (
                select count(*)
                from activities
                where academic_year = :year
                    and status not in ('idea', 'cancelled')
            )
        ) as integer
    ) as percent,
    max(enrichment.last_on) as last_on
from enrichment
join pupils on pupils.id = enrichment.pupil_id
where enrichment.academic_year = :year
    and (pupils.left_on is null or pupils.left_on > :today)
group by pupils.id
having count(*) > 1
order by activities desc, surname, forename, pupils.id
"""


@dataclass(frozen=True, slots=True)
class Radar:
    """The counts at a glance: pupils on the register, and subjects."""

    without_this_term: int
    without_this_year: int
    subjects_without: int


def at_a_glance(register: Register) -> Radar:
    """Count who has had nothing, and the subjects that have no activity."""
    return Radar(
        len(without(register, "term").rows),
        len(without(register, "year").rows),
        sum(gap.activities == 0 for gap in provision_gaps.gaps(register)),
    )


def without(register: Register, period: str = "term") -> Table:
    """List pupils on the register with no place this *term* or *year*; keys: pupils.

    A place counts if its activity has a session in that time, or no session at all and
    is of this academic year.
    """
    first, last = _period(register, period)
    rows = register.rows(
        _SQL_WITHOUT,
        today=register.today.isoformat(),
        first=first.isoformat(),
        last=last.isoformat(),
        year=school.academic_year_of(register.today),
    )
    title = N_("Nothing this term") if period == "term" else N_("Nothing this year")
    return rows_shown.table(title, _WITHOUT, rows, "id", {"subjects": _named})


def often(register: Register, academic_year: int | None = None) -> Table:
    """List pupils with several activities of a year, the most first; keys: pupils."""
    rows = register.rows(
        _SQL_OFTEN,
        today=register.today.isoformat(),
        year=academic_year or school.academic_year_of(register.today),
    )
    return rows_shown.table(N_("Invited most often"), _OFTEN, rows, "id")


def _named(subjects: Value) -> str:
    return ", ".join(sorted(map(translated, str(subjects).split(","))))


def _period(register: Register, period: str) -> tuple[date, date]:
    year = school.academic_year_of(register.today)
    term = calendar.term_of(register, register.today)
    if period == "term" and term is not None:
        return term.first_on, term.last_on
    return date(year, 9, 1), date(year + 1, 8, 31)
