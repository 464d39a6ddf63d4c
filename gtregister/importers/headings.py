"""Finding the heading row of a sheet, and which column goes to which field."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import islice

from gtregister.i18n import _
from gtregister.importers import (
    Ask,
    Cell,
    Layout,
    Sheet,
    birthdays,
    contact_words,
    fields,
)
from gtregister.importers.assigning import Candidate, apart, assigned, chosen
from gtregister.importers.cells import is_blank, written
from gtregister.importers.columns import finer, guess
from gtregister.importers.guesses import Guess
from gtregister.importers.heading_row import Head, find, folded
from gtregister.importers.heading_words import meaning
from gtregister.importers.rows import is_aside

# How many values of a column are looked at, and how far down they are looked for.
_SAMPLE = 50
_SAMPLED = 5_000
# Among so many rows, those that are no data are left out of it.
_TOLD = 200


def lay_out(sheet: Sheet, ask: Ask, speaks_of: Collection[str] = ()) -> Layout:
    """Find the headings of a sheet that has rows, and match its columns to fields.

    `speaks_of` are assessments that the sheet is known to be about. Raises UserError if
    `ask.mapping` names a heading or a field that is not there.
    """
    named = {folded(heading) for heading in ask.mapping}
    heading, heads = find(sheet, named, ask.heading_row)
    samples = _samples(sheet, heading, len(heads))
    context = {*speaks_of, *_context(sheet, heading, heads)}
    columns = [
        _settled(head, sample, context, place)
        for place, (head, sample) in enumerate(zip(heads, samples, strict=True))
    ]
    columns = _with_birthday(columns, heads, samples)
    labels = apart([column.label for column in columns])
    columns = [*map(_called, columns, labels)]
    said = chosen(ask.mapping, columns, [head.text for head in heads])
    for place, field in said.items():
        more = finer(field, samples[place])
        columns[place] = replace(columns[place], finer=more)
    matches, behind = assigned(columns, said)
    return Layout(sheet, heading, matches, behind=behind)


def _called(column: Candidate, label: str) -> Candidate:
    return replace(column, label=label)


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
) -> Candidate:
    """Guess what a column is, with what stands above its heading if that matters."""
    if not head.text and not head.band:
        return Candidate(_letters(place) if sample else "", _("It has no heading."))
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


def _column(label: str, guessed: Guess | str, sample: Sequence[Cell]) -> Candidate:
    more = finer(guessed.field, sample) if isinstance(guessed, Guess) else 0
    return Candidate(label, guessed, more)


def _with_birthday(
    columns: list[Candidate], heads: Sequence[Head], samples: Sequence[Sequence[Cell]]
) -> list[Candidate]:
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
        columns[place + part] = replace(columns[place + part], guess=guessed)
    return columns


def _letters(place: int) -> str:
    """Name a column without a heading as a spreadsheet does."""
    letters, number = "", place + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return _("Column {letters}").format(letters=letters)
