"""Subjects of the register beside the activities that serve them."""

from dataclasses import dataclass

from gtregister.core import school
from gtregister.core.register import Register
from gtregister.i18n import N_, translated
from gtregister.table import Column, Table

_COLUMNS = (
    Column("strand", N_("Strand")),
    Column("subject", N_("Subject")),
    Column("pupils", N_("Pupils on the register"), "number"),
    Column("activities", N_("Activities this year"), "number"),
    Column("places", N_("Places they had"), "number"),
)
_SQL = """
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
    coalesce(subjects.name, 'All-round') as name,
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
"""


@dataclass(frozen=True, slots=True)
class Gap:
    """A strand and one of its subjects (None: all-round), and what is there for it.

    `pupils` are on the register for it, `activities` of the year serve it, and `places`
    are those that these pupils had in any activity.
    """

    strand: str
    subject: str | None
    name: str
    pupils: int
    activities: int
    places: int


def gaps(register: Register, academic_year: int | None = None) -> list[Gap]:
    """List the subjects of the register, those with no activity first.

    An activity without a subject serves all of its strand, one without a strand all.
    """
    rows = register.rows(
        _SQL,
        today=register.today.isoformat(),
        year=academic_year or school.academic_year_of(register.today),
    )
    return [Gap(**dict(row)) for row in rows]


def table(register: Register, academic_year: int | None = None) -> Table:
    """List the gaps in the school's words; the keys count them from 1."""
    strands = school.strands(register)
    found = gaps(register, academic_year)
    shown = [
        (
            translated(strands.get(gap.strand, gap.strand)),
            translated(gap.name),
            gap.pupils,
            gap.activities,
            gap.places,
        )
        for gap in found
    ]
    title = N_("Subjects and activities")
    return Table(title, _COLUMNS, shown, range(1, len(shown) + 1))


def pupils_of(register: Register, gap: Gap) -> list[int]:
    """Give the pupils on the register for a subject, the fewest activities first."""
    rows = register.rows(
        """
        select
            pupil_id,
            shown_surname,
            shown_forename,
            (
                select count(*)
                from enrichment
                where enrichment.pupil_id = register_entries.pupil_id
                    and enrichment.academic_year = :year
            ) as activities
        from register_entries
        where strand = :strand
            and subject is :subject
            and status in ('on', 'watching', 'paused')
            and from_on <= :today
            and (to_on is null or to_on > :today)
            and (left_on is null or left_on > :today)
        group by pupil_id
        order by activities, shown_surname, shown_forename, pupil_id
        """,
        strand=gap.strand,
        subject=gap.subject,
        today=register.today.isoformat(),
        year=school.academic_year_of(register.today),
    )
    return [row["pupil_id"] for row in rows]
