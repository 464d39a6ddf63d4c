"""What can be done to the entries that are chosen in the register."""

from collections.abc import Sequence
from functools import partial

from gtregister import options
from gtregister.core.identifying import entries
from gtregister.core.register import Register
from gtregister.desktop.page import Desk
from gtregister.desktop.pupils import pupil_deeds
from gtregister.desktop.widgets.question_dialog import Answers
from gtregister.errors import UserError
from gtregister.i18n import N_, _, ngettext, translated

_OTHER = ""
_MORE = options.text("more", N_("In your own words"))


def invite(desk: Desk, entry_ids: Sequence[int]) -> None:
    """Ask to which activity the pupils of these entries are to be invited."""
    desk.go_to("activities", {"invite": _pupils(desk, entry_ids)})


def write(desk: Desk, entry_ids: Sequence[int]) -> None:
    """Show the letters about the pupils of these entries."""
    desk.go_to("letters", {"pupils": _pupils(desk, entry_ids)})


def _pupils(desk: Desk, entry_ids: Sequence[int]) -> list[int]:
    found = (entries.pupil_of(desk.register, entry_id) for entry_id in entry_ids)
    return [p for p in dict.fromkeys(found) if p is not None]


def remove(desk: Desk, entry_ids: Sequence[int]) -> None:
    """Ask why, and take entries off the register."""
    from gtregister.core.identifying import together

    n = len(entry_ids)
    title = ngettext("Remove {n} entry", "Remove {n} entries", n)
    hint = _("They leave the register today. Their history stays, and you can undo it.")
    asked = [_reasons(together.REASONS_TO_LEAVE), _MORE]
    answer = partial(_set_status, desk, entry_ids, "left")
    pupil_deeds.ask(desk, title, asked, _("&Remove"), answer, hint)


def change_status(desk: Desk, entry_ids: Sequence[int]) -> None:
    """Ask which status entries go to, and why."""
    from gtregister.core.identifying import together

    def answer(answers: Answers) -> None:
        _set_status(desk, entry_ids, pupil_deeds.said(answers["status"]), answers)

    n = len(entry_ids)
    title = ngettext("Change the status of {n} entry", "Change {n} entries", n)
    to = [(key, entries.STATUSES[key]) for key in ("watching", "paused", "on")]
    asked = [
        options.choice("status", N_("Status"), to, to[0][0]),
        _reasons(together.REASONS_TO_MOVE),
        _MORE,
    ]
    pupil_deeds.ask(desk, title, asked, _("&Change the status"), answer)


def _reasons(reasons: Sequence[str]) -> options.Option:
    """Offer reasons; what is stored is the words, in the language of the person."""
    offered = [(translated(reason), reason) for reason in reasons]
    other = (_OTHER, N_("Another reason"))
    return options.choice("reason", N_("Reason"), [*offered, other], offered[0][0])


def _set_status(
    desk: Desk, entry_ids: Sequence[int], status: str, answers: Answers
) -> None:
    """Do it off the window's thread, since the evidence of each is kept with it."""
    chosen, more = (pupil_deeds.said(answers[key]) for key in ("reason", "more"))
    reason = ". ".join(filter(None, (chosen, more.strip())))
    if not reason:
        raise UserError(_("Say why, in your own words."), "more")

    def job(register: Register) -> int:
        from gtregister.core.identifying import together

        step = desk.tasks.step
        return together.set_status(register, entry_ids, status, reason, step)

    what = _("Removing…") if status == "left" else _("Changing…")
    desk.tasks.run(job, then=partial(_tell, desk, status), what=what)


def _tell(desk: Desk, status: str, moved: int) -> None:
    if not moved:
        desk.notices.say(_("Nothing was changed: they are so already."), "note")
        return
    if status == "left":
        said = ngettext(
            "Removed {n} entry from the register.",
            "Removed {n} entries from the register.",
            moved,
        )
    else:
        words = translated(entries.STATUSES[status])
        said = ngettext(
            "{n} entry: {status}.", "{n} entries: {status}.", moved, status=words
        )
    pupil_deeds.told(desk, said)
