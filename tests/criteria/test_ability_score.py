import pytest

from gtregister.criteria.ability_score import CRITERION
from gtregister.errors import UserError
from tests.criteria.given import evidence, result


def cat4(verbal, quantitative, non_verbal, spatial, year=2024):
    scores = {
        "verbal": verbal,
        "quantitative": quantitative,
        "non_verbal": non_verbal,
        "spatial": spatial,
    }
    return [result(f"cat4.{name}.sas", score, year) for name, score in scores.items()]


def judge(*results, test="any", battery="mean", at_least=126, near=3):
    asked = {"test": test, "battery": battery, "at_least": at_least, "near": near}
    return CRITERION.judge(evidence(*results), **asked)


@pytest.mark.parametrize(
    ("score", "met", "near"),
    [
        (126, True, False),
        (125, False, True),
        (123, False, True),
        (122.9, False, False),
    ],
)
def test_the_threshold_itself_is_met_and_three_points_below_are_near(score, met, near):
    finding = judge(result("cat4.verbal.sas", score), test="cat4", battery="verbal")
    assert (finding.met, finding.near, finding.value) == (met, near, score)


def test_the_mean_is_that_of_the_four_batteries():
    finding = judge(*cat4(130, 126, 124, 125), test="cat4")
    assert (finding.met, finding.value) == (True, 126.25)
    assert len(finding.results) == 4
    assert finding.reason == "CAT4 mean score 126.25; 126 or more is needed."


def test_the_mean_that_the_file_states_goes_first():
    stated = result("cat4.mean.sas", 125)
    assert judge(*cat4(130, 126, 124, 125), stated, test="cat4").results == (stated,)


def test_a_retake_goes_before_the_stated_mean_of_an_earlier_year():
    stated = result("cat4.mean.sas", 140, 2022)
    assert judge(stated, *cat4(120, 120, 120, 120), test="cat4").value == 120


def test_three_batteries_have_no_mean():
    finding = judge(*cat4(130, 130, 130, 130)[:3], test="cat4")
    assert finding.met is None
    assert finding.reason == "There is no CAT4 spatial score on file."


def test_any_battery_is_the_highest_one():
    finding = judge(*cat4(99, 104, 127, 101), battery="any")
    assert (finding.met, finding.value) == (True, 127)
    assert "CAT4 non-verbal score 127; 126 or more" in finding.reason


def test_an_older_test_of_three_batteries_is_known_by_its_highest():
    assert judge(*cat4(99, 124, 101, 0)[:3], battery="any").met is False


def test_a_battery_missed_on_the_day_might_have_been_the_highest():
    finding = judge(*cat4(99, 104, 120, "A"), battery="any")
    assert (finding.met, finding.value) == (None, "A")
    assert finding.reason.startswith("There is no CAT4 spatial score: ")


def test_a_battery_missed_on_the_day_takes_nothing_from_one_that_is_high():
    assert judge(*cat4(99, 104, 126, "A"), battery="any").met is True


def test_any_test_is_the_one_the_pupil_took():
    overall = result("midyis.overall.sas", 128)
    assert judge(overall).results == (overall,)
    assert judge(overall, test="yellis").met is None


def test_without_a_score_of_any_test_it_is_not_known():
    finding = judge(result("cat4.verbal.stanine", 9), result("cat4.verbal.npr", 99))
    assert finding.met is None
    assert finding.reason == "None of the ability test scores asked for is on file."


def test_a_battery_that_the_test_lacks_is_refused():
    with pytest.raises(UserError, match="cat4 has no vocabulary score"):
        judge(test="cat4", battery="vocabulary")
