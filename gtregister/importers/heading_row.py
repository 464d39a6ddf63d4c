"""Finding the row of a sheet that has the headings: not always the first."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from gtregister.errors import UserError
from gtregister.i18n import _
from gtregister.importers import Cell, Sheet, contact_words
from gtregister.importers.cells import written
from gtregister.importers.columns import is_heading
from gtregister.importers.heading_words import meaning

# How far down the headings may stand, and how long one may be.
_TOP = 20
_LONGEST = 80


class Head(NamedTuple):
    """The heading of one column.

    `band` stands above several columns; it is `certain` to belong to this one only if
    it stands right above or its cells are merged.
    """

    text: str
    band: str = ""
    certain: bool = True


def find(
    sheet: Sheet, chosen: Collection[str], row: int | None = None
) -> tuple[int, list[Head]]:
    """Give the place of the heading row, and the heading of each column.

    The row with the most headings that are known has it, or else the one with the most
    texts. `chosen` are headings, folded, that a person has named; `row` is the one that
    they say has the headings.
    """
    if not sheet.rows:
        return 0, []
    heading, is_double = _find(sheet.rows, chosen)
    if row is not None and row != sheet.first_row + heading:
        heading, is_double = _chosen(sheet, row), False
    return heading, _heads(sheet, heading, is_double)


def _chosen(sheet: Sheet, row: int) -> int:
    """Give the place of the row that a person says has the headings."""
    if 0 <= row - sheet.first_row < len(sheet.rows):
        return row - sheet.first_row
    said = _("The sheet “{sheet}” has no row {row}. Choose another heading row.")
    raise UserError(said.format(sheet=sheet.name, row=row), "heading_row")


def folded(text: str) -> str:
    """Write a heading so that capitals and spaces do not matter."""
    return " ".join(text.split()).casefold()


def _find(rows: Sequence[Sequence[Cell]], chosen: Collection[str]) -> tuple[int, bool]:
    """Say which row has the headings, and whether it is the second row of them."""

    def known(cell: Cell) -> bool:
        text = cell if isinstance(cell, str) and len(cell) <= _LONGEST else ""
        return bool(text.strip()) and (folded(text) in chosen or is_heading(text))

    counts = [sum(map(known, row)) for row in rows[:_TOP]]
    most = max(counts)
    if most == 0:
        texts = [len({c for c in row if written(c)}) for row in rows[:_TOP]]
        return texts.index(max(texts)), False
    best = counts.index(most)
    below = {cell for row in rows[best + 1 : best + 2] for cell in row} - {"", None}
    is_double = bool(below) and all(map(known, below)) and not below & {*rows[best]}
    return (best + 1, True) if is_double else (best, False)


def _heads(sheet: Sheet, heading: int, is_double: bool) -> list[Head]:
    """Give the heading of each column, with what stands above it."""
    texts = [" ".join(written(cell).split()) for cell in sheet.rows[heading]]
    above = [*map(written, sheet.rows[heading - 1])] if heading else []
    width = max(len(texts), len(above)) if is_double else len(texts)
    texts += [""] * (width - len(texts))
    above += [""] * (width - len(above))
    heads, band = [], ""
    for place, (text, here) in enumerate(zip(texts, above, strict=False)):
        band = (here if _says_something(here) else "") if here else band
        if is_double and not text:
            heads.append(Head(here))
        else:
            is_certain = bool(here) or _is_under(sheet, heading, place)
            heads.append(Head(text, band, is_certain))
    return heads


def _says_something(text: str) -> bool:
    meant = meaning(text, guessing=False)
    if meant.assessment or meant.subject or meant.measure or meant.against:
        return True
    return contact_words.names_someone(f"{text} surname")


def _is_under(sheet: Sheet, heading: int, place: int) -> bool:
    """Say whether a merged cell stands right above a column."""
    return any(
        row == heading - 1 and left <= place <= right
        for row, left, right in sheet.merged
    )
