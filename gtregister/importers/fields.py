"""The fields that a column may go to, and how the cells under each are read.

A field is a column of the `pupils` table, `assessment.subject.measure` for a result, or
one of the few that help to read a row: `full_name`, `subject`, `academic_year`,
`taken_on`, and a measure alone where the row itself names the subject.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import date

from gtregister.i18n import _
from gtregister.importers import (
    Cell,
    activity_words,
    assessments,
    dates,
    families,
    upn,
    values,
)
from gtregister.importers.cells import Found, Parser, of_text, problem
from gtregister.importers.heading_words import meaning, words

_UPNS = ("upn", "former_upn")
NAMES = ("surname", "forename", "preferred_surname", "preferred_forename")
_TEXTS = ("admission_number", "form", "feeder_school")
_DAYS = ("joined_on", "left_on")
_YES_NO = ("eal", "fsm", "ever6", "pupil_premium", "looked_after")
_CODED = ("ethnicity", "language")
_OTHERS = {"sex": values.sex, "year_group": values.year_group, "sen": values.sen}
_TOLD = (*_UPNS, *_TEXTS, *_DAYS, *_YES_NO, *_CODED, *_OTHERS)
PUPIL = frozenset((*NAMES, "middle_names", "dob", *_TOLD))

RESULTS = assessments.RESULTS
of_result = assessments.parser
# Where the row names the subject, a column can only say the measure.
MEASURES = frozenset(("scaled_score", "outcome", "raw_mark", "teacher_assessment"))
BIRTHDAY = ("dob_day", "dob_month", "dob_year")
HELPS = frozenset(("full_name", "subject", "academic_year", "taken_on", *BIRTHDAY))
REFERRAL = frozenset(
    f"referral.{what}" for what in ("source", "referrer", "subject", "reason", "day")
)
# What is said of activities: which one, and of whom and when in it.
_OF_ACTIVITIES: Mapping[str, Parser[object]] = {
    "activity.title": activity_words.title,
    "activity.ticks": activity_words.tick,
    "activity.day": dates.parser(),
    "activity.term": activity_words.term,
    "activity.attended": activity_words.mark,
    "activity.signed_up": activity_words.mark,
    "activity.charge": activity_words.pence,
    "activity.staff": values.text,
    "activity.venue": values.text,
    "activity.kind": values.text,
}
ACTIVITY = frozenset(_OF_ACTIVITIES)
_SEVERAL = frozenset(("activity.title", "activity.ticks"))
# What a list of results has beside those it is known by: other tests, and the pupils.
OF_RESULTS = PUPIL | RESULTS | {"full_name", "taken_on", "academic_year"}
# What a person may choose from; there are more, of contacts and of schools' own tests.
FIELDS = PUPIL | RESULTS | MEASURES | HELPS
# A look at one of these says that a value is unlikely, not that it is something else.
MAY_LOOK_ODD = frozenset((*_UPNS, "dob", *_DAYS, "taken_on"))

# The subject of a row, and the measure if it says so: “Reading TA”.
Subject = tuple[str, str | None]

_ACADEMIC_YEAR = re.compile(r"((?:19|20)\d\d)\s*[-/ ]?\s*((?:19|20)?\d\d)", re.ASCII)


def parser(field: str, heading: str = "") -> Parser[object]:
    """Give the parser of any field, to see whether the values of a column fit it."""
    if field in PUPIL:
        return of_pupil(field)
    if field in MEASURES:
        return assessments.parser("ks2", "", field)
    if assessments.is_result(field):
        return assessments.parser(*field.split("."))
    if field in families.FIELDS:
        return families.parser(field)
    if field in REFERRAL:
        return dates.parser() if field == "referral.day" else values.text
    if field in ACTIVITY:
        return _OF_ACTIVITIES[field]
    if field == "full_name":
        return full_name(heading)
    if field == "taken_on":
        return dates.parser()
    if field in BIRTHDAY:
        return values.text
    return subject if field == "subject" else academic_year


def is_known(field: str) -> bool:
    """Say whether there is a field of this name."""
    others = FIELDS | families.FIELDS | REFERRAL | ACTIVITY
    return field in others or assessments.is_result(field)


def is_other(field: str) -> bool:
    """Say whether a field belongs to another kind of table than a list of pupils."""
    if field in REFERRAL | {"activity.title"} or assessments.is_result(field):
        return True
    return field in families.FIELDS and field.endswith("name")


def may_repeat(field: str) -> bool:
    """Say whether several columns may go to a field: each of them may tell more."""
    return field.endswith((".level", ".fine_level")) or field in _SEVERAL


def is_result(field: str | None) -> bool:
    """Say whether a column of this field holds results."""
    return bool(field) and (field in MEASURES or assessments.is_result(str(field)))


def of_pupil(field: str, today: date | None = None) -> Parser[str | int]:
    """Give the parser of a column of the `pupils` table.

    By `today` it is said which birthdays no pupil can have.
    """
    if field in _UPNS:
        return upn.parse
    if field in _TEXTS:
        return values.text
    if field == "dob":
        return dates.parser(today)
    if field in _DAYS:
        return dates.parser()
    if field in _YES_NO:
        return values.yes_no(field)
    if field in _CODED:
        return values.code(field)
    return _OTHERS.get(field, values.name)


def at_once(field: str, cells: Sequence[Cell]) -> dict[Cell, str | int | None]:
    """Give the values of those cells that are plainly right, where that is quicker.

    It is, where nearly every cell is different.
    """
    if field in _UPNS:
        right = upn.right(cells)
        return dict(zip(right, right, strict=True))
    if field == "admission_number":
        return {c: c for c in cells if isinstance(c, str) and c.isalnum()}
    return {}


def full_name(heading: str) -> Parser[values.FullName]:
    """Give the parser of a column that has surname and forename in one cell."""
    return values.full_name(surname_first=words(heading)[:1] == ["surname"])


@of_text
def subject(text: str) -> Found[Subject]:
    """Read the subject of a row, and the measure if it names one: “Reading TA”."""
    found = meaning(text)
    if found.subject in assessments.STAGE_SUBJECTS:
        return (str(found.subject), found.measure), None
    return problem(_("“{value}” is not a subject of the key stage 2 tests."), text)


@of_text
def academic_year(text: str) -> Found[int]:
    """Read 2021/2022, 2021-22 or 202122 as 2021; a single year could be either."""
    found = _ACADEMIC_YEAR.fullmatch(text)
    if found and (int(found[1]) + 1) % 100 == int(found[2]) % 100:
        return int(found[1]), None
    return problem(
        _("“{value}” is not an academic year. Write it like 2025/2026."), text
    )
