"""Who has the register: a lock file beside it that one process keeps open."""

import json
import os
import sys
import time
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from gtregister import settings
from gtregister.errors import UserError
from gtregister.i18n import _

# An owner who has just ended may hold the file a moment longer, through a process that
# was being started.
_ATTEMPTS = 5


@dataclass(frozen=True, slots=True)
class Owner:
    """Who has a register open for writing, on which computer, since when."""

    person: str
    computer: str
    process: int
    since: str
    token: str

    def since_when(self) -> datetime:
        """Read the moment at which the owner opened the register."""
        return datetime.fromisoformat(self.since)


class Taken(Exception):
    """Somebody else has the register; `is_dead` if their process is gone for sure."""

    def __init__(self, owner: Owner, *, is_dead: bool) -> None:
        super().__init__(owner.token)
        self.owner = owner
        self.is_dead = is_dead


class NotWritable(UserError):
    """The folder of a register cannot be written to, so nobody can take its lock."""


class Lock:
    """The right to write to one register, kept until `release`."""

    def __init__(self, path: Path, handle: int, owner: Owner) -> None:
        self._path = path
        self._handle = handle
        self.owner = owner
        self.replaced: Owner | None = None
        self.claimed = False
        self.owner_when_opened = ""

    @classmethod
    def take(cls, register: Path, person: str, *, over: str | None = None) -> "Lock":
        """Take the lock of a register, or raise Taken.

        `over` is the token of an owner whom a person agreed to put out.
        """
        path = register.with_name(register.name + ".lock")
        owner = Owner(
            person,
            settings.computer(),
            os.getpid(),
            datetime.now().astimezone().isoformat(timespec="seconds"),
            os.urandom(16).hex(),
        )
        for attempt in range(_ATTEMPTS):
            try:
                lock = cls._try(path, owner, over)
            except Taken as taken:
                if taken.is_dead or attempt == _ATTEMPTS - 1:
                    raise
                lock = None
            if lock is not None:
                return lock
            time.sleep(0.02)
        raise UserError(_("The register is being opened by others. Try again soon."))

    @classmethod
    def _try(cls, path: Path, owner: Owner, over: str | None) -> "Lock | None":
        try:
            handle = os.open(path, os.O_RDWR | os.O_CREAT | _BINARY)
        except OSError:
            said = _(
                "The folder of this register cannot be written to. "
                "Open the register to read it, or ask for the right to write there."
            )
            raise NotWritable(said) from None
        gripped = _grip(handle)
        before = _read(handle)
        if before:
            here = before.computer == owner.computer
            if before.token != over or (here and not gripped):
                os.close(handle)
                raise Taken(before, is_dead=here and gripped)
        if not gripped or not _is_still_at(handle, path):
            os.close(handle)
            if before and before.token == over:
                _remove(path, before)
            return None
        lock = cls(path, handle, owner)
        lock.replaced = before
        lock._write()
        return lock

    def _write(self) -> None:
        """Say in the file whose it is; leave none on a drive that has no room."""
        try:
            os.ftruncate(self._handle, 0)
            os.lseek(self._handle, 0, os.SEEK_SET)
            os.write(self._handle, json.dumps(asdict(self.owner)).encode())
            os.fsync(self._handle)
        except OSError:
            os.close(self._handle)
            self._path.unlink(missing_ok=True)
            said = _(
                "There is no room left on the drive of this register, so it can only "
                "be read. Make some room and try again."
            )
            raise NotWritable(said) from None

    def release(self) -> None:
        """Give the register free, unless somebody was let in over our head."""
        mine = _read(self._handle)
        if mine is not None and mine.token == self.owner.token:
            if sys.platform == "win32":
                os.close(self._handle)
                self._path.unlink(missing_ok=True)
                return
            self._path.unlink(missing_ok=True)
        os.close(self._handle)


def _read(handle: int) -> Owner | None:
    os.lseek(handle, 0, os.SEEK_SET)
    try:
        owner = Owner(**json.loads(os.read(handle, 10_000)))
        owner.since_when()
    except (ValueError, TypeError):
        return None
    return owner


def _remove(path: Path, owner: Owner) -> None:
    """Put out an owner on another computer, as a person agreed to."""
    try:
        path.unlink(missing_ok=True)
    except PermissionError:  # the file server says that it is still held open
        raise Taken(owner, is_dead=False) from None


def _is_still_at(handle: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(handle), path.stat())
    except FileNotFoundError:
        return False


if sys.platform == "win32":
    import msvcrt

    _BINARY = os.O_BINARY
    _BYTE = 1 << 20  # far behind the text, which anyone may read

    def _grip(handle: int) -> bool:
        """Hold the file as a living owner; False if another process does."""
        os.lseek(handle, _BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    _BINARY = 0

    def _grip(handle: int) -> bool:
        """Hold the file as a living owner; False if another process does."""
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
