import pytest

from gtregister.criteria.ks2_level import CRITERION
from gtregister.errors import UserError
from tests.criteria.given import evidence, result


def judge(*results, subject="maths", at_least=5, near=0.25):
    given = evidence(*results)
    return CRITERION.judge(given, subject=subject, at_least=at_least, near=near)


@pytest.mark.parametrize(
    ("fine_level", "met", "near"),
    [(5, True, False), (4.99, False, True), (4.75, False, True), (4.74, False, False)],
)
def test_a_fine_level_is_compared_as_it_is(fine_level, met, near):
    finding = judge(result("ks2.maths.fine_level", fine_level, 2010))
    assert (finding.met, finding.near, finding.value) == (met, near, fine_level)


def test_points_are_six_to_a_level():
    finding = judge(result("ks2.maths.points", 26.28, 2010))
    assert finding.value == 4.38
    assert finding.reason == "KS2 maths level 4.38; 5 or more is needed."


def test_a_plain_level_counts_if_there_is_nothing_finer():
    level = result("ks2.maths.level", 5, 2010)
    assert judge(level).results == (level,)
    assert judge(level).met is True


def test_what_is_finer_goes_before_points_and_a_plain_level():
    level, points = result("ks2.maths.level", 5), result("ks2.maths.points", 29.4)
    fine = result("ks2.maths.fine_level", 4.8)
    assert judge(level, points).value == 4.9
    assert judge(level, points, fine).value == 4.8


def test_the_top_of_level_four_is_not_level_five():
    four_a = result("ks2.maths.level", 4 + 5 / 6)
    five_c = result("ks2.maths.level", 5 + 1 / 6)
    assert [judge(four_a).met, judge(five_c).met] == [False, True]


def test_the_mean_of_english_and_maths_takes_the_finest_of_each():
    fine, plain = result("ks2.english.fine_level", 5.4), result("ks2.maths.level", 5)
    finding = judge(fine, plain, subject="english_maths")
    assert (finding.value, finding.results) == (5.2, (fine, plain))


def test_the_mean_says_which_level_is_missing():
    finding = judge(result("ks2.english.level", 5), subject="english_maths")
    assert finding.met is None
    assert finding.reason == "There is no KS2 maths level on file."


@pytest.mark.parametrize("code", ["A", "N", "B", "D"])
def test_a_code_is_not_known(code):
    finding = judge(result("ks2.maths.level", code, 2010))
    assert (finding.met, finding.value) == (None, code)
    assert f"the result is {code}" in finding.reason


def test_a_code_in_place_of_points_is_named():
    finding = judge(result("ks2.maths.points", "A", 2010))
    assert finding.reason.startswith("There is no KS2 maths level: the result is A")


def test_scaled_scores_and_teacher_assessments_are_never_taken_for_a_level():
    finding = judge(
        result("ks2.maths.scaled_score", 115),
        result("ks2.maths.teacher_assessment", 5, 2010),
    )
    assert finding.met is None


def test_a_scaled_score_as_threshold_is_refused():
    with pytest.raises(UserError, match="from 1 to 7"):
        judge(at_least=110)
