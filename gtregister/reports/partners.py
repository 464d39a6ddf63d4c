"""Partners and what they gave: activities, sessions, pupils reached."""

from gtregister import options
from gtregister.core.enrichment import partners, rows_shown
from gtregister.core.register import Register
from gtregister.i18n import N_, translated
from gtregister.reports import Report
from gtregister.table import Column, Table

_COLUMNS = (
    Column("name", N_("Partner")),
    Column("kind", N_("Kind")),
    Column("activities", N_("Activities"), "number"),
    Column("sessions", N_("Sessions"), "number"),
    Column("pupils", N_("Pupils reached"), "number"),
    Column("attended", N_("Attendances"), "number"),
    Column("cost", N_("Cost in pounds"), "number"),
    Column("titles", N_("Which")),
    Column("contact", N_("Contact")),
)


def table(register: Register, academic_year: int | None) -> Table:
    """Sum up what each partner gave, of one academic year or of all."""
    rows = register.rows(
        """
        select
            partners.*,
            count(activity_overview.activity_id) as activities,
            sum(activity_overview.sessions) as sessions,
            sum(activity_overview.cost) / 100.0 as cost,
            group_concat(activity_overview.title, ', ') as titles,
            (
                select count(distinct enrichment.pupil_id)
                from enrichment
                join activities on activities.id = enrichment.activity_id
                where activities.partner_id = partners.id
                    and (:year is null or enrichment.academic_year = :year)
            ) as pupils,
            (
                select sum(enrichment.attended)
                from enrichment
                join activities on activities.id = enrichment.activity_id
                where activities.partner_id = partners.id
                    and (:year is null or enrichment.academic_year = :year)
            ) as attended
        from partners
        left join activity_overview
            on activity_overview.partner_id = partners.id
            and activity_overview.status not in ('idea', 'cancelled')
            and (:year is null or activity_overview.academic_year = :year)
        group by partners.id
        order by activities desc, partners.name
        """,
        year=academic_year,
    )
    title = N_("Partners and what they gave")
    said = {"kind": rows_shown.words(partners.KINDS, translated)}
    return rows_shown.table(title, _COLUMNS, rows, "id", said)


REPORT = Report(
    title=N_("Partners and what they gave"),
    options=(
        options.number("academic_year", N_("Academic year (2026 is 2026 to 2027)")),
    ),
    table=table,
    about=N_("What schools, universities and others did for pupils here."),
    topic="enrichment",
)
