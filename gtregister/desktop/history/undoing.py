"""Putting the last change back, and saying what could not be."""

from functools import partial

from gtregister.core import undo
from gtregister.core.undo import Undone
from gtregister.desktop import problems
from gtregister.desktop.page import Desk
from gtregister.i18n import _, ngettext, translated


def words(desk: Desk) -> str | None:
    """Name the change that would be put back; None if there is none."""
    change = undo.last(desk.register, desk.sitting)
    if change is None:
        return None
    return _named(change["what"], change["about"])


def redo_words(desk: Desk) -> str | None:
    """Name the change that would be made again; None if there is none."""
    change = undo.redoable(desk.register)
    if change is None or change["id"] <= desk.sitting:
        return None
    return _named(change["undone_what"], change["undone_about"])


def _named(what: str, about: str) -> str:
    what = translated(what)
    return _("{what}: {about}").format(what=what, about=about) if about else what


def undo_last(desk: Desk) -> None:
    """Put back the change that the person sees named, and not one made meanwhile."""
    change = undo.last(desk.register, desk.sitting)
    if change is None:
        return
    undo_change(desk, change["id"])


def undo_change(desk: Desk, number: int) -> None:
    """Put back one change, by its number."""
    desk.tasks.run(
        lambda register: undo.undo(register, number, desk.tasks.step),
        then=partial(_tell, desk),
        what=_("Undoing…"),
    )


def redo_last(desk: Desk) -> None:
    """Make the change again that was undone last."""
    desk.tasks.run(
        lambda register: undo.redo(register, desk.tasks.step),
        then=partial(_tell_redone, desk),
        what=_("Redoing…"),
    )


def _tell_redone(desk: Desk, redone: Undone) -> None:
    _tell_rest(desk, redone, _("Done again: {what}.").format(what=redone.what))


def _tell(desk: Desk, undone: Undone) -> None:
    _tell_rest(desk, undone, _("Undone: {what}.").format(what=undone.what))


def _tell_rest(desk: Desk, undone: Undone, said: str) -> None:
    """Say what was done, and what could not be since it was changed meanwhile."""
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
