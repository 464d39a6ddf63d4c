"""What becomes of letters that go out: printed, sent or drafted, each with Undo."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtPrintSupport import QPrinter

from gtregister.core.register import Register
from gtregister.core.telling import letters, notices
from gtregister.core.telling.letter_writing import Written
from gtregister.desktop.exports import paper
from gtregister.desktop.page import Desk
from gtregister.i18n import _, ngettext

Batch = Sequence[Written]
Save = Callable[[Register], Batch]  # gives the letters that were saved


def print_out(desk: Desk, batch: Batch, pdf: bytes, printer: QPrinter) -> None:
    """Print letters off the window's thread, and mark them as printed once they are."""

    def job(register: Register) -> None:
        paper.put(pdf, printer, desk.tasks.step)
        if register.can_write:
            letters.mark_printed(register, batch)

    n = len(batch)
    said = (
        ngettext(
            "{n} letter is printed, and marked as printed.",
            "{n} letters are printed, and marked as printed.",
            n,
        )
        if desk.register.can_write
        else ngettext("{n} letter is printed.", "{n} letters are printed.", n)
    )
    desk.tasks.run(
        job,
        then=lambda _done: _say(desk, said),
        what=ngettext("Printing {n} letter…", "Printing {n} letters…", n),
    )


def mark_sent(desk: Desk, batch: Batch) -> None:
    """Mark letters as sent that went out some other way."""
    n = len(batch)
    said = ngettext("{n} letter marked as sent.", "{n} letters marked as sent.", n)
    desk.tasks.run(
        lambda register: letters.mark_sent(register, batch),
        then=lambda _done: _say(desk, said),
        what=_("Marking the letters…"),
    )


def save(
    desk: Desk, saving: Save, name: str, state: str, *, of: int | None = None
) -> None:
    """Save letters and keep them as drafts; then offer to mark them."""

    def job(register: Register) -> Batch:
        saved = saving(register)
        if register.can_write:
            letters.draft(register, saved)
        return saved

    what = _("Saving {name}…").format(name=name)
    desk.tasks.run(job, then=partial(_offer_to_mark, desk, name, state, of), what=what)


def _offer_to_mark(
    desk: Desk, name: str, state: str, of: int | None, saved: Batch
) -> None:
    n = len(saved)
    said = ngettext("{n} letter in {name}.", "{n} letters in {name}.", n, name=name)
    if of is not None and of > n:
        left = ngettext(
            "{n} has no address there.", "{n} have no address there.", of - n
        )
        said = _("{said} {rest}").format(said=said, rest=left)
    keys = [one.owed.key for one in saved if one.owed.key and not one.owed.is_told]
    if not keys or not desk.register.can_write:
        desk.notices.say(said, "success")
        return
    words = {
        "printed": _("&Mark as printed"),
        "sent": _("&Mark as sent"),
        "message": _("&Mark as sent"),
    }
    mark = QAction(words[state], desk.notices)
    mark.triggered.connect(partial(_mark, desk, keys, state))
    rest = _("They count as drafts until they are marked.")
    both = _("{said} {rest}").format(said=said, rest=rest)
    desk.notices.say(both, "success", [mark, desk.actions.undo])


def _mark(desk: Desk, keys: list[int], state: str, _on: bool = False) -> None:
    """Mark drafts; they are written again, as they stand now, to be kept."""

    def job(register: Register) -> int:
        found = letters.write(register, notices.chosen(register, keys)).letters
        if state == "printed":
            letters.mark_printed(register, found)
        else:
            way = "message" if state == "message" else "email"
            letters.mark_sent(register, found, way)
        return len(found)

    def say(n: int) -> None:
        said = (
            ngettext(
                "{n} letter marked as printed.", "{n} letters marked as printed.", n
            )
            if state == "printed"
            else ngettext(
                "{n} letter marked as sent.", "{n} letters marked as sent.", n
            )
        )
        _say(desk, said)

    desk.tasks.run(job, then=say, what=_("Marking the letters…"))


def _say(desk: Desk, said: str) -> None:
    undo = [desk.actions.undo] if desk.register.can_write else []
    desk.notices.say(said, "success", undo)
