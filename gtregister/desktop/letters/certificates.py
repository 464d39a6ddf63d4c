"""Certificates for some pupils: asking what they are for."""

from collections.abc import Sequence

from gtregister import options
from gtregister.core.telling import awards
from gtregister.desktop.letters import previewing
from gtregister.desktop.page import Desk
from gtregister.desktop.widgets.question_dialog import Answers, QuestionDialog
from gtregister.i18n import N_, _, ngettext


def ask(desk: Desk, pupil_ids: Sequence[int]) -> QuestionDialog:
    """Ask what the certificates are for, and show them."""

    def show(answers: Answers) -> None:
        chosen, words = str(answers["activity"] or ""), str(answers["award"] or "")
        activity_id = int(chosen) if chosen else None
        previewing.show_certificates(desk, pupil_ids, activity_id, words)

    held = awards.activities_of(desk.register, frozenset(pupil_ids))
    activities = [("", N_("What each pupil did last, an award first"))]
    activities += [(str(number), title) for number, title in held]
    questions = (
        options.choice("activity", N_("What for"), activities, ""),
        options.text("award", N_("Or in your own words")),
    )
    n = len(pupil_ids)
    title = ngettext("A certificate for {n} pupil", "Certificates for {n} pupils", n)
    hint = _("Such as: outstanding work in the maths challenge.")
    dialog = QuestionDialog(
        title, questions, _("&Preview…"), show, desk.window, hint=hint
    )
    dialog.open()
    return dialog
