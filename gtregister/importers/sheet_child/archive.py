"""Zip files: whether a workbook is what it says it is, and what is odd in it."""

import zipfile
from collections.abc import Mapping
from io import BytesIO

from .limits import (  # noqa: TID252 - see __init__
    MEMBERS,
    RATIO,
    ROWS,
    UNPACKED_BYTES,
    Refused,
)
from .oddities import Oddities, found, may_be_in  # noqa: TID252 - see __init__

_CHUNK = 1024 * 1024
_PROLOGUE = 65536
_ROW = b'<row r="'


def inspected(file: BytesIO) -> Mapping[str, Oddities]:
    """Refuse what unpacks to a flood; find what is odd in each sheet."""
    try:
        with zipfile.ZipFile(file) as archive:
            return _inspected(archive)
    except (zipfile.BadZipFile, EOFError, NotImplementedError):
        raise Refused("damaged") from None


def _inspected(archive: zipfile.ZipFile) -> Mapping[str, Oddities]:
    members = archive.infolist()
    if not {m.filename for m in members} & {"[Content_Types].xml", "content.xml"}:
        raise Refused("zip")
    if len(members) > MEMBERS or sum(m.file_size for m in members) > UNPACKED_BYTES:
        raise Refused("flood")
    if any(m.file_size > max(_CHUNK, RATIO * m.compress_size) for m in members):
        raise Refused("flood")
    # Each is read to its end: one that is longer than it says fails here.
    odd = [m.filename for m in members if _is_xml(m) and _is_odd(archive, m)]
    return found(archive, odd) if odd else {}


def _is_xml(member: zipfile.ZipInfo) -> bool:
    return member.filename.endswith((".xml", ".rels"))


def _is_odd(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bool:
    """Read a member in pieces; say whether there may be something odd in it."""
    is_odd, start, before = False, True, b""
    is_sheet = member.filename.startswith("xl/worksheets/")
    with archive.open(member) as file:
        while chunk := file.read(_CHUNK):
            plain = chunk[:_PROLOGUE].replace(b"\0", b"") if start else b""
            if b"<!DOCTYPE" in plain or b"<!ENTITY" in plain:
                raise Refused("flood")
            start = False
            if is_sheet and not is_odd:
                is_odd = may_be_in(chunk, before)
                before = chunk
            if is_sheet and _is_beyond(chunk):
                raise Refused("rows")
    return is_odd


def _is_beyond(chunk: bytes) -> bool:
    """Say whether a piece of a sheet has values beyond the last row to be read.

    Then there is no need to wait until all of them are.
    """
    place = chunk.find(_ROW) + len(_ROW)
    number = chunk[place : chunk.find(b'"', place)]
    is_far = number.isdigit() and len(number) < 9 and int(number) > ROWS
    return is_far and (b"<v>" in chunk or b"<t" in chunk)
