"""Choices from a sheet or from what was copied: a row for each pupil.

Either there is a column for each choice (1st choice, 2nd choice …) with activities or
their letters in it, or a column for each activity with the numbers of the choices.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from gtregister.core.enrichment import choice_rounds, named_pupils
from gtregister.core.enrichment.activities import Activity
from gtregister.core.enrichment.named_pupils import NamedPupils
from gtregister.core.register import Register
from gtregister.core.roll.pupils import folded
from gtregister.errors import UserError
from gtregister.i18n import _, format_number
from gtregister.importers import cells, sheets

_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh")
_RANK = re.compile(
    r"(?:your|my)?(?:choice|preference|option|pref|dewis|rank)?(\d{1,2})"
    r"(?:st|nd|rd|th)?(?:choice|preference|option|pref)?"
)


@dataclass(frozen=True, slots=True)
class Found:
    """The choices of pupils, the first first, and what to look at again."""

    chosen: Mapping[int, Sequence[int]]
    looks: tuple[str, ...]


def read(register: Register, round_id: int, path: Path) -> Found:
    """Read the choices of a sheet; UserError if it has none."""
    for sheet in sheets.sheets(path):
        rows = [[cells.written(cell) for cell in row] for row in sheet.rows]
        if found := _found(register, round_id, rows):
            return found
    raise UserError(_unheaded(), "file")


def pasted(register: Register, round_id: int, text: str) -> Found:
    """Read choices that were copied in a spreadsheet, with their headings."""
    rows = [line.split("\t") for line in text.splitlines()]
    found = _found(register, round_id, rows)
    if found is None:
        raise UserError(_unheaded(), "file")
    return found


def enter(register: Register, round_id: int, found: Found) -> int:
    """Store what was found; count the pupils whose choices are others now."""
    return choice_rounds.enter_all(register, round_id, found.chosen)


class Titles:
    """The activities of a round, to be found by what people write for them."""

    def __init__(self, offered: Sequence[Activity]) -> None:
        self.exact = {folded(each.title): each.id for each in offered}
        letters = map(str.casefold, choice_rounds.LETTERS)
        ids = (each.id for each in offered)
        self._letters = dict(zip(letters, ids, strict=False))

    def find(self, said: str) -> int | None:
        """Find an activity by its title, its letter, or how a title begins."""
        plain = folded(said)
        known = self.exact.get(plain) or self._letters.get(plain)
        if known or not plain:
            return known
        alike = {
            key
            for title, key in self.exact.items()
            if title.startswith(plain) or plain.startswith(title)
        }
        return alike.pop() if len(alike) == 1 else None


class _Reader:
    """How the headings of one sheet are to be read."""

    def __init__(self, titles: Titles, headings: Sequence[str]) -> None:
        self._titles = titles
        self.headings = headings
        self._ranks = {at: rank for at, h in enumerate(headings) if (rank := _rank(h))}
        self._columns = {
            at: titles.exact[folded(heading)]
            for at, heading in enumerate(headings)
            if folded(heading) in titles.exact
        }

    @property
    def is_sure(self) -> bool:
        """Say whether the headings name pupils and choices."""
        has_choices = bool(self._ranks or self._columns)
        return has_choices and named_pupils.name_pupils(self.headings)

    def choices(self, row: Sequence[str], looks: list[str]) -> list[int]:
        """Read the choices of one row, and say which of its cells are none."""
        ranked: dict[int, int] = {}
        for at, rank in self._ranks.items():
            said = row[at].strip() if at < len(row) else ""
            if said and (found := self._titles.find(said)):
                ranked[rank] = found
            elif said:
                text = _("“{said}” is none of the activities of this round.")
                looks.append(text.format(said=said))
        for at, activity_id in self._columns.items():
            said = row[at].strip() if at < len(row) else ""
            if said and (number := _rank(said)):
                ranked[number] = activity_id
            elif said:
                text = _("“{said}” is no number of a choice.")
                looks.append(text.format(said=said))
        return list(dict.fromkeys(ranked[rank] for rank in sorted(ranked)))


def _found(
    register: Register, round_id: int, rows: Sequence[Sequence[str]]
) -> Found | None:
    titles = Titles(choice_rounds.offered(register, round_id))
    for at, headings in enumerate(rows):
        reader = _Reader(titles, headings)
        if reader.is_sure:
            return _read_rows(NamedPupils(register), reader, rows, at + 1)
    return None


def _read_rows(
    roll: NamedPupils, reader: _Reader, rows: Sequence[Sequence[str]], first: int
) -> Found:
    chosen: dict[int, Sequence[int]] = {}
    looks: list[str] = []
    for number, row in enumerate(rows[first:], first + 1):
        if not any(cell.strip() for cell in row):
            continue
        troubles: list[str] = []
        found = reader.choices(row, troubles)
        try:
            if found:
                chosen[roll.of(reader.headings, row)] = found
        except UserError as error:
            troubles.append(error.text)
        told = _("Row {row}: {trouble}")
        row_number = format_number(number)
        looks += [told.format(row=row_number, trouble=text) for text in troubles]
    return Found(chosen, tuple(looks))


def _rank(heading: str) -> int | None:
    """Read which choice a heading or a cell speaks of: 1st choice, Second, 3."""
    plain = folded(heading)
    for place, word in enumerate(_ORDINALS, 1):
        plain = plain.replace(word, str(place))
    found = _RANK.fullmatch(plain)
    return int(found[1]) or None if found else None


def _unheaded() -> str:
    return _(
        "No row has headings for pupils and choices. Head the columns Name or UPN, "
        "1st choice, 2nd choice …"
    )
