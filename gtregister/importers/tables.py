"""Sheets that hold several tables, one below or beside the other, cut apart.

What stands below a blank row with headings of its own is another table; so is what
stands right of a blank column and has the same headings once more.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from gtregister.i18n import _
from gtregister.importers import Cell, Sheet
from gtregister.importers.cells import is_blank, written
from gtregister.importers.columns import is_heading

# A row with fewer headings may be anything.
_FEW = 3
_TOP = 20


def split(sheet: Sheet) -> Iterator[Sheet]:
    """Give every table of a sheet as one of its own; nearly always it is the sheet."""
    starts = [0, *_starts(sheet.rows)]
    for number, (start, end) in enumerate(
        zip(starts, [*starts[1:], len(sheet.rows)], strict=True), 1
    ):
        table = sheet
        if len(starts) > 1:
            name = _("{sheet}, table {number}").format(sheet=sheet.name, number=number)
            table = replace(
                sheet,
                name=sheet.name if number == 1 else name,
                rows=sheet.rows[start:end],
                first_row=sheet.first_row + start,
                merged=sheet.merged if number == 1 else (),
                hidden_rows=[n - start for n in sheet.hidden_rows if start <= n < end],
            )
        yield from _beside(table)


def _starts(rows: Sequence[Sequence[Cell]]) -> Iterator[int]:
    """Find the rows at which another table begins: its title, or its headings."""
    known: list[tuple[str, ...]] = []
    block = 0
    for place, row in enumerate(rows):
        if not any(row) or all(map(is_blank, row)):
            block = place + 1
            continue
        # Headings are the first, second or third thing below a blank row.
        if place - block > 2 or not _are_headings(row):
            continue
        heads = tuple(text for text in map(written, row) if text)
        if known and heads not in known and place > block - 1:
            yield block
        known.append(heads)
        block = -_TOP


def _are_headings(row: Sequence[Cell]) -> bool:
    texts = [cell for cell in row if isinstance(cell, str) and cell.strip()]
    if len(texts) < _FEW or len(texts) < sum(not is_blank(cell) for cell in row):
        return False
    return sum(map(is_heading, texts)) >= max(_FEW, len(texts) / 2)


def _beside(sheet: Sheet) -> Iterator[Sheet]:
    """Cut tables apart that stand beside each other with the same headings."""
    for row in sheet.rows[:_TOP]:
        heads = [written(cell).casefold() for cell in row]
        places = _blocks(heads)
        first = heads[slice(*places[0])] if places else []
        same = [
            place for place in places[1:] if heads[slice(*place)][:_FEW] == first[:_FEW]
        ]
        if same and _are_headings(row[slice(*places[0])]):
            for number, (start, end) in enumerate([places[0], *same], 1):
                name = _("{sheet}, table {number}")
                named = name.format(sheet=sheet.name, number=number)
                yield replace(
                    sheet,
                    name=sheet.name if number == 1 else named,
                    rows=[cells[start:end] for cells in sheet.rows],
                    merged=(),
                    hidden_columns=[
                        n - start for n in sheet.hidden_columns if start <= n < end
                    ],
                )
            return
    yield sheet


def _blocks(heads: Sequence[str]) -> list[tuple[int, int]]:
    """Give the beginning and end of each run of headings without a blank."""
    blocks, start = [], None
    for place, head in enumerate([*heads, ""]):
        if head and start is None:
            start = place
        elif not head and start is not None:
            blocks.append((start, place))
            start = None
    return blocks
