"""Zipped downloads: each file in them is read as if it were by itself."""

import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from io import BytesIO
from pathlib import PurePosixPath

from .limits import (  # noqa: TID252 - see __init__
    ENCRYPTED,
    FILE_BYTES,
    MEMBERS,
    PACKED,
    RATIO,
    Line,
    Refused,
)

_ENDINGS = frozenset((".csv", ".tab", ".tsv", ".txt", ".xml", ".xlsx", ".xls", ".ods"))
# A download has one file for each kind of result.
_MOST = 20
_SMALL = 1024 * 1024


def lines(content: bytes, read: Callable[[bytes], Iterable[Line]]) -> Iterator[Line]:
    """Read the files in a zip file; sheets are called after the file they are from.

    Nothing is ever unpacked to the disk, and a zip file within is left alone.
    """
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            wanted = _wanted(archive)
            for member in wanted:
                stem = PurePosixPath(member.filename).stem
                for line in read(_unpacked(archive, member)):
                    yield _named(line, stem) if "name" in line else line
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError):
        raise Refused("damaged") from None


def _wanted(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    members = archive.infolist()
    if len(members) > MEMBERS:
        raise Refused("large")
    wanted = [m for m in members if _is_readable(m.filename)]
    if not 0 < len(wanted) <= _MOST:
        raise Refused("zip")
    if any(m.flag_bits & ENCRYPTED for m in wanted):
        raise Refused("password")
    if any(m.compress_type not in PACKED for m in wanted):
        raise Refused("zip")
    if sum(m.file_size for m in wanted) > FILE_BYTES or any(
        m.file_size > max(_SMALL, RATIO * m.compress_size) for m in wanted
    ):
        raise Refused("large")
    return wanted


def _is_readable(name: str) -> bool:
    path = PurePosixPath(name)
    # What macOS puts beside each file has nothing of it.
    return path.suffix.lower() in _ENDINGS and "__MACOSX" not in path.parts


def _unpacked(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    # One that is longer than it says fails when it is read to its end.
    with archive.open(member) as file:
        return file.read()


def _named(line: Line, stem: str) -> Line:
    name = f"{stem}: {line['name']}" if line["name"] else stem
    return {**line, "name": name}
