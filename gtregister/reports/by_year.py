"""How many pupils of each year group are on the register, beside the roll."""

from gtregister.core import words
from gtregister.core.register import Register
from gtregister.i18n import N_, _
from gtregister.reports import Report
from gtregister.table import Column, Table

_COLUMNS = (
    Column("year_group", N_("Year"), "number"),
    Column("roll", N_("Pupils on roll"), "number"),
    Column("on_register", N_("On the register"), "number"),
    Column("percent", N_("Per cent"), "number"),
)


def table(register: Register) -> Table:
    """Count the roll and the register, a row for each year group."""
    rows = register.rows(
        """
        select
            pupils.year_group,
            count(distinct pupils.id) as roll,
            count(distinct entries.pupil_id) as on_register,
            round(
                100.0 * count(distinct entries.pupil_id) / count(distinct pupils.id), 1
            ) as percent,
            count(distinct iif(strand = 'gifted', entries.pupil_id, null)) as gifted,
            count(distinct iif(strand = 'talented', entries.pupil_id, null)) as talented
        from pupils
        left join entries
            on entries.pupil_id = pupils.id
            and entries.status in ('on', 'watching', 'paused')
            and entries.from_on <= :today
        where pupils.left_on is null or pupils.left_on > :today
        group by pupils.year_group
        order by pupils.year_group
        """,
        today=register.today.isoformat(),
    )
    called = words.of(register)
    strands = (Column(key, called.strand(key), "number") for key in called.strands)
    title = _("{register} by year group").format(register=called.register)
    return Table(title, (*_COLUMNS, *strands), [tuple(row) for row in rows])


REPORT = Report(
    title=N_("Register by year group"),
    options=(),
    table=table,
    about=N_(
        "How many pupils of each year are on the register, and which share of the roll."
    ),
    topic="register",
)
