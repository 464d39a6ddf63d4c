"""Putting the last change back, and saying what could not be."""

from functools import partial

from gtregister.core import undo
from gtregister.core.undo import Undone
from gtregister.desktop import problems
from gtregister.desktop.page import Desk
from gtregister.i18n import _, ngettext, translated


def words(desk: Desk) -> str | None:
    """Name the change that would be put back; None if there is none."""
    change = undo.last(desk.register)
    if change is None:
        return None
    what = translated(change["what"])
    about = change["about"]
    return _("{what}: {about}").format(what=what, about=about) if about else what


def undo_last(desk: Desk) -> None:
    """Put back the change that the person sees named, and not one made meanwhile."""
    change = undo.last(desk.register)
    if change is None:
        return
    number: int = change["id"]
    desk.tasks.run(
        lambda register: undo.undo(register, number),
        then=partial(_tell, desk),
        what=_("Undoing: {what}…").format(what=translated(change["what"])),
    )


def _tell(desk: Desk, undone: Undone) -> None:
    said = _("Undone: {what}.").format(what=undone.what)
    if not undone.kept:
        desk.notices.say(said, "success")
        return
    count = len(undone.kept)
    kept = ngettext(
        "{n} thing was changed since and stays as it is.",
        "{n} things were changed since and stay as they are.",
        count,
    )
    desk.notices.say(f"{said} {kept}", "warning")
    box = problems.box(desk.window, said, kept)
    box.setDetailedText("\n".join(k.text for k in undone.kept))
    box.open()
