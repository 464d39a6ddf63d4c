"""Sheets that hold several tables, one below or beside the other, cut apart.

What has headings of its own is another table: below a blank row, or right below the
last one if its headings name pupils; and right of a blank column, if the same headings
or other pupils stand there.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from gtregister.i18n import _
from gtregister.importers import Cell, Sheet, contact_words, spellings
from gtregister.importers.cells import is_blank, written
from gtregister.importers.columns import is_heading
from gtregister.importers.heading_row import find

Row = Sequence[Cell]

# A row with fewer headings may be anything.
_FEW = 3
_TOP = 20
# Who a row is about stands at its beginning.
_FIRST_CELLS = 12
_WHO = frozenset(("upn", "full_name", "surname", "forename"))


@dataclass(frozen=True, slots=True)
class Listed:
    """A table of a file, as people may choose it: `name` is what `Ask.sheet` takes.

    It is the table of this `number` on its sheet. `title` is the first text above its
    headings, `rows` counts the rows below them that are not blank.
    """

    name: str
    sheet: str
    number: int
    title: str
    heading_row: int
    headings: tuple[str, ...]
    rows: int
    hidden: bool


def listed(sheets: Sequence[Sheet]) -> list[Listed]:
    """List the tables of a file that have anything in them."""
    found = []
    for sheet in sheets:
        if not sheet.rows:
            continue
        heading, heads = find(sheet, ())
        above = (text for row in sheet.rows[:heading] for text in map(written, row))
        below = sheet.rows[heading + 1 :]
        found.append(
            Listed(
                name=sheet.name,
                sheet=sheet.of or sheet.name,
                number=sheet.table,
                title=next(filter(None, above), ""),
                heading_row=sheet.first_row + heading,
                headings=tuple(head.text for head in heads if head.text),
                rows=sum(not all(map(is_blank, row)) for row in below),
                hidden=sheet.hidden,
            )
        )
    return found


def split(sheet: Sheet) -> list[Sheet]:
    """Give every table of a sheet as one of its own; nearly always it is the sheet."""
    parts = [part for below in _below(sheet) for part in _beside(below)]
    if len(parts) == 1:
        return parts
    name = _("{sheet}, table {number}")
    return [
        replace(
            part,
            name=name.format(sheet=sheet.name, number=n) if n > 1 else sheet.name,
            of=sheet.name,
            table=n,
        )
        for n, part in enumerate(parts, 1)
    ]


def _below(sheet: Sheet) -> Iterator[Sheet]:
    """Cut tables apart that stand below each other."""
    starts = [0, *_starts(sheet.rows)]
    if len(starts) == 1:
        yield sheet
        return
    for start, end in zip(starts, [*starts[1:], len(sheet.rows)], strict=True):
        yield replace(
            sheet,
            rows=sheet.rows[start:end],
            first_row=sheet.first_row + start,
            merged=[
                (row - start, left, right)
                for row, left, right in sheet.merged
                if start <= row < end
            ],
            hidden_rows=[n - start for n in sheet.hidden_rows if start <= n < end],
        )


def _starts(rows: Sequence[Row]) -> Iterator[int]:
    """Find the rows at which another table begins: its title, or its headings."""
    now: tuple[str, ...] = ()
    block = 0
    for place, row in enumerate(rows):
        if not any(row) or all(map(is_blank, row)):
            block = place + 1
            continue
        # Headings are the first, second or third thing below a blank row.
        is_begun = place - block <= 2
        if not is_begun and _names().isdisjoint(row[:_FIRST_CELLS]):
            continue
        if not _are_headings(row) or not (is_begun or _name_pupils(row)):
            continue
        heads = tuple(text for text in map(written, row) if text)
        if now and heads != now:
            yield block if is_begun else place - _is_title(rows[place - 1])
        now, block = heads, -_TOP


def _is_title(row: Row) -> bool:
    return sum(not is_blank(cell) for cell in row) == 1


def _are_headings(row: Row) -> bool:
    texts = [cell for cell in row if isinstance(cell, str) and cell.strip()]
    if len(texts) < _FEW or len(texts) < sum(not is_blank(cell) for cell in row):
        return False
    return sum(map(is_heading, texts)) >= max(_FEW, len(texts) / 2)


@cache
def _names() -> frozenset[str]:
    """Give what a cell says that is the heading of a column of UPNs or names."""
    spelt = [text for text, field in spellings.likely().items() if field in _WHO]
    return frozenset((*spelt, *map(str.upper, spelt), *map(str.lower, spelt)))


def _who(row: Row) -> dict[str, int]:
    """Give the columns that say who a row is about, by their fields."""
    found: dict[str, int] = {}
    for place, text in enumerate(map(written, row)):
        known = spellings.known(text) if text else None
        if known and known.field in _WHO:
            found.setdefault(known.field, place)
    return found


def _name_pupils(row: Row) -> bool:
    named = _who(row).keys()
    return bool(named & {"upn", "full_name"}) or {"surname", "forename"} <= named


def _beside(sheet: Sheet) -> list[Sheet]:
    """Cut tables apart that stand beside each other."""
    for number, row in enumerate(sheet.rows[:_TOP]):
        places = _blocks(row)
        if len(places) < 2 or not _are_headings(row[slice(*places[0])]):
            continue
        others = [place for place in places[1:] if _is_another(sheet, number, place)]
        if others:
            return [_cut(sheet, *place) for place in [places[0], *others]]
    return [sheet]


def _cut(sheet: Sheet, start: int, end: int) -> Sheet:
    return replace(
        sheet,
        rows=[cells[start:end] for cells in sheet.rows],
        merged=(),
        hidden_columns=[n - start for n in sheet.hidden_columns if start <= n < end],
    )


def _blocks(row: Row) -> list[tuple[int, int]]:
    """Give the beginning and end of each run of headings without a blank."""
    blocks, start = [], None
    for place, cell in enumerate([*row, ""]):
        if not is_blank(cell) and start is None:
            start = place
        elif is_blank(cell) and start is not None:
            blocks.append((start, place))
            start = None
    return blocks


def _is_another(sheet: Sheet, number: int, place: tuple[int, int]) -> bool:
    """Say whether a table of its own begins there, right of a blank column."""
    row, (start, end) = sheet.rows[number], place
    first = _blocks(row)[0]
    heads = [written(cell).casefold() for cell in row]
    if heads[start:end][:_FEW] == heads[slice(*first)][:_FEW]:
        return True
    mine, theirs = _who(row[slice(*first)]), _who(row[start:end])
    shared = mine.keys() & theirs.keys() - {"forename"}
    is_text = all(isinstance(cell, str) for cell in row[start:end])
    if not (shared and is_text and _name_pupils(row[start:end])):
        return False
    if _are_contacts(sheet, number, start):
        return False
    below = [cells for cells in sheet.rows[number + 1 :] if len(cells) > start]
    if any(not is_blank(cells[start - 1]) for cells in below):
        return False
    return not any(
        _are_same(below, first[0] + mine[field], start + theirs[field])
        for field in shared
    )


def _are_contacts(sheet: Sheet, number: int, start: int) -> bool:
    """Say whether what stands above headings says that they are of parents."""
    above = sheet.rows[number - 1] if number else ()
    said = written(above[start]) if start < len(above) else ""
    return bool(said) and contact_words.names_someone(f"{said} surname")


def _are_same(rows: Sequence[Row], one: int, other: int) -> bool:
    """Say whether two columns mostly say the same, so that rows are of one pupil."""
    pairs = [
        (written(row[one]), written(row[other])) for row in rows if len(row) > other
    ]
    both = [mine == theirs for mine, theirs in pairs if mine and theirs]
    return sum(both) * 2 > len(both)
