"""What stands on every letter of the school, and who may be written to how."""

from dataclasses import replace
from datetime import date

from gtregister import options
from gtregister.core.telling import letter_settings
from gtregister.core.telling.letter_settings import LetterSettings
from gtregister.desktop.letters import telling_deeds
from gtregister.desktop.page import Desk
from gtregister.desktop.widgets.question_dialog import Answers, QuestionDialog
from gtregister.i18n import N_, _
from gtregister.options import Option

# The lines of the letterhead that are asked for; any below them stay as they are.
_LINES = {
    "line_1": N_("Under the school's name"),
    "line_2": N_("Second line"),
    "line_3": N_("Third line"),
    "line_4": N_("Fourth line"),
}


def edit(desk: Desk) -> QuestionDialog:
    """Ask for all of it, and keep what is changed."""
    held = letter_settings.of(desk.register)

    def keep(answers: Answers) -> None:
        letter_settings.update(desk.register, _changed(held, answers))
        telling_deeds.say(desk, _("The settings of letters are kept."))

    title = _("What is on every letter")
    asked = _questions(held)
    dialog = QuestionDialog(title, asked, _("&Save"), keep, desk.window)
    dialog.open()
    return dialog


def _changed(held: LetterSettings, answers: Answers) -> LetterSettings:
    typed = [str(answers[key] or "").strip() for key in _LINES]
    lines = [*filter(None, typed), *held.letterhead.splitlines()[len(_LINES) :]]
    age, since = answers["direct_age"], answers["told_since"]
    return replace(
        held,
        letterhead="\n".join(lines),
        signatory=str(answers["signatory"] or ""),
        signatory_role=str(answers["signatory_role"] or ""),
        enquiries=str(answers["enquiries"] or ""),
        direct_age=age if isinstance(age, int) else held.direct_age,
        siblings_together=bool(answers["siblings_together"]),
        responsibility=bool(answers["responsibility"]),
        told_since=since if isinstance(since, date) else None,
    )


def _questions(held: LetterSettings) -> list[Option]:
    lines = [*held.letterhead.splitlines(), *[""] * len(_LINES)]
    head = zip(_LINES.items(), lines, strict=False)
    return [
        *(options.text(key, title, line) for (key, title), line in head),
        options.text("signatory", N_("Who signs"), held.signatory),
        options.text("signatory_role", N_("As what"), held.signatory_role),
        options.text("enquiries", N_("Whom families ask, and how"), held.enquiries),
        options.number(
            "direct_age", N_("Pupils read at home from age"), held.direct_age
        ),
        Option("told_since", N_("Nothing older than"), "date", held.told_since),
        options.yes_no(
            "siblings_together", N_("One envelope for siblings"), held.siblings_together
        ),
        options.yes_no(
            "responsibility",
            N_("Write only to those known to have parental responsibility"),
            held.responsibility,
        ),
    ]
