"""The share of some groups of pupils on the register, beside their share of the roll.

In a group as small as one school's register such shares move a good deal by chance, and
research warns against reading them as a verdict. So the report gives the counts, marks
what is too small to be read at all, and says no more than "worth looking at".
"""

from gtregister.core.register import Register
from gtregister.i18n import N_, _, translated
from gtregister.reports import Report
from gtregister.table import Column, Table

# Fewer than so many expected on the register say nothing.
FEWEST_EXPECTED = 5
# The often used allowance of a fifth: a share below 0.8 of that on roll, or above the
# reverse of it, is worth looking at.
LEAST_INDEX = 0.8

GROUPS = {
    "pupil_premium": N_("Pupil premium"),
    "fsm": N_("Free school meals"),
    "sen": N_("SEN"),
    "eal": N_("EAL"),
    "looked_after": N_("Looked after"),
    "girls": N_("Girls"),
    "boys": N_("Boys"),
    "autumn_born": N_("Born September to December"),
    "summer_born": N_("Born May to August"),
}

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
    return Table(
        N_("Register and school compared"),
        _COLUMNS,
        [
            _compared(
                row["grouping"],
                (row["on_register"], row["register_known"]),
                (row["on_roll"], row["roll_known"]),
            )
            for row in register.rows(
                """
                with facts as (
                    select
                        id,
                        pupil_premium,
                        fsm,
                        iif(sen is null, null, sen <> 'N') as sen,
                        eal,
                        looked_after,
                        iif(sex in ('F', 'M'), sex = 'F', null) as girls,
                        iif(sex in ('F', 'M'), sex = 'M', null) as boys,
                        substr(dob, 6, 2) between '09' and '12' as autumn_born,
                        substr(dob, 6, 2) between '05' and '08' as summer_born,
                        exists (
                            select 1
                            from entries
                            where entries.pupil_id = pupils.id
                                and entries.status in ('on', 'watching', 'paused')
                                and entries.from_on <= :today
                        ) as is_on
                    from pupils
                    where left_on is null or left_on > :today
                ),
                belonging as (
                    select 1 as place, 'pupil_premium' as grouping,
                        pupil_premium as belongs, is_on
                    from facts
                    union all select 2, 'fsm', fsm, is_on from facts
                    union all select 3, 'sen', sen, is_on from facts
                    union all select 4, 'eal', eal, is_on from facts
                    union all select 5, 'looked_after', looked_after, is_on from facts
                    union all select 6, 'girls', girls, is_on from facts
                    union all select 7, 'boys', boys, is_on from facts
                    union all select 8, 'autumn_born', autumn_born, is_on from facts
                    union all select 9, 'summer_born', summer_born, is_on from facts
                )
                select
                    grouping,
                    sum(belongs and is_on) as on_register,
                    sum(is_on) as register_known,
                    sum(belongs) as on_roll,
                    count(*) as roll_known
                from belonging
                where belongs is not null
                group by place
                order by place
                """,
                today=register.today.isoformat(),
            )
        ],
    )


def _compared(
    group: str, register: tuple[int, int], roll: tuple[int, int]
) -> tuple[str | int | float | None, ...]:
    """Work out the shares; a pair counts the group, then all of whom it is known."""
    here, size = register
    there, school = roll
    expected = size * there / school
    return (
        translated(GROUPS[group]),
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
)
