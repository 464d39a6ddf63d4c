"""The spellings of headings that are known, in resources/codes.

headings.csv has a pupil's details and says of each spelling whether it says the field
*plainly*, *with values* that fit, or only *perhaps*. dfe_columns.csv has the columns of
the DfE's own files, most of them without a field: they are known to be unused.
"""

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from gtregister.importers import codes
from gtregister.importers.heading_words import words

_BREAKS = re.compile(r"[\W_]+")
_CALENDAR = re.compile(r"( \d\d(\d\d)?)+$")
# Words that say no more than whose column it is.
_WHOSE = frozenset(("pupil", "pupils", "student", "students", "child", "childs"))
_ALIKE = 88


class Spelling(NamedTuple):
    """What a heading is known to stand for; without a field, why it is unused."""

    field: str
    says: str
    why: str = ""


def known(heading: str) -> Spelling | None:
    """Find a heading among the known spellings."""
    spellings, squeezed = _spellings()
    key = _key(heading)
    undated = _CALENDAR.sub("", key)
    first, _space, rest = undated.partition(" ")
    whose = rest if first in _WHOSE else ""
    for wanted in (key, undated, " ".join(words(heading)), whose):
        if wanted in spellings:
            return spellings[wanted]
    return squeezed.get(key.replace(" ", ""))


def likely() -> Mapping[str, str]:
    """Give the fields of those headings that say theirs, as they are spelt."""
    rows = codes.table("headings")
    return {row["spelling"]: row["field"] for row in rows if row["says"] != "perhaps"}


def near(heading: str) -> tuple[str, str] | None:
    """Find the spelling that a misspelt heading is closest to, and its field."""
    # What is all in capitals is the name of a column in some other system.
    if heading.isupper():
        return None
    # Imported here: few headings are neither known nor made of known words.
    from rapidfuzz import fuzz, process

    spellings = _spellings()[0]
    best = process.extractOne(
        _key(heading), spellings.keys(), scorer=fuzz.ratio, score_cutoff=_ALIKE
    )
    if best is None or not spellings[best[0]].field:
        return None
    return best[0], spellings[best[0]].field


def _key(text: str) -> str:
    return _BREAKS.sub(" ", text.replace("’", "").replace("'", "").lower()).strip()


@cache
def _spellings() -> tuple[Mapping[str, Spelling], Mapping[str, Spelling]]:
    """Give the known headings, and again without the breaks between their words.

    KS2_READSCORE is READSCORE, but KS2READSCORE is another column: the DfE's names are
    never taken without their breaks.
    """
    spellings, squeezed = {}, {}
    for row in codes.table("dfe_columns"):
        key, column = (
            _key(row["heading"]),
            Spelling(row["field"], "plainly", row["why"]),
        )
        spellings[key] = spellings[f"ks2 {key}"] = column
    for row in codes.table("headings"):
        key, column = _key(row["spelling"]), Spelling(row["field"], row["says"])
        spellings[key] = squeezed[key.replace(" ", "")] = column
    return spellings, squeezed
