"""Who changed what about one pupil: from what to what, by whom and when."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from gtregister.core import words
from gtregister.core.identifying import entries
from gtregister.core.register import Register, Row, Stored
from gtregister.core.roll import field_words
from gtregister.core.words import Words
from gtregister.i18n import N_, _, format_date, translated
from gtregister.table import Column, Table, Value

Values = Mapping[str, Stored]

_COLUMNS = (
    Column("made_on", N_("Day"), "date"),
    Column("made_at", N_("Time")),
    Column("made_by", N_("By")),
    Column("detail", N_("What")),
    Column("before", N_("Before")),
    Column("after", N_("After")),
    Column("what", N_("Change")),
    Column("change", N_("Number of the change"), "number"),
)
_ENTRY = {
    "strand": N_("Strand"),
    "subject": N_("Subject"),
    "status": N_("Status"),
    "from_on": N_("On the register since"),
    "to_on": N_("On the register until"),
    "review_due": N_("Review due"),
}


@dataclass(frozen=True, slots=True)
class Changed:
    """One detail that one change gave another value; all but `field` in words."""

    change: int
    made: datetime
    by: str
    what: str
    field: str
    detail: str
    before: str
    after: str


def of(register: Register, pupil_id: int) -> list[Changed]:
    """List what was changed about a pupil since it was first stored, newest first."""
    now, called = _now(register, pupil_id), words.of(register)
    following: dict[tuple[str, int], Values] = {}
    found: list[Changed] = []
    for row in _touched(register, pupil_id):
        key = (row["table_name"], row["row_id"])
        after = following.get(key) or now.get(key)
        before = json.loads(row["before"], strict=False)
        following[key] = before
        if after is not None:
            found += _differences(row, key[0], before, after, called)
    return found


def table(register: Register, pupil_id: int) -> Table:
    """List what `of` finds as a Table."""
    rows: list[tuple[Value, ...]] = [
        (
            *(c.made.date(), f"{c.made:%H:%M}", c.by),
            *(c.detail, c.before or None, c.after or None, c.what, c.change),
        )
        for c in of(register, pupil_id)
    ]
    return Table(N_("Who changed what"), _COLUMNS, rows)


def _touched(register: Register, pupil_id: int) -> list[Row]:
    """Read how each row about the pupil was before each change, newest first."""
    return register.rows(
        """
        with mine (table_name, row_id) as (
            select 'pupils', :pupil_id
            union all
            select 'entries', id from entries where pupil_id = :pupil_id
            union all
            select 'results', id from results where pupil_id = :pupil_id
        )
        select
            changed_rows.table_name,
            changed_rows.row_id,
            changed_rows.before,
            changes.id as change_id,
            changes.made_at,
            changes.made_by,
            changes.what
        from mine
        join changed_rows
            on changed_rows.table_name = mine.table_name
            and changed_rows.row_id = mine.row_id
        join changes on changes.id = changed_rows.change_id
        where changed_rows.before is not null
        order by changes.id desc, changed_rows.table_name, changed_rows.row_id
        """,
        pupil_id=pupil_id,
    )


def _now(register: Register, pupil_id: int) -> dict[tuple[str, int], Values]:
    """Read those rows as they are now."""
    rows = {
        "pupils": "select * from pupils where id = :id",
        "entries": "select * from entries where pupil_id = :id",
        "results": "select * from results where pupil_id = :id",
    }
    return {
        (name, row["id"]): dict(row)
        for name, select in rows.items()
        for row in register.rows(select, id=pupil_id)
    }


def _differences(
    row: Row, name: str, before: Values, after: Values, called: Words
) -> Iterator[Changed]:
    made = datetime.fromisoformat(row["made_at"]).replace(tzinfo=UTC).astimezone()
    for field in before:
        if (
            before[field] == after.get(field)
            or (detail := _words(name, field, after)) is None
        ):
            continue
        yield Changed(
            row["change_id"],
            made,
            row["made_by"],
            translated(row["what"]),
            f"{name}.{field}",
            detail,
            _value(name, field, before[field], called),
            _value(name, field, after.get(field), called),
        )


def _words(name: str, field: str, row: Values) -> str | None:
    """Name what a column holds; None for those that no person reads."""
    if name == "pupils" and field in field_words.PUPIL:
        return field_words.title(field)
    if name == "entries" and field in _ENTRY:
        return translated(_ENTRY[field])
    if name == "results" and field == "value":
        return field_words.result(
            str(row["assessment"]), str(row["subject"]), str(row["measure"])
        )
    return None


def _value(name: str, field: str, stored: Stored, called: Words) -> str:
    if name == "pupils":
        return field_words.value(field, stored)
    if stored is None:
        return _("All-round") if field == "subject" else ""
    if field in {"from_on", "to_on", "review_due"}:
        return format_date(datetime.fromisoformat(str(stored)).date())
    if field == "strand":
        return called.strand(str(stored))
    if field == "status":
        return translated(entries.STATUSES[str(stored)])
    return str(stored)
