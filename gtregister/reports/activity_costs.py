"""What each activity cost, for each pupil, beside what it did."""

from gtregister import options
from gtregister.core import school
from gtregister.core.enrichment import rows_shown
from gtregister.core.enrichment.evaluations import AIM_MET
from gtregister.core.register import Register
from gtregister.i18n import N_, translated
from gtregister.reports import Report
from gtregister.table import Column, Table

_COLUMNS = (
    Column("title", N_("Activity")),
    Column("cost", N_("Cost in pounds"), "number"),
    Column("charges", N_("Charges to families"), "number"),
    Column("funded", N_("Funded"), "number"),
    Column("pupils", N_("Pupils"), "number"),
    Column("each", N_("Cost for each pupil"), "number"),
    Column("attended", N_("Attendances"), "number"),
    Column("met", N_("Outcome as hoped or more"), "number"),
    Column("outcomes", N_("Outcomes noted"), "number"),
    Column("aim_met", N_("Aim met")),
)
_SQL = """
select
    activities.id,
    activities.title,
    activities.cost / 100.0 as cost,
    activities.charge * (
        select count(*)
        from places
        where activity_id = activities.id and payment in ('due', 'paid')
    ) / 100.0 as charges,
    (
        select sum(amount) / 100.0
        from activity_funding
        where activity_id = activities.id
    ) as funded,
    count(enrichment.place_id) as pupils,
    round(activities.cost / 100.0 / nullif(count(enrichment.place_id), 0), 2)
        as each,
    coalesce(sum(enrichment.attended), 0) as attended,
    sum(enrichment.outcome in ('met', 'exceeded')) as met,
    count(enrichment.outcome) as outcomes,
    (
        select aim_met
        from evaluations
        where activity_id = activities.id
        order by judged_on desc, id desc
        limit 1
    ) as aim_met
from activities
left join enrichment on enrichment.activity_id = activities.id
where activities.academic_year = :year
    and activities.status not in ('idea', 'cancelled')
group by activities.id
order by cost desc, activities.title
"""


def table(register: Register, academic_year: int | None) -> Table:
    """Sum up costs; charges are those that are paid or due, waived ones not."""
    rows = register.rows(
        _SQL,
        year=academic_year or school.academic_year_of(register.today),
    )
    said = {"aim_met": rows_shown.words(AIM_MET, translated)}
    return rows_shown.table(N_("Cost of activities"), _COLUMNS, rows, "id", said)


REPORT = Report(
    title=N_("Cost of activities beside what they did"),
    options=(
        options.number("academic_year", N_("Academic year (2026 is 2026 to 2027)")),
    ),
    table=table,
    about=N_(
        "What each activity cost, in all and for each pupil, and what came of it."
    ),
    topic="enrichment",
)
