"""Met by a high enough scaled score in the key stage 2 tests (80 to 120, from 2016)."""

from gtregister.criteria import Criterion, Evidence, Finding, thresholds
from gtregister.criteria.measures import newest
from gtregister.i18n import N_
from gtregister.options import choice, number


def judge(evidence: Evidence, subject: str, at_least: float, near: float) -> Finding:
    """Compare the latest scaled score, or the mean of two, with the threshold."""
    thresholds.require("at_least", at_least, 80, 120)
    key = ("ks2", subject, "scaled_score")
    return thresholds.at_least(newest(evidence.results), key, at_least, near)


CRITERION = Criterion(
    title=N_("KS2 scaled score"),
    options=(
        choice(
            "subject",
            N_("Subject"),
            [
                ("reading_maths", N_("mean of reading and maths")),
                ("reading", N_("reading")),
                ("maths", N_("maths")),
                ("gps", N_("grammar, punctuation and spelling")),
            ],
            "reading_maths",
        ),
        number("at_least", N_("At least"), 110),
        number("near", N_("Near miss (points below)"), 2),
    ),
    judge=judge,
)
