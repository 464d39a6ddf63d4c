"""Text files (.csv, .tab, .txt): rows of cells, whatever wrote them."""

import csv
import io
import re
from typing import Literal

from .limits import ROWS, Refused, height  # noqa: TID252 - see __init__

_SAMPLE = 65536
_LINES = 30
# A cell may hold an address or a note, but not a list.
_CELL_LINES = 5
_ODD = re.compile(r"[\x01-\x08\x0e-\x1f]")
_WEB = re.compile(r"<(?:!doctype html|html|head|body|meta|table)\b", re.IGNORECASE)
_SEPARATOR = re.compile(r"sep=(.)[\r\n]", re.IGNORECASE)
# What our own CSV files put before a text that would run as a formula.
_APOSTROPHE = re.compile(r"''*(?:[\t\r\n]|\s*[=+\-@＝＋－＠])")


def rows(content: bytes) -> list[list[str]]:
    """Read the rows of a text file; csv.Error kills the child."""
    return cut(decoded(content))


def kind(text: str) -> Literal["web", "xml", "list"]:
    """Say what a text is by its beginning."""
    start = text[:_SAMPLE].lstrip()
    if not start.startswith("<"):
        return "list"
    return "web" if _WEB.match(start) else "xml"


def cut(text: str) -> list[list[str]]:
    """Cut the text of a list into rows of cells."""
    start = text[:_SAMPLE].lstrip()
    if start.startswith("%PDF") or len(_ODD.findall(start)) * 50 > len(start):
        raise Refused("binary")
    separator = _SEPARATOR.match(text)
    delimiter = separator[1] if separator else _delimiter(start)
    try:
        return _rows(text, delimiter, quoted=True)
    except csv.Error:
        return _rows(text, delimiter, quoted=False)


def decoded(content: bytes) -> str:
    """Read text as its byte order mark says, else as UTF-16, UTF-8 or Windows' own.

    Zero bytes are dropped.
    """
    return _decoded(content).replace("\0", "")


def _decoded(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    start = content[:1000]
    for zeros, encoding in ((start[1::2], "utf-16-le"), (start[::2], "utf-16-be")):
        if zeros.count(0) * 4 > len(zeros) * 3:
            return content.decode(encoding, "replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.removeprefix(b"\xef\xbb\xbf").decode("cp1252", "replace")


def _delimiter(sample: str) -> str:
    """Choose the delimiter that cuts the most rows into the same number of cells."""
    lines = sample.splitlines()[:_LINES]

    def evenness(delimiter: str) -> tuple[int, int]:
        widths = [len(row) for row in csv.reader(lines, delimiter=delimiter)]
        return max(((widths.count(w), w) for w in widths if w > 1), default=(0, 0))

    return max(",;\t|", key=evenness)


def _rows(text: str, delimiter: str, *, quoted: bool) -> list[list[str]]:
    """Cut text into cells; csv.Error if a quotation mark swallows what follows it."""
    found: list[list[str]] = []
    suspect = quoted and text.count('"') % 2 == 1
    reader = csv.reader(
        io.StringIO(text, newline=""),
        delimiter=delimiter,
        quoting=csv.QUOTE_MINIMAL if quoted else csv.QUOTE_NONE,
    )
    for row in reader:
        if suspect and any(cell.count("\n") > _CELL_LINES for cell in row):
            raise csv.Error
        if len(found) <= ROWS:
            found.append(row)
        elif any(row):
            raise Refused("rows")
    # The last quotation mark was never closed: it has swallowed the end of the file.
    if suspect and any(delimiter in cell for cell in found[-1]):
        raise csv.Error
    if "'" in text:
        found = [[_plain(cell) for cell in row] for row in found]
    del found[height(found) :]
    return found


def _plain(cell: str) -> str:
    return cell[1:] if _APOSTROPHE.match(cell) else cell
