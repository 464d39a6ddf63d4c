"""Zip files: whether a workbook is what it says it is, and what is odd in it."""

import zipfile
import zlib
from collections.abc import Callable, Mapping
from io import BytesIO

from . import ods, xlsx  # noqa: TID252 - see __init__
from .limits import (  # noqa: TID252 - see __init__
    ENCRYPTED,
    MEMBERS,
    PACKED,
    RATIO,
    ROWS,
    UNPACKED_BYTES,
    Refused,
)
from .oddities import Oddities  # noqa: TID252 - see __init__

_CHUNK = 1024 * 1024
_PROLOGUE = 65536
_CONTENT = "content.xml"
# What ends a row of either kind of workbook.
_ROWS = (b"</row>", b"</table:table-row>")
# A smaller sheet is read in less time than it would take to find out.
_LARGE = 8 * _CHUNK
# ValueError comes of a member that begins before the file does.
_DAMAGED = (
    *(zipfile.BadZipFile, zlib.error, EOFError, KeyError, NotImplementedError),
    ValueError,
)


def is_long(file: BytesIO) -> bool:
    """Say whether a sheet seems to have far more rows than may be, by its beginning.

    If so, its rows should be counted before anybody reads them.
    """
    try:
        with zipfile.ZipFile(file) as archive:
            return any(
                _seems_long(archive, member)
                for member in archive.infolist()
                if _is_sheet(member)
                and member.file_size > _LARGE
                and not member.flag_bits & ENCRYPTED
                and member.compress_type in PACKED
            )
    except _DAMAGED:
        return False


def _seems_long(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bool:
    with archive.open(member) as sheet:
        start = sheet.read(_CHUNK)
    rows = max(map(start.count, _ROWS))
    return rows * member.file_size > 2 * ROWS * len(start)


def inspected(file: BytesIO) -> Mapping[str, Oddities]:
    """Refuse what unpacks to a flood; find what is odd in each sheet, by its name."""
    try:
        with zipfile.ZipFile(file) as archive:
            return _inspected(archive)
    except _DAMAGED:
        raise Refused("damaged") from None


def _inspected(archive: zipfile.ZipFile) -> Mapping[str, Oddities]:
    members = archive.infolist()
    if not {m.filename for m in members} & {"[Content_Types].xml", _CONTENT}:
        raise Refused("zip")
    if any(m.flag_bits & ENCRYPTED for m in members):
        raise Refused("password")
    if any(m.compress_type not in PACKED for m in members):
        raise Refused("damaged")
    if len(members) > MEMBERS or sum(m.file_size for m in members) > UNPACKED_BYTES:
        raise Refused("large")
    if any(m.file_size > max(_CHUNK, RATIO * m.compress_size) for m in members):
        raise Refused("large")
    tables = ods.Tables()
    sheets: dict[str, Oddities] = {}
    # Each is read to its end: one that is longer than it says fails here.
    for member in members:
        if member.filename == _CONTENT:
            _read(archive, member, tables.look)
            tables.end()
        elif _is_sheet(member):
            sheet = xlsx.Worksheet()
            _read(archive, member, sheet.look)
            sheet.end()
            sheets[member.filename] = sheet.odd
        elif member.filename.endswith((".xml", ".rels")):
            _read(archive, member, lambda _chunk: None)
    if not any(sheets.values()):
        return tables.sheets
    names = xlsx.titles(archive)
    return {names[member]: sheets[member] for member in names.keys() & sheets.keys()}


def _is_sheet(member: zipfile.ZipInfo) -> bool:
    name = member.filename
    in_excel = name.startswith("xl/worksheets/") and name.endswith(".xml")
    return in_excel or name == _CONTENT


def _read(
    archive: zipfile.ZipFile, member: zipfile.ZipInfo, look: Callable[[bytes], None]
) -> None:
    """Read a member in pieces; one with a document type is refused at its start."""
    with archive.open(member) as file:
        chunk = file.read(_CHUNK)
        plain = chunk[:_PROLOGUE].replace(b"\0", b"")
        if b"<!DOCTYPE" in plain or b"<!ENTITY" in plain:
            raise Refused("damaged")
        while chunk:
            look(chunk)
            chunk = file.read(_CHUNK)
