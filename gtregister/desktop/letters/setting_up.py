"""What is set once for letters: the templates, what is offered, what is on each."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from gtregister import options
from gtregister.core import school
from gtregister.core.roll import pupils, staff
from gtregister.core.telling import letter_settings, offers
from gtregister.core.telling.letter_settings import KINDS, Rule
from gtregister.desktop.letters import every_letter, telling_deeds
from gtregister.desktop.page import Desk
from gtregister.desktop.widgets.list_dialog import ListDialog
from gtregister.desktop.widgets.question_dialog import Answers, QuestionDialog
from gtregister.errors import UserError
from gtregister.i18n import N_, _, translated


def edit_templates(desk: Desk) -> None:
    """Show the templates, to read or to edit."""
    from gtregister.desktop.letters.templates_dialog import TemplatesDialog

    TemplatesDialog(desk).open()


def show_offers(desk: Desk) -> ListDialog:
    """Show what letters say is offered, to add to it or take out."""
    hint = _(
        "A letter about the register opens with what the pupil is offered: these, and "
        "the activities in which the pupil has a place."
    )
    dialog = ListDialog(
        _("What we offer"),
        hint,
        pupils.folded,
        _("Say what each strand or subject is offered, in words for a family."),
        desk.window,
    )

    def show() -> None:
        dialog.show_table(offers.table(desk.register))

    def add() -> None:
        _ask_offer(desk, show)

    def remove(offer_id: int) -> None:
        offers.remove(desk.register, offer_id)
        telling_deeds.say(desk, _("No longer offered."))
        show()

    show()
    if desk.register.can_write:
        new = QPushButton(_("&Add…"), dialog)
        new.clicked.connect(add)
        dialog.body.insertWidget(2, new, 0, Qt.AlignmentFlag.AlignLeft)
        dialog.add_button(_("&Remove"), remove)
    dialog.open()
    return dialog


def _ask_offer(desk: Desk, then: Callable[[], None]) -> None:
    def keep(answers: Answers) -> None:
        strand, _dot, subject = str(answers["whom"] or "").partition(".")
        said = str(answers["offer"] or "")
        offers.add(desk.register, said, strand=strand or None, subject=subject or None)
        telling_deeds.say(desk, _("Noted what is offered."))
        then()

    whom = [(f"{key}.", words) for key, words in school.strands(desk.register).items()]
    subjects = staff.subjects(desk.register).only(["name"]).rows
    whom += [(f".{name}", str(name)) for (name,) in subjects]
    asked = (
        options.text("offer", N_("What is offered, as a letter says it")),
        options.choice("whom", N_("To whom"), whom, whom[0][0]),
    )
    title, words = _("What is offered?"), _("&Add")
    hint = _("Such as: a problem-solving group on Thursdays after school.")
    QuestionDialog(title, asked, words, keep, desk.window, hint=hint).open()


def show_rules(desk: Desk) -> ListDialog:
    """Show who is told of what, and when, to change it."""
    dialog = ListDialog(
        _("Who is told, and when"),
        _("Letters wait on this page from the day that something happens."),
        pupils.folded,
        _("There are no rules."),
        desk.window,
    )

    def show() -> None:
        dialog.show_table(letter_settings.rules_table(desk.register))

    def change(row: int) -> None:
        _ask_rule(desk, list(letter_settings.rules(desk.register).values())[row], show)

    show()
    if desk.register.can_write:
        dialog.add_button(_("&Change…"), change)
    dialog.open()
    return dialog


def _ask_rule(desk: Desk, held: Rule, then: Callable[[], None]) -> None:
    def keep(answers: Answers) -> None:
        within, reply = answers["within_days"], answers["reply_days"]
        if not isinstance(within, int):
            said = _("Write how many days there are as a number, such as 14.")
            raise UserError(said, "within_days")
        rule = replace(
            held,
            to_pupil=bool(answers["to_pupil"]),
            to_parents=bool(answers["to_parents"]),
            within_days=within,
            reply_days=reply if isinstance(reply, int) else None,
        )
        letter_settings.set_rule(desk.register, rule)
        telling_deeds.say(desk, _("The rule is kept."))
        then()

    asked = (
        options.yes_no("to_pupil", N_("The pupil is told"), held.to_pupil),
        options.yes_no("to_parents", N_("Parents are told"), held.to_parents),
        options.number("within_days", N_("Told within so many days"), held.within_days),
        options.number("reply_days", N_("Reply within so many days"), held.reply_days),
    )
    title, hint = translated(KINDS[held.kind]), _("No number: no reply is asked for.")
    QuestionDialog(title, asked, _("&Save"), keep, desk.window, hint=hint).open()


DEEDS = (
    (N_("&Templates…"), edit_templates),
    (N_("What we &offer…"), show_offers),
    (N_("What is on &every letter…"), every_letter.edit),
    (N_("Who is told, and &when…"), show_rules),
)
