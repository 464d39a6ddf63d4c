"""Zip files: whether a workbook is what it says it is, and what is odd in it."""

import zipfile
import zlib
from collections.abc import Mapping
from io import BytesIO

from .limits import (  # noqa: TID252 - see __init__
    ENCRYPTED,
    MEMBERS,
    RATIO,
    ROWS,
    UNPACKED_BYTES,
    Refused,
)
from .oddities import Oddities, titles  # noqa: TID252 - see __init__

_CHUNK = 1024 * 1024
_PROLOGUE = 65536
_ROW = b'<row r="'
_ROW_ENDS = b"</row>"


def inspected(file: BytesIO) -> Mapping[str, Oddities]:
    """Refuse what unpacks to a flood; find what is odd in each sheet."""
    try:
        with zipfile.ZipFile(file) as archive:
            return _inspected(archive)
    except (zipfile.BadZipFile, zlib.error, EOFError, KeyError, NotImplementedError):
        raise Refused("damaged") from None


def _inspected(archive: zipfile.ZipFile) -> Mapping[str, Oddities]:
    members = archive.infolist()
    if not {m.filename for m in members} & {"[Content_Types].xml", "content.xml"}:
        raise Refused("zip")
    if any(m.flag_bits & ENCRYPTED for m in members):
        raise Refused("password")
    if len(members) > MEMBERS or sum(m.file_size for m in members) > UNPACKED_BYTES:
        raise Refused("large")
    if any(m.file_size > max(_CHUNK, RATIO * m.compress_size) for m in members):
        raise Refused("large")
    # Each is read to its end: one that is longer than it says fails here.
    odd = {m.filename: _read(archive, m) for m in members if _is_xml(m)}
    if not any(map(_is_odd, odd.values())):
        return {}
    names = titles(archive)
    return {names[member]: odd[member] for member in names.keys() & odd.keys()}


def _is_xml(member: zipfile.ZipInfo) -> bool:
    return member.filename.endswith((".xml", ".rels"))


def _is_odd(found: Oddities) -> bool:
    return bool(found.cells or found.hidden_rows or found.hidden_columns)


def _read(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Oddities:
    """Read a member in pieces; say what is odd in it if it is a sheet."""
    found, start, rest, rows = Oddities(), True, b"", 0
    is_sheet = member.filename.startswith("xl/worksheets/")
    with archive.open(member) as file:
        while chunk := file.read(_CHUNK):
            plain = chunk[:_PROLOGUE].replace(b"\0", b"") if start else b""
            if b"<!DOCTYPE" in plain or b"<!ENTITY" in plain:
                raise Refused("damaged")
            start = False
            if not is_sheet:
                continue
            if _has_values(chunk) and (rows > ROWS or _is_beyond(chunk)):
                raise Refused("rows")
            rows += chunk.count(_ROW_ENDS)
            # A row lies across the end of a piece; one without an end is cut.
            chunk = rest + chunk
            cut = chunk.rfind(_ROW_ENDS) + 1 or len(chunk)
            found.look(chunk[:cut])
            rest = chunk[cut:]
        found.look(rest)
    return found


def _has_values(chunk: bytes) -> bool:
    return any(sign in chunk for sign in (b"<v>", b"<t>", b"<t "))


def _is_beyond(chunk: bytes) -> bool:
    """Say whether a piece of a sheet begins beyond the last row to be read.

    Then there is no need to wait until all of them are.
    """
    place = chunk.find(_ROW) + len(_ROW)
    number = chunk[place : chunk.find(b'"', place)]
    return number.isdigit() and len(number) < 9 and int(number) > ROWS
