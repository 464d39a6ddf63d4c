"""The numbers that criteria compare: what is stored, and what follows from it.

A key is (assessment, subject, measure), as results are stored. Derived numbers have
keys of the same shape, such as ("ks2", "reading_maths", "scaled_score").
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from gtregister.criteria import Result

Key = tuple[str, str, str]


class Rule(NamedTuple):
    """How a number is derived: the sum of its parts, divided."""

    parts: tuple[Key, ...]
    divisor: float


LEVEL_SUBJECTS = ("reading", "writing", "gps", "english", "maths", "science")
CAT4_BATTERIES = ("verbal", "quantitative", "non_verbal", "spatial")


def _from_points(subject: str) -> tuple[Key, Rule]:
    # Six points make a level: 27 points are the middle of level 4, 4.5.
    return ("ks2", subject, "fine_level"), Rule((("ks2", subject, "points"),), 6)


def _mean(first: str, second: str, measure: str) -> tuple[Key, Rule]:
    parts = ("ks2", first, measure), ("ks2", second, measure)
    return ("ks2", f"{first}_{second}", measure), Rule(parts, 2)


# Every part stands before what is derived from it.
RULES: Mapping[Key, Rule] = dict(
    [
        *map(_from_points, LEVEL_SUBJECTS),
        _mean("reading", "maths", "scaled_score"),
        _mean("reading", "maths", "fine_level"),
        _mean("english", "maths", "fine_level"),
        (
            ("cat4", "mean", "sas"),
            Rule(tuple(("cat4", battery, "sas") for battery in CAT4_BATTERIES), 4),
        ),
    ]
)


def newest(results: Iterable[Result]) -> dict[Key, Result]:
    """Keep, for each key, the result of the latest academic year, a code too."""
    kept: dict[Key, Result] = {}
    for result in results:
        key = (result.assessment, result.subject, result.measure)
        rival = kept.get(key)
        if rival is None or (result.academic_year or 0) >= (rival.academic_year or 0):
            kept[key] = result
    return kept


def number(kept: Mapping[Key, Result], key: Key) -> float | None:
    """Find a number among the newest results, as stored or else derived.

    What a file states goes before what follows from its parts, unless they are newer.
    """
    stored, rule = kept.get(key), RULES.get(key)
    if rule is None or (stored is not None and _stands(kept, stored, rule)):
        return stored.number if stored else None
    total = 0.0
    for part in rule.parts:
        value = number(kept, part)
        if value is None:
            return None
        total += value
    # Rounded, so that a fine level of 4.38 and points of 26.28 rank alike.
    return round(total / rule.divisor, 4)


def used(kept: Mapping[Key, Result], key: Key) -> tuple[Result, ...]:
    """Name the results behind a number, or those that stand where it is missing."""
    stored, rule = kept.get(key), RULES.get(key)
    if rule is None or (stored is not None and _stands(kept, stored, rule)):
        return (stored,) if stored else ()
    return tuple(result for part in rule.parts for result in used(kept, part))


def _stands(kept: Mapping[Key, Result], stored: Result, rule: Rule) -> bool:
    """Say whether a stored result goes before what its parts would come to."""
    parts = [kept[part] for part in rule.parts if part in kept]
    years = [part.academic_year or 0 for part in parts if part.number is not None]
    if len(years) < len(rule.parts):
        return True
    return stored.number is not None and min(years) <= (stored.academic_year or 0)


def measures(results: Iterable[Result]) -> dict[Key, float]:
    """Give all numbers of one pupil, stored and derived, each of its latest year.

    The cohort in Evidence is made of these numbers, sorted under each key.
    """
    kept = newest(results)
    numbers = {
        key: result.number for key, result in kept.items() if result.number is not None
    }
    for key, (parts, _divisor) in RULES.items():
        if parts[0] in numbers:
            derived = number(kept, key)
            if derived is not None:
                numbers[key] = derived
    return numbers
