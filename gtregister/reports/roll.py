"""The whole roll: everybody the register knows, leavers too."""

from datetime import date

from gtregister.core.register import Register
from gtregister.i18n import N_, translated
from gtregister.reports import Report
from gtregister.table import Column, Table, Value

_COLUMNS = (
    Column("surname", N_("Surname")),
    Column("forename", N_("Forename")),
    Column("year_group", N_("Year"), "number"),
    Column("form", N_("Form")),
    Column("areas", N_("On the register for")),
    Column("legal_name", N_("Legal name")),
    Column("admission_number", N_("Admission number")),
    Column("left_on", N_("Left the school"), "date"),
    Column("upn", N_("UPN"), sensitive=True),
    Column("former_upn", N_("Former UPN"), sensitive=True),
    Column("dob", N_("Date of birth"), "date", sensitive=True),
    Column("pupil_premium", N_("Pupil premium"), "yes_no", sensitive=True),
    Column("sen", N_("SEN"), sensitive=True),
    Column("eal", N_("EAL"), "yes_no", sensitive=True),
)


def table(register: Register) -> Table:
    """List the whole roll, leavers last; a row is a pupil and the keys are their ids.

    Names are those that pupils go by; a legal name stands beside where it is another.
    """
    rows = register.rows(
        """
        select
            id,
            coalesce(preferred_surname, surname) as shown_surname,
            coalesce(preferred_forename, forename) as shown_forename,
            year_group,
            form,
            (
                select group_concat(coalesce(subjects.name, 'All-round'), '; ')
                from entries
                left join subjects on subjects.key = entries.subject
                where entries.pupil_id = pupils.id
                    and entries.status in ('on', 'watching', 'paused')
            ) as areas,
            nullif(
                forename || ' ' || surname,
                coalesce(preferred_forename, forename)
                    || ' ' || coalesce(preferred_surname, surname)
            ) as legal_name,
            admission_number,
            left_on,
            upn,
            former_upn,
            dob,
            pupil_premium,
            sen,
            eal
        from pupils
        order by
            coalesce(left_on <= :today, 0),
            year_group,
            shown_surname,
            shown_forename,
            id
        """,
        today=register.today.isoformat(),
    )
    places = {column.key: place for place, column in enumerate(_COLUMNS)}
    areas, days = places["areas"], (places["left_on"], places["dob"])
    shown: list[list[Value]] = []
    for _id, *row in rows:
        if row[areas]:
            row[areas] = "; ".join(map(translated, row[areas].split("; ")))
        for place in days:
            if row[place]:
                row[place] = date.fromisoformat(row[place])
        shown.append(row)
    return Table(N_("The whole roll"), _COLUMNS, shown, [row["id"] for row in rows])


REPORT = Report(
    title=N_("The whole roll"),
    options=(),
    table=table,
    about=N_("Every pupil that the register knows, and what they are on it for."),
    topic="school",
)
