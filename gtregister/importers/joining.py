"""Sheets with the same headings, a form on each, joined so that they are read as one.

The headings of the first stand for all; the others give the rows below theirs. Each row
keeps the name of its sheet and its number there.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from gtregister.i18n import _
from gtregister.importers import Aside, Cell, Part, Problem, Reading, Sheet, spellings
from gtregister.importers.cells import is_blank, written
from gtregister.importers.heading_row import find
from gtregister.importers.heading_words import meaning

_WHO = frozenset(("upn", "full_name", "surname", "forename"))
# Forms share hardly a pupil; sheets that share more are of other times or other tests.
_SHARED = 0.1
_Heads = tuple[tuple[str, str], ...]


class RowNumber(int):
    """The number of a row among those of joined sheets, which knows its own sheet.

    It counts on from one sheet to the next, so that it is of one row alone, but it is
    written as people look for it in the file: 14 of 7B.
    """

    sheet: str
    own: int

    def __new__(cls, number: int, sheet: str, own: int) -> "RowNumber":
        """Make the number of a row that has the number `own` on its sheet."""
        made = super().__new__(cls, number)
        made.sheet, made.own = sheet, own
        return made

    def __str__(self) -> str:
        return _("{row} of {sheet}").format(row=self.own, sheet=self.sheet)


@dataclass(frozen=True, slots=True)
class _Headed:
    """A sheet with the place of its headings, and the headings with their bands."""

    sheet: Sheet
    heading: int
    heads: _Heads

    @property
    def body(self) -> Sequence[Sequence[Cell]]:
        """Give the rows below the headings, down to the last that is not blank."""
        rows, last = self.sheet.rows, len(self.sheet.rows)
        while last and all(map(is_blank, rows[last - 1])):
            last -= 1
        return rows[self.heading + 1 : last]


def joined(sheets: Sequence[Sheet]) -> list[Sheet]:
    """Join the sheets that have the same headings and other pupils, if there are."""
    groups: dict[_Heads, list[_Headed]] = {}
    for sheet in sheets:
        if sheet.rows and not sheet.hidden and not sheet.made_from:
            heading, heads = find(sheet, ())
            found = tuple((head.text.casefold(), head.band) for head in heads)
            while found and not found[-1][0]:
                found = found[:-1]
            groups.setdefault(found, []).append(_Headed(sheet, heading, found))
    names = {sheet.name for sheet in sheets}
    every = [_join(group) for group in groups.values() if _belong_together(group)]
    return [sheet for sheet in every if sheet.name not in names]


def _belong_together(group: Sequence[_Headed]) -> bool:
    """Say whether sheets are parts of one list: of other pupils, and of one thing."""
    if len(group) < 2 or len({_speaks_of(one.sheet.name) for one in group}) > 1:
        return False
    places = _who(group[0].heads)
    if not places:
        return False
    seen: set[tuple[str, ...]] = set()
    for one in group:
        pupils = {*_pupils(one.body, places)}
        if len(pupils & seen) > _SHARED * len(pupils):
            return False
        seen |= pupils
    return True


def _speaks_of(name: str) -> tuple[str | None, ...]:
    meant = meaning(name, guessing=False)
    return meant.assessment, meant.subject, meant.measure, meant.against


def _who(heads: _Heads) -> list[int]:
    """Give the places of the columns that say who a row is about, the UPN's alone."""
    found: dict[str, int] = {}
    for place, (text, _band) in enumerate(heads):
        known = spellings.known(text) if text else None
        if known and known.field in _WHO:
            found.setdefault(known.field, place)
    return [found["upn"]] if "upn" in found else [*found.values()]


def _pupils(
    rows: Iterable[Sequence[Cell]], places: Sequence[int]
) -> Iterator[tuple[str, ...]]:
    for row in rows:
        cells = (written(row[n]) if n < len(row) else "" for n in places)
        key = tuple(text.casefold() for text in cells)
        if any(key):
            yield key


def _join(group: Sequence[_Headed]) -> Sheet:
    """Put rows of sheets below each other; those of the first keep their numbers."""
    first = group[0].sheet
    rows = [*first.rows[: group[0].heading + 1]]
    parts = [Part(first.name, first.first_row, first.first_row)]
    hidden: list[int] = []
    for one in group:
        start = one.heading + 1
        moved = len(rows) - start
        if one is not group[0]:
            number, own = first.first_row + len(rows), one.sheet.first_row + start
            parts.append(Part(one.sheet.name, number, own))
        rows += one.body
        hidden += [n + moved for n in one.sheet.hidden_rows if n >= start]
    return replace(
        first,
        name=", ".join(one.sheet.name for one in group),
        rows=rows,
        hidden_rows=[n for n in hidden if n < len(rows)],
        hidden_columns=sorted({n for one in group for n in one.sheet.hidden_columns}),
        of="",
        table=1,
        parts=tuple(parts),
    )


def numbered(parts: Sequence[Part], row: int) -> int:
    """Give the number of a row, which knows its sheet where several were joined."""
    if not parts or row < parts[0].first:
        return row
    part = next(part for part in reversed(parts) if part.first <= row)
    return RowNumber(row, part.sheet, row - part.first + part.own)


def shown(row: int) -> int | str:
    """Give what stands in a list for a row: its number, perhaps with its sheet."""
    return str(row) if isinstance(row, RowNumber) else row


def row_of(parts: Sequence[Part], sheet: str, own: int) -> int | None:
    """Find the number, among those of joined sheets, of a row of one of them."""
    for part in parts:
        number = numbered(parts, own - part.own + part.first)
        is_called = sheet.strip().casefold() == part.sheet.strip().casefold()
        if is_called and isinstance(number, RowNumber) and number.sheet == part.sheet:
            return number
    return None


def with_sheets(read: Reading, parts: Sequence[Part]) -> Reading:
    """Let every row that is spoken of know its sheet."""

    def moved(aside: Aside) -> Aside:
        return aside._replace(row=numbered(parts, aside.row))

    def said(problem: Problem) -> Problem:
        return problem._replace(row=numbered(parts, problem.row))

    return replace(
        read,
        records=[r._replace(row=numbered(parts, r.row)) for r in read.records],
        skipped=tuple(map(moved, read.skipped)),
        ignored=tuple(map(moved, read.ignored)),
        problems=tuple(map(said, read.problems)),
        parts=tuple(parts),
    )
