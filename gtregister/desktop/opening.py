"""Opening a register: alone if it is free, else only to be read, as the person says."""

from pathlib import Path

from PySide6.QtWidgets import QMessageBox, QWidget

from gtregister import settings
from gtregister.core import backup
from gtregister.core.register import Lock, NotWritable, Owner, Register, Taken
from gtregister.desktop import locked, problems
from gtregister.i18n import N_, _


def open_register(parent: QWidget | None, path: Path) -> Register | None:
    """Open a register to write it, else to read it; None if the person gives it up.

    Raises UserError if it cannot be opened at all.
    """
    user = settings.person()
    try:
        return Register.open(path, user)
    except Taken as taken:
        if not taken.is_dead:
            return Register.open_to_read(path, user, holder=taken.owner)
        return _after(parent, path, taken.owner)
    except NotWritable:
        return Register.open_to_read(path, user)


def raise_elsewhere(path: Path) -> bool:
    """Raise the window of this computer that has a register; False if there is none."""
    if not path.with_name(f"{path.name}.lock").exists():
        return False
    # Loaded only when somebody has the register, since the window comes first.
    from gtregister.desktop import instance

    return instance.raise_other(path)


def restore(copy: Path, path: Path) -> None:
    """Put a backup in the place of a register that nobody has open, and log it."""
    user = settings.person()
    backup.restore(copy, path, Lock.take(path, user))
    with (
        Register.open(path, user) as register,
        register.change(N_("Backup restored"), about=copy.name),
    ):
        pass


def take_over(parent: QWidget | None, path: Path, owner: Owner) -> Register | None:
    """Put out an owner whose computer is switched off, once the person is sure."""
    said = _("Take this register over from {person}?").format(**locked.names(owner))
    more = _(
        "Do this only if the program no longer runs on {computer}. If it does, "
        "{person} will not be able to save there any more."
    )
    box = problems.box(parent, said, more.format(**locked.names(owner)))
    agree = box.addButton(_("Take it over"), QMessageBox.ButtonRole.AcceptRole)
    stay = box.addButton(_("Leave it"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(stay)
    box.exec()
    if box.clickedButton() is not agree:
        return None
    return Register.open(path, settings.person(), over=owner.token)


def _after(parent: QWidget | None, path: Path, owner: Owner) -> Register | None:
    """Ask what to do about a program that ended without closing the register."""
    said = _(
        "{person} had this register open on {computer} since {moment}, but that "
        "program has ended without closing it."
    )
    more = _("Everything that was saved then is there.")
    box = problems.box(parent, said.format(**locked.names(owner)), more)
    agree = box.addButton(_("Take it over"), QMessageBox.ButtonRole.AcceptRole)
    look = box.addButton(_("Open it to look"), QMessageBox.ButtonRole.ActionRole)
    box.addButton(_("Cancel"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(agree)
    box.exec()
    user = settings.person()
    if box.clickedButton() is agree:
        return Register.open(path, user, over=owner.token)
    if box.clickedButton() is look:
        return Register.open_to_read(path, user, holder=owner)
    return None
