"""Rows with more cells than there are headings: a comma that nobody quoted.

The DfE's files do not quote commas, so that one in a forename moves the rest of the row
to the right. Such a row is put right only where its UPN and its other cells show how.
"""

from collections.abc import Sequence
from typing import NamedTuple

from gtregister.i18n import _
from gtregister.importers import Cell, Layout, Problem, fields, upn
from gtregister.importers.cells import Parser, is_blank

Row = Sequence[Cell]
_Check = Parser[object] | None
# So many rows are not all broken by a comma.
_MANY = 5
# Where a comma may be; None stands for the columns that are not used.
_TEXTS = frozenset(
    (None, *fields.NAMES, "middle_names", "full_name", "feeder_school", "form")
)


class Mended(NamedTuple):
    """Rows of which none is too long any more.

    `looks` are about those that were put right. Of those that could not be, `lost` says
    why, by their place; they are blank now.
    """

    rows: list[Row]
    looks: list[Problem]
    lost: dict[int, str]


def mended(layout: Layout, body: Sequence[Row]) -> Mended:
    """Put the rows right that have more cells than there are headings."""
    width = len(layout.columns)
    found = Mended([*body], [], {})
    if max(map(len, body), default=0) <= width:
        return found
    parsers = [
        fields.parser(column.field, column.heading) if column.field else None
        for column in layout.columns
    ]
    if _is_habit(parsers, body, width):
        return Mended([row[:width] for row in body], [], {})
    number = layout.sheet.first_row + layout.heading + 1
    for place, row in enumerate(body):
        if len(row) <= width:
            continue
        if all(map(is_blank, row[width:])) and _is_sound(parsers, row[:width]):
            found.rows[place] = row[:width]
            continue
        at = _broken(layout, parsers, row)
        if at is None and _is_sound(parsers, row[:width]):
            found.rows[place] = row[:width]
            found.looks.append(_beside(number + place, row[width:]))
            continue
        if at is None:
            said = _("It has {n} cells under {of} headings: is a comma in a name?")
            found.lost[place] = said.format(n=len(row), of=width)
            found.rows[place] = ()
            continue
        found.rows[place] = _joined(row, at, width)
        cell = str(found.rows[place][at])
        found.looks.append(_look(number + place, layout.columns[at].heading, cell))
    return found


def _beside(row: int, cells: Row) -> Problem:
    said = _("“{value}” stands beside the table, under no heading; it was left out.")
    value = " ".join(str(cell) for cell in cells if not is_blank(cell))
    return Problem(row, "", value, "look", said.format(value=value))


def _look(row: int, heading: str, cell: str) -> Problem:
    said = _(
        "The row has more cells than there are headings; “{value}” was put together "
        "from pieces."
    )
    return Problem(row, heading, cell, "look", said.format(value=cell))


def _is_habit(parsers: Sequence[_Check], body: Sequence[Row], width: int) -> bool:
    """Say whether rows are too long because a last column has no heading."""
    long = [row for row in body if len(row) > width and not is_blank(row[-1])]
    is_most = len(long) >= _MANY and len(long) * 2 > len(body)
    return is_most and all(_is_sound(parsers, row[:width]) for row in long)


def _joined(row: Row, at: int, width: int) -> Row:
    """Make one cell of those that a comma has cut in pieces."""
    end = at + 1 + len(row) - width
    return (*row[:at], ",".join(map(str, row[at:end])), *row[end:])


def _broken(layout: Layout, parsers: Sequence[_Check], row: Row) -> int | None:
    """Find the one cell that was cut; None if it could be one or another."""
    surplus = len(row) - len(parsers)
    stays = [_may(parse, cell) for parse, cell in zip(parsers, row, strict=False)]
    moves = [
        _may(parse, cell) for parse, cell in zip(parsers, row[surplus:], strict=True)
    ]
    # What stands before the cut cell is in its column, and what follows has moved on.
    last = stays.index(False) if False in stays else len(stays) - 1
    first = len(moves) - 1 - moves[::-1].index(False) if False in moves else 0
    fits = [
        place
        for place in range(first, last + 1)
        if layout.columns[place].field in _TEXTS
        and _has_upn(layout, _joined(row, place, len(parsers)))
    ]
    if len(fits) <= 1:
        return fits[0] if fits else None
    # Only after a comma does a piece of a name begin with a space.
    spaced = [
        place
        for place in fits
        if all(str(cell)[:1] == " " for cell in row[place + 1 : place + surplus + 1])
    ]
    if len(spaced) == 1:
        return spaced[0]
    # Forenames are more often a list than surnames; whose row it is, is certain.
    names = {layout.columns[place].field: place for place in fits}
    return names.get("forename") if names.keys() <= set(fields.NAMES) else None


def _may(parse: _Check, cell: Cell) -> bool:
    """Say whether a cell may stand in a column."""
    trouble = parse(cell)[1] if parse else None
    return trouble is None or trouble.level != "problem"


def _is_sound(parsers: Sequence[_Check], row: Row) -> bool:
    """Say whether every cell may stand in its column."""
    return all(_may(parse, cell) for parse, cell in zip(parsers, row, strict=False))


def _has_upn(layout: Layout, row: Row) -> bool:
    """Say whether the UPN stands in its column."""
    return any(
        column.field == "upn" and upn.parse(cell)[0] is not None
        for column, cell in zip(layout.columns, row, strict=False)
    )
