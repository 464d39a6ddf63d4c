"""XML files: a Common Transfer File, or a spreadsheet as Excel 2003 saved it."""

import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from io import BytesIO
from xml.etree.ElementTree import Element, ParseError, TreeBuilder

from defusedxml import DefusedXmlException, ElementTree

from . import ctf  # noqa: TID252 - see __init__
from .limits import (  # noqa: TID252 - see __init__
    CELLS,
    COLUMNS,
    ROWS,
    Line,
    Refused,
    told,
)

_SHEET = "urn:schemas-microsoft-com:office:spreadsheet"
_EXCEL = "urn:schemas-microsoft-com:office:excel"
_BOOK, _TABLES, _ROW, _CELL, _VALUE = (
    f"{{{_SHEET}}}{name}" for name in ("Workbook", "Worksheet", "Row", "Cell", "Data")
)
_VISIBLE = f"{{{_EXCEL}}}WorksheetOptions/{{{_EXCEL}}}Visible"
# What begins a row or a pupil, and what something in it.
_MANY = ((b"<Row", b"<Data"), (b"<Pupil>", b"<UPN>"))
_DECLARED = re.compile(rb"""<\?xml[^>]{0,60}encoding=["']([\w.-]+)""", re.IGNORECASE)
_CHUNK = 1024 * 1024
# Neither kind of file goes deeper than twelve.
_DEEP = 50

Cell = str | float | bool | datetime


class _Parts(TreeBuilder):
    """What is in a file, taken row by row and pupil by pupil as each ends.

    Each is forgotten then, since to keep all elements takes ten times the memory.
    """

    def __init__(self) -> None:
        super().__init__()
        self.root = ""
        self.depth = 0
        self.pupils: list[dict[str, str]] = []
        self.header: Element | None = None
        self.sheets: list[tuple[Element, list[int], list[list[Cell]]]] = []
        self.cells = 0

    def start(self, tag: str, attrs: dict[str, str]) -> Element:
        if not self.root:
            self.root = tag
            if tag != _BOOK and _local(tag) not in ctf.ROOTS:
                raise Refused("kind")
        self.depth += 1
        if self.depth > _DEEP:
            raise Refused("damaged")
        element = super().start(tag, attrs)
        if tag == _TABLES:
            self.sheets.append((element, [], []))
        return element

    def end(self, tag: str) -> Element:
        element = super().end(tag)
        self.depth -= 1
        if self.root == _BOOK:
            if tag == _ROW and self.sheets:
                self._add_row(element)
        elif _local(tag) == "Pupil":
            self._add_pupil(element)
        elif _local(tag) == "Header" and self.header is None:
            self.header = element
        return element

    def _add_pupil(self, element: Element) -> None:
        self.pupils.append(ctf.pupil(element))
        element.clear()
        if len(self.pupils) > ROWS:
            raise Refused("rows")

    def _add_row(self, element: Element) -> None:
        _sheet, hidden, rows = self.sheets[-1]
        place = (_number(element, "Index") or len(rows) + 1) - 1
        if place > 10 * ROWS:
            raise Refused("rows")
        rows += [[] for _blank in range(place - len(rows))]
        rows.append(_cells(element))
        if _number(element, "Hidden"):
            hidden.append(len(rows) - 1)
        element.clear()
        self.cells += len(rows[-1])
        if self.cells > CELLS:
            raise Refused("large")


def lines(content: bytes, text: str, encoding: str) -> Iterable[Line]:
    """Read an XML file; one with a document type is refused before it is read.

    It says itself how its letters are written; but where that is not so, or a person
    has chosen otherwise, `text` is what it says in the right `encoding`.
    """
    if encoding:
        content = text.encode("utf-8", "replace")
    _refuse_too_many(content)
    parts, source = _Parts(), BytesIO(content.lstrip())
    parser = ElementTree.XMLParser(
        target=parts, forbid_dtd=True, encoding="utf-8" if encoding else None
    )
    try:
        while chunk := source.read(_CHUNK):
            parser.feed(chunk)
        parser.close()
    except DefusedXmlException:
        raise Refused("kind") from None
    except (ParseError, LookupError, ValueError):
        raise Refused("damaged") from None
    return _told(parts)


def belies(content: bytes, encoding: str) -> bool:
    """Say whether a file is not written in the encoding that it says."""
    said = _DECLARED.match(content.removeprefix(b"\xef\xbb\xbf"))
    named = said[1].lower() if said else b"utf-8"
    # Any other name is believed: letters of eight bits may be of any of them.
    return encoding.startswith("utf-16") or (
        encoding == "cp1252" and named.startswith(b"utf")
    )


def _refuse_too_many(content: bytes) -> None:
    """Refuse a list that is too long at once; to read it so far takes seconds."""
    for row, value in _MANY:
        if content.count(row) <= ROWS:
            continue
        place = 0
        for _row in range(ROWS + 1):
            place = content.find(row, place) + 1
        if value in content[place:]:
            raise Refused("rows")


def _told(parts: _Parts) -> Iterator[Line]:
    if parts.root != _BOOK:
        yield _begun("CTF", made_from="ctf")
        yield from told(ctf.rows(parts.pupils, parts.header), ctf.COLUMNS)
    for sheet, hidden_rows, rows in parts.sheets:
        is_hidden = sheet.findtext(_VISIBLE) in {"SheetHidden", "SheetVeryHidden"}
        begun = _begun(sheet.get(f"{{{_SHEET}}}Name", ""), hidden=is_hidden)
        yield {**begun, "hidden_rows": hidden_rows}
        yield from told(rows)


def _begun(name: str, *, hidden: bool = False, made_from: str = "") -> Line:
    return {"name": name, "hidden": hidden, "merged": [], "made_from": made_from}


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


def _number(element: Element, name: str) -> int:
    """Read an attribute that counts from 1; 0 if it is not there."""
    text = element.get(f"{{{_SHEET}}}{name}", "0")
    return int(text) if text.isdecimal() and len(text) < 8 else 0


def _cells(row: Element) -> list[Cell]:
    cells: list[Cell] = []
    for cell in row.iterfind(_CELL):
        place = (_number(cell, "Index") or len(cells) + 1) - 1
        across = _number(cell, "MergeAcross")
        if max(place, across) > COLUMNS:
            raise Refused("columns")
        cells += [""] * (place - len(cells))
        cells += [_value(cell), *[""] * across]
    return cells


def _value(cell: Element) -> Cell:
    found = cell.find(_VALUE)
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
