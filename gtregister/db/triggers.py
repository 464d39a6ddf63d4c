"""The triggers that record each touched row and refuse a write outside a change."""

from collections.abc import Mapping

UNRECORDED = {"changes", "changed_rows", "open_change", "file_state"}

_CHANGE = "(select change_id from open_change)"
_REFUSED = "raise(abort, 'a write outside a change')"

# What JSON does not let stand as it is in a text.
_ESCAPED = {"'\\'": r"'\\'", "'\"'": "'\\\"'", "char(10)": r"'\n'", "char(13)": r"'\r'"}


def for_table(table: str, columns: Mapping[str, str]) -> list[str]:
    """Write the three triggers of one table, whose columns have these types.

    An insert needs its key alone, since the row itself holds the rest; an update and
    a delete keep the whole row as it was before, as JSON. A row that is touched twice
    in one change keeps what was before the first time.
    """
    before = _json(columns)
    return [
        _trigger(table, "insert", "new.id", "null"),
        _trigger(table, "update", "old.id", before),
        _trigger(table, "delete", "old.id", before),
    ]


def _json(columns: Mapping[str, str]) -> str:
    # SQLite's own json_object is not allowed in triggers under trusted_schema = off.
    parts = (f"'\"{name}\":' || {_value(name, columns[name])}" for name in columns)
    return "'{' || " + " || ',' || ".join(parts) + " || '}'"


def _value(name: str, kind: str) -> str:
    value = f'old."{name}"'
    if kind.lower() != "text":
        return f"iif({value} is null, 'null', quote({value}))"
    for character, escaped in _ESCAPED.items():
        value = f"replace({value}, {character}, {escaped})"
    return f"coalesce('\"' || {value} || '\"', 'null')"


def _trigger(table: str, event: str, row_id: str, before: str) -> str:
    # Table and column names come from our own migrations, never from outside.
    return f"""
        create trigger {table}_{event} after {event} on {table} begin
            insert or ignore into changed_rows (table_name, row_id, change_id, before)
            values ('{table}', {row_id}, coalesce({_CHANGE}, {_REFUSED}), {before});
        end
    """  # noqa: S608 - see the comment above
