"""Which groups of pupils take part, beside their share of the register and the roll.

In one school such shares move a good deal by chance: they are worth looking at, and no
verdict.
"""

from gtregister.core import school
from gtregister.core.register import Register
from gtregister.core.roll.groups import GROUPS
from gtregister.i18n import N_, translated
from gtregister.table import Column, Table

_SHARES = (
    Column("group", N_("Group")),
    Column("roll", N_("% of roll"), "number"),
    Column("register", N_("% of register"), "number"),
    Column("places", N_("% of places"), "number"),
    Column("attended", N_("% of attendances"), "number"),
    Column("pupils", N_("Pupils with a place"), "number"),
)


def shares(register: Register, academic_year: int | None = None) -> Table:
    """Compare groups: their share of the roll, the register, the places, attendances.

    A share is of those of whom it is known whether they belong; None where nobody is.
    """
    rows = register.rows(
        """
        with had as (
            select pupil_id, count(*) as places, sum(attended) as attended
            from enrichment
            where academic_year = :year
            group by pupil_id
        ),
        members as (
            select
                pupil_groups.grouping,
                pupil_groups.is_in,
                left_on is null or left_on > :today as is_here,
                pupil_groups.pupil_id in (
                    select pupil_id
                    from entries
                    where status in ('on', 'watching', 'paused')
                        and from_on <= :today
                        and (to_on is null or to_on > :today)
                ) as is_on,
                coalesce(had.places, 0) as places,
                coalesce(had.attended, 0) as attended
            from pupil_groups
            left join had on had.pupil_id = pupil_groups.pupil_id
            where is_in is not null
        )
        select
            grouping,
            round(100.0 * sum(is_here and is_in) / sum(is_here)) as roll,
            round(100.0 * sum(is_here and is_on and is_in) / sum(is_here and is_on))
                as register,
            round(100.0 * sum(places * is_in) / sum(places)) as places,
            round(100.0 * sum(attended * is_in) / sum(attended)) as attended,
            sum(places > 0 and is_in) as pupils
        from members
        group by grouping
        having sum(is_here) > 0
        """,
        today=register.today.isoformat(),
        year=academic_year or school.academic_year_of(register.today),
    )
    found = {row["grouping"]: row for row in rows}
    shown = [
        (
            translated(title),
            *(
                None if found[key][column.key] is None else int(found[key][column.key])
                for column in _SHARES[1:]
            ),
        )
        for key, title in GROUPS.items()
        if key in found
    ]
    return Table(N_("Who takes part"), _SHARES, shown)
