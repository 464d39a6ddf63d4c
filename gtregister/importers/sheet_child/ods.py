"""What is odd in an OpenDocument sheet (.ods), and whether it has too many rows.

The rows of a table are counted as they pass, with those that one element stands for, so
that a list that is too long is refused before any cell of it is read.
"""

import html
import re

from .limits import COLUMNS, ROWS, Refused  # noqa: TID252 - see __init__
from .oddities import Oddities  # noqa: TID252 - see __init__

# What begins a table or a row of one; not <table:table-rows> or <table:table-cell>.
_BEGINS = re.compile(rb"<table:(?=table[\s>]|table-row[\s/>])")
_TIMES = re.compile(rb'table:number-(?:rows|columns)-repeated="(\d{1,7})"')
_NAME = re.compile(rb'table:name="([^"]*)"')
_COLUMN = re.compile(rb"<table:table-column\b([^<>]*)>")
_CELL = re.compile(rb"<table:(?:covered-)?table-cell\b([^<>]*)>")
_TEXT = re.compile(rb"\s*<text:p[^<>]*>([^<]*)")
_FORMULA = re.compile(rb'table:formula="(?:\w+:)?=?([^"]*)"')
_HIDDEN = (b'table:visibility="collapse"', b'table:visibility="filter"')
# A row of a list has some thousands of bytes; one without an end is cut.
_LONGEST = 4 * 1024 * 1024


class Tables:
    """The tables of a file, taken in piece by piece."""

    def __init__(self) -> None:
        self.sheets: dict[str, Oddities] = {}
        self._now = Oddities()
        self._rest = b""
        self._rows = 0

    def look(self, piece: bytes) -> None:
        """Take in a piece of the file; Refused if a table has too many rows."""
        *whole, self._rest = _BEGINS.split(self._rest + piece)
        for element in whole:
            self._take(element)
        if len(self._rest) > _LONGEST:
            self.end()

    def end(self) -> None:
        """Take in what is left."""
        self._take(self._rest)
        self._rest = b""

    def _take(self, element: bytes) -> None:
        if element.startswith(b"table-row"):
            self._take_row(element)
        elif element.startswith(b"table"):
            self._begin(element)

    def _begin(self, element: bytes) -> None:
        self._now, self._rows = Oddities(), 0
        name = _NAME.search(element[: element.find(b">")])
        said = html.unescape(name[1].decode("utf-8", "replace")) if name else ""
        self.sheets.setdefault(said, self._now)
        place = 0
        for tag in _COLUMN.findall(element):
            times = _times(tag)
            if _is_hidden(tag) and place + times <= COLUMNS:
                self._now.hide_columns(range(place, place + times))
            place += times

    def _take_row(self, element: bytes) -> None:
        tag = element[: element.find(b">")]
        times = _times(tag)
        row = self._rows
        self._rows += times
        if b"office:value" not in element and b"<text:p" not in element:
            return
        if self._rows > ROWS:
            raise Refused("rows")
        if _is_hidden(tag):
            self._now.hide_rows(range(row, row + times))
        if b':value-type="error"' in element or b"table:formula=" in element:
            for place, text in _odd_cells(element):
                for number in range(row, row + times):
                    self._now.add(number, place, text)


def _odd_cells(element: bytes) -> list[tuple[int, str]]:
    """Give the cells of a row that show an error or have no value, by their places."""
    found: list[tuple[int, str]] = []
    place = 0
    for cell in _CELL.finditer(element):
        text = _odd_text(cell[1], element, cell.end())
        times = min(_times(cell[1]), COLUMNS)
        if text:
            said = html.unescape(text.decode("utf-8", "replace"))
            found += [(place + number, said) for number in range(times)]
        place += times
    return found


def _odd_text(tag: bytes, element: bytes, end: int) -> bytes:
    if b':value-type="error"' in tag:
        shown = _TEXT.match(element, end)
        return shown[1] if shown else b"#N/A"
    if b"office:value-type=" in tag:
        return b""
    formula = _FORMULA.search(tag)
    return b"=" + formula[1] if formula else b""


def _times(tag: bytes) -> int:
    """Say how many rows or columns an element stands for."""
    found = _TIMES.search(tag)
    return int(found[1]) if found else 1


def _is_hidden(tag: bytes) -> bool:
    return any(sign in tag for sign in _HIDDEN)
