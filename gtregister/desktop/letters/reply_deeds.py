"""Answering a slip from the list, and reminding those whose slip did not come back."""

from collections.abc import Sequence

from gtregister import options
from gtregister.core.telling import answers, letter_lists, slips
from gtregister.core.telling.slip_numbers import number
from gtregister.desktop.letters import telling_deeds
from gtregister.desktop.page import Desk
from gtregister.desktop.widgets.question_dialog import Answers, QuestionDialog
from gtregister.i18n import _


def enter(desk: Desk, slip_id: int) -> QuestionDialog:
    """Ask each question of a slip, and enter the answers."""
    slip = slips.find(desk.register, number(slip_id))

    def keep(ticked: Answers) -> None:
        said = ["yes" if ticked[key] else "no" for key, _words in slip.questions]
        came = answers.enter(desk.register, slip.number, said, replace=True)
        telling_deeds.say(desk, came.said)

    questions = [
        options.yes_no(key, words, slip.answers.get(key, False))
        for key, words in slip.questions
    ]
    said = _("Reply {number}: {child}").format(number=slip.number, child=slip.child)
    hint = _("Tick what was answered with yes.")
    words = _("&Enter the reply")
    dialog = QuestionDialog(said, questions, words, keep, desk.window, hint=hint)
    dialog.open()
    return dialog


def reminders(desk: Desk, slip_ids: Sequence[int]) -> list[int]:
    """Find the reminders that are owed for slips; say so if there are none."""
    found = [slips.find(desk.register, number(slip_id)) for slip_id in slip_ids]
    keys = letter_lists.reminders(desk.register, {slip.notice_id for slip in found})
    if not keys:
        said = _(
            "Nobody is to be reminded now: the day to reply has not passed, or they "
            "were reminded twice."
        )
        desk.notices.say(said, "note")
    return keys
