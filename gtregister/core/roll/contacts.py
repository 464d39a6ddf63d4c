"""A pupil's parents and carers: who they are, where they live, who may be told."""

from dataclasses import asdict, dataclass, fields

from gtregister.core.register import Register, Row, Stored
from gtregister.core.roll import households
from gtregister.errors import UserError
from gtregister.i18n import N_, _, translated
from gtregister.table import Column, Table, Value

WAYS = {
    "post": N_("By post"),
    "email": N_("By e-mail"),
    "hand": N_("By hand, through the pupil"),
}

_COLUMNS = (
    Column("contact_order", N_("Order"), "number"),
    Column("name", N_("Name")),
    Column("relationship", N_("Relationship")),
    Column("parental_responsibility", N_("Parental responsibility"), "yes_no"),
    Column("no_contact", N_("Must not be contacted"), "yes_no"),
    Column("address", N_("Address"), sensitive=True),
    Column("postcode", N_("Postcode"), sensitive=True),
    Column("email", N_("E-mail"), sensitive=True),
    Column("telephone", N_("Telephone"), sensitive=True),
    Column("language", N_("Language")),
    Column("preferred_way", N_("How to write")),
    Column("large_print", N_("Large print"), "yes_no"),
    Column("siblings", N_("Same household as")),
)


@dataclass(frozen=True, slots=True)
class NewContact:
    """A parent or carer of a pupil.

    `parental_responsibility` is None while the school does not know. `household_id`
    says with whom the contact lives; without it `address` decides, its lines parted by
    line ends. `language` is a code of resources/codes/language.csv or a plain word.
    """

    surname: str
    forename: str | None = None
    title: str | None = None
    relationship: str | None = None
    parental_responsibility: bool | None = None
    no_contact: bool = False
    address: str | None = None
    postcode: str | None = None
    email: str | None = None
    telephone: str | None = None
    language: str | None = None
    contact_order: int | None = None
    preferred_way: str = "post"
    large_print: bool = False
    household_id: int | None = None


@dataclass(frozen=True, slots=True)
class Contact(NewContact):
    """A contact who is in the register, with the address of the household."""

    id: int = 0
    pupil_id: int = 0

    @property
    def name(self) -> str:
        """Write the whole name: Mrs Farah Ahmed."""
        return full_name(self.title, self.forename, self.surname)


_HOME = {"address", "postcode", "household_id"}
_FIELDS = {field.name for field in fields(NewContact)}


def full_name(title: str | None, forename: str | None, surname: str) -> str:
    """Put together the parts of a name that there are."""
    return " ".join(part for part in (title, forename, surname) if part)


def of(register: Register, pupil_id: int) -> Table:
    """List a pupil's contacts in their order; the keys are ids of contacts."""
    rows = register.rows(
        """
        select
            contacts.*,
            households.address,
            households.postcode,
            (
                select group_concat(forename, ', ')
                from (
                    select distinct
                        pupils.id,
                        coalesce(pupils.preferred_forename, pupils.forename) as forename
                    from contacts as theirs
                    join pupils on pupils.id = theirs.pupil_id
                    where theirs.household_id = contacts.household_id
                        and theirs.pupil_id <> contacts.pupil_id
                    order by forename
                )
            ) as siblings
        from contacts
        left join households on households.id = contacts.household_id
        where contacts.pupil_id = :pupil_id
        order by contact_order is null, contact_order, contacts.id
        """,
        pupil_id=pupil_id,
    )
    shown = [tuple(_shown(row, column.key) for column in _COLUMNS) for row in rows]
    return Table(N_("Contacts"), _COLUMNS, shown, [row["id"] for row in rows])


def _shown(row: Row, key: str) -> Value:
    if key == "name":
        return full_name(row["title"], row["forename"], row["surname"])
    if key == "preferred_way":
        return translated(WAYS[row["preferred_way"]])
    if key == "address":
        return ", ".join((row["address"] or "").splitlines()) or None
    value: Value = row[key]
    return value


