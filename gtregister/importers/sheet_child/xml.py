"""XML files: a Common Transfer File, or a spreadsheet as Excel 2003 saved it."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException, ElementTree

from . import ctf  # noqa: TID252 - see __init__
from .limits import COLUMNS, ROWS, Line, Refused, height  # noqa: TID252 - see __init__

_SHEET = "urn:schemas-microsoft-com:office:spreadsheet"
_EXCEL = "urn:schemas-microsoft-com:office:excel"

Cell = str | float | bool | datetime


def lines(content: bytes) -> Iterable[Line]:
    """Read an XML file; one with a document type is refused before it is read."""
    try:
        root = ElementTree.fromstring(content.lstrip(), forbid_dtd=True)
    except DefusedXmlException:
        raise Refused("xml") from None
    except (ParseError, LookupError, ValueError):
        raise Refused("damaged") from None
    name = root.tag.rpartition("}")[2]
    if name in ctf.ROOTS:
        return [_begun("CTF", made_from="ctf"), {"rows": ctf.rows(root)}]
    if root.tag == f"{{{_SHEET}}}Workbook":
        return [line for sheet in _all(root, "Worksheet") for line in _sheet(sheet)]
    raise Refused("xml")


def _begun(name: str, *, hidden: bool = False, made_from: str = "") -> Line:
    return {"name": name, "hidden": hidden, "merged": [], "made_from": made_from}


def _all(inside: Element, name: str) -> Iterator[Element]:
    return inside.iterfind(f"{{{_SHEET}}}{name}")


def _number(element: Element, name: str) -> int:
    """Read an attribute that counts from 1; 0 if it is not there."""
    text = element.get(f"{{{_SHEET}}}{name}", "0")
    return int(text) if text.isdigit() and len(text) < 8 else 0


def _sheet(sheet: Element) -> list[Line]:
    visible = sheet.findtext(f"{{{_EXCEL}}}WorksheetOptions/{{{_EXCEL}}}Visible")
    rows: list[list[Cell]] = []
    hidden: list[int] = []
    for table in _all(sheet, "Table"):
        for row in _all(table, "Row"):
            place = (_number(row, "Index") or len(rows) + 1) - 1
            if place > 10 * ROWS:
                raise Refused("rows")
            rows += [[] for _blank in range(place - len(rows))]
            rows.append(_cells(row))
            if _number(row, "Hidden"):
                hidden.append(len(rows) - 1)
    del rows[height(rows) :]
    name = sheet.get(f"{{{_SHEET}}}Name", "")
    begun = _begun(name, hidden=visible in {"SheetHidden", "SheetVeryHidden"})
    return [begun | {"hidden_rows": hidden}, {"rows": rows}]


def _cells(row: Element) -> list[Cell]:
    cells: list[Cell] = []
    for cell in _all(row, "Cell"):
        place = (_number(cell, "Index") or len(cells) + 1) - 1
        across = _number(cell, "MergeAcross")
        if max(place, across) > COLUMNS:
            raise Refused("columns")
        cells += [""] * (place - len(cells))
        cells += [_value(cell), *[""] * across]
    return cells


def _value(cell: Element) -> Cell:
    found = cell.find(f"{{{_SHEET}}}Data")
    text = "" if found is None else "".join(found.itertext())
    kind = "" if found is None else found.get(f"{{{_SHEET}}}Type", "")
    try:
        if kind == "Number":
            return float(text)
        if kind == "DateTime":
            return datetime.fromisoformat(text)
    except ValueError:
        return text
    return text == "1" if kind == "Boolean" else text
