"""Checking the register, backing it up, and saving a copy of it."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from gtregister.core import backup, checks
from gtregister.core.register import Register
from gtregister.desktop import problems
from gtregister.desktop.page import Desk
from gtregister.i18n import N_, _, ngettext


def check(desk: Desk) -> None:
    """See whether the file of the register is sound, and say so."""
    desk.tasks.run(
        lambda register: checks.damage(register.file),
        then=partial(_tell_checked, desk),
        what=_("Checking the register…"),
    )


def _tell_checked(desk: Desk, wrong: list[str]) -> None:
    if not wrong:
        said = _("The register is sound: every row and every link was checked.")
        desk.notices.say(said, "success")
        return
    said = ngettext(
        "{n} thing is wrong with this register. Restore the newest backup.",
        "{n} things are wrong with this register. Restore the newest backup.",
        len(wrong),
    )
    desk.notices.say(said, "error", [desk.actions.restore])
    box = problems.box(desk.window, said)
    box.setDetailedText("\n".join(wrong))
    box.open()


def back_up(desk: Desk) -> None:
    """Back the register up now, and say where the copy lies."""
    desk.tasks.run(
        lambda register: backup.make(register.file),
        then=partial(_tell_backed_up, desk),
        what=_("Making a backup…"),
    )


def _tell_backed_up(desk: Desk, made: Path) -> None:
    said = _("The backup is made and checked. It lies in {folder}.")
    desk.notices.say(said.format(folder=made.parent), "success")


def save_copy(desk: Desk) -> None:
    """Ask for a place and copy the whole register there."""
    path = desk.register.path
    name = _("Copy of {name}").format(name=path.name)
    chosen, _kind = QFileDialog.getSaveFileName(
        desk.window, _("Save a copy"), str(path.with_name(name)), "*.gtreg"
    )
    if not chosen:
        return
    target = Path(chosen)
    if target.suffix != ".gtreg":
        target = target.with_name(f"{target.name}.gtreg")
    desk.tasks.run(
        lambda register: _copy(register, target),
        then=lambda _done: desk.notices.say(
            _("The copy is saved as {name}.").format(name=target.name), "success"
        ),
        what=_("Saving {name}…").format(name=target.name),
    )


def _copy(register: Register, target: Path) -> None:
    """Copy the register, and note that data left."""
    backup.copy(register.file, target)
    if register.can_write:
        with register.change(N_("Copied"), about=target.name):
            pass
