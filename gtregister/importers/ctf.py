"""The Common Transfer File (CTF, .xml), by which schools and the DfE pass pupils on.

The child process makes a table of it; here its columns get their meaning. Details of
pupils and contacts stand in elements whose meaning the DfE has published. The codes of
most assessments are not public: a result is told by its value, what the file says of it
is kept as its column, and a person should check it. Qualifier NM is a mark.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from gtregister.errors import UserError
from gtregister.i18n import N_, _
from gtregister.importers import (
    Ask,
    Cell,
    ColumnMatch,
    Importer,
    Layout,
    Reading,
    ctf_results,
    records,
)
from gtregister.importers.cells import is_blank, written

_FIELDS = {
    "UPN": "upn",
    "Surname": "surname",
    "Forename": "forename",
    "DOB": "dob",
    "Sex": "sex",
    "FormerUPN": "former_upn",
    "PreferredSurname": "preferred_surname",
    "PreferredForename": "preferred_forename",
    "MiddleNames": "middle_names",
    "NCyearActual": "year_group",
    "Ethnicity": "ethnicity",
    "Language": "language",
    "InCare": "looked_after",
    "SENprovision": "sen",
    "FSMstartDate": "fsm",
    "SourceSchool": "feeder_school",
}
_CONTACT = {
    "Order": "contact_order",
    "Title": "title",
    "Surname": "surname",
    "Forename": "forename",
    "Relationship": "relationship",
    "Responsibility": "parental_responsibility",
    "Email": "email",
    "PhoneNo": "telephone",
    "SAON": "flat",
    "PAON": "house",
    "Street": "street",
    "Locality": "locality",
    "Town": "address_5",
    "PostTown": "town",
    "County": "county",
    "PostCode": "postcode",
    "AddressLine1": "address",
    "AddressLine2": "address_2",
    "AddressLine3": "address_3",
    "AddressLine4": "address_4",
    "AddressLine5": "address_5",
}
_MOST_YEARS = 7
_NUMBERED = re.compile(r"Contact ([1-8]) (\w+)")


def claims(layout: Layout) -> float:
    """Claim what was made from a Common Transfer File, and nothing else."""
    return 1 if layout.sheet.made_from == "ctf" else 0


def read(layout: Layout, ask: Ask) -> Reading:
    """Read pupils, their contacts, and the results of every key stage."""
    if layout.sheet.made_from != "ctf":
        said = _("This is not a Common Transfer File. Choose another kind of file.")
        raise UserError(said, "format")
    rows = _rows(layout, ask)
    samples = [*zip(*rows[1:], strict=True)] or [()] * len(layout.columns)
    columns = _columns(layout, ask, samples)
    years = {
        place: found.academic_year
        for place, column in enumerate(columns)
        if (found := ctf_results.told(column.heading)) and found.academic_year
    }
    sheet = replace(layout.sheet, rows=rows)
    layout = replace(layout, sheet=sheet, columns=columns, years=years, behind={})
    return records.read(layout, ask, "ctf", lambda _field: True)


def _columns(
    layout: Layout, ask: Ask, samples: Sequence[Sequence[Cell]]
) -> tuple[ColumnMatch, ...]:
    """Say what every column is; none of results is what another one is already."""
    columns: list[ColumnMatch] = []
    taken: set[tuple[str | None, int | None]] = set()
    for column, cells in zip(layout.columns, samples, strict=True):
        found, match = ctf_results.told(column.heading), column
        if column.heading not in ask.mapping:
            match = _column(column, [cell for cell in cells if not is_blank(cell)])
        if found and (match.field, found.academic_year) in taken:
            match = ctf_results.kept(column, found, len(columns))
        if found:
            taken.add((match.field, found.academic_year))
        columns.append(match)
    return tuple(columns)


def _rows(layout: Layout, ask: Ask) -> Sequence[Sequence[Cell]]:
    """Say how things stand today, where the file says how they were.

    Instead of the days of free school meals it is said whether they go on; and a year
    group is counted on from the school year in which the file was made.
    """
    width = len(layout.columns)
    heads, *rows = ([*row, *[""] * width][:width] for row in layout.sheet.rows)
    places = {written(heading): place for place, heading in enumerate(heads)}
    if ask.today is None or not places.keys() & {"FSMstartDate", "NCyearActual"}:
        return [heads, *rows]
    today, years = ask.today.isoformat(), 0
    if rows and "DateTime" in places:
        years = _school_year(today) - _school_year(written(rows[0][places["DateTime"]]))
    said: list[Sequence[Cell]] = [heads]
    for row in rows:
        cells = [*row]
        if start := places.get("FSMstartDate"):
            ended = (
                written(cells[places["FSMendDate"]]) if "FSMendDate" in places else ""
            )
            if not is_blank(cells[start]):
                cells[start] = "N" if ended and ended < today else "Y"
        if year := places.get("NCyearActual"):
            cells[year] = _later(written(cells[year]), years)
        said.append(cells)
    return said


def _school_year(day: str) -> int:
    """Say in which academic year a day lies, by its first calendar year."""
    return int(day[:4]) - (day[5:7] < "09") if day[:4].isdecimal() else 0


def _later(year_group: str, years: int) -> str:
    """Count a year group on; the file of another age is taken as it stands."""
    if not year_group.isdecimal() or not 0 < years <= _MOST_YEARS:
        return year_group
    return str(int(year_group) + years)


def _column(column: ColumnMatch, values: Sequence[Cell]) -> ColumnMatch:
    """Say what a column of the table is: by its heading, for results by its values."""
    heading = column.heading
    if found := ctf_results.told(heading):
        return ctf_results.column(column, found, values)
    numbered = _NUMBERED.fullmatch(heading)
    if numbered and numbered[2] in _CONTACT:
        field = f"contact.{numbered[1]}.{_CONTACT[numbered[2]]}"
    else:
        field = _FIELDS.get(heading, "")
    if not field:
        said = _("The register has no place for it.")
        return replace(column, field=None, sure="unused", why=said)
    if field == "feeder_school":
        said = _("The file comes from this school; check it.")
        return replace(column, field=field, sure="check", why=said)
    said = _("The DfE has published what this element means.")
    return replace(column, field=field, sure="sure", why=said)


IMPORTER = Importer(
    title=N_("Common Transfer File (CTF)"),
    claims=claims,
    read=read,
    looks_like=N_("An XML file, such as 9992001_CTF_9994025_001.xml."),
    takes=N_(
        "Pupils, special needs, free school meals, care, contacts with addresses, and "
        "the results of every key stage."
    ),
)
