"""Where a file and the register disagree: whose word counts, and what is kept."""

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Literal

from gtregister.core.importing.import_choices import Choices
from gtregister.core.importing.planning import Change, Known
from gtregister.core.register import Register, Stored
from gtregister.core.roll.results import NewResult

# What an import is called among the changes; any other change of a single row is one
# that somebody made by hand.
IMPORTED = "File imported"

Why = Literal["edited", "rule", "refused"]


@dataclass(frozen=True, slots=True)
class Kept:
    """What the register has and keeps although the file says something else.

    `said` is the Change of a detail, or the id of a result and what would amend it.
    """

    row: int
    pupil_id: int
    said: Change | tuple[int, NewResult]
    why: Why


def settled(
    register: Register, known: Iterable[Known], choices: Choices
) -> tuple[list[Known], list[Kept]]:
    """Take the changes that go in by the person's rule, and list what is kept."""
    by_hand = _Hands(register) if choices.rule == "edited" else None
    found, kept = [], []
    for one in known:
        held = [] if not (one.changes or one.amended) else _held(one, choices, by_hand)
        kept += held
        found.append(_rest(one, held) if held else one)
    return found, kept


def _rest(known: Known, held: Collection[Kept]) -> Known:
    """Leave out of what is known of a pupil what the register keeps."""
    changes = {kept.said for kept in held if isinstance(kept.said, Change)}
    ids = {kept.said[0] for kept in held if not isinstance(kept.said, Change)}
    return known._replace(
        changes=tuple(change for change in known.changes if change not in changes),
        amended=[pair for pair in known.amended if pair[0] not in ids],
        unchanged=known.unchanged + len(ids),
    )


def _held(known: Known, choices: Choices, by_hand: "_Hands | None") -> list[Kept]:
    """List what the register keeps of what a file says of one pupil."""
    held = []
    pupil_id = known.pupil_id
    for change in known.changes:
        said = choices.details.get((pupil_id, change.field))
        row = ("pupils", pupil_id, change.field)
        # Where the register has nothing there is nothing to keep.
        why = (
            None
            if said is None and change.old is None
            else _why(choices, said, by_hand, row)
        )
        if why:
            held.append(Kept(known.rows[0], pupil_id, change, why))
    for result_id, result in known.amended:
        said = choices.results.get(result_id)
        why = _why(choices, said, by_hand, ("results", result_id, "value"))
        if why:
            held.append(Kept(result.row, pupil_id, (result_id, result), why))
    return held


def _why(
    choices: Choices,
    said: bool | None,
    by_hand: "_Hands | None",
    cell: tuple[str, int, str],
) -> Why | None:
    """Say why a value stays as it is, if it does."""
    if said is not None:
        return None if said else "refused"
    if by_hand is None:
        return "rule" if choices.rule == "register" else None
    table, row_id, column = cell
    return "edited" if column in by_hand.fields(table, row_id) else None


class _Hands:
    """What somebody has edited by hand and no import has changed since."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._rows: dict[str, set[Stored]] = {}
        self._found: dict[tuple[str, int], set[str]] = {}

    def fields(self, table: str, row_id: int) -> set[str]:
        """Name the columns of a row that were last changed by hand."""
        if table not in self._rows:
            self._rows[table] = self._touched(table)
        if row_id not in self._rows[table]:
            return set()
        key = (table, row_id)
        if key not in self._found:
            self._found[key] = self._edited(table, row_id)
        return self._found[key]

    def _touched(self, table: str) -> set[Stored]:
        rows = self._register.rows(
            """
            select min(changed_rows.row_id) as row_id
            from changed_rows
            join changes on changes.id = changed_rows.change_id
            where changed_rows.table_name = :table
                and changed_rows.before is not null
                and changes.what <> :imported
                and changes.undoes is null
            group by changed_rows.change_id
            having count(*) = 1
            """,
            table=table,
            imported=IMPORTED,
        )
        return {row["row_id"] for row in rows}

    def _edited(self, table: str, row_id: int) -> set[str]:
        rows = self._register.rows(
            """
            select
                changed_rows.before,
                changes.what <> :imported and changes.undoes is null as by_hand
            from changed_rows
            join changes on changes.id = changed_rows.change_id
            where changed_rows.table_name = :table
                and changed_rows.row_id = :row_id
                and changed_rows.before is not null
            order by changed_rows.change_id
            """,
            table=table,
            row_id=row_id,
            imported=IMPORTED,
        )
        steps = [json.loads(row["before"]) for row in rows]
        steps.append(self._now(table, row_id))
        last: dict[str, bool] = {}
        for place, row in enumerate(rows):
            before, after = steps[place], steps[place + 1]
            for name, value in before.items():
                if value != after.get(name):
                    last[name] = bool(row["by_hand"])
        return {name for name, by_hand in last.items() if by_hand}

    def _now(self, table: str, row_id: int) -> dict[str, Stored]:
        if table == "pupils":
            row = self._register.row("select * from pupils where id = :id", id=row_id)
        else:
            row = self._register.row("select * from results where id = :id", id=row_id)
        return dict(row) if row else {}
