"""The roll: who is on it, finding a pupil, and changing what is known of one."""

import unicodedata
from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from gtregister.core.register import Register, Row, Stored
from gtregister.core.roll import field_words
from gtregister.errors import UserError
from gtregister.i18n import N_, _, format_date, ngettext

FIELDS = (
    "upn",
    "former_upn",
    "admission_number",
    "surname",
    "forename",
    "preferred_surname",
    "preferred_forename",
    "middle_names",
    "dob",
    "sex",
    "year_group",
    "form",
    "ethnicity",
    "language",
    "eal",
    "fsm",
    "ever6",
    "pupil_premium",
    "sen",
    "looked_after",
    "joined_on",
    "left_on",
    "feeder_school",
)


class Added(NamedTuple):
    """A pupil who was added by hand, and what to look at again."""

    pupil_id: int
    looks: tuple[str, ...]


@lru_cache(maxsize=100_000)
def folded(name: str) -> str:
    """Fold a name for comparing: no case, accents, hyphens, apostrophes or spaces.

    Letters that carry a stroke rather than an accent (ł, ø, đ) become the plain letter.
    """
    if name.isascii():
        plain = name.lower()
        return plain if plain.isalnum() else "".join(filter(str.isalnum, plain))
    plain = unicodedata.normalize("NFKD", name.casefold().translate(_STROKES))
    return "".join(filter(str.isalnum, plain))


_STROKES = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ı": "i", "æ": "ae"})


def by_upn(register: Register, upn: str) -> Row:
    """Find a pupil by UPN or former UPN."""
    wanted = "".join(upn.split()).upper()
    row = register.row(
        """
        select *
        from pupils
        where upn = :upn or former_upn = :upn
        order by upn = :upn desc
        """,
        upn=wanted,
    )
    if row is None:
        said = _("No pupil of this register has the UPN {upn}. Check its letters.")
        raise UserError(said.format(upn=wanted), "upn")
    return row


def get(register: Register, pupil_id: int) -> Row:
    """Read one pupil, a leaver too; UserError if there is none of this id."""
    row = register.row("select * from pupils where id = :id", id=pupil_id)
    if row is None:
        said = _("This pupil is not in the register any more. Choose another one.")
        raise UserError(said)
    return row


def name(pupil: Row) -> str:
    """Write the name a pupil goes by: Aisha Ahmed."""
    surname = pupil["preferred_surname"] or pupil["surname"]
    return f"{pupil['preferred_forename'] or pupil['forename']} {surname}"


def count(register: Register, on: date | None = None) -> int:
    """Count the pupils on roll today, or those who had joined and not left by a day."""
    return int(
        register.value(
            """
            select count(*)
            from pupils
            where (left_on is null or left_on > coalesce(:on, :today))
                and (:on is null or joined_on is null or joined_on <= :on)
            """,
            on=on.isoformat() if on else None,
            today=register.today.isoformat(),
        )
        or 0
    )


def neighbours(register: Register, pupil_id: int) -> tuple[int | None, int | None]:
    """Say who stands before and after a pupil on the roll of today, by id."""
    row = register.row(
        """
        select before, after
        from (
            select
                id,
                lag(id) over roll as before,
                lead(id) over roll as after
            from pupils
            where left_on is null or left_on > :today or id = :id
            window roll as (order by year_group, surname, forename, id)
        )
        where id = :id
        """,
        id=pupil_id,
        today=register.today.isoformat(),
    )
    return (row["before"], row["after"]) if row else (None, None)


def change(register: Register, pupil_id: int, field: str, value: Stored) -> str | None:
    """Change one detail, typed or chosen, and save it; None or "" empties it.

    Gives a sentence if it is worth a second look. UserError if it cannot be, or if it
    is another pupil's UPN.
    """
    from gtregister.core.roll import details

    held = get(register, pupil_id)
    read = details.read(field, value, register.today)
    if read.value == held[field]:
        return read.look
    if field == "upn":
        _must_be_free(register, read.value, pupil_id)
    about = field_words.title(field)
    with register.change(N_("Pupil changed"), about=about) as db:
        db.update("pupils", pupil_id, {field: read.value})
    return read.look


def add(register: Register, typed: Mapping[str, Stored]) -> Added:
    """Add a pupil to the roll by hand, from details by the names of their fields.

    UserError if a detail cannot be, or the pupil is on the roll already.
    """
    from gtregister.core.roll import details

    read = details.read_all(typed, register.today)
    values = {field: found.value for field, found in read.items()}
    _must_be_free(register, values.get("upn"), None)
    _must_be_new(register, values)
    with register.change(N_("Pupil added")) as db:
        pupil_id = db.insert("pupils", values)
    looks = (found.look for found in read.values())
    return Added(pupil_id, tuple(look for look in looks if look))


def leave(register: Register, pupil_ids: Iterable[int], on: date) -> int:
    """Note that pupils leave the school; `on` is the first day they are not there.

    Their entries, results and history stay as they are. Gives how many it is about.
    """
    staying = [i for i in pupil_ids if get(register, i)["left_on"] != on.isoformat()]
    for pupil_id in staying:
        joined = get(register, pupil_id)["joined_on"]
        if joined is not None and joined > on.isoformat():
            said = _("{name} joined on {day}, so cannot have left before.")
            day = format_date(date.fromisoformat(joined))
            who = name(get(register, pupil_id))
            raise UserError(said.format(name=who, day=day), "left_on")
    _set_left(register, staying, on.isoformat(), N_("Marked as left"))
    return len(staying)


def come_back(register: Register, pupil_ids: Iterable[int]) -> int:
    """Put pupils who left back on the roll, with all that was theirs."""
    gone = [i for i in pupil_ids if get(register, i)["left_on"] is not None]
    _set_left(register, gone, None, N_("Put back on the roll"))
    return len(gone)


def _set_left(
    register: Register, pupil_ids: list[int], on: str | None, what: str
) -> None:
    if not pupil_ids:
        return
    about = ngettext("{n} pupil", "{n} pupils", len(pupil_ids))
    with register.change(what, about=about) as db:
        for pupil_id in pupil_ids:
            db.update("pupils", pupil_id, {"left_on": on})


def _must_be_free(register: Register, upn: Stored, pupil_id: int | None) -> None:
    row = register.row(
        "select * from pupils where upn = :upn and id is not :id", upn=upn, id=pupil_id
    )
    if row is not None:
        said = _("{name} has the UPN {upn} already. Check which of the two is right.")
        raise UserError(said.format(name=name(row), upn=upn), "upn")


def _must_be_new(register: Register, values: Mapping[str, Stored]) -> None:
    """Refuse a pupil of the same name and birthday, who may be twice on the roll else.

    Who has a UPN of their own is told apart by it.
    """
    if values.get("upn") or not values.get("dob"):
        return
    wanted = folded(f"{values['forename']}{values['surname']}")
    for row in register.rows(
        "select * from pupils where dob = :dob", dob=values["dob"]
    ):
        if folded(f"{row['forename']}{row['surname']}") == wanted:
            said = _(
                "{name}, born on {day}, is on the roll already. "
                "Enter a UPN if this is another pupil."
            )
            day = format_date(date.fromisoformat(row["dob"]))
            raise UserError(said.format(name=name(row), day=day), "surname")
