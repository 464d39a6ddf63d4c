"""Met by a place in the top so many per cent of the pupil's own year group.

Pupils with equal scores share the better place. Only pupils with a score are counted.
"""

from bisect import bisect_right

from gtregister.criteria import Criterion, Evidence, Finding, thresholds
from gtregister.criteria.measures import newest, used
from gtregister.criteria.measures import number as measured
from gtregister.criteria.names import NAMES, name
from gtregister.i18n import N_, _
from gtregister.options import choice, number

_KEYS = {".".join(key): key for key in NAMES}


def judge(evidence: Evidence, measure: str, percent: float, near: float) -> Finding:
    """Rank the pupil's number among those of the year group."""
    thresholds.require("percent", percent, 0.1, 100)
    key = _KEYS[measure]
    kept = newest(evidence.results)
    score = measured(kept, key)
    if score is None:
        return thresholds.not_known(kept, key)
    cohort = evidence.cohort.get(key, ())
    if evidence.year_group is None or not cohort:
        reason = _("{measure} {score}, but there is no year group to rank it in.")
        said = reason.format(measure=name(key), score=thresholds.figure(score))
        return Finding(None, said, score, used(kept, key))
    rank = 1 + len(cohort) - bisect_right(cohort, score)
    met = _is_in_top(rank, len(cohort), percent)
    reason = (
        _(
            "{measure} {score}, place {rank} of {count} in the year group: in "
            "the top {percent} %."
        )
        if met
        else _(
            "{measure} {score}, place {rank} of {count} in the year group: not "
            "in the top {percent} %."
        )
    ).format(
        measure=name(key),
        score=thresholds.figure(score),
        rank=thresholds.figure(rank),
        count=thresholds.figure(len(cohort)),
        percent=thresholds.figure(percent),
    )
    is_near = not met and _is_in_top(rank, len(cohort), percent + near)
    return Finding(met, reason, score, used(kept, key), is_near)


def _is_in_top(rank: int, count: int, percent: float) -> bool:
    # Rounded, as 2.3 times 1000 is a little less than 2300 in binary fractions.
    return rank * 100 <= round(percent * count, 6)


CRITERION = Criterion(
    title=N_("Top of the year group"),
    options=(
        choice(
            "measure",
            N_("Measure"),
            [(field, NAMES[key]) for field, key in _KEYS.items()],
            "ks2.reading_maths.scaled_score",
        ),
        number("percent", N_("Top per cent"), 10),
        number("near", N_("Near miss (per cent further down)"), 2.5),
    ),
    judge=judge,
)
