"""How many came to each activity: marks counted, a row for each activity."""

from gtregister import options
from gtregister.core import school
from gtregister.core.enrichment import rows_shown
from gtregister.core.register import Register
from gtregister.i18n import N_
from gtregister.reports import Report
from gtregister.table import Column, Table

_COLUMNS = (
    Column("title", N_("Activity")),
    Column("sessions", N_("Sessions marked"), "number"),
    Column("present", N_("Present"), "number"),
    Column("late", N_("Late"), "number"),
    Column("absent", N_("Absent"), "number"),
    Column("excused", N_("Excused"), "number"),
    Column("withdrawn", N_("Withdrawn"), "number"),
    Column("percent", N_("% attended"), "number"),
)


def table(register: Register, academic_year: int | None) -> Table:
    """Count the marks; the share is of all marks but *withdrawn*."""
    rows = register.rows(
        """
        select
            activities.id,
            activities.title,
            count(distinct sessions.id) as sessions,
            sum(mark = 'present') as present,
            sum(mark = 'late') as late,
            sum(mark = 'absent') as absent,
            sum(mark = 'excused') as excused,
            sum(mark = 'withdrawn') as withdrawn,
            round(
                100.0 * sum(mark in ('present', 'late')) / sum(mark <> 'withdrawn'), 1
            ) as percent
        from activities
        join sessions on sessions.activity_id = activities.id
        join attendance on attendance.session_id = sessions.id
        where activities.academic_year = :year
        group by activities.id
        order by percent, activities.title
        """,
        year=academic_year or school.academic_year_of(register.today),
    )
    return rows_shown.table(N_("Attendance by activity"), _COLUMNS, rows, "id")


REPORT = Report(
    title=N_("Attendance by activity"),
    options=(
        options.number("academic_year", N_("Academic year (2026 is 2026 to 2027)")),
    ),
    table=table,
    about=N_("How many came, were late or stayed away, the least attended first."),
    topic="enrichment",
)
