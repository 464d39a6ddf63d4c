"""The words of a heading that speaks of parents and carers: “Parent 2 e-mail”.

resources/codes/contact_words.csv says who is meant, and what is told of them.
"""

from collections.abc import Mapping, Sequence
from functools import cache

from gtregister.importers import codes
from gtregister.importers.heading_words import words

_LONGEST = 4


def field(heading: str, *, of_contact: bool = False) -> str | None:
    """Give the field that a heading names: contact.2.email, contact.mother.surname.

    A heading such as “Postcode” does not say whose it is: it is a contact's where
    `of_contact` says so.
    """
    texts = [text for word in words(heading) for text in _numbered(word)]
    whos, whats, numbers, others = _known(texts)
    number = numbers[0] if numbers else ""
    if others or len(numbers) > 1 or len(whats) > 1 or not (whos or of_contact):
        return None
    named = [who for who in whos if who]
    who = named[0] if named else number or "1"
    if len(set(named)) > 1 or (named and number and named[0] != number):
        return None
    return f"contact.{who}.{whats[0] if whats else 'full_name'}"


def names_someone(heading: str) -> bool:
    """Say whether a heading is about the name of a parent or carer."""
    found = field(heading)
    return found is not None and found.endswith("name")


def _numbered(word: str) -> Sequence[str]:
    """Cut a number off its word: contact1 is contact 1."""
    start = word.rstrip("0123456789")
    return [start, word[len(start) :]] if start and start != word else [word]


def _known(texts: Sequence[str]) -> tuple[list[str], list[str], list[str], list[str]]:
    """Sort words, the longest phrase first: who, what, numbers, and all others."""
    found: dict[str, list[str]] = {"who": [], "what": [], "filler": []}
    numbers: list[str] = []
    others: list[str] = []
    place = 0
    table = _table()
    while place < len(texts):
        for length in range(min(_LONGEST, len(texts) - place), 0, -1):
            phrase = " ".join(texts[place : place + length])
            if phrase in table:
                kind, meaning = table[phrase]
                found[kind].append(meaning)
                break
        else:
            length = 1
            (numbers if texts[place].isdigit() else others).append(texts[place])
        place += length
    return found["who"], found["what"], numbers, others


@cache
def _table() -> Mapping[str, tuple[str, str]]:
    # What a word tells goes before that it may be left out: “address” is both.
    rows = sorted(codes.table("contact_words"), key=lambda row: row["kind"] != "filler")
    return {row["words"]: (row["kind"], row["meaning"]) for row in rows}
