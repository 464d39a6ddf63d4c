"""One open register file: connecting, reading, and transactions."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import quote

from gtregister.db import schema
from gtregister.db.writing import Conflict, Stored, Writing
from gtregister.errors import UserError
from gtregister.i18n import _

__all__ = ["APPLICATION_ID", "Conflict", "File", "Row", "Stored", "Writing", "connect"]

Row = sqlite3.Row

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
    except UnicodeDecodeError as error:
        # The driver tells of spoilt text in spoilt text.
        sentence = _sentences()["SQLITE_CORRUPT"]
        raise UserError(sentence.format(name=path.name)) from error
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
        "SQLITE_NOTADB": _(
            "{name} is not a register. If it is a spreadsheet, open your register and "
            "import it there."
        ),
        "SQLITE_CORRUPT": _(
            "{name} is damaged. Restore the newest backup from the folder beside it."
        ),
        "SQLITE_IOERR": _(
            "The drive of {name} did not answer, so nothing was changed. "
            "Check that it is still connected and try again."
        ),
        "SQLITE_CANTOPEN": _("{name} cannot be opened. Check that it is still there."),
    }


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
            said = _sentences()["SQLITE_NOTADB"]
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
        try:
            with in_words(path), closing(connect(path)) as connection:
                connection.execute(f"pragma application_id = {APPLICATION_ID}")
                schema.upgrade(connection)
        except BaseException:
            path.unlink(missing_ok=True)
            raise
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
