"""Copies of the register: made by SQLite itself, opened and checked, thinned by age."""

import re
import shutil
from collections.abc import Iterable
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

from gtregister.core import checks
from gtregister.db.file import File
from gtregister.db.lock import Lock
from gtregister.errors import UserError
from gtregister.i18n import _

_STAMP = "%Y-%m-%d %H%M%S"
_NAME = re.compile(r" (\d{4}-\d\d-\d\d \d{6})(?: (\d+))?\.gtreg$")

# Every backup of the last two days is kept; of older ones the last of each of so many
# days, weeks and months.
_ALL = timedelta(days=2)
_DAYS, _WEEKS, _MONTHS = 14, 10, 12


def folder_of(path: Path) -> Path:
    """Name the folder beside a register in which its backups lie."""
    return path.with_name(f"{path.stem} backups")


def listed(path: Path) -> list[Path]:
    """List the backups of a register, newest first."""
    return [p for _made, p in sorted(_dated(folder_of(path)), reverse=True)]


def made_at(backup: Path) -> datetime:
    """Say when a backup was made, by its name, in local time."""
    found = _NAME.search(backup.name)
    if found is None:
        return datetime.fromtimestamp(backup.stat().st_mtime)
    return datetime.fromisoformat(found[1])


def copy(file: File, target: Path) -> None:
    """Copy a register to another place and check the copy; UserError if it cannot be.

    It takes the place of a file of that name, but never of the register itself.
    """
    if target.exists() and target.samefile(file.path):
        said = _("{name} is the register itself. Choose another name for the copy.")
        raise UserError(said.format(name=target.name))
    try:
        _copy_checked(file, target)
    except OSError as error:
        said = _("{name} cannot be written: {why}. Choose another folder.")
        raise UserError(said.format(name=target.name, why=error.strerror)) from None


def make(file: File, folder: Path | None = None) -> Path:
    """Back up a register and return the copy; the newest one serves if nothing changed.

    The copy is opened and checked before any older one goes. Raises UserError if it
    cannot be made.
    """
    state = _state(file)
    folder = folder or folder_of(file.path)
    newest = next((p for p in listed(file.path) if p.parent == folder), None)
    if newest is not None and _state_of(newest) == state:
        return newest
    try:
        folder.mkdir(parents=True, exist_ok=True)
        target = _free_name(folder, file.path.stem)
        _copy_checked(file, target)
    except OSError as error:
        said = _(
            "Your work is saved, but no backup could be made in {folder}: {why}. "
            "Make room there or let it be written to."
        )
        raise UserError(said.format(folder=folder, why=error.strerror)) from None
    _thin(folder)
    return target


def restore(backup: Path, path: Path, lock: Lock) -> Path | None:
    """Put a backup in the place of a register; return where the replaced file went.

    The lock is that of the register, and is released. Raises UserError if the backup
    is damaged; then nothing has changed.
    """
    fresh = path.with_name(f"{path.name}.restoring")
    try:
        fresh.unlink(missing_ok=True)
        with closing(File(backup, read_only=True)) as source:
            _copy_checked(source, fresh)
        kept = _set_aside(path)
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)
        lock.release()
    return kept


def _set_aside(path: Path) -> Path | None:
    """Keep a register with its journal in its backup folder, damaged or not.

    It is no backup: its name keeps it out of the list, and out of the thinning. The
    register itself stays in its place until the restored one takes it.
    """
    if not path.exists():
        return None
    folder = folder_of(path)
    folder.mkdir(parents=True, exist_ok=True)
    name = _free_name(folder, path.stem).stem
    kept = folder / f"{name} replaced.gtreg"
    shutil.copy2(path, kept)
    journal = path.with_name(f"{path.name}-journal")
    if journal.exists():
        journal.replace(kept.with_name(f"{kept.name}-journal"))
    return kept


def _copy_checked(file: File, target: Path) -> None:
    part = target.with_name(target.name + ".part")
    part.unlink(missing_ok=True)
    try:
        file.copy_to(part)
        copy = File(part, read_only=True)
        try:
            wrong = checks.damage(copy)
            same = checks.counts(copy) == checks.counts(file)
        finally:
            copy.close()
        if wrong or not same:
            said = _(
                "A backup of {name} could not be made because the copy is not sound. "
                "Run the check of the register."
            )
            raise UserError(said.format(name=file.path.name))
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def _state(file: File) -> tuple[object, object]:
    row = file.row("select owner, generation from file_state")
    return (row["owner"], row["generation"]) if row else (None, None)


def _state_of(backup: Path) -> tuple[object, object] | None:
    try:
        file = File(backup, read_only=True)
    except UserError:
        return None
    try:
        return _state(file)
    finally:
        file.close()


def _free_name(folder: Path, stem: str) -> Path:
    stamp = datetime.now().strftime(_STAMP)  # a name in local time
    for number in range(1, 1000):
        ending = "" if number == 1 else f" {number}"
        path = folder / f"{stem} {stamp}{ending}.gtreg"
        if not path.exists():
            return path
    raise UserError(_("There are too many backups of this second. Try again."))


def _dated(folder: Path) -> list[tuple[tuple[datetime, int], Path]]:
    """List the backups of a folder with the moment, and which of that second it is."""
    return [
        ((datetime.fromisoformat(found[1]), int(found[2] or 1)), path)
        for path in folder.glob("*.gtreg")
        if (found := _NAME.search(path.name))
    ]


def _thin(folder: Path) -> None:
    for part in folder.glob("*.part*"):  # of a backup that was killed
        part.unlink(missing_ok=True)
    dated = _dated(folder)
    keep = wanted(moment for (moment, _number), _path in dated)
    for (moment, _number), path in dated:
        if moment not in keep:
            path.unlink(missing_ok=True)


def wanted(moments: Iterable[datetime]) -> set[datetime]:
    """Choose which backups to keep, by the moments at which they were made.

    Ages count from the newest one, not from a clock that may be wrong.
    """
    newest_first = sorted(moments, reverse=True)
    if not newest_first:
        return set()
    keep = {m for m in newest_first if newest_first[0] - m <= _ALL}
    for count, period in ((_DAYS, "%Y-%m-%d"), (_WEEKS, "%G-%V"), (_MONTHS, "%Y-%m")):
        last_of: dict[str, datetime] = {}
        for moment in newest_first:
            last_of.setdefault(moment.strftime(period), moment)
        keep.update(list(last_of.values())[:count])
    return keep
