"""What is odd in an old Excel workbook (.xls), by the records of its sheets.

[MS-XLS] says how they are laid out. Only what Excel 97 and later wrote is looked at; a
file that is not as it should be has nothing odd.
"""

from collections.abc import Iterator, Mapping
from struct import error, unpack_from

from .limits import COLUMNS  # noqa: TID252 - see __init__
from .oddities import Oddities  # noqa: TID252 - see __init__
from .ole import stream  # noqa: TID252 - see __init__

_EXCEL_97 = 0x0600
# The kinds of records.
_BEGIN, _END, _SHEET = 0x0809, 0x000A, 0x0085
_ROW, _COLUMNS, _ERROR, _FORMULA = 0x0208, 0x007D, 0x0205, 0x0006
_ROW_IS_HIDDEN, _COLUMN_IS_HIDDEN = 0x20, 0x01
_ERRORS = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
}


def inspected(content: bytes) -> Mapping[str, Oddities]:
    """Find what is odd in each sheet, by its name."""
    try:
        book = stream(content, ("Workbook", "Book"))
        return {name: _odd(book, start) for name, start in _sheets(book)}
    except (error, IndexError):
        return {}


def _records(book: bytes, start: int) -> Iterator[tuple[int, bytes]]:
    """Give the kind and content of each record of a part, which begins and ends."""
    place, depth = start, 0
    while place + 4 <= len(book):
        kind, length = unpack_from("<HH", book, place)
        content = book[place + 4 : place + 4 + length]
        place += 4 + length
        # A chart within a sheet is a part of its own.
        depth += (kind == _BEGIN) - (kind == _END)
        if depth == 1:
            yield kind, content
        if depth <= 0:
            return


def _sheets(book: bytes) -> Iterator[tuple[str, int]]:
    """Give the name of each sheet, and where it begins."""
    for kind, content in _records(book, 0):
        if kind == _BEGIN and unpack_from("<H", content)[0] != _EXCEL_97:
            return
        if kind == _SHEET:
            start, _state, length, is_wide = unpack_from("<IHBB", content)
            name = content[8 : 8 + (length << (is_wide & 1))]
            yield (
                name.decode("utf-16-le" if is_wide & 1 else "latin-1", "replace"),
                start,
            )


def _odd(book: bytes, start: int) -> Oddities:
    odd = Oddities()
    for kind, content in _records(book, start):
        if kind == _ERROR:
            row, column, value, is_error = unpack_from("<HH2xBB", content)
            if is_error:
                odd.add(row, column, _ERRORS.get(value, "#N/A"))
        elif kind == _FORMULA:
            row, column, what, value, mark = unpack_from("<HH2xBxB3xH", content)
            # What is no number has this mark, and 2 stands for an error.
            if mark == 0xFFFF and what == 2:
                odd.add(row, column, _ERRORS.get(value, "#N/A"))
        elif kind == _ROW:
            row, flags = unpack_from("<H10xB", content)
            if flags & _ROW_IS_HIDDEN:
                odd.hide_rows([row])
        elif kind == _COLUMNS:
            first, last, flags = unpack_from("<HH4xB", content)
            if flags & _COLUMN_IS_HIDDEN and last <= min(COLUMNS, 254):
                odd.hide_columns(range(first, last + 1))
    return odd
