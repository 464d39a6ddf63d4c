"""The results of a Common Transfer File, told by what it says and by their values.

The DfE has not published which codes stand for the scaled scores, marks and outcomes of
key stage 2. What is known from files and programs that schools share: method TA is a
teacher assessment, qualifier NM a mark, component MTC the multiplication tables check,
subject or component PHO the phonics check. Nearly all else must be checked by a person.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from gtregister.i18n import _
from gtregister.importers import Cell, ColumnMatch, fields

_HEADING = re.compile(
    r"(?P<stage>\S+) (?P<subject>\S+) (?P<method>\S+) (?P<component>\S+) "
    r"(?P<qualifier>\S+) (?P<year>\d{4}|-)(?: \(\d+\))?"
)
# Components that are the whole of a subject, and the subjects where none is named.
_WHOLE = {
    **dict.fromkeys(("REA", "READ", "RED"), "reading"),
    **dict.fromkeys(("WRI", "WRIT"), "writing"),
    **dict.fromkeys(("GPS", "GRP", "GPV", "SPAG"), "gps"),
    "MAT": "maths",
    "SCI": "science",
    "ENG": "english",
}
_STAGES = {"KS1": "ks1", "KS2": "ks2"}
# The tests gave levels up to the summer of 2015.
_LAST_LEVELS = 2014
_NEARLY_ALL = 0.9


class Told(NamedTuple):
    """What the file says of a result; `academic_year` is None if it does not."""

    stage: str
    subject: str
    method: str
    component: str
    qualifier: str
    academic_year: int | None


def told(heading: str) -> Told | None:
    """Read the heading that the child process has made of an assessment.

    The year of an assessment is that of its summer: 2026 is the academic year 2025.
    """
    found = _HEADING.fullmatch(heading)
    if not found:
        return None
    stage, subject, method, component, qualifier, year = map(str.upper, found.groups())
    taken = int(year) - 1 if year.isdigit() else None
    return Told(stage, subject, method, component, qualifier, taken)


def column(match: ColumnMatch, told: Told, values: Sequence[Cell]) -> ColumnMatch:
    """Say which result a column holds; what nobody can tell is kept as it stands."""
    for field in _candidates(told):
        if field in fields.RESULTS and _fits(field, values):
            if _is_documented(told):
                why = _("It is documented which result this is.")
                return replace(match, field=field, sure="sure", why=why)
            why = _("Told by its values, since the codes are not public; check it.")
            return replace(match, field=field, sure="check", why=why)
    return kept(match, told)


def kept(match: ColumnMatch, told: Told, number: int | None = None) -> ColumnMatch:
    """Keep a result under all that is said of it, so that it is taken for no other.

    The number tells it from another one of which the very same is said.
    """
    said = (told.stage, told.subject, told.method, told.component, told.qualifier)
    stage, subject, *parts = (
        re.sub(r"\W", "", part.lower()) or "none" for part in said
    )
    measure = "_".join(("ctf", *parts, *([] if number is None else [str(number)])))
    why = _("It is not known which result this is, so it is kept as it stands.")
    field = f"{stage}.{subject}.{measure}"
    return replace(match, field=field, sure="check", why=why)


def _is_documented(told: Told) -> bool:
    return told.component == "MTC" or "PHO" in {told.subject, told.component}


def _candidates(told: Told) -> Sequence[str]:
    """Give the results that it may be, the likeliest first."""
    if told.component == "MTC":
        return ("mtc.maths.raw_mark",)
    if "PHO" in {told.subject, told.component}:
        is_mark = told.qualifier == "NM"
        return (f"phonics.phonics.{'raw_mark' if is_mark else 'outcome'}",)
    if told.stage in {"EYF", "FSP"}:
        goal = told.component.lower()
        return (f"eyfs.{told.subject.lower()}_{goal}.outcome", f"eyfs.{goal}.outcome")
    stage, subject = _STAGES.get(told.stage), _subject(told)
    if stage is None or subject is None:
        return ()
    start = f"{stage}.{subject}."
    if told.qualifier == "NM":
        return (f"{start}raw_mark",)
    if told.method == "TA":
        return (f"{start}teacher_assessment",)
    year = told.academic_year
    if year is not None and year <= _LAST_LEVELS:
        measures = ("level", "fine_level", "raw_mark")
    else:
        measures = ("outcome", "scaled_score", "raw_mark")
    return [start + measure for measure in measures]


def _subject(told: Told) -> str | None:
    if told.component in _WHOLE:
        return _WHOLE[told.component]
    return _WHOLE.get(told.subject) if told.component in {"-", told.subject} else None


def _fits(field: str, values: Sequence[Cell]) -> bool:
    """Say whether nearly all values may be what a field holds."""
    parse = fields.parser(field)
    found = [parse(value) for value in values]
    kept = [value for value, _trouble in found if value is not None]
    if field.endswith("outcome"):
        # A known code is no scaled score, but N and A may stand in place of one.
        right = sum(trouble is None and value is not None for value, trouble in found)
        return bool(found) and right >= _NEARLY_ALL * len(found)
    numbers = [v for v in kept if isinstance(v, tuple) and v[1] is not None]
    return bool(kept) and (
        len(kept) >= _NEARLY_ALL * len(found)
        and (bool(numbers) or field.endswith(("teacher_assessment", "level")))
    )
