"""What every policy that ships with the program promises."""

import pytest

from gtregister.criteria.policy_document import parse, presets
from gtregister.criteria.policy_in_words import describe
from gtregister.criteria.routes import criteria, judge
from tests.criteria.given import evidence, referral, result

PRESETS = presets()


@pytest.fixture(params=PRESETS)
def key(request):
    return request.param


@pytest.fixture
def policy(key):
    return parse(PRESETS[key])


def test_the_three_of_the_house_are_there():
    assert set(PRESETS) >= {"eic", "high-prior-attainers", "nagty-era"}


def test_it_says_what_it_is_and_of_which_results_it_speaks(policy):
    assert policy.name
    assert policy.about.endswith(".")
    assert policy.era


def test_every_option_is_written_out_for_the_next_person_to_change(key):
    for route in parse(PRESETS[key]).routes:
        for clause in route.clauses:
            for option in criteria()[clause.criterion].options:
                assert f"\n{option.key} = " in PRESETS[key]


def test_it_can_be_put_in_words(policy):
    lines = describe(policy, {})
    assert policy.name in lines
    assert len([line for line in lines if line.startswith("  - ")]) == sum(
        len(route.clauses) for route in policy.routes
    )


def test_a_pupil_of_whom_nothing_is_known_is_never_suggested(policy):
    outcomes = [judge(route, evidence()).outcome for route in policy.routes]
    assert set(outcomes) <= {"not_known", "not_suggested"}


def test_high_prior_attainers_are_those_with_a_mean_of_110():
    (route,) = parse(PRESETS["high-prior-attainers"]).routes
    outcomes = [
        judge(route, _scores(reading, maths)).outcome
        for reading, maths in [
            (115, 105),
            (114, 105),
            (107, 109),
            (107, 108),
            (120, "A"),
        ]
    ]
    assert outcomes == [
        *("suggested", "near_miss", "near_miss"),
        *("not_suggested", "not_known"),
    ]


def test_excellence_in_cities_finds_the_gifted_by_rank_and_the_talented_by_referral():
    gifted, talented = parse(PRESETS["eic"]).routes
    means = {("ks2", "reading_maths", "scaled_score"): [*([100.0] * 9), 112.0]}
    first = evidence(
        *_scores(112, 112).results, referrals=[referral(subject="Drama")], cohort=means
    )
    assert judge(gifted, first).outcome == "suggested"
    assert judge(talented, first).outcome == "suggested"
    second = evidence(
        *_scores(100, 100).results, referrals=[referral(subject="maths")], cohort=means
    )
    assert judge(gifted, second).outcome == "not_suggested"
    assert judge(talented, second).outcome == "not_suggested"


def test_the_nagty_era_is_labelled_historical_and_not_official():
    policy = parse(PRESETS["nagty-era"])
    assert policy.about.startswith("Historical.")
    assert "no copy of their official thresholds" in policy.about
    assert {route.scope for route in policy.routes} == {"national"}


@pytest.mark.parametrize(
    ("given", "outcome"),
    [
        (evidence(result("cat4.verbal.sas", 126)), "suggested"),
        (evidence(result("yellis.overall.sas", 125)), "near_miss"),
        (evidence(referrals=[referral(by="A"), referral(by="B")]), "suggested"),
        (evidence(referrals=[referral(by="A")]), "near_miss"),
        (evidence(referrals=[referral("parent", by="A")]), "not_known"),
    ],
)
def test_any_one_sign_is_enough_in_the_nagty_era(given, outcome):
    (route,) = parse(PRESETS["nagty-era"]).routes
    assert judge(route, given).outcome == outcome


def _scores(reading, maths):
    return evidence(
        result("ks2.reading.scaled_score", reading),
        result("ks2.maths.scaled_score", maths),
    )
