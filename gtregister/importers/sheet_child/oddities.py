"""What a workbook (.xlsx) says of its cells and calamine does not tell.

Cells that hold an error such as #N/A, or a formula whose value was never saved, come as
blank, as if there had been nothing to know; and nothing tells which rows and columns
are hidden. Of .xls and .ods none of this is known.
"""

import html
import re
import zipfile
from collections.abc import Mapping, Sequence
from typing import NamedTuple

_ERROR = re.compile(
    rb'<c\s([^>]*\bt="e"[^>]*)>(?:(?!</c>).)*?<v>([^<]*)</v>', re.DOTALL
)
_FORMULA = re.compile(
    rb"<c\s([^>]*)><f(?:\s[^>]*)?(?:/>|>([^<]*)</f>)(?:<v/>|<v></v>)?</c>"
)
_PLACE = re.compile(rb'\br="([A-Z]{1,3})(\d{1,7})"')
_ROW = re.compile(rb'<row\s([^>]*\bhidden="(?:1|true)"[^>]*)>')
_COLUMN = re.compile(rb'<col\s([^>]*\bhidden="(?:1|true)"[^>]*)>')
_COUNT = re.compile(rb'\b(r|min|max)="(\d{1,7})"')
_ATTRIBUTE = re.compile(r'([\w:]+)="([^"]*)"')
# A column that is hidden to the right end of a sheet hides nothing.
_LAST = 500

_NO_VALUE = (b"</f></c>", b"</f><v/>", b"</f><v></v>")
_SEAM = 12


class Oddities(NamedTuple):
    """What is odd in a sheet, by places that count from 0.

    `cells` has the error of a cell, or its formula with = in front.
    """

    cells: Mapping[tuple[int, int], str]
    hidden_rows: Sequence[int] = ()
    hidden_columns: Sequence[int] = ()


def may_be_in(chunk: bytes, before: bytes) -> bool:
    """Say whether there may be something odd in a piece of a sheet.

    `before` is the piece before it, since a sign of it may lie across both.
    """
    return _has_sign(chunk) or _has_sign(before[-_SEAM:] + chunk[:_SEAM])


def _has_sign(xml: bytes) -> bool:
    # Each error begins with #; to look for one sign in a piece is quick.
    if b"#" in xml or b'hidden="1"' in xml or b'hidden="true"' in xml:
        return True
    return b"</f>" in xml and any(sign in xml for sign in _NO_VALUE)


def found(archive: zipfile.ZipFile, members: Sequence[str]) -> Mapping[str, Oddities]:
    """Give what is odd in these members by the name of their sheet."""
    titles = _titles(archive)
    return {titles.get(name, ""): _oddities(archive.read(name)) for name in members}


def _titles(archive: zipfile.ZipFile) -> Mapping[str, str]:
    """Give the name of the sheet that each member of a workbook holds."""
    targets = {
        link.get("Id", ""): "xl/" + link.get("Target", "").removeprefix("/xl/")
        for link in _tags(archive, "xl/_rels/workbook.xml.rels", "Relationship")
    }
    return {
        targets.get(sheet.get("r:id", ""), ""): html.unescape(sheet.get("name", ""))
        for sheet in _tags(archive, "xl/workbook.xml", "sheet")
    }


def _tags(archive: zipfile.ZipFile, member: str, name: str) -> list[dict[str, str]]:
    xml = archive.read(member).decode("utf-8", "replace")
    tags = re.findall(rf"<{name}\s[^>]*>", xml)
    return [dict(_ATTRIBUTE.findall(tag)) for tag in tags]


def _oddities(xml: bytes) -> Oddities:
    cells: dict[tuple[int, int], str] = {}
    # Most of the signs that errors begin with are in headings.
    if b't="e"' in xml:
        cells |= _cells(_ERROR.findall(xml))
    if any(sign in xml for sign in _NO_VALUE):
        formulas = [(where, b"=" + text) for where, text in _FORMULA.findall(xml)]
        cells |= _cells(formulas)
    rows = [dict(_COUNT.findall(tag)) for tag in _ROW.findall(xml)]
    spans = [dict(_COUNT.findall(tag)) for tag in _COLUMN.findall(xml)]
    columns = {
        number - 1
        for span in spans
        if span.keys() >= {b"min", b"max"} and int(span[b"max"]) <= _LAST
        for number in range(int(span[b"min"]), int(span[b"max"]) + 1)
    }
    return Oddities(
        cells, [int(row[b"r"]) - 1 for row in rows if b"r" in row], sorted(columns)
    )


def _cells(written: Sequence[tuple[bytes, bytes]]) -> dict[tuple[int, int], str]:
    cells = {}
    for attributes, text in written:
        if place := _PLACE.search(attributes):
            column = 0
            for letter in place[1]:
                column = column * 26 + letter - ord("A") + 1
            said = html.unescape(text.decode("utf-8", "replace"))
            cells[int(place[2]) - 1, column - 1] = said
    return cells
