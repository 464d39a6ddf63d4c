"""Rows with more cells than there are headings: a comma that nobody quoted.

The DfE's files do not quote commas, so that one in a forename moves the rest of the row
to the right. Such a row is put right only where its UPN and its other cells show how.
"""

from collections.abc import Sequence
from typing import NamedTuple

from gtregister.i18n import _
from gtregister.importers import Cell, Layout, Problem, fields
from gtregister.importers.cells import is_blank

Row = Sequence[Cell]
_TEXTS = frozenset(
    (*fields.NAMES, "middle_names", "full_name", "feeder_school", "form")
)


class Mended(NamedTuple):
    """Rows of which none is too long any more.

    `looks` are about those that were put right. Of those that could not be, `lost` says
    why, by their place; they are blank now.
    """

    rows: Sequence[Row]
    looks: Sequence[Problem]
    lost: dict[int, str]


def mended(layout: Layout, body: Sequence[Row]) -> Mended:
    """Put the rows right that have more cells than there are headings."""
    width = len(layout.sheet.rows[layout.heading])
    if max(map(len, body), default=0) <= width:
        return Mended(body, [], {})
    rows, looks, lost = [*body], list[Problem](), dict[int, str]()
    number = layout.sheet.first_row + layout.heading + 1
    for place, row in enumerate(body):
        surplus = _filled(row) - width
        if surplus <= 0:
            continue
        at = _broken(layout, row, surplus)
        if at is None:
            said = _(
                "It has {n} cells under {of} headings: is there a comma in a name?"
            )
            lost[place] = said.format(n=width + surplus, of=width)
            rows[place] = ()
            continue
        rows[place] = joined(row, at, surplus)
        looks.append(_look(layout, number + place, at, rows[place][at]))
    return Mended(rows, looks, lost)


def _look(layout: Layout, row: int, at: int, cell: Cell) -> Problem:
    said = _(
        "The row has more cells than there are headings; “{value}” was put together "
        "from pieces."
    )
    heading, value = layout.columns[at].heading, str(cell)
    return Problem(row, heading, value, "look", said.format(value=value))


def _filled(row: Row) -> int:
    """Count the cells of a row down to the last that is not blank."""
    count = len(row)
    while count and is_blank(row[count - 1]):
        count -= 1
    return count


def joined(row: Row, at: int, surplus: int) -> Row:
    """Make one cell of those that a comma has cut in pieces."""
    whole = ",".join(map(str, row[at : at + surplus + 1]))
    return (*row[:at], whole, *row[at + surplus + 1 :])


def _broken(layout: Layout, row: Row, surplus: int) -> int | None:
    """Find the one cell that was cut; None if it could be one or another."""
    fits = [
        place
        for place, column in enumerate(layout.columns)
        if (column.field is None or column.field in _TEXTS)
        and _is_right(layout, joined(row, place, surplus))
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


def _is_right(layout: Layout, row: Row) -> bool:
    """Say whether the UPN stands in its column, and every other cell may, too."""
    has_upn = False
    for column, cell in zip(layout.columns, row, strict=False):
        if column.field is None or is_blank(cell):
            continue
        value, trouble = fields.parser(column.field, column.heading)(cell)
        if trouble and trouble.level == "problem":
            return False
        has_upn = has_upn or (column.field == "upn" and value is not None)
    return has_upn
