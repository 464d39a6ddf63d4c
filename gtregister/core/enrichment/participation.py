"""Which groups of pupils take part, beside their share of the register and the roll.

In one school such shares move a good deal by chance: they are worth looking at, and no
verdict.
"""

from dataclasses import dataclass

from gtregister.core import school
from gtregister.core.register import Register, Row
from gtregister.core.roll import field_words
from gtregister.core.roll.groups import GROUPS
from gtregister.i18n import N_, _, translated
from gtregister.table import Column, Table

# Fewer than so many on the register say nothing about places.
_FEWEST = 5
_YEAR = "year_"

_COLUMNS = (
    Column("group", N_("Group")),
    Column("roll", N_("% of roll"), "number"),
    Column("register", N_("% of register"), "number"),
    Column("places", N_("% of places"), "number"),
    Column("attended", N_("% of attendances"), "number"),
    Column("pupils", N_("Pupils with a place"), "number"),
    Column("on_register", N_("On the register"), "number"),
    Column("without", N_("Of these with nothing yet"), "number"),
    Column("remark", N_("Remark")),
)
# The pupils of each group, the year groups of the school among the groups.
_SQL = """
with had as (
    select pupil_id, count(*) as places, sum(attended) as attended
    from enrichment
    where academic_year = :year
    group by pupil_id
),
listed as (
    select pupil_id
    from entries
    where status in ('on', 'watching', 'paused')
        and from_on <= :today
        and (to_on is null or to_on > :today)
),
years as (
    select distinct year_group
    from pupils
    where year_group is not null and (left_on is null or left_on > :today)
),
members as (
    select pupil_id, left_on, grouping, is_in
    from pupil_groups
    union all
    select
        pupils.id,
        pupils.left_on,
        'year_' || years.year_group,
        pupils.year_group = years.year_group
    from pupils
    join years on pupils.year_group is not null
),
counted as (
    select
        members.pupil_id,
        grouping,
        is_in,
        left_on is null or left_on > :today as is_here,
        (left_on is null or left_on > :today)
            and members.pupil_id in (select pupil_id from listed) as is_on,
        coalesce(had.places, 0) as places,
        coalesce(had.attended, 0) as attended
    from members
    left join had on had.pupil_id = members.pupil_id
    where is_in is not null
)
select
    grouping,
    100.0 * sum(is_here and is_in) / sum(is_here) as roll,
    100.0 * sum(is_on and is_in) / sum(is_on) as register,
    100.0 * sum(places * is_in) / sum(places) as places,
    100.0 * sum(attended * is_in) / sum(attended) as attended,
    sum(places > 0 and is_in) as pupils,
    sum(is_on and is_in) as on_register,
    group_concat(iif(is_on and is_in and places = 0, pupil_id, null)) as without
from counted
group by grouping
having sum(is_here) > 0
"""


@dataclass(frozen=True, slots=True)
class Share:
    """What share a group has, in per cent of those of whom it is known.

    A share is None where nobody is. `pupils` is how many have or had a place,
    `on_register` how many are on the register, and `without` are those of them who
    have had nothing this year.
    """

    key: str
    name: str
    roll: int | None
    register: int | None
    places: int | None
    attended: int | None
    pupils: int
    on_register: int
    without: tuple[int, ...]

    @property
    def is_faint(self) -> bool:
        """Say whether there are too few of it on the register to say anything."""
        return self.on_register < _FEWEST


def groups(register: Register, academic_year: int | None = None) -> list[Share]:
    """Compare groups: their share of the roll, register, places and attendances."""
    rows = register.rows(
        _SQL,
        today=register.today.isoformat(),
        year=academic_year or school.academic_year_of(register.today),
    )
    found = {row["grouping"]: row for row in rows}
    named = {key: translated(name) for key, name in GROUPS.items()}
    years = sorted(int(key[len(_YEAR) :]) for key in found if key.startswith(_YEAR))
    named |= {f"{_YEAR}{year}": field_words.year(year) for year in years}
    return [_share(found[key], name) for key, name in named.items() if key in found]


def shares(register: Register, academic_year: int | None = None) -> Table:
    """List the groups with their shares; the keys count them from 1."""
    shown = [
        (
            *(share.name, share.roll, share.register, share.places, share.attended),
            *(share.pupils, share.on_register, len(share.without)),
            _("Too few to say") if share.is_faint else None,
        )
        for share in groups(register, academic_year)
    ]
    return Table(N_("Who takes part"), _COLUMNS, shown, range(1, len(shown) + 1))


def _share(row: Row, name: str) -> Share:
    without = (row["without"] or "").split(",")
    return Share(
        key=row["grouping"],
        name=name,
        roll=_whole(row["roll"]),
        register=_whole(row["register"]),
        places=_whole(row["places"]),
        attended=_whole(row["attended"]),
        pupils=row["pupils"],
        on_register=row["on_register"],
        without=tuple(int(pupil_id) for pupil_id in without if pupil_id),
    )


def _whole(percent: float | None) -> int | None:
    return None if percent is None else int(percent + 0.5)
