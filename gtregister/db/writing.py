"""Writing to a register file: rows go in, change and go out by table and key."""

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import chain, islice

Stored = str | int | float | None

# So many rows go into one statement: what SQLite does once for each statement, such as
# to note the last id, takes half the time of an import that adds rows one by one.
_AT_ONCE = 50


class Conflict(Exception):
    """A row cannot be written because another one is in its place."""


class Writing:
    """The one door's other side: rows go in, change and go out by table and key.

    `touched` counts the rows written to each table.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self.touched: Counter[str] = Counter()

    def insert(self, table: str, row: Mapping[str, Stored]) -> int:
        """Add one row and return its id."""
        statement = _insert(table, list(row))
        self.touched[table] += 1
        return self._connection.execute(statement, tuple(row.values())).lastrowid or 0

    def next_id(self, table: str) -> int:
        """Say which id the next row of a table gets; ids are never used twice."""
        found = self._connection.execute(
            "select seq from sqlite_sequence where name = ?", (table,)
        ).fetchone()
        return 1 + (int(found[0]) if found else 0)

    def insert_many(
        self, table: str, columns: Sequence[str], rows: Iterable[Sequence[Stored]]
    ) -> None:
        """Add many rows of the same columns, ten times faster than one by one.

        The trigger that records each added row steps aside meanwhile, and one statement
        does its work.
        """
        first, left = self.next_id(table), iter(rows)
        whole = _insert(table, columns, _AT_ONCE)
        with self._recording_at_once(table, first):
            while some := [*islice(left, _AT_ONCE)]:
                count = len(some)
                insert = whole if count == _AT_ONCE else _insert(table, columns, count)
                self._connection.execute(insert, [*chain.from_iterable(some)])
                self.touched[table] += count

    @contextmanager
    def _recording_at_once(self, table: str, first: int) -> Iterator[None]:
        trigger = f"{table}_insert"
        written = self._connection.execute(
            "select sql from sqlite_schema where type = 'trigger' and name = ?",
            (trigger,),
        ).fetchone()
        self._connection.execute(f"drop trigger {trigger}")
        yield
        # The name of the table is the program's own, never a file's or a person's.
        record = f"""
            insert into changed_rows (table_name, row_id, change_id)
            select '{table}', id, (select change_id from open_change)
            from "{table}"
            where id >= ?
        """  # noqa: S608
        self._connection.execute(record, (first,))
        self._connection.execute(written["sql"])

    def update(self, table: str, row_id: int, values: Mapping[str, Stored]) -> None:
        """Change some columns of one row; nothing to change writes nothing."""
        if not values:
            return
        names = ", ".join(f'"{column}" = ?' for column in values)
        # Table and column names are the program's own, never a file's or a person's.
        statement = f'update "{table}" set {names} where id = ?'  # noqa: S608
        self._connection.execute(statement, (*values.values(), row_id))
        self.touched[table] += 1

    def delete(self, table: str, row_ids: Iterable[int]) -> None:
        """Take rows out."""
        statement = f'delete from "{table}" where id = ?'  # noqa: S608 - as in update
        done = self._connection.executemany(statement, ((key,) for key in row_ids))
        self.touched[table] += done.rowcount

    def execute(self, sql: str, **values: Stored) -> None:
        """Run one whole statement of SQL about a table that is not recorded."""
        self._connection.execute(sql, values)

    @contextmanager
    def attempt(self) -> Iterator[None]:
        """Take back what was written inside if it ends in a Conflict."""
        self._connection.execute("savepoint attempt")
        before = self.touched.copy()
        try:
            yield
        except sqlite3.IntegrityError as error:
            self._connection.execute("rollback to attempt")
            self.touched = before
            raise Conflict(str(error)) from error
        finally:
            self._connection.execute("release attempt")


def _insert(table: str, columns: Sequence[str], rows: int = 1) -> str:
    names = ", ".join(f'"{column}"' for column in columns)
    marks = ", ".join([f"({', '.join('?' * len(columns))})"] * rows)
    # Table and column names are the program's own, never a file's or a person's.
    return f'insert into "{table}" ({names}) values {marks}'  # noqa: S608
