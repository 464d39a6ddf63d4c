"""Which results there can be: the families of tests, their subjects and measures.

A field of results is assessment.subject.measure: ks2.maths.scaled_score.
"""

from collections.abc import Collection, Sequence
from functools import cache

from gtregister.i18n import _
from gtregister.importers import codes, scores
from gtregister.importers.cells import Parser
from gtregister.importers.scores import Score

STAGE_SUBJECTS = ("reading", "writing", "gps", "maths", "science", "english")
_STAGE_MEASURES = (
    *("scaled_score", "outcome", "raw_mark", "teacher_assessment"),
    *("level", "fine_level", "points"),
)
_TESTED = ("reading", "gps", "maths")
BATTERIES = ("verbal", "quantitative", "non_verbal", "spatial", "mean")
_BASELINE = ("vocabulary", "maths", "non_verbal", "skills", "overall")
STANDARDISED = ("sas", "stanine", "npr")
# Tests of one subject that are standardised by age: GL Assessment's, and NFER's.
SINGLE = {
    "ngrt": "reading",
    "pte": "english",
    "ptm": "maths",
    "pts": "science",
    "nfer": None,
}
_KINDS: dict[str, tuple[Sequence[str], Sequence[str]]] = {
    "ks2": (STAGE_SUBJECTS, _STAGE_MEASURES),
    "ks1": (STAGE_SUBJECTS, _STAGE_MEASURES),
    "cat4": (BATTERIES, STANDARDISED),
    "midyis": (_BASELINE, (*STANDARDISED, "band")),
    "yellis": (_BASELINE, (*STANDARDISED, "band")),
    **{
        test: ((subject,) if subject else ("reading", "gps", "maths"), STANDARDISED)
        for test, subject in SINGLE.items()
    },
    "phonics": (("phonics",), ("raw_mark", "outcome")),
    "mtc": (("maths",), ("raw_mark", "outcome")),
}
RESULTS = frozenset(
    f"{assessment}.{subject}.{measure}"
    for assessment, (subjects, measures) in _KINDS.items()
    for subject in subjects
    for measure in measures
    # Writing and science are assessed by teachers: no test of them gives a score.
    if measure != "scaled_score" or subject in _TESTED
)
# What a school's own assessments say of a subject.
JUDGEMENTS = ("grade", "working_at", "expected")

# KS1 tests of 2016 to 2023 gave 85 to 115.
_SCALES = {"ks2": (80, 120), "ks1": (85, 115)}
# CAT4 gives 59 to 141; no test that is standardised by age goes further than this.
_AGE_SCORES = {"cat4": (59, 141)}
_WIDEST = (50, 150)
# The most marks that the papers of a subject together have had.
_MARKS = {"reading": 50, "writing": 50, "gps": 70, "maths": 110, "science": 100}
_MOST_MARKS = 120
_CHECKS = {"phonics": 40, "mtc": 25}


def subjects_of(assessment: str) -> Collection[str]:
    """Name the subjects that an assessment has results in."""
    return _KINDS[assessment][0] if assessment in _KINDS else ()


@cache
def school_subjects() -> dict[str, str]:
    """Give the subjects of a school's own assessments, by what headings call them."""
    return {row["words"]: row["subject"] for row in codes.table("school_subjects")}


@cache
def early_years() -> frozenset[str]:
    """Name the early learning goals of the profile, and the good level as a whole."""
    return frozenset(
        row["field"].split(".")[1]
        for row in codes.table("dfe_columns")
        if row["field"].startswith("eyfs.")
    )


def is_result(field: str) -> bool:
    """Say whether a field is one of results, those of a school's own included."""
    if field in RESULTS:
        return True
    assessment, _dot, rest = field.partition(".")
    subject, _dot, measure = rest.partition(".")
    if assessment == "internal":
        judged = any(measure == j or measure.startswith(f"{j}_") for j in JUDGEMENTS)
        return judged and subject in {*school_subjects().values()}
    if assessment == "eyfs":
        return measure == "outcome" and subject in early_years()
    return measure.startswith("ctf_")


def parser(assessment: str, subject: str, measure: str) -> Parser[Score]:
    """Give the parser of a result."""
    if assessment == "internal" or measure.startswith("ctf_"):
        return scores.anything
    if measure == "scaled_score":
        said = _("“{value}” is not a scaled score. Use {low} to {high} or a code.")
        return scores.number(*_SCALES[assessment], said)
    if measure == "raw_mark":
        said = _("“{value}” is not a mark. Use a whole number up to {high} or a code.")
        most = _CHECKS.get(assessment) or _MARKS.get(subject, _MOST_MARKS)
        return scores.number(1, most, said, codes_of=_codes_of(assessment))
    if measure == "outcome":
        said = _("“{value}” is not an outcome. Use a code such as AS or NS.")
        return scores.code(_codes_of(assessment), said)
    if measure == "teacher_assessment":
        said = _("“{value}” is not a teacher assessment. Use a code or a level.")
        return scores.level("teacher_assessment", said)
    if measure == "level":
        said = _("“{value}” is not a level. Use 4, a sub-level such as 4b, or a code.")
        return scores.level("test", said)
    return _of_number(assessment, subject, measure)


def _codes_of(assessment: str) -> codes.Kind:
    if assessment == "phonics":
        return "phonics"
    if assessment == "mtc":
        return "tables_check"
    return "early_years" if assessment == "eyfs" else "test"


def _of_number(assessment: str, subject: str, measure: str) -> Parser[Score]:
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
    if measure == "band":
        said = _("“{value}” is not a band. Use A, B, C or D.")
        return scores.band(said)
    said = _("“{value}” is not a standard age score. Use {low} to {high}.")
    # The mean of several scores need not be whole, nor are those of CEM.
    is_whole = subject not in {"mean", "overall"} and assessment not in {
        "midyis",
        "yellis",
    }
    low, high = _AGE_SCORES.get(assessment, _WIDEST)
    return scores.number(low, high, said, decimals=not is_whole)
