"""What the columns of a sheet state of parents and carers, and how it is read.

A field is contact.WHO.WHAT: who is a number, *mother* or *father*; what is a column of
the `contacts` table, or a part of the name or of the address.
"""

import re
from collections.abc import Mapping, Sequence
from typing import TypeVar

from gtregister.i18n import N_, _, translated
from gtregister.importers import Cell, Details, Layout, values
from gtregister.importers.cells import (
    Found,
    Parser,
    Trouble,
    look,
    of_text,
    problem,
)
from gtregister.importers.distinct import Odd, parsed

V = TypeVar("V")
_Name = tuple[str | None, str | None, str]

_WHO = (*map(str, range(1, 9)), "mother", "father")
_ADDRESS = (
    *("flat", "house", "street", "address", "address_2", "address_3", "address_4"),
    *("address_5", "locality", "town", "county"),
)
_WHAT = (
    *("title", "surname", "forename", "full_name", "relationship", "email"),
    *("parental_responsibility", "telephone", "language", "contact_order"),
    *("no_contact", "postcode", *_ADDRESS),
)
FIELDS = frozenset(f"contact.{who}.{what}" for who in _WHO for what in _WHAT)

_RELATIONSHIPS = {"mother": N_("Mother"), "father": N_("Father")}
_TITLE = re.compile(
    r"((?:mr|mrs|ms|miss|mx|dr|prof|professor|rev|revd|sir|lady)\b\.?"
    r"(?:\s*(?:&|and|/)\s*)?)+",
    re.IGNORECASE,
)
_EMAIL = re.compile(r"[^@\s,;<>]+@[^@\s,;<>]+\.[^@\s,;<>.]+")
_PRIORITY = re.compile(r"\D{0,10}(\d{1,2})")


def parser(field: str) -> Parser[object]:
    """Give the parser of a field of contacts."""
    what = field.rpartition(".")[2]
    if what == "full_name":
        return full_name
    if what in {"surname", "forename"}:
        return values.name
    if what == "email":
        return email
    if what in {"parental_responsibility", "no_contact"}:
        return values.yes_no(what)
    if what == "contact_order":
        return priority
    if what == "language":
        return values.code("language")
    return lines if what == "address" else values.text


def stated(
    layout: Layout, cells: Sequence[Sequence[Cell]]
) -> tuple[Sequence[tuple[Details, ...]], list[Odd]]:
    """Give the contacts of each row, and the odd cells; nothing if there are none.

    `cells` are the columns of the sheet below its headings.
    """
    told: dict[str, dict[str, list[object]]] = {}
    odd: list[Odd] = []
    first: dict[str, int] = {}
    for place, column in enumerate(layout.columns):
        if column.field in FIELDS:
            _contact, who, what = str(column.field).split(".")
            said, more = parsed(cells[place], parser(what), place)
            told.setdefault(who, {})[what] = said
            first.setdefault(who, place)
            odd += more
    if not told:
        return (), []
    people = [
        _people(who, whats, is_one_of_several=len(told) > 1)
        for who, whats in told.items()
    ]
    for (who, whats), found in zip(told.items(), people, strict=True):
        odd += _nameless(whats, found, first[who])
    return [tuple(filter(None, row)) for row in zip(*people, strict=True)], odd


def _people(
    who: str, told: Mapping[str, Sequence[object]], *, is_one_of_several: bool
) -> list[Details | None]:
    names = tuple(told)
    rows = zip(*told.values(), strict=True)
    # A row for each contact says nothing of their order by itself.
    who = who if is_one_of_several or not who.isdigit() else ""
    return [person(dict(zip(names, row, strict=True)), who) for row in rows]


def _nameless(
    told: Mapping[str, Sequence[object]], found: Sequence[object], place: int
) -> list[Odd]:
    """Say of which contacts something is told, but no name."""
    if not told.keys() & {"surname", "full_name"}:
        return []
    text = _("The contact has no surname, so nothing of it was taken.")
    rows = zip(zip(*told.values(), strict=True), found, strict=True)
    return [
        Odd(row, place, Trouble("problem", text))
        for row, (said, contact) in enumerate(rows)
        if contact is None and any(said)
    ]


def person(said: Mapping[str, object], who: str = "") -> Details | None:
    """Put together what is said of one contact; None if it is no name.

    The keys are columns of `contacts`, `address` and `postcode`.
    """
    title, forename, surname = _name(said)
    if not surname:
        return None
    found: dict[str, object] = {
        "title": said.get("title") or title,
        "surname": surname,
        "forename": forename,
        "address": _address(said) or None,
        "postcode": str(said.get("postcode") or "").upper() or None,
        "relationship": said.get("relationship")
        or translated(_RELATIONSHIPS.get(who, ""))
        or None,
        "contact_order": said.get("contact_order")
        or (int(who) if who.isdigit() else None),
    }
    plain = ("email", "telephone", "language", "parental_responsibility", "no_contact")
    found |= {what: said.get(what) for what in plain}
    return {
        what: value for what, value in found.items() if isinstance(value, (str, int))
    }


def _name(said: Mapping[str, object]) -> tuple[str | None, str | None, str | None]:
    if said.get("surname"):
        forename = said.get("forename")
        return None, str(forename) if forename else None, str(said["surname"])
    whole = said.get("full_name")
    return whole if isinstance(whole, tuple) else (None, None, None)


def _address(said: Mapping[str, object]) -> str:
    """Write an address line by line; a house number stands before its street."""
    parts = {name: str(said.get(name) or "") for name in _ADDRESS}
    street = f"{parts.pop('house')} {parts.pop('street')}".strip()
    flat = parts.pop("flat")
    return "\n".join(line for line in (flat, street, *parts.values()) if line)


@of_text
def full_name(text: str) -> Found[_Name]:
    """Read “Mrs Farah Ahmed” and “Ahmed, Farah” as title, forename and surname."""
    if not any(map(str.isalpha, text)):
        return problem(_("“{value}” is not a name."), text)
    plain = " ".join(text.split())
    titled = _TITLE.match(plain)
    title = titled[0].strip() if titled else None
    rest = plain[titled.end() :].strip() if titled else plain
    surname, comma, forename = (part.strip() for part in rest.partition(","))
    if comma and _TITLE.fullmatch(forename):
        return (forename, None, surname), None
    if not comma:
        forename, _space, surname = rest.rpartition(" ")
    if not surname:
        return problem(_("“{value}” is not a name."), text)
    return (title, forename or None, surname), None


@of_text
def email(text: str) -> Found[str]:
    """Read an e-mail address; of several the first."""
    found = _EMAIL.search(text)
    if not found:
        said = _("“{value}” is not an e-mail address, so it was left out.")
        return problem(said, text)
    if found[0] != text:
        said = _("“{value}” is more than an e-mail address; {kept} was kept.")
        return found[0], look(said, text, kept=found[0])
    return text, None


@of_text
def lines(text: str) -> Found[str]:
    """Read an address as it stands, line by line."""
    kept = (" ".join(line.split()).rstrip(",") for line in text.splitlines())
    return "\n".join(line for line in kept if line), None


@of_text
def priority(text: str) -> Found[int]:
    """Read in which order contacts are told: 1, “Priority 2”."""
    found = _PRIORITY.fullmatch(text)
    if found:
        return int(found[1]), None
    return problem(_("“{value}” is not an order. Use 1, 2, 3 …"), text)
