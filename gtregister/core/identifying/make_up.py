"""How the register is made up, beside the school, now and if some were added.

It tells counts and shares and judges nothing: in a group as small as a register the
shares move a good deal by chance.
"""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from gtregister.core.register import Register
from gtregister.core.roll import field_words
from gtregister.i18n import N_, _, format_number, translated
from gtregister.table import Column, Table, Value

GROUPS = {
    "pupil_premium": N_("Pupil premium"),
    "sen": N_("SEN"),
    "eal": N_("EAL"),
    "girls": N_("Girls"),
    "boys": N_("Boys"),
}
_COLUMNS = (
    Column("group", N_("Group")),
    Column("now", N_("On the register"), "number"),
    Column("now_percent", N_("% of register"), "number"),
    Column("then", N_("If added"), "number"),
    Column("then_percent", N_("% of register, if added"), "number"),
    Column("school", N_("On roll"), "number"),
    Column("school_percent", N_("% of roll"), "number"),
)


@dataclass(frozen=True, slots=True)
class Member:
    """A pupil on roll: whether on the register, and in which groups.

    `known` are the groups of which it is known whether the pupil belongs.
    """

    pupil_id: int
    year_group: int | None
    is_on: bool
    groups: frozenset[str]
    known: frozenset[str]


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many."""

    n: int
    of: int

    @property
    def percent(self) -> int | None:
        """Give the share in whole per cent, if it is one of anything."""
        return round(100 * self.n / self.of) if self.of else None

    def in_words(self) -> str:
        """Write the share with its counts: 35 of 248 (14%)."""
        n, of = format_number(self.n), format_number(self.of)
        if self.percent is None:
            return _("{n} of {of}").format(n=n, of=of)
        said = _("{n} of {of} ({percent}%)")
        return said.format(n=n, of=of, percent=format_number(self.percent))


@dataclass(frozen=True, slots=True)
class Group:
    """A group's share of the register now and then, and of the school."""

    key: str
    title: str
    now: Share
    then: Share
    school: Share


def roll(register: Register) -> list[Member]:
    """Read everybody on roll."""
    return [
        Member(
            row["id"],
            row["year_group"],
            bool(row["is_on"]),
            frozenset(key for key in GROUPS if row[key]),
            frozenset(key for key in GROUPS if row[key] is not None),
        )
        for row in register.rows(
            """
            select
                id,
                year_group,
                pupil_premium,
                iif(sen is null, null, sen <> 'N') as sen,
                eal,
                iif(sex in ('F', 'M'), sex = 'F', null) as girls,
                iif(sex in ('F', 'M'), sex = 'M', null) as boys,
                exists (
                    select 1
                    from entries
                    where entries.pupil_id = pupils.id
                        and entries.status in ('on', 'watching', 'paused')
                ) as is_on
            from pupils
            where left_on is null or left_on > :today
            """,
            today=register.today.isoformat(),
        )
    ]


def whole(members: Sequence[Member], adding: Collection[int]) -> Group:
    """Compare the size of the register with the school, now and if some are added."""
    on = sum(member.is_on for member in members)
    new = sum(not m.is_on and m.pupil_id in adding for m in members)
    size = len(members)
    all_of_it = Share(size, size)
    return Group("", "", Share(on, size), Share(on + new, size), all_of_it)


def groups(members: Sequence[Member], adding: Collection[int]) -> list[Group]:
    """Compare the make-up of the register now, and if some are added, with the school.

    A share is of those of whom it is known whether they belong to the group.
    """
    counted: Counter[tuple[str, str]] = Counter()
    for member in members:
        sides = ["school"]
        if member.is_on:
            sides.append("now")
        if member.is_on or member.pupil_id in adding:
            sides.append("then")
        year = str(member.year_group)
        for side in sides:
            counted[side, "all"] += 1
            counted[side, year] += 1
            counted.update((side, group) for group in member.groups)
            counted.update((side, f"known {group}") for group in member.known)
    years = sorted({m.year_group for m in members if m.year_group is not None})
    named = [(key, translated(words), f"known {key}") for key, words in GROUPS.items()]
    named += [(str(year), field_words.year(year), "all") for year in years]
    return [
        Group(key, title, *(_share(counted, side, key, of) for side in _SIDES))
        for key, title, of in named
        if counted["school", of]
    ]


_SIDES = ("now", "then", "school")


def _share(counted: Counter[tuple[str, str]], side: str, key: str, of: str) -> Share:
    return Share(counted[side, key], counted[side, of])


def table(compared: Sequence[Group]) -> Table:
    """List groups with their counts and shares."""
    rows: list[tuple[Value, ...]] = [
        (
            group.title,
            *(value for share in _shares(group) for value in (share.n, share.percent)),
        )
        for group in compared
    ]
    return Table(N_("The register beside the school"), _COLUMNS, rows)


def _shares(group: Group) -> tuple[Share, Share, Share]:
    return group.now, group.then, group.school
