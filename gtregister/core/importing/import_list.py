"""The pupils whom one import was about, as a list to print."""

from gtregister.core.register import Register, Row
from gtregister.i18n import N_, _
from gtregister.table import Column, Table

_COLUMNS = (
    Column("surname", N_("Surname")),
    Column("forename", N_("Forename")),
    Column("year_group", N_("Year"), "number"),
    Column("form", N_("Form")),
    Column("what", N_("What the import did")),
    Column("results", N_("Results stored"), "number"),
)


def table(register: Register, change_id: int) -> Table:
    """List the pupils whom an import added, changed, or gave results or places.

    The keys are pupils.
    """
    rows = register.rows(
        """
        with touched as (
            select row_id as pupil_id, before is null as is_new, 0 as is_result
            from changed_rows
            where change_id = :change and table_name = 'pupils'
            union all
            select results.pupil_id, 0, 1
            from changed_rows
            join results on results.id = changed_rows.row_id
            where changed_rows.change_id = :change
                and changed_rows.table_name = 'results'
            union all
            select places.pupil_id, 0, null
            from changed_rows
            join places on places.id = changed_rows.row_id
            where changed_rows.change_id = :change
                and changed_rows.table_name = 'places'
        )
        select
            pupils.id,
            pupils.surname,
            pupils.forename,
            pupils.year_group,
            pupils.form,
            max(touched.is_new) as is_new,
            sum(touched.is_result) as results,
            sum(touched.is_result = 0) > 0 as is_changed
        from touched
        join pupils on pupils.id = touched.pupil_id
        group by pupils.id
        order by pupils.year_group, pupils.surname, pupils.forename, pupils.id
        """,
        change=change_id,
    )
    shown = [
        (*(row[c.key] for c in _COLUMNS[:4]), _what(row), row["results"] or None)
        for row in rows
    ]
    return Table(N_("Pupils of the import"), _COLUMNS, shown, [r["id"] for r in rows])


def _what(row: Row) -> str:
    if row["is_new"]:
        return _("New pupil")
    if row["is_changed"]:
        return _("Details changed")
    return _("Results only") if row["results"] else _("Activities only")
