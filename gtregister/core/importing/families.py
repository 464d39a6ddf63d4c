"""What a file says of parents and carers: who of them is new, changed or known.

Siblings share a household where the address is the same and so is a person: by name, or
by being there for the same pupil already.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from gtregister.core.importing.planning import Known, New
from gtregister.core.register import Register, Row, Stored, Writing
from gtregister.core.roll.pupils import folded
from gtregister.importers import Details

# A pupil: an id, or for a new one the place in the plan, counted down from -1.
Owner = int
# A household: an id, or for a new one the place among the new, counted down from -1.
Home = int

_COLUMNS = (
    *("title", "surname", "forename", "relationship", "parental_responsibility"),
    *("email", "telephone", "language", "contact_order", "no_contact"),
)


@dataclass(frozen=True, slots=True)
class NewContact:
    """A contact whom the register does not know yet."""

    owner: Owner
    details: Details
    home: Home | None


@dataclass(slots=True)
class Families:
    """What becomes of the contacts of a file; `homes` are new: address, postcode.

    `changed` has the new details of contacts by their id, `moved` their new household.
    """

    new: list[NewContact] = field(default_factory=list)
    changed: dict[int, Mapping[str, Stored]] = field(default_factory=dict)
    moved: dict[int, Home] = field(default_factory=dict)
    unchanged: int = 0
    homes: list[tuple[str | None, str | None]] = field(default_factory=list)

    @property
    def changes_nothing(self) -> bool:
        """Say whether the register holds all of it already."""
        return not (self.new or self.changed or self.moved)


@dataclass(slots=True)
class _Place:
    """A household at an address, and who lives there or is there for whom."""

    home: Home
    names: set[str] = field(default_factory=set)
    owners: set[Owner] = field(default_factory=set)


class _Held:
    """What the register holds: contacts by pupil, households by address."""

    def __init__(self, register: Register) -> None:
        self.contacts: dict[Owner, list[Row]] = defaultdict(list)
        self.places: dict[str, list[_Place]] = defaultdict(list)
        known: dict[Home, _Place] = {}
        for row in register.rows(
            """
            select contacts.*, households.address, households.postcode
            from contacts
            left join households on households.id = contacts.household_id
            order by contacts.id
            """
        ):
            self.contacts[row["pupil_id"]].append(row)
            home, where = row["household_id"], _where(dict(row))
            if home is None or not where:
                continue
            if home not in known:
                known[home] = _Place(home)
                self.places[where].append(known[home])
            known[home].names.add(_name(dict(row)))
            known[home].owners.add(row["pupil_id"])


def planned(register: Register, new: Sequence[New], known: Iterable[Known]) -> Families:
    """Work out what becomes of the contacts that a file states, if it states any."""
    families = Families()
    said: list[tuple[Owner, Sequence[Details]]] = [
        (-place, one.contacts) for place, one in enumerate(new, 1) if one.contacts
    ]
    said += [(one.pupil_id, one.contacts) for one in known if one.contacts]
    if not said:
        return families
    held = _Held(register)
    for owner, contacts in said:
        _plan(families, held, owner, _without_repeats(contacts))
    return families


def _without_repeats(contacts: Iterable[Details]) -> list[dict[str, str | int]]:
    """Put together what several rows say of one contact; the first to say it wins."""
    found: dict[str, dict[str, str | int]] = {}
    for contact in contacts:
        name = _name(contact)
        found[name] = {**contact, **found.get(name, {})}
    return [*found.values()]


def _plan(
    families: Families,
    held: _Held,
    owner: Owner,
    contacts: Iterable[Mapping[str, str | int]],
) -> None:
    left = [*held.contacts.get(owner, ())]
    for said in contacts:
        row = _same(left, said)
        if row is None:
            home = _home(families, held, owner, said)
            families.new.append(NewContact(owner, said, home))
            continue
        left.remove(row)
        changes = {
            name: said[name]
            for name in _COLUMNS
            if name in said and not _agree(row[name], said[name])
        }
        where = _where(said)
        if changes:
            families.changed[row["id"]] = changes
        if where and where != _where(dict(row)):
            home = _home(families, held, owner, said)
            if home is not None:
                families.moved[row["id"]] = home
        elif not changes:
            families.unchanged += 1


def _same(rows: Iterable[Row], said: Mapping[str, str | int]) -> Row | None:
    """Find a contact by the name; one without a forename by surname alone."""
    name, surname = _name(said), folded(str(said["surname"]))
    rows = [row for row in rows if folded(row["surname"]) == surname]
    for row in rows:
        if _name(dict(row)) == name:
            return row
    alike = [row for row in rows if not row["forename"] or "forename" not in said]
    return alike[0] if len(alike) == 1 else None


def _agree(held: Stored, said: str | int) -> bool:
    if held is None or isinstance(said, int):
        return held == said
    return folded(str(held)) == folded(said) if said.isupper() else held == said


def _home(
    families: Families, held: _Held, owner: Owner, said: Mapping[str, Stored]
) -> Home | None:
    """Find the household at an address that is this family's, or plan one."""
    where, name = _where(said), _name(said)
    if not where:
        return None
    for place in held.places[where]:
        if owner in place.owners or name in place.names:
            place.owners.add(owner)
            place.names.add(name)
            return place.home
    address, postcode = said.get("address"), said.get("postcode")
    families.homes.append(
        (str(address) if address else None, str(postcode) if postcode else None)
    )
    made = _Place(-len(families.homes), {name}, {owner})
    held.places[where].append(made)
    return made.home


def _where(said: Mapping[str, Stored]) -> str:
    return folded(f"{said.get('address') or ''}{said.get('postcode') or ''}")


def _name(said: Mapping[str, Stored]) -> str:
    # The bar keeps Ann Marie Lee from being Ann Mariel Ee.
    forename = folded(str(said.get("forename") or ""))
    return f"{forename}|{folded(str(said['surname']))}"


def store(db: Writing, families: Families, ids: Sequence[int]) -> None:
    """Do what is planned; `ids` are those of the new pupils, in the plan's order."""
    if families.changes_nothing:
        return
    first = db.next_id("households")
    homes = ((key, *home) for key, home in enumerate(families.homes, first))
    db.insert_many("households", ("id", "address", "postcode"), homes)

    def home_id(home: Home | None) -> int | None:
        return home if home is None or home > 0 else first - home - 1

    rows = (
        (
            key,
            ids[-one.owner - 1] if one.owner < 0 else one.owner,
            home_id(one.home),
            *(one.details.get(name, _PLAIN.get(name)) for name in _COLUMNS),
        )
        for key, one in enumerate(families.new, db.next_id("contacts"))
    )
    columns = ("id", "pupil_id", "household_id", *_COLUMNS)
    db.insert_many("contacts", columns, rows)
    for contact_id, changes in families.changed.items():
        db.update("contacts", contact_id, changes)
    for contact_id, home in families.moved.items():
        db.update("contacts", contact_id, {"household_id": home_id(home)})


_PLAIN = {"no_contact": 0}
