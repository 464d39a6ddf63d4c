"""What somebody has edited by hand, and no import has changed since."""

import json
from typing import Literal

from gtregister.core.register import Register, Stored

# What an import is called among the changes; any other change of a single row is one
# that somebody made by hand.
IMPORTED = "File imported"

Kind = Literal["pupils", "results", "contacts", "households"]


class Hands:
    """Looks up the columns of rows that were last changed by hand.

    What is never asked for is never read: most files differ in little.
    """

    def __init__(self, register: Register) -> None:
        self._register = register
        self._rows: dict[Kind, set[Stored]] = {}
        self._found: dict[tuple[Kind, int], set[str]] = {}

    def have_set(self, kind: Kind, row_id: int, column: str) -> bool:
        """Say whether a value was last changed by hand."""
        return column in self._columns(kind, row_id)

    def _columns(self, kind: Kind, row_id: int) -> set[str]:
        if kind not in self._rows:
            self._rows[kind] = self._touched(kind)
        if row_id not in self._rows[kind]:
            return set()
        key = (kind, row_id)
        if key not in self._found:
            self._found[key] = self._edited(kind, row_id)
        return self._found[key]

    def _touched(self, kind: Kind) -> set[Stored]:
        rows = self._register.rows(
            """
            select min(changed_rows.row_id) as row_id
            from changed_rows
            join changes on changes.id = changed_rows.change_id
            where changed_rows.table_name = :kind
                and changed_rows.before is not null
                and changes.what <> :imported
                and changes.undoes is null
            group by changed_rows.change_id
            having count(*) = 1
            """,
            kind=kind,
            imported=IMPORTED,
        )
        found = {row["row_id"] for row in rows}
        if kind == "results":
            # Those that somebody typed in are of no file.
            typed = "select id from results where import_id is null"
            found |= {row["id"] for row in self._register.rows(typed)}
        return found

    def _edited(self, kind: Kind, row_id: int) -> set[str]:
        rows = self._register.rows(
            """
            select
                changed_rows.before,
                changes.what <> :imported and changes.undoes is null as by_hand
            from changed_rows
            join changes on changes.id = changed_rows.change_id
            where changed_rows.table_name = :kind
                and changed_rows.row_id = :row_id
                and changed_rows.before is not null
            order by changed_rows.change_id
            """,
            kind=kind,
            row_id=row_id,
            imported=IMPORTED,
        )
        steps = [json.loads(row["before"]) for row in rows]
        now = self._now(kind, row_id)
        steps.append(now)
        last: dict[str, bool] = {}
        for place, row in enumerate(rows):
            before, after = steps[place], steps[place + 1]
            for name, value in before.items():
                if value != after.get(name):
                    last[name] = bool(row["by_hand"])
        found = {name for name, by_hand in last.items() if by_hand}
        if kind == "results" and now.get("import_id") is None:
            found.add("value")
        return found

    def _now(self, kind: Kind, row_id: int) -> dict[str, Stored]:
        sql = {
            "pupils": "select * from pupils where id = :id",
            "results": "select * from results where id = :id",
            "contacts": "select * from contacts where id = :id",
            "households": "select * from households where id = :id",
        }
        row = self._register.row(sql[kind], id=row_id)
        return dict(row) if row else {}
