"""Which sources paid for enrichment, and how much."""

from gtregister import options
from gtregister.core import school
from gtregister.core.enrichment import rows_shown
from gtregister.core.register import Register
from gtregister.i18n import N_
from gtregister.reports import Report
from gtregister.table import Column, Table

_COLUMNS = (
    Column("source", N_("Source")),
    Column("activities", N_("Activities"), "number"),
    Column("pupils", N_("Places"), "number"),
    Column("amount", N_("Amount in pounds"), "number"),
    Column("percent", N_("% of all"), "number"),
    Column("titles", N_("Which")),
)


def table(register: Register, academic_year: int | None) -> Table:
    """Sum up the amounts, a row for each source."""
    rows = register.rows(
        """
        select
            activity_funding.source,
            count(*) as activities,
            sum(
                (
                    select count(*)
                    from enrichment
                    where enrichment.activity_id = activities.id
                )
            ) as pupils,
            sum(activity_funding.amount) / 100.0 as amount,
            round(
                100.0 * sum(activity_funding.amount)
                / nullif(sum(sum(activity_funding.amount)) over (), 0),
                1
            ) as percent,
            group_concat(activities.title, ', ') as titles
        from activity_funding
        join activities on activities.id = activity_funding.activity_id
        where activities.academic_year = :year and activities.status <> 'cancelled'
        group by activity_funding.source
        order by amount desc, activity_funding.source
        """,
        year=academic_year or school.academic_year_of(register.today),
    )
    return rows_shown.table(N_("Funding by source"), _COLUMNS, rows)


REPORT = Report(
    title=N_("Funding by source"),
    options=(
        options.number("academic_year", N_("Academic year (2026 is 2026 to 2027)")),
    ),
    table=table,
    about=N_("Which sources paid for activities, how much, and for how many places."),
    topic="enrichment",
)
