"""Every stored result, with the file, sheet, row and column that it came from."""

from gtregister import options
from gtregister.core.register import Register
from gtregister.i18n import N_
from gtregister.reports import Report
from gtregister.table import Column, Table

_COLUMNS = (
    Column("upn", N_("UPN"), sensitive=True),
    Column("surname", N_("Surname")),
    Column("forename", N_("Forename")),
    Column("year_group", N_("Year"), "number"),
    Column("assessment", N_("Assessment")),
    Column("academic_year", N_("Academic year"), "number"),
    Column("subject", N_("Subject")),
    Column("measure", N_("Measure")),
    Column("value", N_("Value")),
    Column("number", N_("Number"), "number"),
    Column("taken_on", N_("Taken on")),
    Column("file_name", N_("File")),
    Column("sheet", N_("Sheet")),
    Column("row", N_("Row"), "number"),
    Column("column", N_("Column")),
)


def table(register: Register, year: int | None) -> Table:
    """List the stored results of every pupil, leavers too, or of one year group."""
    rows = register.rows(
        """
        select *
        from result_sources
        where :year is null or year_group = :year
        order by year_group, surname, forename, pupil_id, result_id
        """,
        year=year,
    )
    shown = [tuple(row[column.key] for column in _COLUMNS) for row in rows]
    return Table(N_("Results"), _COLUMNS, shown, [row["result_id"] for row in rows])


REPORT = Report(
    title=N_("Every stored result"),
    options=(options.number("year", N_("Year group")),),
    table=table,
    about=N_(
        "Every result that is stored, with the file, row and column that it came from."
    ),
    topic="identification",
)
