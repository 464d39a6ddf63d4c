"""Which pupils the rows of a school's own list name: by UPN, or by name and form."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from gtregister.core.register import Register, Row
from gtregister.core.roll.pupils import folded
from gtregister.errors import UserError
from gtregister.i18n import _

# What such lists call their columns, folded.
_HEADINGS = {
    "upn": ("upn",),
    "surname": ("surname", "lastname", "familyname", "legalsurname", "cyfenw"),
    "forename": ("forename", "firstname", "givenname", "preferredname", "enwcyntaf"),
    "name": ("name", "pupil", "pupilname", "student", "studentname", "fullname", "enw"),
    "form": ("form", "class", "tutorgroup", "regform", "reggroup", "dosbarth"),
}
_FIELDS = {heading: field for field, all_ in _HEADINGS.items() for heading in all_}


def fields(headings: Sequence[str]) -> dict[str, int]:
    """Say in which place of a row each part of a pupil's name stands."""
    found: dict[str, int] = {}
    for place, heading in enumerate(headings):
        field = _FIELDS.get(folded(heading))
        if field:
            found.setdefault(field, place)
    return found


def name_pupils(headings: Sequence[str]) -> bool:
    """Say whether a row with these headings can name a pupil."""
    known = fields(headings).keys()
    return bool(known & {"upn", "name"}) or {"surname", "forename"} <= known


class NamedPupils:
    """The roll of today, to be looked up by what a row says."""

    def __init__(self, register: Register) -> None:
        self._by_upn: dict[str, int] = {}
        self._by_name: Mapping[str, set[int]] = defaultdict(set)
        self._forms: dict[int, str] = {}
        for row in _roll(register):
            self._forms[row["id"]] = folded(row["form"] or "")
            for upn in filter(None, (row["former_upn"], row["upn"])):
                self._by_upn[folded(upn)] = row["id"]
            for name in _names(row):
                self._by_name[name].add(row["id"])

    def of(self, headings: Sequence[str], row: Sequence[str]) -> int:
        """Find the pupil of a row; UserError if nobody is named, or more than one."""
        said = {
            field: row[place].strip()
            for field, place in fields(headings).items()
            if place < len(row)
        }
        if upn := said.get("upn"):
            if found := self._by_upn.get(folded(upn)):
                return found
            text = _("No pupil of this register has the UPN {upn}. Check its letters.")
            raise UserError(text.format(upn=upn), "upn")
        name = said.get("name") or _joined(said)
        return self._named(name, said.get("form", ""))

    def _named(self, name: str, form: str) -> int:
        found = self._by_name.get(folded(name), set()) if name.strip() else set()
        if len(found) > 1 and form:
            found = {one for one in found if self._forms[one] == folded(form)}
        if len(found) == 1:
            return next(iter(found))
        if found:
            text = _("Several pupils are called {name}. Add their form or UPN.")
        else:
            text = _("Nobody on roll is called {name}. Check the spelling.")
        raise UserError(text.format(name=name or "–"), "name")


def _joined(said: Mapping[str, str]) -> str:
    return " ".join((said.get("surname", ""), said.get("forename", "")))


def _names(row: Row) -> set[str]:
    """Fold the names a pupil may be written by: either name first, with nicknames."""
    surnames = filter(None, (row["surname"], row["preferred_surname"]))
    forenames = [*filter(None, (row["forename"], row["preferred_forename"]))]
    return {
        written
        for surname in map(folded, surnames)
        for forename in map(folded, forenames)
        for written in (surname + forename, forename + surname)
    }


def _roll(register: Register) -> list[Row]:
    return register.rows(
        """
        select
            id,
            upn,
            former_upn,
            surname,
            forename,
            preferred_surname,
            preferred_forename,
            form
        from pupils
        where left_on is null or left_on > :today
        """,
        today=register.today.isoformat(),
    )
