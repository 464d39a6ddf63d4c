"""Noting that people were told otherwise, need not be told, or what was decided."""

from collections.abc import Sequence

from gtregister import options
from gtregister.core.telling import notices, wishes
from gtregister.desktop.page import Desk
from gtregister.desktop.widgets import question_dialog
from gtregister.desktop.widgets.question_dialog import Answers, QuestionDialog
from gtregister.i18n import N_, _, ngettext

_WHY_NOT = (
    N_("The family asked for no letters"),
    N_("They were told at a parents' evening"),
    N_("It was a mistake, and is put right"),
)
_DECIDED_WHY = (
    N_("The family's wish"),
    N_("Talked about with the family, who agree"),
    N_("The family will think about it"),
)


def tell(desk: Desk, keys: Sequence[int]) -> QuestionDialog:
    """Ask how people were told, and note it."""

    def note(answers: Answers) -> None:
        way, said = str(answers["way"]), str(answers["said"] or "")
        notices.tell(desk.register, keys, way, said)
        say(desk, ngettext("{n} marked as told.", "{n} marked as told.", len(keys)))

    ways = [(way, notices.WAYS[way]) for way in reversed(notices.WAYS)]
    questions = (
        options.choice("way", N_("How"), ways, "spoken"),
        options.text("said", N_("What was said, if you like")),
    )
    title = ngettext("How was {n} told?", "How were these {n} told?", len(keys))
    hint = _("It is noted with today's date and your name.")
    dialog = QuestionDialog(
        title, questions, _("&Mark as told"), note, desk.window, hint=hint
    )
    dialog.open()
    return dialog


def set_aside(desk: Desk, keys: Sequence[int]) -> QuestionDialog:
    """Ask why nobody needs to be told, and note it."""

    def note(why: str) -> None:
        notices.set_aside(desk.register, keys, why)
        n = len(keys)
        say(desk, ngettext("{n} is not needed.", "{n} are not needed.", n))

    return question_dialog.ask_why(
        desk.window,
        _("Why does nobody need to be told?"),
        _WHY_NOT,
        _("&Not needed"),
        note,
        hint=_("The reason is kept. Write it as if the family will read it."),
    )


def decide(desk: Desk, wish_id: int) -> QuestionDialog:
    """Ask what the school decided about a wish, and note it."""

    def note(answers: Answers) -> None:
        why = str(answers["why"] or "")
        wishes.decide(desk.register, wish_id, str(answers["decided"]), why)
        say(desk, _("Noted what was decided."))

    questions = (
        options.choice("decided", N_("Decided"), list(wishes.DECISIONS.items())),
        options.text("why", N_("Why")),
    )
    hint = _(
        "Taking the pupil off the register is a step of its own: “Remove…” on the "
        "Register page."
    )
    title = _("What was decided?")
    dialog = QuestionDialog(
        title, questions, _("&Note it"), note, desk.window, hint=hint
    )
    dialog.open()
    return dialog


def say(desk: Desk, words: str) -> None:
    """Say what was done, and offer to undo it."""
    desk.notices.say(words, "success", [desk.actions.undo])
