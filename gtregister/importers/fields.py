"""The fields that a column may go to, and how the cells under each are read.

A field is a column of the `pupils` table, `assessment.subject.measure` for a result, or
one of the few that help to read a row: `full_name`, `subject`, `academic_year`,
`taken_on`, and a measure alone where the row itself names the subject.
"""

import re
from collections.abc import Sequence

from gtregister.i18n import _
from gtregister.importers import Cell, dates, scores, upn, values
from gtregister.importers.cells import Found, Parser, of_text, problem
from gtregister.importers.heading_words import meaning, words
from gtregister.importers.scores import Score

_UPNS = ("upn", "former_upn")
NAMES = ("surname", "forename", "preferred_surname", "preferred_forename")
_TEXTS = ("admission_number", "form", "feeder_school")
_DAYS = ("joined_on", "left_on")
_YES_NO = ("eal", "fsm", "ever6", "pupil_premium", "looked_after")
_CODED = ("ethnicity", "language")
_OTHERS = {"sex": values.sex, "year_group": values.year_group, "sen": values.sen}
_TOLD = (*_UPNS, *_TEXTS, *_DAYS, *_YES_NO, *_CODED, *_OTHERS)
PUPIL = frozenset((*NAMES, "middle_names", "dob", *_TOLD))

_STAGE_SUBJECTS = ("reading", "writing", "gps", "maths", "science", "english")
_STAGE_MEASURES = (
    *("scaled_score", "outcome", "raw_mark", "teacher_assessment"),
    *("level", "fine_level", "points"),
)
_TESTED = ("reading", "gps", "maths")
_BATTERIES = ("verbal", "quantitative", "non_verbal", "spatial", "mean")
_BASELINE = ("vocabulary", "maths", "non_verbal", "skills", "overall")
_STANDARDISED = ("sas", "stanine", "npr")
_KINDS = {
    "ks2": (_STAGE_SUBJECTS, _STAGE_MEASURES),
    "ks1": (_STAGE_SUBJECTS, _STAGE_MEASURES),
    "cat4": (_BATTERIES, _STANDARDISED),
    "midyis": (_BASELINE, _STANDARDISED),
    "yellis": (_BASELINE, _STANDARDISED),
}
RESULTS = frozenset(
    f"{assessment}.{subject}.{measure}"
    for assessment, (subjects, measures) in _KINDS.items()
    for subject in subjects
    for measure in measures
    # Writing and science are assessed by teachers: no test of them gives a score.
    if measure != "scaled_score" or subject in _TESTED
)
# Where the row names the subject, a column can only say the measure.
MEASURES = frozenset(("scaled_score", "outcome", "raw_mark", "teacher_assessment"))
HELPS = frozenset(("full_name", "subject", "academic_year", "taken_on"))
FIELDS = PUPIL | RESULTS | MEASURES | HELPS
# A look at one of these says that a value is unlikely, not that it is something else.
MAY_LOOK_ODD = frozenset((*_UPNS, "dob", *_DAYS, "taken_on"))

# The subject of a row, and the measure if it says so: “Reading TA”.
Subject = tuple[str, str | None]

# KS1 tests of 2016 to 2023 gave 85 to 115.
_SCALES = {"ks2": (80, 120), "ks1": (85, 115)}
# The most marks that the papers of a subject together have had.
_MARKS = {"reading": 50, "writing": 50, "gps": 70, "maths": 110, "science": 100}
_MOST_MARKS = 120

_ACADEMIC_YEAR = re.compile(r"((?:19|20)\d\d)\s*[-/ ]?\s*((?:19|20)?\d\d)", re.ASCII)


def parser(field: str, heading: str = "") -> Parser[object]:
    """Give the parser of any field, to see whether the values of a column fit it."""
    if field in PUPIL:
        return of_pupil(field)
    if field in MEASURES:
        return of_result("ks2", "", field)
    if field in RESULTS:
        return of_result(*field.split("."))
    if field == "full_name":
        return full_name(heading)
    if field == "taken_on":
        return dates.parser()
    return subject if field == "subject" else academic_year


def of_pupil(field: str, academic_year: int | None = None) -> Parser[str | int]:
    """Give the parser of a column of the `pupils` table."""
    if field in _UPNS:
        return upn.parse
    if field in _TEXTS:
        return values.text
    if field == "dob":
        return dates.parser(academic_year)
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


def of_result(assessment: str, subject: str, measure: str) -> Parser[Score]:
    """Give the parser of a result."""
    if measure == "scaled_score":
        said = _("“{value}” is not a scaled score. Use {low} to {high} or a code.")
        return scores.number(*_SCALES[assessment], said)
    if measure == "raw_mark":
        said = _("“{value}” is not a mark. Use a whole number up to {high} or a code.")
        return scores.number(1, _MARKS.get(subject, _MOST_MARKS), said)
    if measure == "outcome":
        said = _("“{value}” is not an outcome. Use a code such as AS or NS.")
        return scores.code("test", said)
    if measure == "teacher_assessment":
        said = _("“{value}” is not a teacher assessment. Use a code or a level.")
        return scores.level("teacher_assessment", said)
    if measure == "level":
        said = _("“{value}” is not a level. Use 4, a sub-level such as 4b, or a code.")
        return scores.level("test", said)
    return _of_number(subject, measure)


def _of_number(subject: str, measure: str) -> Parser[Score]:
    if measure == "fine_level":
        said = _("“{value}” is not a fine level. Use a number such as 4.38.")
        return scores.number(1, 7, said, decimals=True)
    if measure == "points":
        said = _("“{value}” is not a point score. Use a number such as 27 or 26.28.")
        return scores.number(3, 41, said, decimals=True)
    if measure == "stanine":
        said = _("“{value}” is not a stanine. Use {low} to {high}.")
        return scores.number(1, 9, said)
    if measure == "npr":
        said = _("“{value}” is not a percentile rank. Use {low} to {high}.")
        return scores.number(1, 99, said)
    said = _("“{value}” is not a standard age score. Use {low} to {high}.")
    # The mean of four scores need not be whole.
    return scores.number(59, 141, said, decimals=subject in {"mean", "overall"})


def full_name(heading: str) -> Parser[values.FullName]:
    """Give the parser of a column that has surname and forename in one cell."""
    return values.full_name(surname_first=words(heading)[:1] == ["surname"])


@of_text
def subject(text: str) -> Found[Subject]:
    """Read the subject of a row, and the measure if it names one: “Reading TA”."""
    found = meaning(text)
    if found.subject in _STAGE_SUBJECTS:
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
