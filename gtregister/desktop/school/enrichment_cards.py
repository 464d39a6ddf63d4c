"""Settings of enrichment: what its kinds are called, and who provides it."""

from collections.abc import Callable

from gtregister import options
from gtregister.core.enrichment import activity_kinds, partners
from gtregister.desktop.page import Desk
from gtregister.desktop.school.list_card import ListCard
from gtregister.desktop.widgets.question_dialog import Answers, QuestionDialog
from gtregister.i18n import N_, _


def kinds_card(desk: Desk) -> ListCard:
    """Make the card of the kinds of activity."""
    register = desk.register
    shown = ("name", "ours", "activities", "offered")
    card = ListCard(
        _("Kinds of activity"),
        lambda: activity_kinds.table(register).only(shown),
        "",
        desk.window,
    )

    def add(_key: int | None) -> None:
        def answer(answers: Answers) -> None:
            activity_kinds.add(register, str(answers["name"] or ""))

        _ask_name(desk, _("New kind of activity"), None, answer)

    def rename(number: int | None) -> None:
        key = activity_kinds.at(register, number or 0)

        def answer(answers: Answers) -> None:
            activity_kinds.rename(register, key, str(answers["name"] or ""))

        held = activity_kinds.names(register)[key]
        _ask_name(desk, _("Kind of activity"), held, answer)

    def offer(number: int | None) -> None:
        key = activity_kinds.at(register, number or 0)
        if key in activity_kinds.offered(register):
            activity_kinds.hide(register, key)
        else:
            activity_kinds.bring_back(register, key)

    card.add_button(_("Add a kind…"), add, of_row=False)
    card.add_button(_("Rename…"), rename)
    card.add_button(_("Hide or bring back"), offer)
    return card


def partners_card(desk: Desk) -> ListCard:
    """Make the card of the organisations that provide enrichment."""
    register = desk.register
    card = ListCard(
        _("Partners"),
        lambda: partners.table(register),
        _("No partner is entered yet: a university, a theatre, another school."),
        desk.window,
    )

    def ask(key: int | None) -> None:
        held = None if key is None else partners.of(register, key)

        def answer(answers: Answers) -> None:
            partners.keep(register, key, answers)

        asked = partners.questions(held)
        QuestionDialog(_("Partner"), asked, _("&Save"), answer, desk.window).open()

    def remove(key: int | None) -> None:
        if key is not None:
            partners.remove(register, key)

    card.add_button(_("Add a partner…"), ask, of_row=False)
    card.add_button(_("Change…"), ask)
    card.add_button(_("Remove"), remove)
    return card


def _ask_name(
    desk: Desk, title: str, held: str | None, answer: Callable[[Answers], None]
) -> None:
    asked = [options.text("name", N_("Name"), held)]
    QuestionDialog(title, asked, _("&Save"), answer, desk.window).open()
