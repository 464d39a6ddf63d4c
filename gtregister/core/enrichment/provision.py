"""The radar: who has had nothing, what is missing, who is invited every time."""

from dataclasses import dataclass
from datetime import date

from gtregister.core import calendar, school
from gtregister.core.register import Register
from gtregister.i18n import N_, translated
from gtregister.table import Column, Table

_WITHOUT = (
    Column("surname", N_("Surname")),
    Column("forename", N_("Forename")),
    Column("year_group", N_("Year"), "number"),
    Column("form", N_("Form")),
    Column("subjects", N_("On the register for")),
    Column("last_on", N_("Last activity"), "date"),
    Column("pupil_premium", N_("Pupil premium"), "yes_no", sensitive=True),
    Column("upn", N_("UPN"), sensitive=True),
)
_GAPS = (
    Column("strand", N_("Strand")),
    Column("subject", N_("Subject")),
    Column("pupils", N_("Pupils on the register"), "number"),
    Column("activities", N_("Activities this year"), "number"),
    Column("places", N_("Places they had"), "number"),
)
_OFTEN = (
    Column("surname", N_("Surname")),
    Column("forename", N_("Forename")),
    Column("year_group", N_("Year"), "number"),
    Column("form", N_("Form")),
    Column("activities", N_("Activities this year"), "number"),
    Column("percent", N_("% of all activities"), "number"),
    Column("last_on", N_("Last activity"), "date"),
)


@dataclass(frozen=True, slots=True)
class Radar:
    """The counts at a glance: pupils on the register, and subjects."""

    without_this_term: int
    without_this_year: int
    subjects_without: int


def at_a_glance(register: Register) -> Radar:
    """Count what the lists of this module list."""
    gaps = table_of_gaps(register)
    at = gaps.position("activities")
    return Radar(
        len(without(register, "term").rows),
        len(without(register, "year").rows),
        sum(row[at] == 0 for row in gaps.rows),
    )


def without(register: Register, period: str = "term") -> Table:
    """List pupils on the register with no place this *term* or *year*; keys: pupils.

    A place counts if its activity has a session in that time, or no session at all and
    is of this academic year.
    """
    first, last = _period(register, period)
    rows = register.rows(
        """
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
        """,
        today=register.today.isoformat(),
        first=first.isoformat(),
        last=last.isoformat(),
        year=school.academic_year_of(register.today),
    )
    shown = [
        (
            row["surname"],
            row["forename"],
            row["year_group"],
            row["form"],
            ", ".join(sorted(map(translated, row["subjects"].split(",")))),
            date.fromisoformat(row["last_on"]) if row["last_on"] else None,
            row["pupil_premium"],
            row["upn"],
        )
        for row in rows
    ]
    title = N_("Nothing this term") if period == "term" else N_("Nothing this year")
    return Table(title, _WITHOUT, shown, [row["id"] for row in rows])


def table_of_gaps(register: Register, academic_year: int | None = None) -> Table:
    """List the subjects of the register, those with no activity first.

    An activity without a subject serves all of its strand, one without a strand all.
    """
    rows = register.rows(
        """
        with wanted as (
            select strand, subject, count(distinct pupil_id) as pupils
            from register_entries
            where status in ('on', 'watching', 'paused')
                and from_on <= :today
                and (to_on is null or to_on > :today)
                and (left_on is null or left_on > :today)
            group by strand, subject
        )
        select
            wanted.strand,
            wanted.subject,
            subjects.name,
            wanted.pupils,
            count(distinct activities.id) as activities,
            (
                select count(*)
                from enrichment
                join entries on entries.pupil_id = enrichment.pupil_id
                where enrichment.academic_year = :year
                    and entries.strand = wanted.strand
                    and entries.subject is wanted.subject
                    and entries.status in ('on', 'watching', 'paused')
            ) as places
        from wanted
        left join subjects on subjects.key = wanted.subject
        left join activities
            on activities.academic_year = :year
            and activities.status not in ('idea', 'cancelled')
            and coalesce(activities.strand, wanted.strand) = wanted.strand
            and (
                wanted.subject is null
                or not exists (
                    select 1
                    from activity_subjects
                    where activity_id = activities.id
                )
                or exists (
                    select 1
                    from activity_subjects
                    where activity_id = activities.id and subject = wanted.subject
                )
            )
        group by wanted.strand, wanted.subject
        order by activities > 0, wanted.pupils desc, wanted.strand, wanted.subject
        """,
        today=register.today.isoformat(),
        year=academic_year or school.academic_year_of(register.today),
    )
    strands = {"gifted": N_("Gifted"), "talented": N_("Talented")}
    shown = [
        (
            translated(strands.get(row["strand"], row["strand"])),
            translated(row["name"] or N_("All-round")),
            row["pupils"],
            row["activities"],
            row["places"],
        )
        for row in rows
    ]
    return Table(N_("Subjects and activities"), _GAPS, shown)


def often(register: Register, academic_year: int | None = None) -> Table:
    """List pupils with several activities of a year, the most first; keys: pupils."""
    rows = register.rows(
        """
        select
            pupils.id,
            coalesce(pupils.preferred_surname, pupils.surname) as surname,
            coalesce(pupils.preferred_forename, pupils.forename) as forename,
            pupils.year_group,
            pupils.form,
            count(*) as activities,
            round(
                100.0 * count(*) / (
                    select count(*)
                    from activities
                    where academic_year = :year
                        and status not in ('idea', 'cancelled')
                )
            ) as percent,
            max(enrichment.last_on) as last_on
        from enrichment
        join pupils on pupils.id = enrichment.pupil_id
        where enrichment.academic_year = :year
            and (pupils.left_on is null or pupils.left_on > :today)
        group by pupils.id
        having count(*) > 1
        order by activities desc, surname, forename, pupils.id
        """,
        today=register.today.isoformat(),
        year=academic_year or school.academic_year_of(register.today),
    )
    shown = [
        (
            row["surname"],
            row["forename"],
            row["year_group"],
            row["form"],
            row["activities"],
            int(row["percent"]),
            date.fromisoformat(row["last_on"]) if row["last_on"] else None,
        )
        for row in rows
    ]
    return Table(N_("Invited most often"), _OFTEN, shown, [row["id"] for row in rows])


def _period(register: Register, period: str) -> tuple[date, date]:
    year = school.academic_year_of(register.today)
    term = calendar.term_of(register, register.today)
    if period == "term" and term is not None:
        return term.first_on, term.last_on
    return date(year, 9, 1), date(year + 1, 8, 31)
