"""What a file says of parents and carers: who of them is new, changed or known."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from gtregister.core.importing.outcomes import Known, New
from gtregister.core.register import Register, Row, Stored
from gtregister.core.roll.households import Homes, name_key
from gtregister.core.roll.pupils import folded
from gtregister.importers import Details

# A pupil: an id, or for a new one the place in the plan, counted down from -1.
Owner = int
# A household: an id, or for a new one the place among the new, counted down from -1.
Home = int

COLUMNS = (
    *("title", "surname", "forename", "relationship", "parental_responsibility"),
    *("email", "telephone", "language", "contact_order", "no_contact"),
)
_ADDRESS = ("address", "postcode")


class NewContact(NamedTuple):
    """A contact whom the register does not know yet."""

    owner: Owner
    details: Details
    home: Home | None


class ContactChange(NamedTuple):
    """A detail of a contact that a file changes.

    Where it is the *address*, the contact moves to `home` and leaves the household
    `left`, if there was one.
    """

    row: int
    pupil_id: int
    contact_id: int
    name: str
    field: str
    old: Stored
    new: Stored
    home: Home | None = None
    left: int | None = None


@dataclass(slots=True)
class Families:
    """What becomes of the contacts of a file; `homes` are new: address, postcode."""

    new: list[NewContact] = field(default_factory=list)
    changed: list[ContactChange] = field(default_factory=list)
    unchanged: int = 0
    homes: list[tuple[Stored, Stored]] = field(default_factory=list)

    @property
    def changes_nothing(self) -> bool:
        """Say whether the register holds all of it already."""
        return not (self.new or self.changed)


@dataclass(frozen=True, slots=True)
class _Ground:
    """What the register holds, contacts by pupil, and what is found so far."""

    contacts: Mapping[Owner, Sequence[Row]]
    homes: Homes
    families: Families


def planned(register: Register, new: Sequence[New], known: Iterable[Known]) -> Families:
    """Work out what becomes of the contacts that a file states, if it states any."""
    families = Families()
    said: list[tuple[Owner, New | Known]] = [
        (-place, one) for place, one in enumerate(new, 1) if one.contacts
    ]
    said += [(one.pupil_id, one) for one in known if one.contacts]
    if not said:
        return families
    ground = _ground(register, families)
    for owner, one in said:
        _plan(ground, owner, one.rows[0], _without_repeats(one.contacts))
    return families


def _ground(register: Register, families: Families) -> _Ground:
    rows = register.rows(
        """
        select contacts.*, households.address, households.postcode
        from contacts
        left join households on households.id = contacts.household_id
        order by contacts.id
        """
    )
    contacts: dict[Owner, list[Row]] = defaultdict(list)
    for row in rows:
        contacts[row["pupil_id"]].append(row)
    return _Ground(contacts, Homes(rows), families)


def _without_repeats(contacts: Iterable[Details]) -> list[Details]:
    """Put together what several rows say of one contact; the first to say it wins."""
    found: dict[str, Details] = {}
    for contact in contacts:
        name = name_key(contact)
        found[name] = {**contact, **found.get(name, {})}
    return [*found.values()]


def _plan(ground: _Ground, owner: Owner, row: int, said: Iterable[Details]) -> None:
    families = ground.families
    left = [*ground.contacts.get(owner, ())]
    for contact in said:
        held = _same(left, contact)
        if held is None:
            home = _home(ground, owner, contact)
            families.new.append(NewContact(owner, contact, home))
            continue
        left.remove(held)
        changes = [*_changes(held, contact), *_moves(ground, held, contact)]
        families.changed += [change._replace(row=row) for change in changes]
        families.unchanged += not changes


def _same(rows: Iterable[Row], said: Details) -> Row | None:
    """Find a contact by the name; one without a forename by surname alone."""
    name, surname = name_key(said), folded(str(said["surname"]))
    rows = [row for row in rows if folded(row["surname"]) == surname]
    for row in rows:
        if name_key(dict(row)) == name:
            return row
    alike = [row for row in rows if not row["forename"] or "forename" not in said]
    return alike[0] if len(alike) == 1 else None


def _changes(held: Row, said: Details) -> Iterator[ContactChange]:
    for name in COLUMNS:
        if name in said and not _agree(held[name], said[name]):
            yield _change(held, name, held[name], said[name])


def _moves(ground: _Ground, held: Row, said: Details) -> Iterator[ContactChange]:
    """Move a contact whose address is another one; a blank part of it wipes nothing."""
    stated = [part for part in _ADDRESS if said.get(part)]
    if all(_is_alike(held[part], said[part]) for part in stated):
        return
    address = {part: said.get(part) for part in _ADDRESS}
    if "address" not in stated or _is_alike(held["address"], said["address"]):
        address = {part: said.get(part) or held[part] for part in _ADDRESS}
    home = _home(ground, held["pupil_id"], {**said, **address})
    change = _change(held, "address", _in_line(dict(held)), _in_line(address))
    yield change._replace(home=home, left=held["household_id"])


def _in_line(where: Mapping[str, Stored]) -> str | None:
    """Write an address and its postcode in one line."""
    parts = [str(where[part]) for part in _ADDRESS if where[part]]
    return ", ".join(", ".join(parts).splitlines()) or None


def _change(held: Row, name: str, old: Stored, new: Stored) -> ContactChange:
    who = " ".join(filter(None, (held["forename"], held["surname"])))
    return ContactChange(0, held["pupil_id"], held["id"], who, name, old, new)


def _is_alike(held: Stored, said: Stored) -> bool:
    return folded(str(held or "")) == folded(str(said or ""))


def _agree(held: Stored, said: str | int) -> bool:
    if held is None or isinstance(said, int):
        return held == said
    return _is_alike(held, said) if said.isupper() else held == said


def _home(ground: _Ground, owner: Owner, said: Mapping[str, Stored]) -> Home | None:
    """Find the household at an address that is this family's, or plan one."""
    address = tuple(said.get(part) or None for part in _ADDRESS)
    if not any(address):
        return None
    home = ground.homes.find(owner, said)
    if home is None:
        ground.families.homes.append((address[0], address[1]))
        home = -len(ground.families.homes)
        ground.homes.add(home, owner, said)
    return home
