"""Which columns of a sheet of replies are which: whose they are, and the answers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from gtregister.i18n import N_, _, translated
from gtregister.importers import Cell, Sheet, heading_row, spellings
from gtregister.importers.cells import written
from gtregister.importers.heading_words import words

# What is written over columns that no other file has, in small letters.
_OURS = {
    "slip": (
        *("slip", "slips", "slip number", "slip no", "number of the slip", "slip id"),
        *("reply slip", "reply slip number", "reference", "ref"),
    ),
    "answer": (
        *("answer", "answers", "reply", "replies", "response", "yes no", "y n"),
        *("yes or no", "their answer", "their reply"),
    ),
    "day": (
        *("answered on", "date", "day", "received", "received on", "date received"),
        *("returned", "returned on", "date returned", "date of reply", "timestamp"),
        *("completion time", "submitted", "submitted on"),
    ),
}
_PUPIL = ("upn", "surname", "forename", "full_name", "form")
_TITLES = {
    "slip": N_("the number of the slip"),
    "answer": N_("the answers"),
    "day": N_("the day on which it came"),
    "upn": N_("the pupil"),
    "surname": N_("the pupil"),
    "forename": N_("the pupil"),
    "full_name": N_("the pupil"),
    "form": N_("the pupil"),
}


@dataclass(frozen=True, slots=True)
class Columns:
    """The row of the headings, from 0, and the places of the columns by what they are.

    `questions` has the place of each column that answers one question: by its key, or
    by its number on the slip. `headings` are those of all columns in their order.
    """

    heading: int
    places: Mapping[str, int]
    questions: Mapping[str, int]
    headings: tuple[str, ...]

    @property
    def can_be_read(self) -> bool:
        """Say whether rows say whose reply they are, and what the reply is."""
        is_named = {"surname", "forename"} <= self.places.keys()
        whose = is_named or bool(self.places.keys() & {"slip", "upn", "full_name"})
        return whose and ("answer" in self.places or bool(self.questions))

    def text(self, row: Sequence[Cell], what: str) -> str:
        """Read a cell of a row; nothing if there is no such column."""
        place = self.places.get(what)
        return _at(row, place)

    def asked(self, row: Sequence[Cell]) -> dict[str, str]:
        """Read the answers of a row that stand under questions, without the blanks."""
        said = {key: _at(row, place) for key, place in self.questions.items()}
        return {key: text for key, text in said.items() if text}

    def in_words(self) -> list[tuple[str, str]]:
        """Say of each column with a heading what it is taken for."""
        found = {place: translated(_TITLES[key]) for key, place in self.places.items()}
        said = _("the question “{question}”")
        for key, place in self.questions.items():
            found[place] = said.format(question=key)
        unused = _("not used")
        return [
            (heading, found.get(place, unused))
            for place, heading in enumerate(self.headings)
            if heading
        ]


def find(sheet: Sheet, questions: Mapping[str, str]) -> Columns:
    """Find the columns of a sheet; `questions` are keys by words of headings."""
    known = [name for names in _OURS.values() for name in names]
    heading, heads = heading_row.find(sheet, {*known, *questions})
    places: dict[str, int] = {}
    asked: dict[str, int] = {}
    for place, head in enumerate(heads):
        if (what := _what(head.text)) is not None:
            places.setdefault(what, place)
        elif (question := _question(head.text, questions)) is not None:
            asked.setdefault(question, place)
    texts = tuple(head.text for head in heads)
    return Columns(heading, places, asked, texts)


def plain(heading: str) -> str:
    """Write a heading in small letters, without what decorates it."""
    return " ".join(words(heading))


def _what(heading: str) -> str | None:
    said = plain(heading)
    ours = next((key for key, names in _OURS.items() if said in names), None)
    if ours is not None:
        return ours
    found = spellings.known(heading)
    return found.field if found is not None and found.field in _PUPIL else None


def _question(heading: str, questions: Mapping[str, str]) -> str | None:
    said = plain(heading)
    number = said.removeprefix("question ").removeprefix("q ").removeprefix("q")
    if number.isdecimal() and len(number) == 1:
        return number
    return questions.get(said)


def _at(row: Sequence[Cell], place: int | None) -> str:
    return "" if place is None or place >= len(row) else written(row[place])
