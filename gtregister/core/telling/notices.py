"""Who was told what, who was not, and what to note about it."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from gtregister.core.register import Register, Row, Stored, Writing
from gtregister.core.telling import owed as owing
from gtregister.core.telling.letter_settings import KINDS
from gtregister.core.telling.owed import AUDIENCES, STATES, UNTOLD, Owed
from gtregister.errors import UserError
from gtregister.i18n import N_, _, translated
from gtregister.table import Column, Table, Value

__all__ = ["AUDIENCES", "KINDS", "STATES", "UNTOLD", "Owed"]

WAYS = {
    "post": N_("Posted"),
    "email": N_("E-mailed"),
    "hand": N_("Handed over"),
    "spoken": N_("Told in person"),
    "message": N_("Sent as a message"),
}
# Ways that need an address, as the letter itself does.
_WRITTEN = frozenset({"post", "email"})

_COLUMNS = (
    Column("state", N_("State"), "status"),
    Column("kind", N_("Letter")),
    Column("surname", N_("Surname")),
    Column("forename", N_("Forename")),
    Column("year_group", N_("Year"), "number"),
    Column("form", N_("Form")),
    Column("audience", N_("To")),
    Column("people", N_("Names")),
    Column("event_on", N_("Since"), "date"),
    Column("due_on", N_("To be told by"), "date"),
    Column("why", N_("Reason")),
    Column("way", N_("How")),
    Column("state_on", N_("On"), "date"),
    Column("state_by", N_("By")),
)


@dataclass(frozen=True, slots=True)
class NotTold:
    """How many households and pupils were not told, and how many letters may go out.

    `pupils` are those about whom somebody was not told. `overdue` are past their day.
    """

    notices: int
    pupils: int
    ready: int
    stopped: int
    overdue: int


def table(
    register: Register,
    *,
    states: Collection[str] | None = None,
    kind: str | None = None,
    form: str | None = None,
) -> Table:
    """List notices in the order of forms; the keys are those of `Owed`.

    A row is one household or pupil and one thing to be told.
    """
    people = _pupils(register)
    chosen = [
        owed
        for owed in owing.every(register)
        if (states is None or owed.state in states)
        and kind in (None, owed.event.kind)
        and form in (None, people[owed.event.pupil_id]["form"])
    ]
    return _table(chosen, people)


def listed(register: Register, chosen: Sequence[Owed]) -> Table:
    """List notices that were worked out already."""
    return _table(chosen, _pupils(register))


def _table(chosen: Sequence[Owed], people: Mapping[int, Row]) -> Table:
    shown = [_shown(owed, people[owed.event.pupil_id]) for owed in chosen]
    return Table(N_("Notices"), _COLUMNS, shown, [owed.key for owed in chosen])


def not_told(register: Register) -> NotTold:
    """Count who has not been told."""
    untold = [owed for owed in owing.every(register) if not owed.is_told]
    states = Counter(owed.state for owed in untold)
    return NotTold(
        len(untold),
        len({owed.event.pupil_id for owed in untold}),
        states["due"] + states["drafted"],
        states["stopped"],
        sum(owed.due_on < register.today for owed in untold),
    )


def chosen(register: Register, keys: Iterable[int]) -> list[Owed]:
    """Find notices by their keys, in the order of forms; the settled ones too."""
    wanted = set(keys)
    found = [owed for owed in owing.every(register) if owed.key in wanted]
    if len(found) < len(wanted):
        said = _("Some of these are not owed any more. Look at the list again.")
        raise UserError(said)
    return found


def tell(register: Register, keys: Sequence[int], way: str, said: str = "") -> None:
    """Note that people were told, such as in person or by a message."""
    if way not in WAYS:
        text = _("“{way}” is not a way to tell people. Use: {ways}.")
        raise UserError(text.format(way=way, ways=", ".join(WAYS)), "way")
    found = chosen(register, keys)
    for owed in found:
        _refuse_no_contact(owed, way)
    with register.change(N_("Told"), about=_about(found)) as db:
        for owed in found:
            note(register, db, owed, "sent", way=way, why=said)


def set_aside(register: Register, keys: Sequence[int], why: str) -> None:
    """Note that a notice is not needed, and why."""
    if not why.strip():
        said = _("Say why nobody needs to be told.")
        raise UserError(said, "why")
    found = chosen(register, keys)
    with register.change(N_("Not to be told"), why, about=_about(found)) as db:
        for owed in found:
            note(register, db, owed, "not_needed", why=why.strip())


def note(
    register: Register,
    db: Writing,
    owed: Owed,
    state: str,
    *,
    way: str | None = None,
    why: str = "",
) -> int:
    """Keep the state of a notice, inside a change, and return the notice's id."""
    row: dict[str, Stored] = {
        "state": state,
        "way": way,
        "state_on": register.today.isoformat(),
        "state_by": register.user,
        "why": why,
    }
    if owed.notice_id is not None:
        db.update("notices", owed.notice_id, row)
        return owed.notice_id
    event = owed.event
    told: dict[str, Stored] = {
        "pupil_id": event.pupil_id,
        "kind": event.kind,
        "event_on": event.on.isoformat(),
        "about": event.about,
        "audience": owed.audience,
        "entry_id": event.entry_id,
        "place_id": event.place_id,
        "referral_id": event.referral_id,
    }
    notice_id = db.insert("notices", told | row)
    for contact_id in owed.household.contact_ids if owed.household else ():
        db.insert("notice_people", {"notice_id": notice_id, "contact_id": contact_id})
    if event.reminds is not None and state in ("printed", "sent"):
        db.update("notices", event.reminds, row | {"state": "chased"})
    return notice_id


def _refuse_no_contact(owed: Owed, way: str) -> None:
    """Refuse what cannot have been: a letter without an address, a barred contact."""
    home = owed.household
    if home is not None and home.stop and (home.is_barred or way in _WRITTEN):
        raise UserError(home.stop)


def _about(found: Sequence[Owed]) -> str:
    return ", ".join(sorted({translated(KINDS[owed.event.kind]) for owed in found}))


def _pupils(register: Register) -> dict[int, Row]:
    rows = register.rows(
        """
        select
            id,
            coalesce(preferred_surname, surname) as surname,
            coalesce(preferred_forename, forename) as forename,
            year_group,
            form
        from pupils
        """
    )
    return {row["id"]: row for row in rows}


def _shown(owed: Owed, pupil: Row) -> tuple[Value, ...]:
    people = owed.household.people if owed.household else ()
    return (
        translated(STATES[owed.state]),
        translated(KINDS[owed.event.kind]),
        pupil["surname"],
        pupil["forename"],
        pupil["year_group"],
        pupil["form"],
        translated(AUDIENCES[owed.audience]),
        ", ".join(person.name for person in people) or None,
        owed.event.on,
        owed.due_on,
        owed.why or None,
        translated(WAYS[owed.way]) if owed.way else None,
        owed.state_on,
        owed.state_by or None,
    )
