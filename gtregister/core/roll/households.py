"""Households: where contacts live, and who of them lives together."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from gtregister.core.register import Register, Row, Stored, Writing
from gtregister.core.roll.pupils import folded
from gtregister.i18n import N_


@dataclass(slots=True)
class _Family:
    """Who lives in a household: contacts by name, and the pupils they are there for."""

    home: int
    names: set[str] = field(default_factory=set)
    pupils: set[int] = field(default_factory=set)


class Homes:
    """The households at each address, to find the one that is a family's.

    Pupils and households that are not in the register yet go by numbers below 0.
    """

    def __init__(self, contacts: Iterable[Row]) -> None:
        self._at: dict[str, list[_Family]] = defaultdict(list)
        families: dict[int, _Family] = {}
        for row in contacts:
            home, where = row["household_id"], address_key(dict(row))
            if home is None or not where:
                continue
            if home not in families:
                families[home] = _Family(home)
                self._at[where].append(families[home])
            families[home].names.add(name_key(dict(row)))
            families[home].pupils.add(row["pupil_id"])

    def find(self, pupil_id: int, said: Mapping[str, Stored]) -> int | None:
        """Find the household that a contact of a pupil belongs to, and put them there.

        It is the family's if another contact of the pupil lives there, or a contact of
        another pupil with the same name.
        """
        name = name_key(said)
        families = self._at.get(address_key(said), ())
        # The pupil's own household goes before one of a namesake.
        for is_ours in (True, False):
            for family in families:
                if pupil_id in family.pupils if is_ours else name in family.names:
                    family.names.add(name)
                    family.pupils.add(pupil_id)
                    return family.home
        return None

    def add(self, home: int, pupil_id: int, said: Mapping[str, Stored]) -> None:
        """Note a new household and who lives there first."""
        family = _Family(home, {name_key(said)}, {pupil_id})
        self._at[address_key(said)].append(family)


def address_key(said: Mapping[str, Stored]) -> str:
    """Fold an address and its postcode for comparing; nothing if neither is known."""
    return folded(f"{said.get('address') or ''}{said.get('postcode') or ''}")


def name_key(said: Mapping[str, Stored]) -> str:
    """Fold the name of a contact for comparing."""
    # The bar keeps Ann Marie Lee from being Ann Mariel Ee.
    forename = folded(str(said.get("forename") or ""))
    return f"{forename}|{folded(str(said['surname']))}"


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

    `moving` is the contact who moves there.
    """
    there = register.rows(
        """
        select
            contacts.household_id,
            contacts.pupil_id,
            contacts.surname,
            contacts.forename,
            households.address,
            households.postcode
        from contacts
        join households on households.id = contacts.household_id
        where households.postcode is :postcode
            and contacts.id is not :moving
        order by households.id
        """,
        postcode=said["postcode"],
        moving=moving,
    )
    home = Homes(there).find(pupil_id, said)
    if home is not None:
        return home
    return db.insert(
        "households", {"address": said["address"], "postcode": said["postcode"]}
    )


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
