"""Register: the open file, who is using it, and today."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

from gtregister import settings
from gtregister.core import backup
from gtregister.db.file import File, Row, Stored, Writing
from gtregister.db.lock import Lock, NotWritable, Owner, Taken
from gtregister.discovery import discover
from gtregister.errors import UserError
from gtregister.i18n import _, format_moment

Watcher = Callable[[frozenset[str]], None]

__all__ = [
    "Keeper",
    "Lock",
    "NotWritable",
    "Owner",
    "Register",
    "Row",
    "Stored",
    "Taken",
    "Writing",
]


@dataclass(frozen=True, slots=True)
class Keeper:
    """A promise of the register that every change keeps, whoever makes it.

    After a change has written to one of `tables`, `keep(register, db)` sets right
    within the same change what it left open, or refuses it with a UserError.
    """

    tables: frozenset[str]
    keep: Callable[["Register", Writing], None]


@cache
def _keepers() -> tuple[Keeper, ...]:
    return tuple(discover("gtregister.core.keepers", "KEEPER", Keeper).values())


class Register:
    """An open register: the first argument of every function of the core.

    `user` is the person acting and `today` the day it is for them; the core asks
    nothing else about clocks and log-ins. `holder` is who else has the file open, when
    this opening can only read.
    """

    def __init__(
        self, file: File, lock: Lock | None, user: str, today: date | None
    ) -> None:
        self._file = file
        self._lock = lock
        self._given_today = today
        self._writing: Writing | None = None
        self._is_twin = False
        self._is_closed = False
        self.user = user
        self.holder: Owner | None = None
        self.watchers: list[Watcher] = []

    @classmethod
    def open(
        cls,
        path: Path,
        user: str,
        *,
        today: date | None = None,
        over: str | None = None,
    ) -> "Register":
        """Open a register to read and write it, alone.

        Raises Taken if somebody else has it; `over` is the token of an owner whom a
        person agreed to put out. An old file is backed up and brought up to date.
        """
        File.must_exist(path)
        if not os.access(path, os.W_OK):
            said = _("{name} may only be read. Ask for the right to write it.")
            raise NotWritable(said.format(name=path.name))
        lock = Lock.take(path, user, over=over)
        try:
            file = File(path)
            lock.owner_when_opened = str(file.value("select owner from file_state"))
            if not file.is_current():
                backup.make(file)
                file.upgrade()
        except BaseException:
            lock.release()
            raise
        return cls(file, lock, user, today)

    @classmethod
    def open_to_read(
        cls,
        path: Path,
        user: str,
        *,
        today: date | None = None,
        holder: Owner | None = None,
    ) -> "Register":
        """Open a register only to read it, whoever has it; no byte of it changes."""
        File.must_exist(path)
        _roll_back_the_dead(path, user)
        file = File(path, read_only=True)
        if not file.is_current():
            file.close()
            said = _(
                "{name} was written by an older version of gtregister. "
                "Open it in the window, or make any change, to bring it up to date."
            )
            raise UserError(said.format(name=path.name))
        register = cls(file, None, user, today)
        register.holder = holder
        return register

    def twin(self) -> "Register":
        """Open the same file a second time, for work on another thread."""
        file = File(self.path, read_only=self._file.read_only)
        twin = Register(file, self._lock, self.user, self._given_today)
        twin.holder = self.holder
        twin._is_twin = True
        return twin

    @property
    def path(self) -> Path:
        """Say where the file lies."""
        return self._file.path

    @property
    def file(self) -> File:
        """Give the file itself, for copies and checks."""
        return self._file

    @property
    def today(self) -> date:
        """Say which day it is for the person acting."""
        return self._given_today or date.today()  # the person's own day

    @property
    def can_write(self) -> bool:
        """Say whether this opening may change anything."""
        return self._lock is not None

    @property
    def latest_change(self) -> int:
        """Give the number of the latest change."""
        return int(self.value("select max(id) from changes") or 0)

    def rows(self, sql: str, **values: Stored) -> list[Row]:
        """Read the rows of a select."""
        return self._file.rows(sql, **values)

    def row(self, sql: str, **values: Stored) -> Row | None:
        """Read the first row of a select, or None."""
        return self._file.row(sql, **values)

    def value(self, sql: str, **values: Stored) -> Stored:
        """Read the first value of the first row of a select, or None."""
        return self._file.value(sql, **values)

    @contextmanager
    def change(
        self,
        what: str,
        reason: str = "",
        *,
        about: str = "",
        undoes: int | None = None,
        in_bulk: bool = False,
    ) -> Iterator[Writing]:
        """Make one change: all of it or nothing, recorded with who, when and why.

        `what` is marked with `N_`; `about` says which one (a file name, a route). A
        change inside another joins it. Watchers hear which tables were touched. Write
        thousands of rows `in_bulk`.
        """
        if self._writing is not None:
            yield self._writing
            return
        lock = self._writable()
        with self._file.transaction(in_bulk=in_bulk) as writing:
            self._fence(lock, writing)
            row = {"what": what, "reason": reason, "about": about, "undoes": undoes}
            change_id = writing.insert("changes", row | self._who())
            writing.insert("open_change", {"change_id": change_id})
            writing.touched.clear()
            self._writing = writing
            try:
                yield writing
                for keeper in _keepers():
                    if keeper.tables & writing.touched.keys():
                        keeper.keep(self, writing)
            finally:
                self._writing = None
            touched = frozenset(+writing.touched)
            count = writing.touched.total()
            writing.update("changes", change_id, {"row_count": count})
            writing.execute("delete from open_change")
        lock.claimed = True
        for watcher in self.watchers:
            watcher(touched)

    def _writable(self) -> Lock:
        if self._lock is not None:
            return self._lock
        if self.holder is None:
            raise UserError(_("This register is open only to be read."))
        said = _(
            "{person} has had this register open on {computer} since {moment}. "
            "You can look, but not change anything, until it is closed there."
        )
        holder = self.holder
        when = format_moment(holder.since_when())
        raise UserError(
            said.format(person=holder.person, computer=holder.computer, moment=when)
        )

    def _fence(self, lock: Lock, writing: Writing) -> None:
        """Refuse to write if somebody took the register over since it was opened."""
        mine = lock.owner.token if lock.claimed else lock.owner_when_opened
        if self._file.value("select owner from file_state") != mine:
            said = _(
                "Somebody else has taken over this register since you opened it, so "
                "nothing more can be saved here. Close it and open it again."
            )
            raise UserError(said)
        writing.execute(
            "update file_state set owner = :token, generation = generation + 1",
            token=lock.owner.token,
        )

    def _who(self) -> dict[str, Stored]:
        now = datetime.now(UTC)
        if self._given_today:
            now = datetime.combine(self._given_today, now.time(), UTC)
        return {
            "made_at": now.strftime("%Y-%m-%dT%H:%M:%S"),
            "made_by": self.user,
            "computer": settings.computer(),
        }

    def close(self) -> None:
        """Close the file, with a backup if anything was changed, and give it free.

        Raises UserError if the backup cannot be made; the file is closed all the same.
        Closing what is closed is no harm.
        """
        if self._is_closed:
            return
        self._is_closed = True
        try:
            if self._lock is not None and self._lock.claimed and not self._is_twin:
                backup.make(self._file)
        finally:
            self._file.close()
            if self._lock is not None and not self._is_twin:
                self._lock.release()

    def __enter__(self) -> "Register":
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()


def _roll_back_the_dead(path: Path, user: str) -> None:
    """Undo the half of a change that a writer who died left, if it left one.

    SQLite does so by itself when the file is opened, but not when only to read it.
    """
    if not path.with_name(f"{path.name}-journal").exists():
        return
    try:
        lock = Lock.take(path, user)
    except NotWritable:
        return
    except Taken as taken:
        if not taken.is_dead:
            return
        lock = Lock.take(path, user, over=taken.owner.token)
    try:
        File(path).close()
    finally:
        lock.release()
