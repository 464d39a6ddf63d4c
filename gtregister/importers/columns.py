"""What one column may be: its heading and its values, weighed together."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from gtregister.i18n import N_, _, translated
from gtregister.importers import (
    Cell,
    Sure,
    assessments,
    contact_words,
    families,
    fields,
    spellings,
)
from gtregister.importers.cells import written
from gtregister.importers.heading_words import Meaning, meaning
from gtregister.importers.spellings import Spelling

# A plain heading may have a third of values that are wrong: they will be reported. One
# that is not plain must be borne out by nearly all of its values.
_MOST = 2 / 3
_NEARLY_ALL = 0.9

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

_AGAINST = {
    "target": N_("It is a target or a prediction, not a result."),
    "practice": N_("It is a practice test, not a result."),
    "part": N_("It is only a part of the test."),
    "change": N_("It is a measure of progress, not a result."),
    "other": N_("It is not a result of the test itself."),
}

_NUMBER = re.compile(r"\d{1,3}(\.\d+)?", re.ASCII)
_SUB_LEVEL = re.compile(r"[1-6] ?[abc]", re.IGNORECASE)

# What a field must look like before a heading that is not plain may claim a column.
_LOOKS = {
    "full_name": re.compile(r"[^\d]*[^\W\d][, ]+[^\W\d][^\d]*"),
    "surname": re.compile(r"[^\d]+"),
    "forename": re.compile(r"[^\d]+"),
    "form": re.compile(r".{1,10}"),
    "admission_number": re.compile(r"(?=.*\d)[\w/-]{1,15}"),
    "feeder_school": re.compile(r"[^\d]*[^\W\d]{3}.*"),
}


@dataclass(frozen=True, slots=True)
class Guess:
    """What a column may be; of two that claim one field, the heavier has it."""

    field: str
    sure: Sure
    why: str
    weight: float


def guess(
    heading: str, band: str, values: Sequence[Cell], context: Collection[str]
) -> Guess | str:
    """Say what a column most likely is, or in a sentence why it is not used.

    `band` stands above several headings, `values` are some of the column's cells that
    are not blank, `context` are the assessments that the sheet speaks of elsewhere.
    """
    known = spellings.known(heading)
    if known and not known.field:
        return translated(known.why) or _("The register has no place for it.")
    if known:
        return _weighed(known, heading, values)
    contact = _contact(f"{band} {heading}", values, of_contact="contact" in context)
    if contact:
        return contact
    meant = meaning(f"{band} {heading}")
    if meant.against and (meant.assessment or meant.subject or meant.measure):
        return translated(_AGAINST[meant.against])
    if meant.mixed:
        return _("It speaks of two subjects at once, so it is a result of neither.")
    result = _result(meant, values, context)
    if result:
        return result
    return _near(heading, values) or _by_values(values) or _("It was not recognised.")


def is_heading(text: str) -> bool:
    """Say whether a cell reads like the heading of a column that is known."""
    if spellings.known(text):
        return True
    meant = meaning(text, guessing=False)
    if meant.subject or (meant.measure and meant.clear):
        return True
    return contact_words.field(text) in families.FIELDS


def _contact(heading: str, values: Sequence[Cell], *, of_contact: bool) -> Guess | None:
    """Say what a heading tells of a parent or carer, if it does."""
    field = contact_words.field(heading, of_contact=of_contact)
    if field not in families.FIELDS:
        return None
    return _plainly(str(field), _share(str(field), heading, values))


def _weighed(known: Spelling, heading: str, values: Sequence[Cell]) -> Guess | str:
    share = _share(known.field, heading, values)
    if known.field == "full_name" and share and not _says_order(heading, values):
        said = _("It is not certain which of the names is the surname; check it.")
        return Guess("full_name", "check", said, 1 + share)
    if known.says == "plainly":
        return _plainly(known.field, share)
    if share is None or share < _NEARLY_ALL:
        return _("Its values are not what the heading may mean.")
    if known.says == "with values":
        return Guess(known.field, "sure", _("Heading and values fit."), 2.5)
    return Guess(known.field, "check", _("The heading may mean this; check it."), 1)


def _says_order(heading: str, values: Sequence[Cell]) -> bool:
    """Say whether heading, commas or capitals tell which name is the surname."""
    if "surname" in heading.casefold():
        return True
    told = sum(
        "," in written(v) or any(map(str.isupper, written(v).split())) for v in values
    )
    return told >= _NEARLY_ALL * len(values)


def finer(field: str, values: Sequence[Cell]) -> float:
    """Say how much more a column of levels is worth for the sub-levels in it."""
    if not field.endswith(".level") or not values:
        return 0
    return sum(bool(_SUB_LEVEL.search(written(v))) for v in values) / len(values)


def _plainly(field: str, share: float | None) -> Guess:
    if share is None:
        return Guess(field, "sure", _("The heading says so; there are no values."), 2)
    if share >= _MOST:
        return Guess(field, "sure", _("Heading and values fit."), 2 + share)
    said = _("The heading says so, but many values do not fit.")
    return Guess(field, "check", said, 1 + share)


def _near(heading: str, values: Sequence[Cell]) -> Guess | None:
    near = spellings.near(heading)
    if near is None or (_share(near[1], heading, values) or 0) < _NEARLY_ALL:
        return None
    said = _("It is spelt almost like “{heading}”; check it.")
    return Guess(near[1], "check", said.format(heading=near[0]), 1)


def _by_values(values: Sequence[Cell]) -> Guess | None:
    if (_share("upn", "", values) or 0) < _NEARLY_ALL:
        return None
    return Guess("upn", "check", _("Its values look like UPNs; check it."), 1)


def _result(
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
    share = _share(field, "", values)
    other = _SWAPPED.get(measure)
    if other and share == 0 and _share(start + other, "", values) == 1:
        said = _("The heading says otherwise, but these are the values; check it.")
        return Guess(start + other, "check", said, 1)
    is_sure = is_named or assessment == "cat4" or meant.measure == "scaled_score"
    if meant.clear and is_sure:
        return _plainly(field, share)
    if (not meant.strange or meant.assessment) and (share or 0) >= _NEARLY_ALL:
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
        share = _share(field, "", values, numbers_only=measure in _NUMBERS)
        is_plain = bool(meant.clear and meant.assessment)
        least = _MOST if is_plain else _NEARLY_ALL
        if field in fields.RESULTS and (share or 0) >= least:
            if is_plain and not (measure == "sas" and _may_be_ranks(values)):
                return _plainly(field, share)
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
    share = _share(measure, "", values)
    if meant.measure == measure:
        return _plainly(measure, share)
    if (share or 0) < _NEARLY_ALL:
        return None
    said = _("The heading may mean this; check it.")
    return Guess(measure, "check", said, 1)


def _share(
    field: str, heading: str, values: Iterable[Cell], *, numbers_only: bool = False
) -> float | None:
    """Say how many of the values are what the field holds; None if none tells."""
    parse, looks = fields.parser(field, heading), _LOOKS.get(field)
    fit = count = 0
    for cell in values:
        value, trouble = parse(cell)
        if value is None and (trouble is None or trouble.level == "look"):
            continue
        is_code = isinstance(value, tuple) and value[1] is None
        if numbers_only and trouble is None and is_code:
            continue
        count += 1
        is_odd = trouble is not None and field not in fields.MAY_LOOK_ODD
        is_other = looks is not None and not looks.fullmatch(written(cell))
        fit += value is not None and not is_odd and not is_other
    return fit / count if count else None
