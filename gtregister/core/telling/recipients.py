"""Who is told of what happens to a pupil: households of parents, each by itself."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from gtregister.core.register import Register, Row
from gtregister.core.roll import contacts
from gtregister.core.telling import letter_settings
from gtregister.core.telling.letter_settings import LetterSettings
from gtregister.i18n import _


@dataclass(frozen=True, slots=True)
class Person:
    """One parent or carer, as a letter needs them; `name` is with title."""

    id: int
    name: str
    polite: str
    is_responsible: bool | None
    language: str
    email: str
    way: str
    large_print: bool


@dataclass(frozen=True, slots=True)
class Household:
    """Parents of one pupil who live together and get one letter.

    `stop` says in a sentence why no letter may go there; it is empty if one may. Where
    only an address is missing they may still be told in person; `is_barred` says that
    they may not. A household with `id` 0 stands for parents whom the register does not
    know.
    """

    id: int
    pupil_id: int
    people: tuple[Person, ...] = ()
    address: tuple[str, ...] = ()
    postcode: str = ""
    stop: str = ""
    is_barred: bool = False

    @property
    def contact_ids(self) -> tuple[int, ...]:
        """Name the contacts to whom the letter is addressed."""
        return tuple(person.id for person in self.people)


def households(register: Register) -> Mapping[int, list[Household]]:
    """Find the households to write to, by pupil; every pupil on roll has at least one.

    Left out are contacts who have no parental responsibility, and households in which
    everyone must not be contacted, as long as there is another one.
    """
    settings = letter_settings.of(register)
    rows: dict[int, list[Row]] = defaultdict(list)
    for row in register.rows(
        """
        select
            contacts.*,
            households.address,
            households.postcode,
            coalesce(pupils.preferred_forename, pupils.forename) as child
        from contacts
        join pupils on pupils.id = contacts.pupil_id
        left join households on households.id = contacts.household_id
        order by
            contacts.pupil_id,
            contact_order is null,
            contact_order,
            contacts.id
        """
    ):
        rows[row["pupil_id"]].append(row)
    return {pupil_id: _of_pupil(known, settings) for pupil_id, known in rows.items()}


def unknown(pupil_id: int, child: str) -> Household:
    """Stand for the parents of a pupil who has no contact."""
    said = _("{child} has no contact to write to. Add a parent or carer.")
    return Household(0, pupil_id, stop=said.format(child=child))


def _of_pupil(rows: list[Row], settings: LetterSettings) -> list[Household]:
    pupil_id, child = rows[0]["pupil_id"], rows[0]["child"]
    parents = [row for row in rows if row["parental_responsibility"] != 0]
    allowed = [row for row in parents if not row["no_contact"]]
    if not allowed:
        return [_nobody(pupil_id, child, parents)]
    someone_is_known = any(row["parental_responsibility"] for row in parents)
    homes: dict[int, list[Row]] = defaultdict(list)
    for row in allowed:
        homes[_home(row)].append(row)
    barred = {_home(row): row for row in rows if row["no_contact"]}
    must_be_known = someone_is_known or settings.responsibility
    return [
        _household(home, here, barred.get(home), must_be_known)
        for home, here in homes.items()
    ]


def _home(row: Row) -> int:
    """Name a household; a contact without one is a household of their own."""
    return int(row["household_id"] or -row["id"])


def _nobody(pupil_id: int, child: str, parents: list[Row]) -> Household:
    if not parents:
        return unknown(pupil_id, child)
    said = _(
        "{name} must not be contacted, and {child} has no other contact to write to. "
        "Add one, or note why no letter is needed."
    )
    stop = said.format(name=_name(parents[0]), child=child)
    return Household(0, pupil_id, stop=stop, is_barred=True)


def _household(
    home: int, rows: list[Row], barred: Row | None, must_be_known: bool
) -> Household:
    known = [row for row in rows if row["parental_responsibility"]]
    written_to = known or rows
    first = written_to[0]
    address = tuple((first["address"] or "").splitlines())
    is_doubtful = must_be_known and not known
    return Household(
        home,
        first["pupil_id"],
        tuple(_person(row) for row in written_to),
        address,
        first["postcode"] or "",
        _stop(first, barred, is_doubtful, address),
        is_barred=barred is not None or is_doubtful,
    )


def _stop(
    first: Row, barred: Row | None, is_doubtful: bool, address: tuple[str, ...]
) -> str:
    """Say why no letter may go to a household, or nothing."""
    if barred is not None:
        said = _(
            "{name} must not be contacted and lives at the same address. "
            "Correct the address, or note why no letter is needed."
        )
        return said.format(name=_name(barred))
    if is_doubtful:
        said = _("Say on the contact whether {name} has parental responsibility.")
        return said.format(name=_name(first))
    if first["preferred_way"] == "email" and not first["email"]:
        said = _("{name} is written to by e-mail, but has no e-mail address. Enter it.")
        return said.format(name=_name(first))
    if first["preferred_way"] == "post" and not address:
        said = _("{name} has no address. Enter it, or write by hand or e-mail.")
        return said.format(name=_name(first))
    return ""


def _name(row: Row) -> str:
    return contacts.full_name(row["title"], row["forename"], row["surname"])


def _person(row: Row) -> Person:
    """Make a person of a contact; who has no title is addressed by the whole name."""
    forename = None if row["title"] else row["forename"]
    responsible = row["parental_responsibility"]
    return Person(
        row["id"],
        _name(row),
        contacts.full_name(row["title"], forename, row["surname"]),
        None if responsible is None else bool(responsible),
        row["language"] or "",
        row["email"] or "",
        row["preferred_way"],
        bool(row["large_print"]),
    )