def get(register: Register, contact_id: int) -> Contact:
    """Read one contact; UserError if there is none of this id."""
    row = register.row(
        """
        select contacts.*, households.address, households.postcode
        from contacts
        left join households on households.id = contacts.household_id
        where contacts.id = :id
        """,
        id=contact_id,
    )
    if row is None:
        said = _("This contact is not in the register any more. Choose another one.")
        raise UserError(said)
    known = dict(row)
    responsible = known.pop("parental_responsibility")
    return Contact(
        **known
        | {
            "parental_responsibility": None if responsible is None else responsible > 0,
            "no_contact": known["no_contact"] > 0,
            "large_print": known["large_print"] > 0,
        }
    )


def add(register: Register, pupil_id: int, contact: NewContact) -> int:
    """Note a contact of a pupil and return the id.

    Who has the address of the pupil's other contacts, or the name and address of a
    contact of another pupil, lives in the same household.
    """
    said = _checked(asdict(contact))
    with register.change(N_("Contact added")) as db:
        home = said["household_id"]
        if home is None:
            home = households.find_or_make(register, db, pupil_id, said)
        row = {key: value for key, value in said.items() if key not in _HOME}
        return db.insert("contacts", row | {"pupil_id": pupil_id, "household_id": home})


def update(register: Register, contact_id: int, **changed: Stored) -> None:
    """Change what is known of a contact, by the names of NewContact.

    Another address is that of this contact alone, who so moves to a household of
    their own, or into the one that is there. `households.move` moves all who live in
    one.
    """
    held = get(register, contact_id)
    before = {key: getattr(held, key) for key in _FIELDS}
    said = _checked(before | changed)
    now = {key: said[key] for key in changed if said[key] != before[key]}
    if not now:
        return
    with register.change(N_("Contact changed")) as db:
        row = {key: value for key, value in now.items() if key not in _HOME}
        if now.keys() & _HOME:
            home = said["household_id"] if "household_id" in now else None
            moved = home or households.find_or_make(
                register, db, held.pupil_id, said, contact_id
            )
            row["household_id"] = moved
        db.update("contacts", contact_id, row)
        households.drop_if_empty(register, db, held.household_id)


def remove(register: Register, contact_id: int) -> None:
    """Take a contact out; UserError if letters were written to them."""
    held = get(register, contact_id)
    if register.value(
        "select 1 from notice_people where contact_id = :id", id=contact_id
    ):
        said = _(
            "{name} was written to, so the register keeps who they are. "
            "Tick “Must not be contacted” instead."
        )
        raise UserError(said.format(name=held.name))
    with register.change(N_("Contact removed")) as db:
        db.delete("contacts", [contact_id])
        households.drop_if_empty(register, db, held.household_id)


def _checked(said: dict[str, Stored]) -> dict[str, Stored]:
    """Tidy what was typed, and refuse what no letter could be sent by."""
    tidy = {
        key: value.strip() or None if isinstance(value, str) else value
        for key, value in said.items()
    }
    if tidy.keys() - _FIELDS:
        raise TypeError(f"no field of a contact: {tidy.keys() - _FIELDS}")
    if not tidy["surname"]:
        raise UserError(_("Enter the surname of the contact."), "surname")
    if tidy["preferred_way"] not in WAYS:
        text = _("“{way}” is not a way to write to a family. Use: {ways}.")
        ways = ", ".join(WAYS)
        raise UserError(text.format(way=said["preferred_way"], ways=ways), "way")
    email = tidy["email"]
    if email is not None and not _is_address(str(email)):
        text = _("“{email}” is not an e-mail address. Write it like f.ahmed@post.org.")
        raise UserError(text.format(email=email), "email")
    for key in ("parental_responsibility", "no_contact", "large_print"):
        tidy[key] = None if tidy[key] is None else int(bool(tidy[key]))
    tidy["address"] = households.lines(tidy["address"])
    tidy["postcode"] = households.postcode(tidy["postcode"])
    return tidy


def _is_address(email: str) -> bool:
    name, at, domain = email.partition("@")
    return (
        bool(name and at and "." in domain)
        and email.isprintable()
        and not ({" ", ",", ";", "<", ">"} & set(email))
    )
