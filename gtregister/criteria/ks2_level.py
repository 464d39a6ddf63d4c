"""Met by a high enough level in the key stage 2 tests (national curriculum, to 2015).

The finest measure on file counts: the fine level, else points divided by six, else the
level or sub-level. Teacher assessment is a criterion of its own.
"""

from gtregister.criteria import Criterion, Evidence, Finding, Result, thresholds
from gtregister.criteria.measures import LEVEL_SUBJECTS, Key, newest
from gtregister.criteria.measures import number as measured
from gtregister.i18n import N_
from gtregister.options import choice, number


def judge(evidence: Evidence, subject: str, at_least: float, near: float) -> Finding:
    """Compare the latest level, or the mean of two, with the threshold."""
    thresholds.require("at_least", at_least, 1, 7)
    kept = newest(evidence.results)
    _let_plain_levels_stand_in(kept)
    return thresholds.at_least(kept, ("ks2", subject, "fine_level"), at_least, near)


def _let_plain_levels_stand_in(kept: dict[Key, Result]) -> None:
    for subject in LEVEL_SUBJECTS:
        fine = ("ks2", subject, "fine_level")
        plain = kept.get(("ks2", subject, "level"))
        if plain is not None and measured(kept, fine) is None:
            kept[fine] = plain


CRITERION = Criterion(
    title=N_("KS2 level (tests to 2015)"),
    options=(
        choice(
            "subject",
            N_("Subject"),
            [
                ("english_maths", N_("mean of English and maths")),
                ("reading_maths", N_("mean of reading and maths")),
                ("english", N_("English")),
                ("reading", N_("reading")),
                ("writing", N_("writing")),
                ("gps", N_("grammar, punctuation and spelling")),
                ("maths", N_("maths")),
                ("science", N_("science")),
            ],
            "english_maths",
        ),
        number("at_least", N_("At least"), 5),
        number("near", N_("Near miss (levels below)"), 0.25),
    ),
    judge=judge,
)
