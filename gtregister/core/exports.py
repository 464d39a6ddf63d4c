"""Tables out of the register: hand them to a writer, and note that data left."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from gtregister import settings
from gtregister.core import school
from gtregister.core.register import Register
from gtregister.discovery import discover
from gtregister.errors import UserError
from gtregister.i18n import N_, _, translated
from gtregister.table import Imprint, Table
from gtregister.writers import Step, Writer, no_step


def writers() -> dict[str, Writer]:
    """Name the kinds of file there are, by the ending that chooses each."""
    found = discover("gtregister.writers", "WRITER", Writer)
    return {writer.suffix: writer for writer in found.values()}


def writer_for(path: Path) -> Writer:
    """Choose the writer by the ending of a file name."""
    known = writers()
    writer = known.get(path.suffix.lower())
    if writer is None:
        said = _("“{name}” has no ending that says the kind of file. Use {endings}.")
        endings = ", ".join(sorted(known))
        raise UserError(said.format(name=path.name or path, endings=endings), "out")
    return writer


def imprint(register: Register, facts: tuple[str, ...] = ()) -> Imprint:
    """Say whose register it is, who asks, and when."""
    return Imprint(
        school.of(register).name,
        register.user,
        register.today,
        facts,
        confidential=settings.load().confidential,
    )


def save(
    register: Register,
    table: Table,
    path: Path,
    *,
    facts: tuple[str, ...] = (),
    sensitive: bool | None = None,
    overwrite: bool = True,
    step: Step = no_step,
) -> None:
    """Write a table to a file, whole or not at all, and log that data left.

    Sensitive columns go in if `sensitive` says so; if it is None, as the kind of file
    has it. A register that is open only to be read cannot hold the log entry, and
    gives its data all the same.
    """
    writer = writer_for(path)
    if not (writer.sensitive if sensitive is None else sensitive):
        table = table.without({c.key for c in table.columns if c.sensitive})
    title = translated(table.title)
    with leaving(register, title, path, overwrite=overwrite) as part:
        writer.write(table, imprint(register, facts), part, step)


@contextmanager
def leaving(
    register: Register, title: str, path: Path, *, overwrite: bool = True
) -> Iterator[Path]:
    """Give a file to write in the place of `path`, whole or not at all, and log it."""
    if path.exists() and not overwrite:
        said = _("{name} is there already. Choose another name, or use --overwrite.")
        raise UserError(said.format(name=path.name), "out")
    part = path.with_name(f".{secrets.token_hex(8)}{path.suffix}")
    with told(path, part):
        yield part
        _log(register, title, path)
        part.replace(path)


def _log(register: Register, title: str, path: Path) -> None:
    if register.can_write:
        about = _("{title}, to {name}").format(title=title, name=path.name)
        with register.change(N_("Exported"), about=about):
            pass


@contextmanager
def told(path: Path, part: Path) -> Iterator[None]:
    """Say in a sentence why a file cannot be written, and leave no part of it."""
    try:
        yield
    except PermissionError:
        said = _("{name} cannot be written. Close it if it is open, or choose another.")
        raise UserError(said.format(name=path.name), "out") from None
    except OSError as error:
        said = _("{name} cannot be written: {why}. Choose another folder.")
        why = error.strerror or str(error)
        raise UserError(said.format(name=path.name, why=why), "out") from None
    finally:
        part.unlink(missing_ok=True)
