"""A Common Transfer File as a table: a row for each pupil, a column for each element.

Elements that may be there several times are numbered or named by what tells them apart:
“Contact 2 Surname”, “KS2 MAT TT MAT NM 2026”. What the register has no use for, such as
attendance, is not taken. What any of it means is for the parent to say.

The elements are those of the DfE's CTF up to version 25 and of ATF, the file of
admissions, which differs in the names of two elements only.
"""

from collections.abc import Iterator, Sequence
from itertools import count
from xml.etree.ElementTree import Element

ROOTS = frozenset(("CTfile", "ATfile"))
# Every assessment of each key stage has one or two.
COLUMNS = 2_000

_PUPIL = ("UPN", "Surname", "Forename", "DOB")
_BASIC = (
    *("FormerUPN", "PreferredSurname", "PreferredForename", "MiddleNames"),
    *("NCyearActual", "Ethnicity"),
)
_ADDRESS = (
    *("SAON", "PAON", "Street", "Locality", "Town", "AdministrativeArea", "PostTown"),
    *("AddressLine1", "AddressLine2", "AddressLine3", "AddressLine4", "AddressLine5"),
    *("County", "PostCode"),
)
_CONTACT = ("Order", "Title", "Surname", "Forename", "Relationship", "Responsibility")
_TOLD_BY = ("Subject", "Method", "Component", "ResultQualifier", "Year")

Cells = Iterator[tuple[str, str]]


def rows(
    pupils: Sequence[dict[str, str]], header: Element | None
) -> Iterator[list[str]]:
    """Give the headings, and below them the cells of each pupil."""
    source = {} if header is None else _source(header)
    said = [pupil | source for pupil in pupils]
    headings = [*dict.fromkeys(heading for one in said for heading in one)]
    if said:
        yield headings
    for one in said:
        yield [one.get(heading, "") for heading in headings]


def pupil(element: Element) -> dict[str, str]:
    """Give the cells of a pupil by their headings."""
    return dict(_pupil(element))


def _named(inside: Element, name: str) -> Iterator[Element]:
    """Give the elements of a name at any depth, in whatever namespace they are."""
    return inside.iterfind(f".//{{*}}{name}")


def _text(inside: Element, path: str) -> str:
    steps = "/".join(f"{{*}}{step}" for step in path.split("/"))
    return " ".join((inside.findtext(steps) or "").split())


def _own_text(element: Element | None) -> str:
    return "" if element is None else " ".join((element.text or "").split())


def _source(header: Element) -> dict[str, str]:
    """Say when a file was made, and by which school if it goes to another one."""
    made = dict(_cell("DateTime", _text(header, "DateTime")))
    ends = [
        (_text(header, f"{end}/LEA"), _text(header, f"{end}/Estab"))
        for end in ("SourceSchool", "DestSchool")
    ]
    name = _text(header, "SourceSchool/SchoolName")
    is_sent = ends[0] != ends[1] and all(part.isdigit() for part in ends[1])
    return made | ({"SourceSchool": name} if name and is_sent else {})


def _pupil(pupil: Element) -> Cells:
    for name in _PUPIL:
        yield from _cell(name, _text(pupil, name))
    # Old versions have Gender.
    yield from _cell("Sex", _text(pupil, "Sex") or _text(pupil, "Gender"))
    for name in _BASIC:
        yield from _cell(name, _text(pupil, f"BasicDetails/{name}"))
    languages = [*pupil.iterfind("{*}BasicDetails/{*}Languages/{*}Type")]
    first = [kind for kind in languages if _text(kind, "LanguageType") == "F"]
    for kind in (first or languages)[:1]:
        yield from _cell("Language", _text(kind, "Language"))
    yield from _cell("InCare", _text(pupil, "LookedAfter/InCare"))
    yield from _histories(pupil)
    for number, contact in enumerate(pupil.iterfind("{*}Contacts/{*}Contact"), 1):
        yield from _contact(f"Contact {number} ", contact, pupil)
    yield from _assessments(pupil)


def _cell(heading: str, text: str) -> Cells:
    if text:
        yield heading, text


def _histories(pupil: Element) -> Cells:
    """Give the latest provision for special needs, and of free meals the latest time.

    Without a date the last that stands in the file is the latest.
    """
    needs = [*pupil.iterfind("{*}SENhistory/{*}SEN")]
    for one in sorted(needs, key=lambda need: _text(need, "StartDate"))[-1:]:
        yield from _cell("SENprovision", _text(one, "SENprovision"))
    meals = [*pupil.iterfind("{*}FSMhistory/{*}FSMinstance")]
    for one in sorted(meals, key=lambda meal: _text(meal, "FSMstartDate"))[-1:]:
        yield from _cell("FSMstartDate", _text(one, "FSMstartDate"))
        yield from _cell("FSMendDate", _text(one, "FSMendDate"))


def _contact(start: str, contact: Element, pupil: Element) -> Cells:
    """Give what is said of a contact, who may have the address of the pupil."""
    for name in _CONTACT:
        yield from _cell(start + name, _text(contact, name))
    is_shared = _text(contact, "Address/AddressAsPupil").lower() in {"true", "1"}
    home = pupil if is_shared else contact
    for name in _ADDRESS:
        parts = (
            part for at in home.iterfind("{*}Address") for part in _named(at, name)
        )
        yield from _cell(start + name, _own_text(next(parts, None)))
    phones = [_text(one, "PhoneNo") for one in contact.iterfind("{*}Phones/{*}Phone")]
    yield from _cell(f"{start}PhoneNo", next(filter(None, phones), ""))
    yield from _cell(f"{start}Email", _text(contact, "Email"))


def _assessments(pupil: Element) -> Cells:
    """Give every result under a heading that says all that the file says of it."""
    seen: set[str] = set()
    for stage in pupil.iterfind("{*}StageAssessments/{*}KeyStage"):
        for one in stage.iterfind("{*}StageAssessment"):
            told = [_text(stage, "Stage"), *(_text(one, name) for name in _TOLD_BY)]
            # A hyphen keeps the place of what is not said.
            heading = " ".join(part.replace(" ", "") or "-" for part in told)
            numbers = (f"{heading} ({n})" for n in count(2))
            while heading in seen:
                heading = next(numbers)
            seen.add(heading)
            yield from _cell(heading, _text(one, "Result"))
            yield from _cell(f"{heading} ResultDate", _text(one, "ResultDate"))
