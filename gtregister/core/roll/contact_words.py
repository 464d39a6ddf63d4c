"""What the facts about a parent or carer are called."""

from gtregister.core.register import Stored
from gtregister.i18n import N_, _, translated

_DETAILS = {
    "title": N_("title"),
    "surname": N_("surname"),
    "forename": N_("forename"),
    "full_name": N_("name"),
    "relationship": N_("relationship"),
    "parental_responsibility": N_("parental responsibility"),
    "no_contact": N_("must not be contacted"),
    "address": N_("address"),
    "postcode": N_("postcode"),
    "email": N_("e-mail"),
    "telephone": N_("telephone"),
    "language": N_("language"),
    "contact_order": N_("order"),
}
_PARENTS = {"mother": N_("Mother"), "father": N_("Father")}


def column(field: str) -> str:
    """Name what a column of contacts goes to: Contact 2, e-mail."""
    _contact, who, what = field.split(".")
    number = _("Contact {number}").format(number=who)
    name = translated(_PARENTS[who]) if who in _PARENTS else number
    return of(name, what)


def of(name: str, what: str) -> str:
    """Name a detail of a contact: Farah Ahmed, e-mail."""
    detail = translated(_DETAILS[what]) if what in _DETAILS else what.replace("_", " ")
    return _("{contact}, {detail}").format(contact=name, detail=detail)


def value(what: str, stored: Stored) -> str:
    """Write a detail for people to read; nothing where it is not known."""
    if stored is None:
        return ""
    if what in {"parental_responsibility", "no_contact"}:
        return _("Yes") if stored else _("No")
    return str(stored)
