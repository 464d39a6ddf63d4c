"""One stream out of the file system that an old Office file is ([MS-CFB])."""

from array import array
from collections.abc import Iterator, Sequence
from struct import unpack_from

_HEADER = 512
_ENTRY = 128
_SMALL = 64
# The header has so many places of the table of sectors; longer lists go on elsewhere.
_IN_HEADER = 109
# What is this or more is no sector: the end of a chain, or one that is free.
_NONE = 0xFFFFFFFA


def stream(content: bytes, names: Sequence[str]) -> bytes:
    """Give the first stream of one of these names; struct.error or IndexError if not.

    A chain that bites its own tail ends there.
    """
    (shift,) = unpack_from("<H", content, 30)
    (first,) = unpack_from("<I", content, 48)
    cut_off, first_small = unpack_from("<II", content, 56)
    size = 1 << min(shift, 12)
    table = _table(content, size)
    entries = [*_entries(_chain(content, table, first, size, _HEADER))]
    start, length = next((e[1:] for e in entries if e[0] in names), (_NONE, 0))
    if length >= cut_off:
        return _chain(content, table, start, size, _HEADER)[:length]
    # Small streams share one, which is that of the root.
    shared = _chain(content, table, entries[0][1], size, _HEADER)
    small = _numbers(_chain(content, table, first_small, size, _HEADER))
    return _chain(shared, small, start, _SMALL, 0)[:length]


def _numbers(content: bytes) -> Sequence[int]:
    return unpack_from(f"<{len(content) // 4}I", content)


def _table(content: bytes, size: int) -> Sequence[int]:
    """Give for each sector the one that follows it."""
    sectors = [*_numbers(content[76 : 76 + 4 * _IN_HEADER])]
    more, seen = unpack_from("<I", content, 68)[0], set[int]()
    while more < _NONE and more not in seen:
        seen.add(more)
        *further, more = _numbers(content[_HEADER + more * size :][:size])
        sectors += further
    table = array("I")
    for sector in sectors:
        if sector < _NONE:
            table.extend(_numbers(content[_HEADER + sector * size :][:size]))
    return table


def _chain(
    content: bytes, table: Sequence[int], first: int, size: int, start: int
) -> bytes:
    parts: list[bytes] = []
    sector, seen = first, set[int]()
    while sector < len(table) and sector not in seen:
        seen.add(sector)
        parts.append(content[start + sector * size : start + (sector + 1) * size])
        sector = table[sector]
    return b"".join(parts)


def _entries(folder: bytes) -> Iterator[tuple[str, int, int]]:
    """Give the name, first sector and length of each stream."""
    for place in range(0, len(folder) - _ENTRY + 1, _ENTRY):
        (length,) = unpack_from("<H", folder, place + 64)
        name = folder[place : place + max(0, min(length, 64) - 2)]
        first, size = unpack_from("<II", folder, place + 116)
        yield name.decode("utf-16-le", "replace"), first, size
