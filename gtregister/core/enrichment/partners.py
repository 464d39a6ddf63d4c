"""Organisations that provide enrichment or help with it."""

from dataclasses import asdict, dataclass

from gtregister.core.register import Register
from gtregister.errors import UserError
from gtregister.i18n import N_, _, translated
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
    with register.change(N_("Partner changed"), about=partner.name) as db:
        db.update("partners", partner_id, asdict(partner))


def called(register: Register, name: str) -> int:
    """Find a partner by name; one that is not there is entered."""
    found = register.value(
        "select id from partners where name = :name collate nocase", name=name.strip()
    )
    return int(found) if found else add(register, NewPartner(name.strip()))


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
    shown = [
        tuple(
            translated(KINDS[row["kind"]]) if c.key == "kind" else row[c.key]
            for c in _COLUMNS
        )
        for row in rows
    ]
    return Table(N_("Partners"), _COLUMNS, shown, [row["id"] for row in rows])


def _check(register: Register, partner: NewPartner, partner_id: int) -> None:
    if not partner.name.strip():
        raise UserError(_("Give the partner a name."), "name")
    if partner.kind not in KINDS:
        said = _("“{kind}” is not a kind of partner. Use: {kinds}.")
        raise UserError(said.format(kind=partner.kind, kinds=", ".join(KINDS)), "kind")
    twin = register.value(
        "select id from partners where name = :name and id <> :id",
        name=partner.name,
        id=partner_id,
    )
    if twin:
        said = _("There is a partner called {name} already.")
        raise UserError(said.format(name=partner.name), "name")
