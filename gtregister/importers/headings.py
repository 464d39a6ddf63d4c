"""Finding the heading row of a sheet, and which column goes to which field."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from typing import NamedTuple

from gtregister.errors import UserError
from gtregister.i18n import _
from gtregister.importers import (
    Ask,
    Cell,
    ColumnMatch,
    Layout,
    Sheet,
    Sure,
    birthdays,
    contact_words,
    fields,
)
from gtregister.importers.cells import is_blank, written
from gtregister.importers.columns import Guess, finer, guess
from gtregister.importers.heading_row import Head, find, folded
from gtregister.importers.heading_words import meaning
from gtregister.importers.rows import is_aside

# How many values of a column are looked at, and how far down they are looked for.
_SAMPLE = 50
_SAMPLED = 5_000
# Among so many rows, those that are no data are left out of it.
_TOLD = 200


class _Column(NamedTuple):
    """What people call a column, and what it may be or why it is not used."""

    label: str
    guess: Guess | str
    finer: float = 0


def lay_out(sheet: Sheet, ask: Ask, speaks_of: Collection[str] = ()) -> Layout:
    """Find the headings of a sheet that has rows, and match its columns to fields.

    `speaks_of` are assessments that the sheet is known to be about. Raises UserError if
    `ask.mapping` names a heading or a field that is not there.
    """
    chosen = {folded(heading) for heading in ask.mapping}
    heading, heads = find(sheet, chosen, ask.heading_row)
    samples = _samples(sheet, heading, len(heads))
    context = {*speaks_of, *_context(sheet, heading, heads)}
    columns = [
        _settled(head, sample, context, place)
        for place, (head, sample) in enumerate(zip(heads, samples, strict=True))
    ]
    columns = _with_birthday(columns, heads, samples)
    mapped = _mapped(ask.mapping, columns, heads)
    return Layout(sheet, heading, tuple(_assigned(columns, mapped)))


def _samples(sheet: Sheet, heading: int, width: int) -> list[list[Cell]]:
    """Take, for each column, the first of its cells that are not blank.

    Totals, notes and repeated headings say nothing of what a column holds.
    """
    head = sheet.rows[heading] if sheet.rows else ()
    below = sheet.rows[heading + 1 : heading + 1 + _SAMPLED]
    rows = [row for row in below[:_TOLD] if not is_aside(row, head)]
    rows += below[_TOLD:]
    return [
        [
            *islice(
                (r[place] for r in rows if place < len(r) and not is_blank(r[place])),
                _SAMPLE,
            )
        ]
        for place in range(width)
    ]


def _context(sheet: Sheet, heading: int, heads: Sequence[Head]) -> set[str]:
    """Collect the assessments that the sheet speaks of, in titles or headings."""
    titles = [written(cell) for row in sheet.rows[:heading] for cell in row]
    texts = {sheet.name, *titles, *(f"{head.band} {head.text}" for head in heads)}
    meanings = [meaning(text, guessing=False) for text in texts if text]
    found = {meant.assessment for meant in meanings if meant.assessment}
    if any(contact_words.names_someone(head.text) for head in heads):
        found.add("contact")
    # Else only the tests of key stage 2 have one in grammar, punctuation and spelling.
    if "nfer" in found:
        return found
    return found | {"ks2" for meant in meanings if meant.subject == "gps"}


def _settled(
    head: Head, sample: Sequence[Cell], context: Collection[str], place: int
) -> _Column:
    """Guess what a column is, with what stands above its heading if that matters."""
    if not head.text and not head.band:
        return _Column(_letters(place) if sample else "", _("It has no heading."))
    alone = guess(head.text, "", sample, context)
    if not head.band:
        return _column(head.text, alone, sample)
    together = guess(head.text, head.band, sample, context)
    if together == alone:
        return _column(head.text, alone, sample)
    if isinstance(together, Guess) and together.sure == "sure" and not head.certain:
        said = _("“{band}” may belong to another column; check it.")
        why = said.format(band=head.band)
        together = replace(together, sure="check", why=why, weight=1)
    return _column(f"{head.band} {head.text}".strip(), together, sample)


def _column(label: str, guessed: Guess | str, sample: Sequence[Cell]) -> _Column:
    more = finer(guessed.field, sample) if isinstance(guessed, Guess) else 0
    return _Column(label, guessed, more)


def _with_birthday(
    columns: list[_Column], heads: Sequence[Head], samples: Sequence[Sequence[Cell]]
) -> list[_Column]:
    """Take day, month and year beside each other for a birthday, if there is no other.

    A year beside them that is plainly a year group is left alone.
    """
    if any(isinstance(c.guess, Guess) and c.guess.field == "dob" for c in columns):
        return columns
    place = birthdays.place([head.text for head in heads], samples)
    if place is None:
        return columns
    said = _("Day, month and year of birth stand beside each other.")
    for part, field in enumerate(fields.BIRTHDAY):
        guessed = Guess(field, "sure", said, 3)
        columns[place + part] = columns[place + part]._replace(guess=guessed)
    return columns


def _letters(place: int) -> str:
    """Name a column without a heading as a spreadsheet does."""
    letters, number = "", place + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return _("Column {letters}").format(letters=letters)


def _mapped(
    mapping: Mapping[str, str], columns: Sequence[_Column], heads: Sequence[Head]
) -> dict[int, str]:
    """Find the columns whose field a person has chosen; "" leaves a column out."""
    places: dict[str, int] = {}
    for place, (column, head) in reversed(
        [*enumerate(zip(columns, heads, strict=True))]
    ):
        places[folded(head.text)] = places[folded(column.label)] = place
    chosen: dict[int, str] = {}
    for heading, field in mapping.items():
        if folded(heading) not in places:
            said = _("There is no column “{heading}”. The columns are: {columns}.")
            labels = ", ".join(column.label for column in columns if column.label)
            raise UserError(said.format(heading=heading, columns=labels), "mapping")
        field = "" if field.strip() == "-" else field.strip()
        if field and not fields.is_known(field):
            raise UserError(_unknown(field), "mapping")
        if field and field in chosen.values():
            said = _("Two columns cannot both be “{field}”. Choose one of them.")
            raise UserError(said.format(field=field), "mapping")
        chosen[places[folded(heading)]] = field
    return chosen


def _unknown(field: str) -> str:
    said = _(
        "There is no field “{field}”. The fields are: {fields}; and of results: {of}."
    )
    others = ", ".join(sorted(fields.FIELDS - fields.RESULTS))
    results = ", ".join(sorted(fields.RESULTS))
    return said.format(field=field, fields=others, of=results)


def _assigned(
    columns: Sequence[_Column], mapped: Mapping[int, str]
) -> Iterator[ColumnMatch]:
    """Give each field to one column: to the one a person chose, else the likeliest."""
    owners = {field: place for place, field in mapped.items() if field}
    likeliest = sorted(
        (-column.finer, -column.guess.weight, place, column.guess.field)
        for place, column in enumerate(columns)
        if isinstance(column.guess, Guess) and place not in mapped
    )
    for *_weights, place, field in likeliest:
        owners.setdefault(field, place)
    is_split = {"surname", "forename"} <= owners.keys()
    if is_split and owners.get("full_name") not in mapped:
        owners.pop("full_name", None)
    for place, (label, guessed, _finer) in enumerate(columns):
        if place in mapped:
            sure: Sure = "sure" if mapped[place] else "unused"
            said = _("You chose this.")
            yield ColumnMatch(label, mapped[place] or None, sure, said, place)
        elif isinstance(guessed, str):
            yield ColumnMatch(label, None, "unused", guessed, place)
        elif owners.get(guessed.field) == place:
            yield ColumnMatch(label, guessed.field, guessed.sure, guessed.why, place)
        else:
            said = _("Another column has what this one would hold.")
            owner = columns[owners.get(guessed.field, place)]
            if owner.finer > columns[place].finer:
                said = _("“{heading}” has the same with sub-levels, which say more.")
                said = said.format(heading=owner.label)
            yield ColumnMatch(label, None, "unused", said, place)
