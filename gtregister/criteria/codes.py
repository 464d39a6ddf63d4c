"""What the letters mean that stand where a KS2 score, level or assessment would."""

import csv
from collections.abc import Mapping
from functools import cache

from gtregister import resources
from gtregister.criteria import Result
from gtregister.i18n import translated

_OF_LEVELS = frozenset({"level", "fine_level", "points"})


def meaning(result: Result) -> str:
    """Say in a few words what a code means; nothing if the table does not say.

    A code of a test means what it meant in the era of the result. Those of teacher
    assessment differ from era to era, so that each has one meaning.
    """
    if result.assessment != "ks2":
        return ""
    code = result.value.upper().replace(" ", "")
    is_assessed = result.measure == "teacher_assessment"
    kind = "teacher_assessment" if is_assessed else "test"
    known = _meanings()
    for era in _eras(result.measure):
        if (kind, code, era) in known:
            return translated(known[kind, code, era])
    return ""


def _eras(measure: str) -> tuple[str, ...]:
    if measure == "teacher_assessment":
        return "standards", "levels", "both"
    return ("levels" if measure in _OF_LEVELS else "standards"), "both"


@cache
def _meanings() -> Mapping[tuple[str, str, str], str]:
    """Read the table by kind, code and era: standards, levels or both."""
    path = resources.ROOT / "codes" / "ks2_codes.csv"
    if not path.is_file():
        return {}
    with path.open(encoding="utf-8-sig", newline="") as lines:
        return {
            (row["kind"], row["code"], row["era"]): row["meaning"]
            for row in csv.DictReader(lines)
        }
