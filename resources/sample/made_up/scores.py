"""Results that hang together: one ability behind every test, and chance beside it.

Each pupil's chance is seeded by their number, so that two files that speak of the same
test say the same.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from random import Random
from statistics import NormalDist

from made_up import SEED
from made_up.pupils import Pupil

KS2_MEAN, KS2_SPREAD = 104.8, 8.5
LEVEL_MEAN, LEVEL_SPREAD = 4.85, 0.6
# How far ability, beside chance, decides a result (a correlation).
KS2_LOADING, LEVEL_LOADING = 0.85, 0.85
CAT4_LOADING = {"verbal": 0.85, "quantitative": 0.85, "non_verbal": 0.8, "spatial": 0.7}
# What English as an additional language changes, in standard deviations.
EAL_SHIFT = {"reading": -0.15, "maths": 0.1, "verbal": -0.3}

# Invented, roughly as in real years: (scaled score, raw mark), straight lines between.
MARKS = {
    "reading": ((80, 3), (100, 25), (110, 36), (120, 50)),
    "gps": ((80, 5), (100, 36), (110, 52), (120, 70)),
    "maths": ((80, 6), (100, 57), (110, 87), (120, 110)),
}
PAPERS = {"reading": (50,), "gps": (50, 20), "maths": (40, 35, 35)}
BELOW_THE_TEST = -2.3  # an ability under which a pupil is not entered
ABSENT = 0.004  # the chance to miss one test

STANINE_FROM = (74, 82, 89, 97, 104, 112, 119, 127)


@dataclass(frozen=True, slots=True)
class Test:
    """One key stage 2 test: a scaled score, or a code in its place (N, A or B)."""

    scaled: int | None
    code: str = ""
    papers: Sequence[int] = ()

    @property
    def cell(self) -> int | str:
        """The scaled score, or the code that stands where it would stand."""
        return self.code if self.scaled is None else self.scaled

    @property
    def outcome(self) -> str:
        """AS or NS (the standard is met or not); A or B if the test was not sat."""
        if self.scaled is None:
            return "NS" if self.code == "N" else self.code
        return "AS" if self.scaled >= 100 else "NS"

    @property
    def progress(self) -> int:
        """The points of the progress measure: near the scaled score, never it."""
        if self.scaled is None:
            return 79 if self.code == "N" else 71
        return self.scaled + (2 if sum(self.papers) % 2 else -1)

    @property
    def mark(self) -> int | None:
        """The raw mark, None if the test was not sat."""
        return sum(self.papers) if self.papers else None


@dataclass(frozen=True, slots=True)
class KeyStage2:
    """One pupil's results; `tests` are those of reading, gps and maths.

    `pre_key_stage` is the teacher assessment of those who could not sit the tests.
    """

    tests: Mapping[str, Test]
    writing: str
    science: str
    pre_key_stage: str | None


def chance_of(pupil: Pupil, test: str) -> Random:
    """Give the chance that goes with one pupil and one test."""
    return Random(f"{SEED} {test} {pupil.upn}")


def _drawn(chance: Random, pupil: Pupil, loading: float, subject: str = "") -> float:
    shift = EAL_SHIFT.get(subject, 0.0) if pupil.eal else 0.0
    alone = chance.gauss(0, 1) * math.sqrt(1 - loading**2)
    return loading * pupil.ability + alone + shift


def ks2(pupil: Pupil) -> KeyStage2:
    """Make the results of a pupil's tests and teacher assessments at age eleven."""
    chance = chance_of(pupil, "ks2")
    tests = {subject: _test(chance, pupil, subject) for subject in MARKS}
    writing = _drawn(chance, pupil, KS2_LOADING, "reading")
    science = _drawn(chance, pupil, KS2_LOADING)
    below = f"PK{chance.randint(2, 6)}" if pupil.ability < BELOW_THE_TEST else None
    return KeyStage2(
        tests=tests,
        writing=below
        or ("GDS" if writing > 1.1 else "EXS" if writing > -0.6 else "WTS"),
        science="EXS" if science > -0.9 and not below else "HNM",
        pre_key_stage=below,
    )


def _test(chance: Random, pupil: Pupil, subject: str) -> Test:
    number = KS2_MEAN + KS2_SPREAD * _drawn(chance, pupil, KS2_LOADING, subject)
    if pupil.ability < BELOW_THE_TEST:
        return Test(None, "B")
    if chance.random() < ABSENT:
        return Test(None, "A")
    if number < 83:
        return Test(None, "N", _papers(subject, 2))
    scaled = min(120, round(number))
    return Test(scaled, "", _papers(subject, _mark(subject, scaled)))


def _mark(subject: str, scaled: int) -> int:
    points = MARKS[subject]
    for (low, from_mark), (high, to_mark) in pairwise(points):
        if scaled <= high:
            share = (scaled - low) / (high - low)
            return round(from_mark + share * (to_mark - from_mark))
    raise ValueError(scaled)


def _papers(subject: str, mark: int) -> Sequence[int]:
    """Share a raw mark out over the papers of a test by what each can give."""
    papers: list[int] = []
    most = sum(PAPERS[subject])
    for paper in PAPERS[subject]:
        papers.append(round((mark - sum(papers)) * paper / most))
        most -= paper
    return papers


def cat4(pupil: Pupil) -> dict[str, int]:
    """Make the standard age scores of the four batteries and their mean."""
    chance = chance_of(pupil, "cat4")
    scores = {
        battery: _sas(_drawn(chance, pupil, loading, battery))
        for battery, loading in CAT4_LOADING.items()
    }
    return scores | {"mean": round(sum(scores.values()) / len(scores))}


def _sas(drawn: float) -> int:
    return min(141, max(59, round(100 + 15 * drawn)))


def rank(sas: int) -> int:
    """Turn a standard age score into a national percentile rank, 1 to 99."""
    return min(99, max(1, round(100 * NormalDist(100, 15).cdf(sas))))


def stanine(sas: int) -> int:
    """Turn a standard age score into a stanine, 1 to 9."""
    return 1 + sum(sas >= start for start in STANINE_FROM)


def fine_level(chance: Random, pupil: Pupil) -> float:
    """Make a result of the years before 2016: 2.5 to 6.5, two decimal places."""
    drawn = LEVEL_MEAN + LEVEL_SPREAD * _drawn(chance, pupil, LEVEL_LOADING)
    return round(min(6.5, max(2.5, drawn)), 2)
