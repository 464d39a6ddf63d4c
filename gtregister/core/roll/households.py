"""Households: where contacts live, and who of them lives together."""

from collections.abc import Mapping

from gtregister.core.register import Register, Stored, Writing
from gtregister.core.roll.pupils import folded
from gtregister.i18n import N_


def move(
    register: Register, household_id: int, address: str, code: str | None = None
) -> None:
    """Give a new address to all who live in a household, for every sibling."""
    with register.change(N_("Household moved")) as db:
        home = {"address": lines(address), "postcode": postcode(code)}
        db.update("households", household_id, home)


def find_or_make(
    register: Register,
    db: Writing,
    pupil_id: int,
    said: Mapping[str, Stored],
    moving: int | None = None,
) -> int:
    """Find the household at an address that is this family's, or make one.

    It is the family's if another contact of the pupil lives there, or a contact of
    another pupil with the same name. `moving` is the contact who moves there.
    """
    where = folded(str(said["address"] or ""))
    rows = register.rows(
        """
        select
            households.id,
            households.address,
            contacts.pupil_id,
            contacts.surname,
            contacts.forename
        from households
        join contacts on contacts.household_id = households.id
        where households.postcode is :postcode
            and contacts.id is not :moving
        order by contacts.pupil_id <> :pupil_id, households.id
        """,
        postcode=said["postcode"],
        pupil_id=pupil_id,
        moving=moving,
    )
    me = (folded(str(said["surname"])), folded(str(said["forename"] or "")))
    for row in rows if where else ():
        them = (folded(row["surname"]), folded(row["forename"] or ""))
        if folded(row["address"] or "") == where and (
            row["pupil_id"] == pupil_id or them == me
        ):
            return int(row["id"])
    home = {"address": said["address"], "postcode": said["postcode"]}
    return db.insert("households", home)


def drop_if_empty(register: Register, db: Writing, household_id: int | None) -> None:
    """Take out a household in which nobody lives any more."""
    if household_id is not None and not register.value(
        "select 1 from contacts where household_id = :id", id=household_id
    ):
        db.delete("households", [household_id])


def lines(address: Stored) -> str | None:
    """Keep the lines of an address, without spaces and commas around them."""
    kept = (line.strip(" ,\t") for line in str(address or "").splitlines())
    return "\n".join(line for line in kept if line) or None


def postcode(said: Stored) -> str | None:
    """Write a postcode as the post does: GF1 2AB; any other code as it is."""
    code = " ".join(str(said or "").upper().split())
    compact = code.replace(" ", "")
    if 5 <= len(compact) <= 7 and compact.isascii() and compact.isalnum():
        return f"{compact[:-3]} {compact[-3:]}"
    return code or None
