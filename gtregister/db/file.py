"""One open register file: connecting, reading, and writing inside a transaction."""

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from itertools import chain, islice
from pathlib import Path
from urllib.parse import quote

from gtregister.db import schema
from gtregister.errors import UserError
from gtregister.i18n import _

Row = sqlite3.Row
Stored = str | int | float | None

APPLICATION_ID = int.from_bytes(b"GTRG", "big")

# The file may lie on a school's network drive: no WAL, no memory map, every commit
# synced twice. A long change must not spill to the file before it commits, or it
# would block the window's reads.
_PRAGMAS = (
    "journal_mode = delete",
    "synchronous = extra",
    "foreign_keys = on",
    "secure_delete = on",
    "temp_store = memory",
    "trusted_schema = off",
    "cell_size_check = on",
    "mmap_size = 0",
    "cache_spill = off",
    "busy_timeout = 5000",
)

# So many rows go into one statement: what SQLite does once for each statement, such as
# to note the last id, takes half the time of an import that adds rows one by one.
_AT_ONCE = 50


class Conflict(Exception):
    """A row cannot be written because another one is in its place."""


def connect(path: Path, *, read_only: bool = False) -> sqlite3.Connection:
    """Open a connection to a file that exists, with the settings that keep it safe."""
    posix = path.absolute().as_posix()
    address = quote(f"//{posix}" if posix.startswith("//") else posix)
    mode = "ro" if read_only else "rw"
    connection = sqlite3.connect(
        f"file:{address}?mode={mode}", uri=True, isolation_level=None
    )
    connection.row_factory = sqlite3.Row
    try:
        for pragma in _PRAGMAS:
            connection.execute(f"pragma {pragma}")
    except BaseException:
        connection.close()
        raise
    return connection


@contextmanager
def in_words(path: Path) -> Iterator[None]:
    """Say in a sentence what the disk, the drive or another program did to the file."""
    try:
        yield
    except sqlite3.IntegrityError as error:
        raise Conflict(str(error)) from error
    except sqlite3.DatabaseError as error:
        name = getattr(error, "sqlite_errorname", "")
        for beginning, sentence in _sentences().items():
            if name.startswith(beginning):
                raise UserError(sentence.format(name=path.name)) from error
        raise


def _sentences() -> dict[str, str]:
    return {
        "SQLITE_BUSY": _("{name} is being saved by another program. Try again soon."),
        "SQLITE_FULL": _(
            "There is no room left on the drive of {name}, so nothing was changed. "
            "Make some room and try again."
        ),
        "SQLITE_READONLY": _(
            "{name} cannot be written to, so nothing was changed. "
            "Ask who looks after the folder to let you write there."
        ),
        "SQLITE_NOTADB": _("{name} is not a register. Choose a file ending in .gtreg."),
        "SQLITE_CORRUPT": _(
            "{name} is damaged. Restore the newest backup from the folder beside it."
        ),
        "SQLITE_IOERR": _(
            "The drive of {name} did not answer, so nothing was changed. "
            "Check that it is still connected and try again."
        ),
        "SQLITE_CANTOPEN": _("{name} cannot be opened. Check that it is still there."),
    }


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


class File:
    """An open register file."""

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        self.path = path
        self.read_only = read_only
        self.must_exist(path)
        with in_words(path):
            self._connection = connect(path, read_only=read_only)
            try:
                self._check_kind()
            except BaseException:
                self._connection.close()
                raise

    @staticmethod
    def must_exist(path: Path) -> None:
        """Raise UserError if there is no file."""
        if not path.is_file():
            said = _("There is no register at {path}. Check the name and the folder.")
            raise UserError(said.format(path=path))

    def _check_kind(self) -> None:
        if self.value("pragma application_id") != APPLICATION_ID:
            said = _("{name} is not a register. Choose a file ending in .gtreg.")
            raise UserError(said.format(name=self.path.name))
        if schema.is_newer(self._connection):
            said = _(
                "{name} was written by a newer version of gtregister. "
                "Install that version to open it; the file was not changed."
            )
            raise UserError(said.format(name=self.path.name))

    @classmethod
    def create(cls, path: Path) -> "File":
        """Make a new register file with its tables; refuse to overwrite one."""
        try:
            path.touch(exist_ok=False)
        except FileExistsError:
            said = _("{name} is there already. Choose another name, or open it.")
            raise UserError(said.format(name=path.name)) from None
        except OSError as error:
            said = _("No file can be made at {path}: {why}. Choose another folder.")
            raise UserError(said.format(path=path, why=error.strerror)) from None
        with in_words(path), closing(connect(path)) as connection:
            connection.execute(f"pragma application_id = {APPLICATION_ID}")
            schema.upgrade(connection)
        return cls(path)

    def is_current(self) -> bool:
        """Say whether the tables are those of this version of the program."""
        return schema.is_current(self._connection)

    def upgrade(self) -> None:
        """Bring tables, views and triggers up to date, all or nothing."""
        with in_words(self.path):
            schema.upgrade(self._connection)

    def rows(self, sql: str, **values: Stored) -> list[Row]:
        """Read the rows of a select."""
        with in_words(self.path):
            return self._connection.execute(sql, values).fetchall()

    def row(self, sql: str, **values: Stored) -> Row | None:
        """Read the first row of a select, or None."""
        with in_words(self.path):
            found: Row | None = self._connection.execute(sql, values).fetchone()
            return found

    def value(self, sql: str, **values: Stored) -> Stored:
        """Read the first value of the first row of a select, or None."""
        found = self.row(sql, **values)
        return None if found is None else found[0]

    @contextmanager
    def transaction(self, *, in_bulk: bool = False) -> Iterator[Writing]:
        """Write everything inside, or nothing of it.

        References between rows are checked with each row, or, in bulk, all together
        before the commit, which takes half the time for a hundred thousand rows.
        """
        connection = self._connection
        with in_words(self.path):
            connection.execute(f"pragma foreign_keys = {not in_bulk}")
            connection.execute("begin immediate")
            try:
                yield Writing(connection)
                if (
                    in_bulk
                    and connection.execute("pragma foreign_key_check").fetchone()
                ):
                    raise sqlite3.IntegrityError(
                        "a row refers to one that is not there"
                    )
                connection.execute("commit")
            finally:
                if connection.in_transaction:
                    connection.execute("rollback")
                connection.execute("pragma foreign_keys = on")

    def copy_to(self, target: Path) -> None:
        """Copy the file as it is now, by SQLite's own means."""
        with in_words(target), closing(sqlite3.connect(target)) as copy:
            self._connection.backup(copy)

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()
