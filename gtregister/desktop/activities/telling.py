"""What every deed on activities does besides: it asks, and says what came of it."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QComboBox

from gtregister.desktop import style
from gtregister.desktop.page import Desk
from gtregister.desktop.widgets import question_dialog
from gtregister.desktop.widgets.question_dialog import Answers, QuestionDialog
from gtregister.errors import UserError
from gtregister.i18n import N_, _
from gtregister.options import Option

# The fields that a UserError names when something stands against a deed that a person
# may do all the same: another activity at that time, or a day when school is closed.
_MAY_STAND = {"override", "day"}
_WHY = (
    N_("Agreed with whoever leads the other activity"),
    N_("They come to one part of each"),
    N_("It is held although the school is closed"),
)


def told(desk: Desk, said: str, look: str = "") -> None:
    """Say what was done and what to look at again, and offer to undo it."""
    words = f"{said} {look}" if look else said
    desk.notices.say(words, "warning" if look else "success", [desk.actions.undo])


def ask(
    desk: Desk,
    title: str,
    questions: Sequence[Option],
    words: str,
    answer: Callable[[Answers], None],
    hint: str = "",
) -> QuestionDialog:
    """Open a dialog that asks some questions."""
    dialog = QuestionDialog(title, questions, words, answer, desk.window, hint=hint)
    for choice in dialog.findChildren(QComboBox):
        # Else one long choice of many makes the form wider than its dialog.
        choice.setMinimumWidth(style.scaled(200))
    dialog.open()
    return dialog


def ask_why(
    desk: Desk,
    title: str,
    reasons: Sequence[str],
    words: str,
    answer: Callable[[str], None],
    hint: str = "",
) -> None:
    """Ask for a reason, and go on with it."""
    question_dialog.ask_why(desk.window, title, reasons, words, answer, hint=hint)


def unless_stopped(desk: Desk, deed: Callable[[str], None]) -> None:
    """Do something; if a clash stands against it, ask why it may be all the same.

    The deed gets that reason, which is kept, or nothing at the first attempt.
    """
    try:
        deed("")
    except UserError as error:
        if error.field not in _MAY_STAND:
            raise
        ask_why(
            desk, _("Something stands against it"), _WHY, _("&Do it"), deed, error.text
        )
