"""What a workbook (.xlsx) says of its cells and calamine does not tell.

Cells that hold an error such as #N/A, or a formula whose value was never saved, come as
blank, as if there had been nothing to know; and nothing tells which rows and columns
are hidden. Of .xls and .ods none of this is known.
"""

import html
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field

from .limits import Refused  # noqa: TID252 - see __init__

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
# A column that is hidden to the right end of a sheet hides nothing.
_LAST = 500
# A list of pupils in which there is more amiss is no list of pupils.
_MOST = 200_000

_HIDDEN = (b'hidden="1"', b'hidden="true"')
_NO_VALUE = (b"</f></c>", b"</f><v/>", b"</f><v></v>")


@dataclass(slots=True)
class Oddities:
    """What is odd in a sheet, by places that count from 0.

    `cells` has, by row and column, the error of a cell, or its formula with = in front.
    """

    cells: dict[int, dict[int, str]] = field(default_factory=dict)
    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: list[int] = field(default_factory=list)
    count: int = 0

    def look(self, xml: bytes) -> None:
        """Take in what is odd in a piece of a sheet; most have nothing."""
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
                self.hidden_rows.append(int(row[b"r"]) - 1)
        for tag in _COLUMN.findall(xml):
            span = dict(_COUNT.findall(tag))
            if _is_hidden(tag) and span.keys() >= {b"min", b"max"}:
                first, last = int(span[b"min"]), int(span[b"max"])
                if last <= _LAST:
                    self.hidden_columns += range(first - 1, last)
        if len(self.hidden_rows) + len(self.hidden_columns) > _MOST:
            raise Refused("large")

    def _add(self, attributes: bytes, text: bytes) -> None:
        place = _PLACE.search(attributes)
        if not place:
            return
        self.count += 1
        if self.count > _MOST:
            raise Refused("large")
        column = 0
        for letter in place[1]:
            column = column * 26 + letter - ord("A") + 1
        said = html.unescape(text.decode("utf-8", "replace"))
        self.cells.setdefault(int(place[2]) - 1, {})[column - 1] = said


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
