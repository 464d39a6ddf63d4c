"""What each pupil on the register took part in this year, the fewest first."""

from gtregister import options
from gtregister.core import school
from gtregister.core.enrichment import rows_shown
from gtregister.core.register import Register
from gtregister.i18n import N_
from gtregister.reports import Report
from gtregister.table import Column, Table

_COLUMNS = (
    Column("surname", N_("Surname")),
    Column("forename", N_("Forename")),
    Column("year_group", N_("Year"), "number"),
    Column("form", N_("Form")),
    Column("activities", N_("Activities"), "number"),
    Column("attended", N_("Sessions attended"), "number"),
    Column("marked", N_("Of"), "number"),
    Column("titles", N_("Which")),
    Column("last_on", N_("Last"), "date"),
    Column("pupil_premium", N_("Pupil premium"), "yes_no", sensitive=True),
    Column("upn", N_("UPN"), sensitive=True),
)


def table(register: Register, academic_year: int | None, roll: bool) -> Table:
    """Count activities and sessions, a row for each pupil on the register or roll."""
    rows = register.rows(
        """
        select
            pupils.id,
            coalesce(pupils.preferred_surname, pupils.surname) as surname,
            coalesce(pupils.preferred_forename, pupils.forename) as forename,
            pupils.year_group,
            pupils.form,
            count(enrichment.place_id) as activities,
            coalesce(sum(enrichment.attended), 0) as attended,
            coalesce(sum(enrichment.marked), 0) as marked,
            group_concat(enrichment.title, ', ') as titles,
            max(enrichment.last_on) as last_on,
            pupils.pupil_premium,
            pupils.upn
        from pupils
        left join enrichment
            on enrichment.pupil_id = pupils.id
            and enrichment.academic_year = :year
        where (pupils.left_on is null or pupils.left_on > :today)
            and (
                :roll
                or pupils.id in (
                    select pupil_id
                    from entries
                    where status in ('on', 'watching', 'paused')
                        and from_on <= :today
                        and (to_on is null or to_on > :today)
                )
            )
        group by pupils.id
        order by activities, pupils.year_group, surname, forename, pupils.id
        """,
        today=register.today.isoformat(),
        year=academic_year or school.academic_year_of(register.today),
        roll=int(roll),
    )
    return rows_shown.table(N_("Participation by pupil"), _COLUMNS, rows, "id")


REPORT = Report(
    title=N_("Participation by pupil"),
    options=(
        options.number("academic_year", N_("Academic year (2026 is 2026 to 2027)")),
        options.yes_no("roll", N_("The whole roll, not only the register")),
    ),
    table=table,
    about=N_("What each pupil took part in this year, those with the least first."),
    topic="enrichment",
)
