"""Met by a good enough teacher assessment at the end of key stage 2.

Standards (from 2016: GDS, EXS, WTS …) and levels (to 2015: 6, 5, 4 …) have an order
each, and are never compared with each other.
"""

from typing import Literal

from gtregister.criteria import Criterion, Evidence, Finding, Result
from gtregister.criteria.codes import meaning
from gtregister.criteria.measures import newest
from gtregister.i18n import N_, _, translated
from gtregister.options import choice

Era = Literal["standards", "levels"]

# The pre-key-stage standards of 2016 to 2018 (PKF to PKG) and the later ones (PK1 to
# PK6) took each other's place; science has only HNM and EXS.
_STANDARDS = (
    *("BLW", "EM", "PKF", "PKE", "PKG", "PK1", "PK2", "PK3", "PK4", "PK5", "PK6"),
    *("HNM", "WTS", "EXS", "GDS"),
)
_RANKS = {code: rank for rank, code in enumerate(_STANDARDS)}
_SUBLEVELS = {"": 0.0, "C": 1 / 6, "B": 3 / 6, "A": 5 / 6}

_SUBJECTS = {
    "writing": N_("KS2 teacher assessment in writing"),
    "reading": N_("KS2 teacher assessment in reading"),
    "maths": N_("KS2 teacher assessment in maths"),
    "science": N_("KS2 teacher assessment in science"),
    "english": N_("KS2 teacher assessment in English"),
}


def judge(evidence: Evidence, subject: str, at_least_code: str) -> Finding:
    """Compare the latest teacher assessment with the standard or level needed."""
    measure = translated(_SUBJECTS[subject])
    key = ("ks2", subject, "teacher_assessment")
    result = newest(evidence.results).get(key)
    if result is None:
        return Finding(
            None, _("There is no {measure} on file.").format(measure=measure)
        )
    placed, needed = _place(result.value), _place(at_least_code)
    if placed is None or needed is None or placed[0] != needed[0]:
        return _not_known(measure, result, at_least_code)
    reason = _("The {measure} is {code}; {needed} or better is needed.").format(
        measure=measure, code=result.value, needed=at_least_code
    )
    return Finding(placed[1] >= needed[1], reason, result.value, (result,))


def _place(value: str) -> tuple[Era, float] | None:
    """Put a code in the order of its era; None for one that is not an assessment."""
    code = value.upper().replace(" ", "")
    if code in _RANKS:
        return "standards", _RANKS[code]
    if code == "W":
        return "levels", 0
    if code[:1] in {"1", "2", "3", "4", "5", "6"} and code[1:] in _SUBLEVELS:
        return "levels", int(code[0]) + _SUBLEVELS[code[1:]]
    return None


def _not_known(measure: str, result: Result, needed: str) -> Finding:
    words = meaning(result)
    reason = (
        _("The {measure} is {code}, {meaning}; it cannot be compared with {needed}.")
        if words
        else _("The {measure} is {code}; it cannot be compared with {needed}.")
    ).format(measure=measure, code=result.value, meaning=words, needed=needed)
    return Finding(None, reason, result.value, (result,))


CRITERION = Criterion(
    title=N_("KS2 teacher assessment"),
    options=(
        choice(
            "subject",
            N_("Subject"),
            [
                ("writing", N_("writing")),
                ("reading", N_("reading")),
                ("maths", N_("maths")),
                ("science", N_("science")),
                ("english", N_("English (levels only)")),
            ],
            "writing",
        ),
        choice(
            "at_least_code",
            N_("At least"),
            [
                ("GDS", N_("GDS: greater depth")),
                ("EXS", N_("EXS: expected standard")),
                ("6", N_("level 6 (to 2015)")),
                ("5", N_("level 5 (to 2015)")),
                ("4", N_("level 4 (to 2015)")),
            ],
            "GDS",
        ),
    ),
    judge=judge,
)
