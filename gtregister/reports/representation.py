"""The share of some groups of pupils on the register, beside their share of the roll.

In a group as small as one school's register such shares move a good deal by chance, and
research warns against reading them as a verdict. So the report gives the counts, marks
what is too small to be read at all, and says no more than "worth looking at".
"""

from gtregister.core import words
from gtregister.core.register import Register
from gtregister.core.roll.groups import GROUPS
from gtregister.i18n import N_, _, translated
from gtregister.reports import Report
from gtregister.table import Column, Table

# Fewer than so many expected on the register say nothing.
FEWEST_EXPECTED = 5
# The often used allowance of a fifth: a share below 0.8 of that on roll, or above the
# reverse of it, is worth looking at.
LEAST_INDEX = 0.8

_COLUMNS = (
    Column("group", N_("Group")),
    Column("on_register", N_("On the register"), "number"),
    Column("register_percent", N_("% of register"), "number"),
    Column("on_roll", N_("On roll"), "number"),
    Column("roll_percent", N_("% of roll"), "number"),
    Column("expected", N_("Same share would be"), "number"),
    Column("remark", N_("Remark")),
)


def table(register: Register) -> Table:
    """Compare the register with the roll, a row for each group.

    A percentage is of the pupils of whom it is known whether they belong to the group.
    """
    rows = register.rows(
        """
        with known as (
            select
                grouping,
                is_in,
                exists (
                    select 1
                    from entries
                    where entries.pupil_id = pupil_groups.pupil_id
                        and entries.status in ('on', 'watching', 'paused')
                        and entries.from_on <= :today
                ) as is_on
            from pupil_groups
            where is_in is not null and (left_on is null or left_on > :today)
        )
        select
            grouping,
            sum(is_in and is_on) as on_register,
            sum(is_on) as register_known,
            sum(is_in) as on_roll,
            count(*) as roll_known
        from known
        group by grouping
        """,
        today=register.today.isoformat(),
    )
    found = {row["grouping"]: row for row in rows}
    shown = [
        _compared(
            translated(title),
            (found[key]["on_register"], found[key]["register_known"]),
            (found[key]["on_roll"], found[key]["roll_known"]),
        )
        for key, title in GROUPS.items()
        if key in found
    ]
    title = _("{register} and school compared")
    called = words.of(register).register
    return Table(title.format(register=called), _COLUMNS, shown)


def _compared(
    group: str, register: tuple[int, int], roll: tuple[int, int]
) -> tuple[str | int | float | None, ...]:
    """Work out the shares; a pair counts the group, then all of whom it is known."""
    here, size = register
    there, school = roll
    expected = size * there / school
    return (
        group,
        here,
        round(100 * here / size, 1) if size else None,
        there,
        round(100 * there / school, 1),
        round(expected, 1),
        _remark(here, expected),
    )


def _remark(here: int, expected: float) -> str | None:
    if expected < FEWEST_EXPECTED:
        return _("Too few to say")
    if LEAST_INDEX <= here / expected <= 1 / LEAST_INDEX:
        return None
    return _("Worth looking at")


REPORT = Report(
    title=N_("Register and school compared"),
    options=(),
    table=table,
    about=N_(
        "Whether groups of pupils have the same share of the register as of the school."
    ),
    topic="register",
)
