"""What a change did to each row: how the row was before, right after, and is now."""

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from gtregister.core.register import Register, Stored

Values = dict[str, Stored]


@dataclass(frozen=True, slots=True)
class Touched:
    """A row that a change touched: before, right after, and now (None: absent)."""

    table: str
    row_id: int
    before: Values | None
    after: Values | None
    now: Values | None


def added(register: Register, change_id: int) -> dict[str, set[int]]:
    """Name the rows that a change added and nothing has touched since, by table."""
    rows = register.rows(
        """
        select mine.table_name, mine.row_id
        from changed_rows as mine
        where mine.change_id = :change_id
            and mine.before is null
            and not exists (
                select 1
                from changed_rows as later
                where later.table_name = mine.table_name
                    and later.row_id = mine.row_id
                    and later.change_id > :change_id
            )
        """,
        change_id=change_id,
    )
    by_table: dict[str, set[int]] = defaultdict(set)
    for table, row_id in rows:
        by_table[table].add(row_id)
    return by_table


def others(register: Register, change_id: int) -> Iterator[Touched]:
    """Read the other rows that a change touched, each with its three states."""
    rows = register.rows(
        """
        select mine.table_name, mine.row_id, mine.before, min(later.change_id) as next
        from changed_rows as mine
        left join changed_rows as later
            on later.table_name = mine.table_name
            and later.row_id = mine.row_id
            and later.change_id > mine.change_id
        where mine.change_id = :change_id
        group by mine.table_name, mine.row_id
        having mine.before is not null or min(later.change_id) is not null
        """,
        change_id=change_id,
    )
    for table, row_id, before, following in rows:
        now = _now(register, table, row_id)
        after = now
        if following is not None:
            after = _before(register, table, row_id, following)
        yield Touched(table, row_id, _values(before), after, now)


def _now(register: Register, table: str, row_id: int) -> Values | None:
    # The names of tables are those of our own schema.
    row = register.row(f'select * from "{table}" where id = :id', id=row_id)  # noqa: S608
    return None if row is None else dict(row)


def _before(
    register: Register, table: str, row_id: int, change_id: int
) -> Values | None:
    return _values(
        register.value(
            """
            select before
            from changed_rows
            where table_name = :table and row_id = :row_id and change_id = :change_id
            """,
            table=table,
            row_id=row_id,
            change_id=change_id,
        )
    )


def _values(text: Stored) -> Values | None:
    return None if text is None else json.loads(str(text), strict=False)


def still_needed(
    register: Register, going: dict[str, set[int]]
) -> Iterator[tuple[str, int, str]]:
    """Find rows that cannot go, since others that stay refer to them.

    Gives the table, the row's id and the table that refers to it, and takes the row
    out of `going`.
    """
    found = True
    while found:
        found = False
        for child, column, parent in _links(register):
            if not going.get(parent):
                continue
            leaving = going.get(child, set())
            # The names are those of our own schema.
            sql = f'select id, "{column}" as up from "{child}" where up not null'  # noqa: S608
            rows = register.rows(sql)
            needed = {up for row_id, up in rows if row_id not in leaving}
            for row_id in sorted(going[parent] & needed):
                yield parent, row_id, child
                going[parent].discard(row_id)
                found = True


def _links(register: Register) -> list[tuple[str, str, str]]:
    """List what refers to what: table, column, and the table referred to by id."""
    rows = register.rows(
        """
        select tables.name as child, links."from" as "column", links."table" as parent
        from sqlite_schema as tables
        join pragma_foreign_key_list(tables.name) as links
        where tables.type = 'table'
            and coalesce(links."to", 'id') = 'id'
            and tables.name <> 'changes'
        """
    )
    return [(row["child"], row["column"], row["parent"]) for row in rows]
