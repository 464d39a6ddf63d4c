import pytest

from gtregister.criteria.ks2_scaled_score import CRITERION
from gtregister.errors import UserError
from tests.criteria.given import evidence, result

READING, MATHS = "ks2.reading.scaled_score", "ks2.maths.scaled_score"


def judge(*results, subject="reading", at_least=110, near=2):
    given = evidence(*results)
    return CRITERION.judge(given, subject=subject, at_least=at_least, near=near)


@pytest.mark.parametrize(
    ("score", "met", "near"),
    [
        (120, True, False),
        (110, True, False),
        (109, False, True),
        (108, False, True),
        (107, False, False),
        (80, False, False),
    ],
)
def test_the_threshold_itself_is_met_and_two_points_below_are_near(score, met, near):
    finding = judge(result(READING, score))
    assert (finding.met, finding.near, finding.value) == (met, near, score)
    assert finding.reason == (f"KS2 reading score {score}; 110 or more is needed.")


def test_the_results_used_come_with_the_finding():
    reading, maths = result(READING, 115), result(MATHS, 99)
    assert judge(reading, maths).results == (reading,)
    assert judge(reading, maths, subject="reading_maths").results == (reading, maths)


def test_the_mean_of_reading_and_maths_may_be_half_a_point():
    finding = judge(result(READING, 115), result(MATHS, 104), subject="reading_maths")
    assert (finding.met, finding.near, finding.value) == (False, True, 109.5)
    assert "mean 109.5;" in finding.reason


def test_the_mean_needs_both_scores_and_says_which_is_missing():
    finding = judge(result(READING, 120), subject="reading_maths")
    assert finding.met is None
    assert finding.reason == "There is no KS2 maths score on file."


def test_the_mean_says_which_score_is_a_code():
    results = result(READING, 120), result(MATHS, "A")
    finding = judge(*results, subject="reading_maths")
    assert (finding.met, finding.value, finding.results) == (None, "A", results)
    assert finding.reason.startswith("There is no KS2 maths score: ")
    assert "the result is A" in finding.reason


def test_a_mean_without_any_score_is_missing_as_a_whole():
    finding = judge(subject="reading_maths")
    assert finding.met is None
    assert "no KS2 reading and maths mean" in finding.reason


@pytest.mark.parametrize("code", ["A", "N", "B", "X"])
def test_a_code_is_not_known_and_never_not_met(code):
    finding = judge(result(READING, code))
    assert (finding.met, finding.value, finding.near) == (None, code, False)
    assert f"the result is {code}" in finding.reason


def test_the_outcome_says_why_there_is_no_score():
    finding = judge(result("ks2.reading.outcome", "B"))
    assert (finding.met, finding.value) == (None, "B")


def test_the_latest_academic_year_wins():
    older, newer = result(READING, 118, 2023), result(READING, 101, 2024)
    assert judge(older, newer).results == (newer,)
    assert judge(newer, older).results == (newer,)


def test_a_later_code_takes_the_place_of_an_earlier_score():
    assert judge(result(READING, 118, 2023), result(READING, "A", 2024)).met is None


def test_a_level_a_raw_mark_and_another_test_are_never_taken_for_a_scaled_score():
    finding = judge(
        result("ks2.reading.level", 5),
        result("ks2.reading.raw_mark", 110),
        result("ks1.reading.scaled_score", 115),
    )
    assert finding.met is None


def test_a_threshold_outside_the_scale_is_refused():
    with pytest.raises(UserError, match="from 80 to 120"):
        judge(at_least=1100)
