"""What the people who go must know of a pupil on the day, and on which bus they are."""

from collections.abc import Sequence

from gtregister import options
from gtregister.core.enrichment import activity_parts, consents, places
from gtregister.desktop.activities import telling, words
from gtregister.desktop.page import Desk
from gtregister.desktop.widgets.question_dialog import Answers
from gtregister.errors import UserError
from gtregister.i18n import N_, _, ngettext

_KEYS = ("medical", "dietary", "note")


def ask_for_notes(desk: Desk, place_id: int) -> None:
    """Ask what is printed beside a pupil on the rosters of this activity."""
    (place,) = places.rows_of(desk.register, [place_id])

    def answer(answers: Answers) -> None:
        typed = {key: words.text(answers[key]) or None for key in _KEYS}
        consents.note(desk.register, place_id, **typed)
        telling.told(desk, _("The note stands on the rosters."))

    asked = [
        options.text("medical", N_("Medical"), place["medical"]),
        options.text("dietary", N_("Diet"), place["dietary"]),
        options.text("note", N_("Note"), place["note"]),
    ]
    hint = _("Only what the leader must know on that day: this is no medical record.")
    telling.ask(desk, _("Note for the day"), asked, _("&Note it"), answer, hint)


def ask_for_bus(desk: Desk, activity_id: int, place_ids: Sequence[int]) -> None:
    """Ask on which bus pupils travel."""
    buses = activity_parts.buses(desk.register, activity_id)
    if not buses:
        said = _("No bus is planned. Write the buses into the plan, behind More.")
        raise UserError(said)

    def answer(answers: Answers) -> None:
        chosen = words.text(answers["bus"])
        bus = int(chosen) if chosen else None
        consents.put_on_bus(desk.register, place_ids, bus)
        n = len(place_ids)
        said = ngettext(
            "The bus of {n} pupil is noted.", "The bus of {n} pupils is noted.", n
        )
        telling.told(desk, said)

    named = [(str(bus_id), bus.name) for bus_id, bus in buses]
    asked = [options.choice("bus", N_("Bus"), [*named, ("", N_("None"))], named[0][0])]
    telling.ask(desk, _("Put on a bus"), asked, _("&Put on it"), answer)
