from fractions import Fraction

import pytest
from hypothesis import given as given_any
from hypothesis import strategies as st

from gtregister.criteria.top_of_year import CRITERION
from gtregister.errors import UserError
from tests.criteria.given import evidence, result

MATHS = ("ks2", "maths", "scaled_score")
FIELD = "ks2.maths.scaled_score"


def judge(score, cohort, percent=10, near=2.5):
    given = evidence(result(FIELD, score), cohort={MATHS: sorted(map(float, cohort))})
    return CRITERION.judge(given, measure=FIELD, percent=percent, near=near)


@pytest.mark.parametrize(
    ("score", "rank", "met", "near"),
    [
        (120, 1, True, False),
        (111, 10, True, False),
        (110, 11, False, True),
        (109, 12, False, True),
        (108, 13, False, False),
    ],
)
def test_a_hundred_pupils_have_ten_places_and_two_near_ones(score, rank, met, near):
    finding = judge(score, range(21, 121))
    assert (finding.met, finding.near, finding.value) == (met, near, score)
    assert finding.reason == (
        f"KS2 maths score {score}, place {rank} of 100 in the year"
        f" group: {'in' if met else 'not in'} the top 10 %."
    )


def test_a_whole_number_of_places_is_not_lost_to_binary_fractions():
    # 32.3 % of 1,000 is 323; the computer's own product is a little less.
    places = range(1, 1001)
    assert judge(678, places, percent=32.3, near=0).met is True
    assert judge(677, places, percent=32.3, near=0).met is False


def test_equal_scores_share_the_better_place():
    cohort = [118] * 3 + [100] * 7
    assert judge(118, cohort).met is True
    assert "place 1 of 10" in judge(118, cohort).reason
    assert "place 4 of 10" in judge(100, cohort).reason


def test_nobody_is_in_the_top_tenth_of_five_pupils():
    assert judge(120, [120, 110, 100, 90, 85]).met is False


def test_only_pupils_with_a_score_are_counted():
    assert "place 1 of 2 in" in judge(120, [120, 99]).reason


@given_any(
    st.lists(st.integers(80, 120), min_size=1, max_size=60),
    st.decimals("0.1", "100", places=1),
)
def test_the_edge_is_exact_for_every_percentage(scores, percent):
    score = scores[0]
    higher = sum(other > score for other in scores)
    exactly = Fraction(100 * (1 + higher)) <= Fraction(percent) * len(scores)
    assert judge(score, scores, float(percent)).met is exactly


@given_any(st.lists(st.integers(80, 120), min_size=1, max_size=60))
def test_a_higher_score_is_met_if_a_lower_one_is(scores):
    met = [judge(score, scores, 30).met for score in sorted(scores)]
    assert met == sorted(met)


def test_a_derived_mean_is_ranked_among_the_means_of_the_year():
    key = ("ks2", "reading_maths", "scaled_score")
    given = evidence(
        result("ks2.reading.scaled_score", 115),
        result("ks2.maths.scaled_score", 110),
        cohort={key: [90.0, 100.0, 112.5, 113.0]},
    )
    finding = CRITERION.judge(given, measure=".".join(key), percent=50, near=0)
    assert (finding.met, finding.value, len(finding.results)) == (True, 112.5, 2)
    assert "mean 112.5, place 2 of 4" in finding.reason


def test_a_code_is_not_known():
    finding = judge("A", range(80, 120))
    assert (finding.met, finding.value) == (None, "A")


def test_a_pupil_without_a_year_group_is_not_known():
    others = {tuple(FIELD.split(".")): [100.0, 110.0]}
    given = evidence(result(FIELD, 120), year_group=None, cohort=others)
    finding = CRITERION.judge(given, measure=FIELD, percent=10, near=2)
    assert finding.met is None
    assert "no year group" in finding.reason


def test_levels_are_not_ranked_among_scaled_scores():
    given = evidence(result("ks2.maths.fine_level", 5.5), cohort={MATHS: [99.0]})
    finding = CRITERION.judge(given, measure=FIELD, percent=10, near=2)
    assert finding.met is None


@pytest.mark.parametrize("percent", [0, -1, 101])
def test_a_share_of_nothing_or_of_more_than_all_is_refused(percent):
    with pytest.raises(UserError, match="percent is"):
        judge(110, [110], percent=percent)
