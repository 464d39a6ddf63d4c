"""The words of a heading: which assessment, subject and measure they speak of.

resources/codes/heading_words.csv has the words. “KS2 Rdg SS”, “Maths scaled score
(KS2)” and “ks2ReadingScaledScore” are made of them. A word that is not there may change
the meaning, so that a heading with one is never sure.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from gtregister.importers import codes

# “ReadingScaledScore” is three words, but READSCORE is one.
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z][a-z])|(?<=[a-z])(?=[A-Z])")
_WORD = re.compile(r"[^\W_]+")
_NUMBER = re.compile(r"\d{2,6}")
_LONGEST = 6
# “English: reading” is one subject, “reading and maths” are two.
_OF_ENGLISH = frozenset(("reading", "writing", "gps"))
# Misspelt words are guessed when they are long, and alike by this share of letters.
_LONG = 5
_ALIKE = 86


class _Word(NamedTuple):
    kind: str
    meaning: str


@dataclass(slots=True)
class Meaning:
    """What the words of a heading say together.

    `measure` is *any* for a word such as “score”. `against` says why it is no result:
    *target*, *practice*, *part*, *change* or *other*. A heading is `clear` if every
    word is known and none speaks of a second subject, `mixed` if two subjects are put
    together, and `strange` if there is a word that not even guessing helps.
    """

    assessment: str | None = None
    subject: str | None = None
    measure: str | None = None
    against: str | None = None
    clear: bool = True
    mixed: bool = False
    strange: bool = False

    def add(self, word: _Word) -> None:
        """Take in one more word."""
        if word.kind == "measure":
            if self.measure in {None, "any"} or word.meaning == "teacher_assessment":
                self.measure = word.meaning
        elif word.kind == "subject":
            assessment, _dot, subject = word.meaning.rpartition(".")
            self.assessment = self.assessment or assessment or None
            self._add_subject(subject)
        elif word.kind == "assessment":
            self.assessment = self.assessment or word.meaning
        elif word.kind == "against":
            self.against = self.against or word.meaning

    def _add_subject(self, subject: str) -> None:
        if self.subject == "english" and subject in _OF_ENGLISH:
            self.subject = subject
        elif self.subject not in {None, subject}:
            self.clear = False
            self.mixed = self.mixed or "mean" not in {self.subject, subject}
        self.subject = self.subject or subject


def words(heading: str) -> list[str]:
    """Cut a heading into words, in small letters and without what decorates them."""
    found: list[str] = []
    for word in _WORD.findall(heading.replace("'", "").replace("’", "")):
        # SPaG is a word as it stands.
        is_one = word.lower() in _table()
        found += [word] if is_one else _CAMEL.sub(" ", word).split()
    return [word.lower() for word in found]


def meaning(heading: str, *, guessing: bool = True) -> Meaning:
    """Say what the words of a heading speak of; `guessing` mends misspelt ones."""
    found = Meaning()
    for text, word in _known(words(heading)):
        if word is None and not _NUMBER.fullmatch(text):
            found.clear = False
            word = _guessed(text) if guessing else None
            found.strange = found.strange or word is None
        if word is not None:
            found.add(word)
    return found


def _known(texts: Sequence[str]) -> Iterator[tuple[str, _Word | None]]:
    """Give the known words, the longest phrase first; None for one that is unknown."""
    table, place = _table(), 0
    while place < len(texts):
        for length in range(min(_LONGEST, len(texts) - place), 0, -1):
            phrase = " ".join(texts[place : place + length])
            if phrase in table:
                yield phrase, table[phrase]
                break
        else:
            yield texts[place], None
        place += length


@cache
def _table() -> Mapping[str, _Word]:
    rows = codes.table("heading_words")
    return {row["words"]: _Word(row["kind"], row["meaning"]) for row in rows}


def _guessed(text: str) -> _Word | None:
    """Guess which word is meant by one that is misspelt."""
    if len(text) < _LONG:
        return None
    # Imported here: few headings have a word that must be guessed.
    from rapidfuzz import fuzz, process

    table = _table()
    long = [word for word in table if len(word) >= _LONG and " " not in word]
    best = process.extractOne(text, long, scorer=fuzz.ratio, score_cutoff=_ALIKE)
    return table[best[0]] if best else None
