"""What is odd in the XML of an Excel workbook, and whether it has too many rows."""

import html
import re
import zipfile
from collections.abc import Mapping

from .limits import COLUMNS, ROWS, Refused  # noqa: TID252 - see __init__
from .oddities import Oddities  # noqa: TID252 - see __init__

# No pattern can run past the beginning of the next element, or a made-up file could
# keep it busy for hours.
_ERROR = re.compile(rb"<c\s([^<>]*)>\s*(?:<f[^<>]*>(?:[^<]*</f>)?)?\s*<v>([^<]*)</v>")
_FORMULA = re.compile(
    rb"<c\s([^<>]*)><f(?:\s[^<>]*)?(?:/>|>([^<]*)</f>)(?:<v/>|<v></v>)?</c>"
)
_PLACE = re.compile(rb'\br="([A-Z]{1,3})(\d{1,7})"')
_ROW = re.compile(rb"<row\s([^<>]*)>")
_COLUMN = re.compile(rb"<col\s([^<>]*)>")
_COUNT = re.compile(rb'\b(r|min|max)="(\d{1,7})"')
_ATTRIBUTE = re.compile(r'([\w:]+)="([^"]*)"')

_HIDDEN = (b'hidden="1"', b'hidden="true"')
_NO_VALUE = (b"</f></c>", b"</f><v/>", b"</f><v></v>")
_ROW_BEGINS = b'<row r="'
_ROW_ENDS = b"</row>"


class Worksheet:
    """A sheet of a workbook, taken in piece by piece."""

    def __init__(self) -> None:
        self.odd = Oddities()
        self._rest = b""
        self._rows = 0

    def look(self, piece: bytes) -> None:
        """Take in a piece of the sheet; Refused if it has too many rows."""
        if _has_values(piece) and (self._rows > ROWS or _is_beyond(piece)):
            raise Refused("rows")
        self._rows += piece.count(_ROW_ENDS)
        # A row lies across the end of a piece; one without an end is cut.
        whole = self._rest + piece
        cut = whole.rfind(_ROW_ENDS) + 1 or len(whole)
        self._find(whole[:cut])
        self._rest = whole[cut:]

    def end(self) -> None:
        """Take in what is left."""
        self._find(self._rest)

    def _find(self, xml: bytes) -> None:
        """Find what is odd in a piece; most have nothing."""
        if any(sign in xml for sign in _HIDDEN):
            self._find_hidden(xml)
        # Each error begins with #: to look for one sign in a piece is quick.
        if b"#" in xml and b't="e"' in xml:
            for found in _ERROR.finditer(xml):
                if b't="e"' in found[1]:
                    self._add(found[1], found[2])
        if b"</f>" in xml and any(sign in xml for sign in _NO_VALUE):
            for found in _FORMULA.finditer(xml):
                self._add(found[1], b"=" + (found[2] or b""))

    def _find_hidden(self, xml: bytes) -> None:
        for tag in _ROW.findall(xml):
            if (row := dict(_COUNT.findall(tag))) and _is_hidden(tag) and b"r" in row:
                self.odd.hide_rows([int(row[b"r"]) - 1])
        for tag in _COLUMN.findall(xml):
            span = dict(_COUNT.findall(tag))
            if _is_hidden(tag) and span.keys() >= {b"min", b"max"}:
                first, last = int(span[b"min"]), int(span[b"max"])
                # What is hidden to the right end of a sheet hides nothing.
                if last <= COLUMNS:
                    self.odd.hide_columns(range(first - 1, last))

    def _add(self, attributes: bytes, text: bytes) -> None:
        place = _PLACE.search(attributes)
        if not place:
            return
        column = 0
        for letter in place[1]:
            column = column * 26 + letter - ord("A") + 1
        said = html.unescape(text.decode("utf-8", "replace"))
        self.odd.add(int(place[2]) - 1, column - 1, said)


def _has_values(piece: bytes) -> bool:
    return any(sign in piece for sign in (b"<v>", b"<t>", b"<t "))


def _is_beyond(piece: bytes) -> bool:
    """Say whether a piece of a sheet begins beyond the last row to be read.

    Then there is no need to wait until all of them are.
    """
    place = piece.find(_ROW_BEGINS) + len(_ROW_BEGINS)
    number = piece[place : piece.find(b'"', place)]
    return number.isdigit() and len(number) < 9 and int(number) > ROWS


def _is_hidden(tag: bytes) -> bool:
    return any(sign in tag for sign in _HIDDEN)


def titles(archive: zipfile.ZipFile) -> Mapping[str, str]:
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
    tags = re.findall(rf"<{name}\s[^<>]*>", xml)
    return [dict(_ATTRIBUTE.findall(tag)) for tag in tags]
