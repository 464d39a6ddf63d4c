"""A file that is held over a window: what dropping it there would do."""

from pathlib import Path

from gtregister.i18n import _


def words(path: Path, *, can_write: bool) -> str | None:
    """Say what dropping a file on the window of a register does; None for nothing."""
    if is_register(path):
        return _("Drop to open the register {name}").format(name=path.stem)
    if not can_import(path):
        return None
    if not can_write:
        return _("This register is open only to be read, so nothing can come in")
    return _("Drop to see what importing {name} would do").format(name=path.name)


def words_without_register(path: Path) -> str | None:
    """Say what dropping a file does where no register is open yet."""
    if is_register(path):
        return _("Drop to open the register {name}").format(name=path.stem)
    if not can_import(path):
        return None
    return _("Drop to set up a register and begin with {name}").format(name=path.name)


def is_register(path: Path) -> bool:
    """Say whether a file is a register, by the ending of its name."""
    return path.suffix.lower() == ".gtreg"


def can_import(path: Path) -> bool:
    """Say whether a file is of a kind that can be imported."""
    from gtregister.desktop.imports import importing  # it takes a moment to load

    return importing.can_read(path)
