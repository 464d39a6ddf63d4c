"""Pins and bars by hand: the reasons that stand ready, and asking for one."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from gtregister import options
from gtregister.core.enrichment import choice_rounds, suggestions
from gtregister.core.enrichment.activities import Activity
from gtregister.desktop.activities import telling, words
from gtregister.desktop.page import Desk
from gtregister.desktop.widgets import question_dialog
from gtregister.desktop.widgets.question_dialog import Answers
from gtregister.i18n import N_, _, ngettext, translated

PIN = (
    N_("Would gain most from it"),
    N_("Has a part in it already"),
    N_("The family asked"),
)
BAR = (N_("Has enough on"), N_("Not for this activity"), N_("The family asked"))


def ask_why(
    parent: QWidget,
    what: str,
    n: int,
    reasons: Sequence[str],
    answer: Callable[[str], None],
) -> None:
    """Ask why so many pupils are pinned or barred, and go on with the reason."""
    title = ngettext("{what} {n} pupil", "{what} {n} pupils", n, what=what)
    question_dialog.ask_why(parent, title, reasons, what, answer)


def pin_choice(desk: Desk, round_id: int, pupil_ids: Sequence[int]) -> None:
    """Ask to which activity of a round pupils are pinned, chosen by them or not."""

    def pin(activity_id: int, why: str) -> None:
        register = desk.register
        known = choice_rounds.by_pupil(register, round_id)
        missing = {
            pupil_id: [*known.get(pupil_id, ()), activity_id]
            for pupil_id in pupil_ids
            if activity_id not in known.get(pupil_id, ())
        }
        with register.change(N_("Pupils pinned"), why):
            choice_rounds.enter_all(register, round_id, missing)
            suggestions.pin(register, activity_id, pupil_ids, why)
        telling.told(desk, _("Pinned. They come first there."))

    _ask(desk, round_id, _("&Pin"), len(pupil_ids), PIN, pin)


def bar_choice(desk: Desk, round_id: int, pupil_ids: Sequence[int]) -> None:
    """Ask from which activity of a round pupils are barred."""

    def bar(activity_id: int, why: str) -> None:
        suggestions.bar(desk.register, activity_id, pupil_ids, why)
        telling.told(desk, _("Barred. They do not get it."))

    _ask(desk, round_id, _("&Bar"), len(pupil_ids), BAR, bar)


def release_choices(desk: Desk, round_id: int, pupil_ids: Sequence[int]) -> None:
    """Neither pin nor bar pupils in any activity of a round any more."""
    with desk.register.change(N_("Pin or bar taken away")):
        for activity in choice_rounds.offered(desk.register, round_id):
            suggestions.release(desk.register, activity.id, pupil_ids)
    telling.told(desk, _("Neither pinned nor barred any more."))


def _ask(
    desk: Desk,
    round_id: int,
    what: str,
    n: int,
    reasons: Sequence[str],
    deed: Callable[[int, str], None],
) -> None:
    choice_rounds.must_be_open(desk.register, round_id)
    offered = choice_rounds.offered(desk.register, round_id)
    asked = (
        options.choice("activity", N_("Activity"), _named(offered), str(offered[0].id)),
        options.choice("reason", N_("Reason"), [(one, one) for one in reasons]),
        options.text("words", N_("Or in your own words")),
    )

    def answer(answers: Answers) -> None:
        why = words.text(answers["words"]) or translated(words.text(answers["reason"]))
        deed(int(words.text(answers["activity"])), why)

    plain = what.replace("&", "")
    title = ngettext("{what} {n} pupil", "{what} {n} pupils", n, what=plain)
    telling.ask(desk, title, asked, what, answer)


def _named(offered: Sequence[Activity]) -> list[tuple[str, str]]:
    return [(str(each.id), each.title) for each in offered]
