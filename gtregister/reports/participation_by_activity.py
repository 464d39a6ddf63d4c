"""How many pupils each activity reached, by year group and pupil premium."""

from gtregister import options
from gtregister.core import school
from gtregister.core.enrichment import activity_kinds, rows_shown
from gtregister.core.register import Register
from gtregister.i18n import N_
from gtregister.reports import Report
from gtregister.table import Column, Table, Value

_COLUMNS = (
    Column("first_on", N_("First day"), "date"),
    Column("title", N_("Activity")),
    Column("kind", N_("Kind")),
    Column("partner", N_("Partner")),
    Column("pupils", N_("Pupils"), "number"),
    Column("on_register", N_("On the register"), "number"),
    Column("years", N_("Year groups")),
    Column("places_most", N_("Places"), "number"),
    Column("waiting", N_("Waiting"), "number"),
    Column("pupil_premium", N_("Pupil premium"), "number"),
)


def table(register: Register, academic_year: int | None) -> Table:
    """Count the pupils who have or had a place, a row for each activity."""
    rows = register.rows(
        """
        select
            activity_overview.*,
            count(enrichment.place_id) as pupils,
            coalesce(
                sum(
                    enrichment.pupil_id in (
                        select pupil_id
                        from entries
                        where status in ('on', 'watching', 'paused')
                    )
                ),
                0
            ) as on_register,
            group_concat(distinct pupils.year_group) as years,
            coalesce(sum(pupils.pupil_premium = 1), 0) as pupil_premium
        from activity_overview
        left join enrichment using (activity_id)
        left join pupils on pupils.id = enrichment.pupil_id
        where activity_overview.academic_year = :year
            and activity_overview.status not in ('idea', 'cancelled')
        group by activity_overview.activity_id
        order by activity_overview.first_on, activity_overview.title
        """,
        year=academic_year or school.academic_year_of(register.today),
    )
    said = {
        "kind": rows_shown.words(activity_kinds.names(register), str),
        "years": _in_order,
    }
    title = N_("Participation by activity")
    return rows_shown.table(title, _COLUMNS, rows, "activity_id", said)


def _in_order(years: Value) -> str:
    return ", ".join(sorted(str(years).split(","), key=lambda year: year.zfill(3)))


REPORT = Report(
    title=N_("Participation by activity"),
    options=(
        options.number("academic_year", N_("Academic year (2026 is 2026 to 2027)")),
    ),
    table=table,
    about=N_("How many pupils each activity reached, and of which years."),
    topic="enrichment",
)
