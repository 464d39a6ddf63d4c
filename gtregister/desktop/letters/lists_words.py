"""How telling people stands, in a line."""

from datetime import date

from gtregister.core.register import Register
from gtregister.core.roll import pupils
from gtregister.core.telling.letter_lists import Lists
from gtregister.i18n import _, format_date, ngettext

_NAMED = 3  # pupils that are named when only theirs are shown


def of(lists: Lists, today: date, *, is_whole: bool) -> str:
    """Say how many are to be told, since when one waits, and how many are overdue."""
    waiting = [one for one in lists.every if not one.is_told]
    if not waiting and not is_whole:
        return _("Nothing waits to be told about these pupils.")
    if not waiting:
        return _("Everybody has been told.")
    about = len({one.event.pupil_id for one in waiting})
    said = ngettext(
        "Letters about {n} pupil wait, the oldest since {day}.",
        "Letters about {n} pupils wait, the oldest since {day}.",
        about,
        day=format_date(min(one.event.on for one in waiting)),
    )
    late = sum(one.due_on < today for one in waiting)
    if not late:
        return said
    overdue = ngettext("{n} is overdue.", "{n} are overdue.", late)
    return _("{said} {rest}").format(said=said, rest=overdue)


def only(register: Register, pupil_ids: frozenset[int]) -> str:
    """Say whose letters alone are shown."""
    found = [pupils.get(register, number) for number in sorted(pupil_ids)]
    named = ", ".join(pupils.name(pupil) for pupil in found[:_NAMED])
    if len(found) <= _NAMED:
        return _("Only letters about {names}.").format(names=named)
    said = _("Only letters about {names} and {n} more.")
    return said.format(names=named, n=len(found) - _NAMED)
