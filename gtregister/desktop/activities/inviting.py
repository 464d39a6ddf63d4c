"""Giving pupils places: invited, added to the waiting list, and what came of it."""

from collections.abc import Sequence

from gtregister import options
from gtregister.core.enrichment import activities, places
from gtregister.core.enrichment.places import Given
from gtregister.desktop.activities import telling, words
from gtregister.desktop.page import Desk
from gtregister.desktop.widgets.question_dialog import Answers
from gtregister.i18n import N_, _, ngettext


def invite(
    desk: Desk, activity_id: int, pupil_ids: Sequence[int], why: str = ""
) -> None:
    """Invite pupils; if one has something else then, ask why that may be."""

    def deed(override: str) -> None:
        given = places.invite(
            desk.register, activity_id, pupil_ids, why, override=override
        )
        telling.told(desk, in_words(given))

    telling.unless_stopped(desk, deed)


def in_words(given: Given) -> str:
    """Say who has a place now, who waits, who had one already."""
    n = len(given.invited)
    said = [ngettext("{n} pupil is invited.", "{n} pupils are invited.", n)]
    if n := len(given.waiting):
        words = ngettext(
            "{n} waits, as there are no more places.",
            "{n} wait, as there are no more places.",
            n,
        )
        said = [*(said if given.invited else ()), words]
    if n := len(given.already):
        words = ngettext(
            "{n} was on the list already.", "{n} were on the list already.", n
        )
        said = [*(said if given.invited or given.waiting else ()), words]
    return " ".join(said)


def ask_where(desk: Desk, pupil_ids: Sequence[int]) -> bool:
    """Ask to which activity pupils are to be invited; False if there is none."""
    offered = words.called(desk.register)
    if not offered:
        return False

    def answer(answers: Answers) -> None:
        activity_id = int(words.text(answers["activity"]))
        invite(desk, activity_id, pupil_ids)

    n = len(pupil_ids)
    title = ngettext("Add {n} pupil to an activity", "Add {n} pupils to an activity", n)
    first = next(
        (key for key, _title in offered if _has_room(desk, int(key))), offered[0][0]
    )
    asked = [options.choice("activity", N_("Activity"), offered, first)]
    hint = _("Whoever has no place left is put on the waiting list, in this order.")
    button = ngettext("&Invite {n} pupil", "&Invite {n} pupils", n)
    telling.ask(desk, title, asked, button, answer, hint)
    return True


def _has_room(desk: Desk, activity_id: int) -> bool:
    return activities.of(desk.register, activity_id).places_left != 0


def title_of(desk: Desk, activity_id: int) -> str:
    """Name an activity."""
    return activities.of(desk.register, activity_id).title
