"""Web pages that call themselves spreadsheets: the cells of their tables.

Some systems export a page with a table in it as .xls, and Excel opens it. The tags are
cut out here, since a made-up page can keep the parser of the library busy for hours.
"""

import html
import re
from collections.abc import Iterator

from .limits import (  # noqa: TID252 - see __init__
    CELLS,
    COLUMNS,
    ROWS,
    Line,
    Refused,
    is_blank,
    told,
)

_CELLS = frozenset(("td", "th"))
# What ends a cell, or begins the next.
_ENDS = frozenset(("tr", "/tr", "/table", "td", "/td", "th", "/th"))
# What begins a new line in a cell.
_BREAKS = frozenset(("br", "p", "div"))
_TAG = re.compile(r"<(/?[a-zA-Z][\w:]*)([^<>]*)>|<[!?][^<>]*>")
_BEGINS = re.compile(r"<(tr|table)\b", re.IGNORECASE)
_ACROSS = re.compile(r"\bcolspan\s*=\s*[\"']?\s*(\d{1,5})\b", re.IGNORECASE)
# Tables within tables arrange a page; none does it so deep.
_DEEP = 50


class _Tables:
    """The tables of a page; what stands in a table within a cell is left out."""

    def __init__(self) -> None:
        self.tables: list[list[list[str]]] = []
        self.depth = 0
        self.texts: list[str] | None = None
        self.across = 1
        self.cells = 0

    def read(self, text: str) -> None:
        """Take in every table of a page."""
        for part in _without_comments(text):
            end = 0
            for found in _TAG.finditer(part):
                self._add_text(part[end : found.start()])
                self._tag((found[1] or "").lower(), found[2])
                end = found.end()
            self._add_text(part[end:])
        self._end_cell()

    def _add_text(self, text: str) -> None:
        if self.texts is not None and text:
            self.texts.append(html.unescape(text))

    def _tag(self, tag: str, attributes: str) -> None:
        if tag == "table":
            self.depth += 1
            if self.depth > _DEEP:
                raise Refused("damaged")
            if self.depth == 1:
                self.tables.append([])
        elif self.depth == 1:
            self._tag_of_table(tag, attributes)
        if tag == "/table":
            self.depth = max(self.depth - 1, 0)

    def _tag_of_table(self, tag: str, attributes: str) -> None:
        if tag in _ENDS:
            self._end_cell()
        if tag == "tr":
            self.tables[-1].append([])
        elif tag in _CELLS and self.tables[-1]:
            across = _ACROSS.search(attributes)
            self.texts, self.across = [], int(across[1]) if across else 1
        elif tag in _BREAKS and self.texts:
            self.texts.append(" ")

    def _end_cell(self) -> None:
        if self.texts is None:
            return
        row = self.tables[-1][-1]
        if len(self.tables[-1]) > ROWS:
            raise Refused("rows")
        if self.across + len(row) > COLUMNS:
            raise Refused("columns")
        self.cells += self.across
        if self.cells > CELLS:
            raise Refused("large")
        row += [" ".join("".join(self.texts).split()), *[""] * (self.across - 1)]
        self.texts = None


def lines(text: str, encoding: str) -> list[Line]:
    """Read every table of a page that has a row; Refused if there is none."""
    _refuse_too_many(text)
    page = _Tables()
    page.read(text)
    found = [table for table in page.tables if not all(map(is_blank, table))]
    if not found:
        raise Refused("kind")
    said: list[Line] = []
    for number, table in enumerate(found, 1):
        name = f"Table {number}" if len(found) > 1 else ""
        begun: Line = {"name": name, "hidden": False, "merged": []}
        said += [{**begun, "encoding": encoding}, *told(table)]
    return said


def _refuse_too_many(text: str) -> None:
    """Refuse a table that is too long at once; to read it so far takes seconds."""
    for part in _without_comments(text):
        rows = 0
        for found in _BEGINS.finditer(part):
            is_row = found[1].lower() == "tr"
            # Of tables within tables each is counted by itself, so never too many.
            rows = rows + 1 if is_row else 0
            if rows > ROWS + 1:
                raise Refused("rows")


def _without_comments(text: str) -> Iterator[str]:
    """Give what stands between comments; one that never ends hides all the rest."""
    start = 0
    while (comment := text.find("<!--", start)) >= 0:
        yield text[start:comment]
        end = text.find("-->", comment)
        if end < 0:
            return
        start = end + len("-->")
    yield text[start:]
