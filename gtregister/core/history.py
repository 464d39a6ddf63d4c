"""Who changed what, when and why."""

from collections.abc import Mapping
from datetime import UTC, date, datetime

from gtregister.core.register import Register, Row
from gtregister.i18n import N_, translated
from gtregister.table import Column, Table

_COLUMNS = (
    Column("change", N_("Change"), "number"),
    Column("made_on", N_("Day"), "date"),
    Column("made_at", N_("Time")),
    Column("made_by", N_("By")),
    Column("what", N_("What")),
    Column("about", N_("Which")),
    Column("reason", N_("Reason")),
    Column("rows", N_("Rows touched"), "number"),
    Column("undone_by", N_("Undone by change"), "number"),
)


def table(register: Register, pupil_id: int | None = None) -> Table:
    """List every change, newest first, or only those that touched one pupil.

    A row is one change. Exports and prints are changes that touch no rows.
    """
    rows = register.rows(
        """
        select *
        from changes
        where :pupil_id is null
            or changes.id in (
                select changed_rows.change_id
                from pupil_rows
                join changed_rows using (table_name, row_id)
                where pupil_rows.pupil_id = :pupil_id
                union
                select change_id
                from changed_rows
                where table_name not in ('pupils', 'changes')
                    and instr(before, '"pupil_id":' || :pupil_id || ',')
            )
        order by changes.id desc
        """,
        pupil_id=pupil_id,
    )
    by = undone(register)
    return Table(N_("History"), _COLUMNS, [_shown(row, by) for row in rows])


def undone(register: Register) -> dict[int, int]:
    """Say which changes are undone, and by which; an undone undo counts for none."""
    found: dict[int, int] = {}
    for row in register.rows(
        "select id, undoes from changes where undoes is not null order by id desc"
    ):
        if row["id"] not in found:
            found[row["undoes"]] = row["id"]
    return found


def _shown(
    row: Row, undone_by: Mapping[int, int]
) -> tuple[str | int | date | None, ...]:
    made = datetime.fromisoformat(row["made_at"]).replace(tzinfo=UTC).astimezone()
    return (
        row["id"],
        made.date(),
        f"{made:%H:%M}",
        row["made_by"],
        translated(row["what"]),
        row["about"] or None,
        row["reason"] or None,
        row["row_count"],
        undone_by.get(row["id"]),
    )
