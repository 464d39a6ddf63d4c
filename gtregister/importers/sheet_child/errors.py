"""The cells of a workbook that hold an error, such as #N/A."""

import html
import re
import zipfile
from collections.abc import Mapping, Sequence

_CELL = re.compile(rb'<c\s([^>]*\bt="e"[^>]*)>(?:(?!</c>).)*?<v>([^<]*)</v>', re.DOTALL)
_PLACE = re.compile(rb'\br="([A-Z]{1,3})(\d{1,7})"')
_ATTRIBUTE = re.compile(r'([\w:]+)="([^"]*)"')

Errors = dict[tuple[int, int], str]


def found(archive: zipfile.ZipFile, members: Sequence[str]) -> Mapping[str, Errors]:
    """Give the errors in these members by the name of their sheet and their place.

    Rows and columns count from 0.
    """
    titles = _titles(archive)
    return {titles.get(name, ""): _errors(archive.read(name)) for name in members}


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


def _errors(xml: bytes) -> Errors:
    errors: Errors = {}
    # Most of the signs that errors begin with are in headings.
    if b't="e"' not in xml:
        return errors
    for attributes, text in _CELL.findall(xml):
        if place := _PLACE.search(attributes):
            column = 0
            for letter in place[1]:
                column = column * 26 + letter - ord("A") + 1
            errors[int(place[2]) - 1, column - 1] = text.decode("utf-8", "replace")
    return errors
