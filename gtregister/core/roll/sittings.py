"""Sittings of tests: which result of the register is the one that a file speaks of.

A result that is taken for another sitting's is lost, and one that is not recognised
only stands beside its like; so a value gives way to a different one only where it is of
the very same sitting. Some tests are sat once in a life, and some once a year; of the
others a school may have several in a term.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from gtregister.importers import Result

_ONCE = frozenset(("ks2", "ks1", "eyfs", "mtc"))
_ONCE_A_YEAR = frozenset(("cat4", "midyis", "yellis", "phonics"))


class NewResult(NamedTuple):
    """A result to be stored: what the file says, the year it was taken in, its row."""

    said: Result
    academic_year: int | None
    row: int


class HeldResult(NamedTuple):
    """A result that the register holds already."""

    result_id: int
    academic_year: int | None
    taken_on: str | None
    value: str


Rule = Callable[[HeldResult, NewResult], bool]


def same(held: Iterable[HeldResult], result: NewResult) -> HeldResult | None:
    """Find the held result of the same sitting, among those of the same test.

    The very same year and day come first; then one that says the same and may be of the
    same sitting; then, where a test is sat once, one that may be.
    """
    held = [*held]
    rules: Sequence[Rule] = (_is_same_time, _says_the_same)
    if result.said.assessment in _ONCE:
        rules = (*rules, _may_be)
    if result.said.assessment in _ONCE_A_YEAR:
        rules = (*rules, _is_same_year)
    for rule in rules:
        found = next((one for one in held if rule(one, result)), None)
        if found is not None:
            return found
    return None


def _is_same_time(held: HeldResult, result: NewResult) -> bool:
    when = (result.academic_year, result.said.taken_on)
    return (held.academic_year, held.taken_on) == when


def _is_same_year(held: HeldResult, result: NewResult) -> bool:
    is_known = result.academic_year is not None
    return (
        is_known
        and held.academic_year == result.academic_year
        and _may_be(held, result)
    )


def _says_the_same(held: HeldResult, result: NewResult) -> bool:
    return held.value == result.said.value and _may_be(held, result)


def _may_be(held: HeldResult, result: NewResult) -> bool:
    """Say whether year and day agree as far as both sides state them."""
    # A year that was only worked out yields to the one that is held.
    stated = result.said.academic_year
    same_year = stated is None or held.academic_year in (stated, None)
    day = result.said.taken_on
    return same_year and (day is None or held.taken_on in (day, None))
