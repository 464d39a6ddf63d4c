"""Workbooks of Excel 97, made record by record: nothing else here can write one."""

from collections.abc import Sequence
from struct import pack

_FREE, _END, _OF_TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_NO_SHEETS_ABOVE = pack("<HHHHII", 0x0600, 0x0005, 0x0DBB, 0x07CC, 0x41, 0x06)
_A_SHEET = pack("<HHHHII", 0x0600, 0x0010, 0x0DBB, 0x07CC, 0x41, 0x06)
_ERRORS = {"#N/A": 0x2A, "#REF!": 0x17, "#DIV/0!": 0x07}


def book(
    rows: Sequence[Sequence[object]],
    name: str = "Year 7",
    hidden_rows: Sequence[int] = (),
    hidden_columns: Sequence[int] = (),
) -> bytes:
    """Make a workbook of one sheet; an error is a text such as #N/A."""
    said = name.encode("utf-16-le")
    about = pack("<BBBB", 0, 0, len(name), 1) + said
    begin, end = _record(0x0809, _NO_SHEETS_ABOVE), _record(0x000A)
    start = len(begin) + len(_record(0x0085, bytes(4) + about)) + len(end)
    sheet = [_record(0x0809, _A_SHEET)]
    sheet += [
        _record(0x007D, pack("<HHHHHH", place, place, 2304, 15, 1, 0))
        for place in hidden_columns
    ]
    sheet += [
        _record(0x0208, pack("<HHHHHHI", row, 0, 9, 255, 0, 0, 0x120))
        for row in hidden_rows
    ]
    sheet += [
        _cell(row, column, value)
        for row, cells in enumerate(rows)
        for column, value in enumerate(cells)
        if value is not None
    ]
    linked = _record(0x0085, pack("<I", start) + about)
    return _filed(begin + linked + end + b"".join(sheet) + end)


def _record(kind: int, content: bytes = b"") -> bytes:
    return pack("<HH", kind, len(content)) + content


def _cell(row: int, column: int, value: object) -> bytes:
    place = pack("<HHH", row, column, 15)
    if isinstance(value, int | float):
        return _record(0x0203, place + pack("<d", value))
    text = str(value)
    if text in _ERRORS:
        return _record(0x0205, place + pack("<BB", _ERRORS[text], 1))
    if text.startswith("="):
        # A formula whose last answer was an error.
        answer = pack("<BBBBBBH", 2, 0, _ERRORS[text[1:]], 0, 0, 0, 0xFFFF)
        return _record(0x0006, place + answer + pack("<HIH", 0, 0, 0))
    said = text.encode("utf-16-le")
    return _record(0x0204, place + pack("<HB", len(text), 1) + said)


def _filed(stream: bytes) -> bytes:
    """Put a stream into the file system of old Office files: sectors of 512 bytes."""
    stream = stream.ljust(4096, b"\0")
    stream += bytes(-len(stream) % 512)
    sectors = len(stream) // 512
    # Sector 0 is the table of sectors, 1 the folder, and then comes the stream.
    table = [_OF_TABLE, _END, *range(3, sectors + 2), _END]
    table += [_FREE] * (128 - len(table))
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    header += pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    header += pack("<IIIIIIIII", 0, 1, 1, 0, 4096, _END, 0, _END, 0)
    header += pack("<109I", 0, *[_FREE] * 108)
    folder = _entry("Root Entry", 5, 1, _END, 0)
    folder += _entry("Workbook", 2, _FREE, 2, len(stream)) + bytes(256)
    return header + pack("<128I", *table) + folder + stream


def _entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
    said = name.encode("utf-16-le")
    links = pack("<HBBIII", len(said) + 2, kind, 1, _FREE, _FREE, child)
    return said.ljust(64, b"\0") + links + bytes(36) + pack("<IQ", start, size)
