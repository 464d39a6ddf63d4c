"""How many pupils of each year group are on the register for each subject."""

from collections import defaultdict

from gtregister.core import words
from gtregister.core.register import Register
from gtregister.i18n import N_, _, translated
from gtregister.reports import Report
from gtregister.table import Column, Table

ALL_ROUND = "all_round"


def table(register: Register) -> Table:
    """Count the register by year and subject: a row a year, a column a subject.

    Every year of the school and every subject has its place, with None where nobody is
    on the register. A pupil counts once for each subject; `all_round` are those whose
    entry names none. The keys are year groups.
    """
    subjects = register.rows("select key, name from subjects order by strand, id")
    counts: dict[int, dict[str, int]] = defaultdict(dict)
    for row in register.rows(
        """
        select
            pupils.year_group,
            coalesce(entries.subject, :all_round) as subject,
            count(distinct entries.pupil_id) as pupils
        from entries
        join pupils on pupils.id = entries.pupil_id
        where entries.status in ('on', 'watching', 'paused')
            and entries.from_on <= :today
            and (pupils.left_on is null or pupils.left_on > :today)
            and pupils.year_group is not null
        group by 1, 2
        """,
        all_round=ALL_ROUND,
        today=register.today.isoformat(),
    ):
        counts[row["year_group"]][row["subject"]] = row["pupils"]
    years = sorted(counts.keys() | _years(register))
    columns = (
        Column("year_group", N_("Year"), "number"),
        Column(ALL_ROUND, N_("All-round"), "number"),
        *(Column(s["key"], translated(s["name"]), "number") for s in subjects),
    )
    keys = [column.key for column in columns[1:]]
    rows = [(year, *(counts[year].get(key) for key in keys)) for year in years]
    title = _("{register} by year and subject")
    called = words.of(register).register
    return Table(title.format(register=called), columns, rows, years)


def _years(register: Register) -> set[int]:
    school = register.row("select lowest_year, highest_year from school")
    if school is None:
        return set()
    return {*range(school["lowest_year"], school["highest_year"] + 1)}


REPORT = Report(
    title=N_("Register by year and subject"),
    options=(),
    table=table,
    about=N_("How many pupils of each year are on the register, subject by subject."),
    topic="register",
)
