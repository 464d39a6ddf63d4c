"""Which result a column holds: the words of its heading, and its values."""

import re
from collections.abc import Collection, Sequence

from gtregister.i18n import _
from gtregister.importers import Cell, assessments, fields
from gtregister.importers.cells import written
from gtregister.importers.guesses import MOST, NEARLY_ALL, Guess, plainly, share
from gtregister.importers.heading_words import Meaning

_BATTERIES = ("verbal", "quantitative", "non_verbal", "spatial")
_NUMBERS = ("scaled_score", "level", "sas", "stanine", "npr", "raw_mark")
_STAGES = ("ks1", "ks2")
# The measures that a heading may leave unsaid, the likeliest first.
_UNNAMED = {
    "stage": ("scaled_score", "outcome", "level", "teacher_assessment"),
    "check": ("raw_mark", "outcome"),
    "age": ("sas", "stanine"),
}
# A percentile rank goes up to 99: what is more can only be a standard age score.
_MOST_OF_RANKS = 99
# Measures that people mix up: the values tell.
_SWAPPED = {"sas": "stanine", "stanine": "sas", "level": "fine_level"}

_NUMBER = re.compile(r"\d{1,3}(\.\d+)?", re.ASCII)


def result(
    meant: Meaning, values: Sequence[Cell], context: Collection[str]
) -> Guess | str | None:
    """Say which result the words of a heading speak of."""
    if meant.subject is None:
        return _measure_alone(meant, values)
    assessment = meant.assessment or _implied(meant, context)
    if assessment is None:
        return _("It names a subject, but no test that is known here.")
    is_named = bool(meant.assessment) or assessment in context
    is_of_cem = assessment in {"midyis", "yellis"} and meant.subject == "mean"
    start = f"{assessment}.{'overall' if is_of_cem else meant.subject}."
    if meant.measure in {None, "any"}:
        return _by_values_alone(start, meant, is_named, values)
    measure = str(meant.measure)
    field = start + _named(assessment, measure)
    if field not in fields.RESULTS:
        return _("This test has no such result.")
    fit = share(field, "", values)
    other = _SWAPPED.get(measure)
    if other and fit == 0 and share(start + other, "", values) == 1:
        said = _("The heading says otherwise, but these are the values; check it.")
        return Guess(start + other, "check", said, 1)
    is_sure = is_named or assessment == "cat4" or meant.measure == "scaled_score"
    if meant.clear and is_sure:
        return plainly(field, fit)
    if (not meant.strange or meant.assessment) and (fit or 0) >= NEARLY_ALL:
        said = _("The heading may mean this; check it.")
        return Guess(field, "check", said, 1)
    return _("The heading may mean a result, but it is not certain which.")


def _named(assessment: str, measure: str) -> str:
    """Say what “SS” is short for, and what people call a scaled score."""
    if assessment in _STAGES:
        return "scaled_score" if measure == "ss" else measure
    return "sas" if measure in {"ss", "scaled_score"} else measure


def _implied(meant: Meaning, context: Collection[str]) -> str | None:
    """Tell the test by the subject and by what the sheet speaks of elsewhere."""
    subject = str(meant.subject)
    others = [test for test in context if _has(test, subject) and test not in _STAGES]
    if len(others) == 1 and not {*context} & {*_STAGES}:
        return others[0]
    if subject in _BATTERIES:
        return "cat4"
    if subject == "mean":
        is_cat4 = meant.measure in assessments.STANDARDISED or "cat4" in context
        return "cat4" if is_cat4 else None
    if meant.measure in assessments.STANDARDISED or not _has("ks2", subject):
        return None
    return "ks1" if "ks1" in context and "ks2" not in context else "ks2"


def _has(test: str, subject: str) -> bool:
    """Say whether a test has results in a subject; a mean is an overall score."""
    subjects = assessments.subjects_of(test)
    return subject in subjects or (subject == "mean" and "overall" in subjects)


def _by_values_alone(
    start: str, meant: Meaning, is_named: bool, values: Sequence[Cell]
) -> Guess | str:
    """Tell by the values what a heading such as “KS2 Reading” holds."""
    assessment = start.partition(".")[0]
    kind = {"phonics": "check", "mtc": "check"}.get(assessment, "age")
    measures = _UNNAMED["stage" if assessment in _STAGES else kind]
    if meant.subject in {"writing", "science"}:
        measures = measures[::-1]
    if not is_named:
        measures = measures[:1]
    for measure in measures:
        field = start + measure
        fit = share(field, "", values, numbers_only=measure in _NUMBERS)
        is_plain = bool(meant.clear and meant.assessment)
        least = MOST if is_plain else NEARLY_ALL
        if field in fields.RESULTS and (fit or 0) >= least:
            if is_plain and not (measure == "sas" and _may_be_ranks(values)):
                return plainly(field, fit)
            if meant.clear or meant.assessment:
                said = _("The values fit, but the heading names no test; check it.")
                return Guess(field, "check", said, 1)
    return _("It names a subject, but its values are not those of a known test.")


def _may_be_ranks(values: Sequence[Cell]) -> bool:
    texts = (text for text in map(written, values) if _NUMBER.fullmatch(text))
    return max(map(float, texts), default=0) <= _MOST_OF_RANKS


def _measure_alone(meant: Meaning, values: Sequence[Cell]) -> Guess | str | None:
    """Take a measure for what the row's own subject makes of it."""
    measure = {"any": "scaled_score", "ss": "scaled_score"}.get(
        meant.measure or "", meant.measure
    )
    if measure not in fields.MEASURES or not meant.clear:
        return None
    fit = share(measure, "", values)
    if meant.measure == measure:
        return plainly(measure, fit)
    if (fit or 0) < NEARLY_ALL:
        return None
    said = _("The heading may mean this; check it.")
    return Guess(measure, "check", said, 1)
