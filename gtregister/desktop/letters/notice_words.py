"""What is said of one letter, slip or wish beside its list."""

from typing import NamedTuple

from gtregister.core.register import Register
from gtregister.core.roll import pupils
from gtregister.core.telling import letter_lists, slips, wishes
from gtregister.core.telling.letter_settings import KINDS
from gtregister.core.telling.notices import AUDIENCES, STATES, WAYS
from gtregister.core.telling.owed import Owed
from gtregister.core.telling.slip_numbers import number
from gtregister.i18n import _, format_date, translated
from gtregister.writers import words


class Told(NamedTuple):
    """A pupil, plain facts, why nothing can go out and where to mend it, the letter."""

    pupil_id: int
    title: str
    facts: tuple[str, ...]
    stop: str = ""
    mend: str = ""
    letter: str = ""


def of_notice(register: Register, owed: Owed) -> Told:
    """Say how far a notice got, and what was written."""
    names = ", ".join(p.name for p in (owed.household.people if owed.household else ()))
    said = _("To: {whom}")
    whom = names or translated(AUDIENCES[owed.audience])
    facts = [
        translated(KINDS[owed.event.kind]),
        said.format(whom=whom),
        _("Since {day}").format(day=format_date(owed.event.on)),
        _state(owed),
    ]
    if owed.why and owed.state != "stopped":
        facts.append(owed.why)
    stop = owed.why if owed.state == "stopped" else ""
    mend = _mend(owed) if stop else ""
    letter = letter_lists.last_letter(register, owed.notice_id)
    title = _pupil(register, owed.event.pupil_id)
    return Told(owed.event.pupil_id, title, tuple(facts), stop, mend, letter)


def _state(owed: Owed) -> str:
    state = translated(STATES[owed.state])
    if owed.state_on is None:
        said = _("{state}: to be told by {day}")
        return said.format(state=state, day=format_date(owed.due_on))
    said = _("{state}: {how}, {day}, by {who}") if owed.way else _("{state}: {day}")
    how = translated(WAYS[owed.way]).lower() if owed.way else ""
    day = format_date(owed.state_on)
    return said.format(state=state, how=how, day=day, who=owed.state_by)


def _mend(owed: Owed) -> str:
    if owed.household is not None and owed.household.stop:
        return _("To mend it: “Open pupil”, then Contacts.")
    return _(
        "To mend it: “Set up”, then “What we offer”. Or give the pupil a place in an "
        "activity."
    )


def of_slip(register: Register, slip_id: int) -> Told:
    """Say what a slip asked, and what came back."""
    slip = slips.find(register, number(slip_id))
    said = _("Slip {number}, to be back by {day}")
    facts = [said.format(number=slip.number, day=format_date(slip.reply_by))]
    if slip.people:
        facts.append(_("To: {whom}").format(whom=slip.people))
    for key, question in slip.questions:
        answer = words.plain(slip.answers.get(key), "yes_no")
        said = _("{question} {answer}") if answer else _("{question} Not answered yet.")
        facts.append(said.format(question=question, answer=answer))
    if slip.answered_on:
        said = _("Entered on {day}")
        facts.append(said.format(day=format_date(slip.answered_on)))
    return Told(slip.pupil_id, slip.child, tuple(facts))


def of_wish(register: Register, wish_id: int) -> Told | None:
    """Say who has a wish, and what was decided."""
    pupil_id = letter_lists.pupil_of_wish(register, wish_id)
    if pupil_id is None:
        return None
    table = wishes.table(register, pupil_id)
    shown = table.rows[list(table.keys).index(wish_id)]
    facts = tuple(
        _("{name}: {value}").format(
            name=translated(column.title), value=words.printed(value, column.kind)
        )
        for column, value in zip(table.columns, shown, strict=True)
        if value is not None and column.key not in {"surname", "forename", "form"}
    )
    return Told(pupil_id, _pupil(register, pupil_id), facts)


def _pupil(register: Register, pupil_id: int) -> str:
    return pupils.name(pupils.get(register, pupil_id))
