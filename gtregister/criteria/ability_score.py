"""Met by a high enough score in an ability test: CAT4, MidYIS or Yellis.

Their scores have the same scale, with a mean of 100 and a standard deviation of 15.
"""

from collections.abc import Mapping
from functools import cache

from gtregister.criteria import Criterion, Evidence, Finding, Result, thresholds
from gtregister.criteria.measures import CAT4_BATTERIES, Key, newest, used
from gtregister.criteria.measures import number as measured
from gtregister.criteria.names import name
from gtregister.errors import UserError
from gtregister.i18n import N_, _
from gtregister.options import choice, number

_CEM_SCORES = ("vocabulary", "maths", "non_verbal", "skills", "overall")
_SCORES: Mapping[str, tuple[str, ...]] = {
    "cat4": (*CAT4_BATTERIES, "mean"),
    "midyis": _CEM_SCORES,
    "yellis": _CEM_SCORES,
}


def judge(
    evidence: Evidence, test: str, battery: str, at_least: float, near: float
) -> Finding:
    """Compare the score asked for, or the highest of several, with the threshold."""
    thresholds.require("at_least", at_least, 40, 160)
    keys = _keys(test, battery)
    kept = newest(evidence.results)
    if len(keys) == 1:
        return thresholds.at_least(kept, keys[0], at_least, near)
    scores = {key: measured(kept, key) for key in keys}
    known = [(score, key) for key, score in scores.items() if score is not None]
    coded = [key for key in keys if any(r.number is None for r in used(kept, key))]
    highest, key = max(known, default=(0.0, keys[0]), key=lambda pair: pair[0])
    if coded and highest < at_least:
        # The score that a code stands for might have been the highest.
        return thresholds.not_known(kept, coded[0])
    if not known:
        return Finding(None, _("None of the ability test scores asked for is on file."))
    return _highest(kept, key, highest, at_least, near)


def _highest(
    kept: Mapping[Key, Result], key: Key, score: float, at_least: float, near: float
) -> Finding:
    reason = _("Highest: {measure} {score}; {least} or more is needed.").format(
        measure=name(key),
        score=thresholds.figure(score),
        least=thresholds.figure(at_least),
    )
    return thresholds.compared(reason, score, used(kept, key), at_least, near)


@cache
def _keys(test: str, battery: str) -> tuple[Key, ...]:
    """List the scores that an answer to both options names."""
    tests = _SCORES if test == "any" else (test,)
    wanted = ("mean", "overall") if battery == "mean" else (battery,)
    keys = tuple(
        (assessment, score, "sas")
        for assessment in tests
        for score in _SCORES[assessment]
        if battery == "any" or score in wanted
    )
    if not keys:
        said = _("{test} has no {battery} score; choose another battery or test.")
        raise UserError(said.format(test=test, battery=battery), "battery")
    return keys


CRITERION = Criterion(
    title=N_("Ability test score"),
    options=(
        choice(
            "test",
            N_("Test"),
            [
                ("any", N_("any ability test")),
                ("cat4", "CAT4"),
                ("midyis", "MidYIS"),
                ("yellis", "Yellis"),
            ],
            "any",
        ),
        choice(
            "battery",
            N_("Battery"),
            [
                ("mean", N_("mean or overall score")),
                ("any", N_("highest battery")),
                ("verbal", N_("verbal")),
                ("quantitative", N_("quantitative")),
                ("non_verbal", N_("non-verbal")),
                ("spatial", N_("spatial")),
                ("vocabulary", N_("vocabulary")),
                ("maths", N_("maths")),
                ("skills", N_("skills")),
            ],
            "mean",
        ),
        number("at_least", N_("At least"), 126),
        number("near", N_("Near miss (points below)"), 3),
    ),
    judge=judge,
)
