"""Organisations that provide enrichment or help with it."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass

from gtregister import options
from gtregister.core.enrichment import rows_shown
from gtregister.core.register import Register
from gtregister.errors import UserError
from gtregister.i18n import N_, _, translated
from gtregister.options import Answer, Option
from gtregister.table import Column, Table

KINDS = {
    "school": N_("School"),
    "college": N_("College"),
    "university": N_("University"),
    "business": N_("Business"),
    "learning_centre": N_("Learning centre"),
    "arts": N_("Arts body"),
    "sport": N_("Sports body"),
    "charity": N_("Charity"),
    "other": N_("Other"),
}
_COLUMNS = (
    Column("name", N_("Name")),
    Column("kind", N_("Kind")),
    Column("contact", N_("Contact")),
    Column("email", N_("Email")),
    Column("telephone", N_("Telephone")),
    Column("activities", N_("Activities"), "number"),
    Column("note", N_("Note")),
)


@dataclass(frozen=True, slots=True)
class NewPartner:
    """An organisation, and whom to ask there; `kind` is a key of KINDS."""

    name: str
    kind: str = "other"
    contact: str | None = None
    email: str | None = None
    telephone: str | None = None
    address: str | None = None
    note: str | None = None


def add(register: Register, partner: NewPartner) -> int:
    """Enter a partner and return its id."""
    _check(register, partner, 0)
    with register.change(N_("Partner added"), about=partner.name) as db:
        return db.insert("partners", asdict(partner))


def edit(register: Register, partner_id: int, partner: NewPartner) -> None:
    """Store what is known of a partner now."""
    _check(register, partner, partner_id)
    if partner != of(register, partner_id):
        with register.change(N_("Partner changed"), about=partner.name) as db:
            db.update("partners", partner_id, asdict(partner))


def remove(register: Register, partner_id: int) -> None:
    """Take a partner out of the list; UserError if an activity names it."""
    name = of(register, partner_id).name
    known = register.value(
        "select count(*) from activities where partner_id = :id", id=partner_id
    )
    if known:
        said = _("{name} has activities here, which keep it. Change its name instead.")
        raise UserError(said.format(name=name), "name")
    with register.change(N_("Partner removed"), about=name) as db:
        db.delete("partners", [partner_id])


def of(register: Register, partner_id: int) -> NewPartner:
    """Read what is known of a partner; UserError if there is none of this id."""
    row = register.row("select * from partners where id = :id", id=partner_id)
    if row is None:
        raise UserError(_("This partner is not there any more."), "partner_id")
    known = dict(row)
    del known["id"]
    return NewPartner(**known)


def find(register: Register, name: str) -> int:
    """Find a partner by name; UserError if there is none."""
    found = _id_of(register, name)
    if found is None:
        said = _("There is no partner “{name}”. The list of partners has them.")
        raise UserError(said.format(name=name), "name")
    return found


def called(register: Register, name: str) -> int:
    """Find a partner by name; one that is not there is entered."""
    return _id_of(register, name) or add(register, NewPartner(name.strip()))


def questions(held: NewPartner | None = None) -> tuple[Option, ...]:
    """Ask what is to be known of a partner, with what is known of it now."""
    now = held or NewPartner("")
    return (
        options.text("name", N_("Name"), now.name or None),
        options.choice("kind", N_("Kind"), tuple(KINDS.items()), now.kind),
        options.text("contact", N_("Whom to ask there"), now.contact),
        options.text("email", N_("Email"), now.email),
        options.text("telephone", N_("Telephone"), now.telephone),
        options.text("address", N_("Address"), now.address),
        options.text("note", N_("Note"), now.note),
    )


def keep(register: Register, partner_id: int | None, said: Mapping[str, Answer]) -> int:
    """Enter a partner by the answers, or correct one; gives the id."""
    told = {key: str(said[key] or "").strip() or None for key in asdict(NewPartner(""))}
    rest = {key: words for key, words in told.items() if key not in {"name", "kind"}}
    partner = NewPartner(told["name"] or "", told["kind"] or "other", **rest)
    if partner_id is None:
        return add(register, partner)
    edit(register, partner_id, partner)
    return partner_id


def table(register: Register) -> Table:
    """List the partners by name; the keys are their ids."""
    rows = register.rows(
        """
        select partners.*, count(activities.id) as activities
        from partners
        left join activities on activities.partner_id = partners.id
        group by partners.id
        order by partners.name collate nocase
        """
    )
    said = {"kind": rows_shown.words(KINDS, translated)}
    return rows_shown.table(N_("Partners"), _COLUMNS, rows, "id", said)


def _id_of(register: Register, name: str) -> int | None:
    found = register.value(
        "select id from partners where name = :name collate nocase", name=name.strip()
    )
    return int(found) if found else None


def _check(register: Register, partner: NewPartner, partner_id: int) -> None:
    if not partner.name.strip():
        raise UserError(_("Give the partner a name."), "name")
    if partner.kind not in KINDS:
        said = _("“{kind}” is not a kind of partner. Use: {kinds}.")
        raise UserError(said.format(kind=partner.kind, kinds=", ".join(KINDS)), "kind")
    if _id_of(register, partner.name) not in (None, partner_id):
        said = _("There is a partner called {name} already.")
        raise UserError(said.format(name=partner.name), "name")
