"""Answering referrals: what has to be asked first, and what is offered afterwards."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtGui import QAction

from gtregister import options
from gtregister.core.identifying import decisions, identification, referrals, shortlist
from gtregister.core.identifying.identification import Judgement
from gtregister.core.identifying.placing import Key
from gtregister.core.identifying.referrals import Triage
from gtregister.core.register import Register
from gtregister.desktop.page import Desk
from gtregister.desktop.referrals.referral_panel import pupil_of
from gtregister.desktop.widgets import question_dialog
from gtregister.desktop.widgets.question_dialog import Answers, QuestionDialog
from gtregister.i18n import N_, _, ngettext
from gtregister.options import Option

Done = Callable[[], None]


def accept(desk: Desk, numbers: Sequence[int], then: Done) -> None:
    """Accept referrals; for one, offer to put its pupil on the register at once."""
    _each(desk, N_("Referral accepted"), numbers, referrals.accept)
    said = ngettext(
        "{n} referral accepted as evidence.",
        "{n} referrals accepted as evidence.",
        len(numbers),
    )
    _tell(desk, said, then)
    if len(numbers) == 1:
        desk.tasks.run(
            partial(_routes, number=numbers[0]),
            then=partial(_offer_to_add, desk, numbers[0]),
            what=_("Judging every pupil by the policy…"),
        )


def _routes(register: Register, number: int) -> tuple[list[Key], Judgement | None]:
    return shortlist.by_referral(register, number), identification.known(register)


def _offer_to_add(
    desk: Desk, number: int, found: tuple[list[Key], Judgement | None]
) -> None:
    keys, judgement = found
    if judgement is not None:
        identification.keep(desk.register, judgement)
    referral = referrals.find(desk.register, number)
    if referral["status"] != "accepted":
        return  # undone meanwhile
    said = _("The referral of {pupil} is accepted as evidence.")
    words = said.format(pupil=pupil_of(referral))
    offers = [desk.actions.undo]
    if keys:
        add = QAction(_("&Add to the register"), desk.notices)
        add.triggered.connect(partial(_add, desk, number, keys))
        offers.insert(0, add)
    desk.notices.say(words, "success", offers)


def _add(desk: Desk, number: int, keys: Sequence[Key]) -> None:
    """Put the pupil on the register, with what was said of them as the reason."""
    referral = referrals.find(desk.register, number)
    said = _("Referred by {who}: {reason}")
    why = said.format(who=referral["referrer"], reason=referral["reason"])
    decisions.decide_many(desk.register, "added", keys, why)
    words = _("{pupil} is on the register.").format(pupil=pupil_of(referral))
    desk.notices.say(words, "success", [desk.actions.undo])


def ask_for_more(desk: Desk, numbers: Sequence[int], then: Done) -> QuestionDialog:
    """Ask what is wanted, and note it."""

    def note(answers: Answers) -> None:
        wanted = str(answers["reason"] or "")
        more = partial(referrals.ask_for_more, wanted=wanted)
        _each(desk, N_("More wanted of a referral"), numbers, more)
        _tell(desk, _("Noted what is wanted."), then)

    questions = (options.text("reason", N_("What is wanted")),)
    hint = _("Such as a piece of work, a recording or a second opinion.")
    title = _("Ask for more")
    return _open(
        QuestionDialog(title, questions, _("&Note it"), note, desk.window, hint=hint)
    )


def decline(desk: Desk, numbers: Sequence[int], then: Done) -> QuestionDialog:
    """Ask why, and decline."""

    def record(reason: str) -> None:
        because = partial(referrals.decline, reason=reason)
        _each(desk, N_("Referral declined"), numbers, because)
        said = ngettext(
            "{n} referral declined.", "{n} referrals declined.", len(numbers)
        )
        _tell(desk, said, then)

    return question_dialog.ask_why(
        desk.window,
        _("Why is it declined?"),
        referrals.REASONS,
        _("&Decline"),
        record,
        hint=_("The reason is kept. Write it as if the family will read it."),
    )


def withdraw(desk: Desk, numbers: Sequence[int], then: Done) -> None:
    """Note that who referred takes it back."""
    _each(desk, N_("Referral withdrawn"), numbers, referrals.withdraw)
    said = ngettext("{n} referral withdrawn.", "{n} referrals withdrawn.", len(numbers))
    _tell(desk, said, then)


def look_into(desk: Desk, number: int) -> QuestionDialog:
    """Ask who looks into it, by when, and what they note."""
    known = referrals.find(desk.register, number)

    def note(answers: Answers) -> None:
        due = answers["due"]
        noted = Triage(
            by=str(answers["by"] or ""),
            due=due if isinstance(due, date) else None,
            note=str(answers["note"] or ""),
        )
        referrals.triage(desk.register, number, noted)
        said = _("Noted who looks into it.")
        desk.notices.say(said, "success", [desk.actions.undo])

    questions = (
        options.text("by", N_("Looked into by"), known["triage_by"]),
        Option("due", N_("By when (such as 27/11/2026)"), "date", known["triage_due"]),
        options.text("note", N_("Note"), known["triage_note"]),
    )
    return _open(
        QuestionDialog(_("Look into it"), questions, _("&Save"), note, desk.window)
    )


def _each(
    desk: Desk,
    what: str,
    numbers: Sequence[int],
    answer: Callable[[Register, int], None],
) -> None:
    """Answer several referrals alike, as one change that is undone at once."""
    with desk.register.change(what):
        for number in numbers:
            answer(desk.register, number)


def _tell(desk: Desk, words: str, then: Done) -> None:
    """Go on to the next referral, and say what was done with the last."""
    then()
    desk.notices.say(words, "success", [desk.actions.undo])


def _open(dialog: QuestionDialog) -> QuestionDialog:
    dialog.open()
    return dialog
