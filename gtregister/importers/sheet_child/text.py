"""Text files (.csv, .tab, .txt): rows of cells, whatever wrote them."""

import csv
import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Literal

from .limits import ROWS, Refused, told  # noqa: TID252 - see __init__

_SAMPLE = 65536
_LINES = 30
# A cell may hold an address or a note, but not a list.
_CELL_LINES = 5
_ODD = re.compile(r"[\x01-\x08\x0e-\x1f]")
_WEB = re.compile(r"<(?:!doctype html|html|head|body|meta|table)\b", re.IGNORECASE)
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_SEPARATOR = re.compile(r"sep=(.)[\r\n]", re.IGNORECASE)
# What our own CSV files put before a text that would run as a formula.
_APOSTROPHE = re.compile(r"''*(?:[\t\r\n]|\s*[=+\-@＝＋－＠])")


def rows(content: bytes) -> list[list[str]]:
    """Read the rows of a text file at once; Refused or csv.Error if it is none."""
    lines = told(cut(decoded(content, encoding(content))))
    return [[*map(str, row)] for line in lines for row in line["rows"]]


def kind(text: str) -> Literal["web", "xml", "list"]:
    """Say what a text is by its beginning."""
    start = text[:_SAMPLE].lstrip()
    if not start.startswith("<"):
        return "list"
    return "web" if _WEB.match(start) else "xml"


def cut(text: str) -> Iterator[list[str]]:
    """Cut the text of a list into rows of cells; csv.Error if a cell is endless."""
    start = text[:_SAMPLE].lstrip()
    if start.startswith("%PDF") or len(_ODD.findall(start)) * 50 > len(start):
        raise Refused("kind")
    separator = _SEPARATOR.match(text)
    delimiter = separator[1] if separator else _delimiter(start)
    is_quoted = '"' in text and _closes(text, delimiter)
    if _line_ends(text) > ROWS:
        text = _without_end(text)
        _refuse_too_many(_cells(text, delimiter, is_quoted=is_quoted))
    rows = _cells(text, delimiter, is_quoted=is_quoted)
    return ([*map(_plain, row)] for row in rows) if "'" in text else rows


def encoding(content: bytes) -> str:
    """Tell how the letters of a text are written: Unicode, or else as Windows does.

    Its byte order mark says so, or that every second byte is zero, or that all of it
    can be read as UTF-8.
    """
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    start = content[:1000]
    for zeros, name in ((start[1::2], "utf-16-le"), (start[::2], "utf-16-be")):
        if zeros.count(0) * 4 > len(zeros) * 3:
            return name
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def decoded(content: bytes, encoding: str) -> str:
    """Read text in an encoding, without the byte order mark and without zero bytes.

    A letter that the encoding does not have becomes “�”.
    """
    content = content.removeprefix(b"\xef\xbb\xbf")
    return content.decode(encoding, "replace").removeprefix("\ufeff").replace("\0", "")


def _delimiter(sample: str) -> str:
    """Choose the delimiter that cuts the most rows into the same number of cells."""
    lines = sample.splitlines()[:_LINES]

    def evenness(delimiter: str) -> tuple[int, int]:
        widths = [len(row) for row in csv.reader(lines, delimiter=delimiter)]
        return max(((widths.count(w), w) for w in widths if w > 1), default=(0, 0))

    return max(",;\t|", key=evenness)


def _cells(text: str, delimiter: str, *, is_quoted: bool) -> Iterator[list[str]]:
    # Line by line, since a copy of the whole text would cost four times its memory.
    lines = (found[0] for found in _LINE.finditer(text))
    if is_quoted:
        return csv.reader(lines, delimiter=delimiter)
    return csv.reader(lines, delimiter=delimiter, quoting=csv.QUOTE_NONE)


def _closes(text: str, delimiter: str) -> bool:
    """Say whether no quotation mark swallows what follows it."""
    is_suspect = text.count('"') % 2 == 1
    row: list[str] = []
    try:
        for row in _cells(text, delimiter, is_quoted=True):
            if is_suspect and any(cell.count("\n") > _CELL_LINES for cell in row):
                return False
    except csv.Error:
        return False
    # If the last one was never closed, it has swallowed the end of the file.
    return not (is_suspect and any(delimiter in cell for cell in row))


def _line_ends(text: str) -> int:
    return max(text.count("\n"), text.count("\r"))


def _without_end(text: str) -> str:
    """Cut off the blank rows at the end, of which a spreadsheet may save a million."""
    end = len(text.rstrip("\r\n\t ,;|"))
    line = _LINE.match(text, end)
    text = text[: line.end()] if line else text
    if _line_ends(text) > 10 * ROWS:
        raise Refused("rows")
    return text


def _refuse_too_many(rows: Iterable[list[str]]) -> None:
    """Refuse a list that is too long before any of it is told, which takes longer."""
    if any(map(any, islice(rows, ROWS, None))):
        raise Refused("rows")


def _plain(cell: str) -> str:
    return cell[1:] if _APOSTROPHE.match(cell) else cell
