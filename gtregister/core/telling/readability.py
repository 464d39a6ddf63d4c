"""How old a reader must be for a text: the Flesch-Kincaid grade, plus five years.

J. P. Kincaid and others, “Derivation of new readability formulas” (1975). It counts
words to a sentence and syllables to a word, and holds for English alone.
"""

import re

from gtregister.i18n import _

_WORD = re.compile(r"[A-Za-z]+(?:['’][A-Za-z]+)?")
_SENTENCE_END = re.compile(r"[.!?:]+(?=\s|$)|\n+")
_VOWELS = re.compile(r"[aeiouy]+")
_SILENT = re.compile(r"(?:[^laeiouy]es?|[^dtaeiouy]ed)$")
_FEWEST = 20  # words: less says nothing


def age(text: str) -> int | None:
    """Guess from which age on a text is read with ease; None for a few words."""
    words = _WORD.findall(text)
    if len(words) < _FEWEST:
        return None
    ends = [part for part in _SENTENCE_END.split(text) if _WORD.search(part)]
    syllables = sum(_syllables(word.lower()) for word in words)
    grade = 0.39 * len(words) / len(ends) + 11.8 * syllables / len(words) - 15.59
    return max(5, round(grade + 5))


def sentence(text: str, language: str = "en") -> str:
    """Say how old a reader must be, and what to aim for."""
    years = age(text) if language == "en" else None
    if years is None:
        return _("The reading age is not known.")
    said = _("Reading age about {years}. Aim for 9 to 11.")
    return said.format(years=years)


def _syllables(word: str) -> int:
    return max(1, len(_VOWELS.findall(_SILENT.sub("", word))))
