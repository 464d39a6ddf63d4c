from itertools import pairwise

import pytest
from hypothesis import given as given_any
from hypothesis import strategies as st

from gtregister.criteria import Finding
from gtregister.criteria.routes import Clause, Route, combine, judge
from tests.criteria.given import evidence, result

MET, NOT_MET, NOT_KNOWN = Finding(True, "."), Finding(False, "."), Finding(None, ".")
NEAR = Finding(False, ".", near=True)

findings = st.lists(st.sampled_from([MET, NEAR, NOT_MET, NOT_KNOWN]), min_size=1)


def route(needs, *options):
    clauses = tuple(
        Clause("ks2_scaled_score", {"at_least": 110, "near": 2} | answers)
        for answers in options
    )
    return Route("r", "R", "gifted", None, "school", None, needs, clauses)


@pytest.mark.parametrize(
    ("least", "given", "outcome"),
    [
        # all of two
        (2, [MET, MET], "suggested"),
        (2, [MET, NEAR], "near_miss"),
        (2, [NEAR, NEAR], "near_miss"),
        (2, [MET, NOT_MET], "near_miss"),
        (2, [NEAR, NOT_MET], "not_suggested"),
        (2, [NOT_MET, NOT_MET], "not_suggested"),
        (2, [MET, NOT_KNOWN], "not_known"),
        (2, [NEAR, NOT_KNOWN], "not_suggested"),
        (2, [NOT_MET, NOT_KNOWN], "not_suggested"),
        (2, [NOT_KNOWN, NOT_KNOWN], "not_known"),
        # any of two
        (1, [MET, NOT_KNOWN], "suggested"),
        (1, [NEAR, NOT_KNOWN], "near_miss"),
        (1, [NOT_MET, NOT_KNOWN], "not_known"),
        (1, [NOT_MET, NOT_MET], "not_suggested"),
        # the only one
        (1, [NOT_MET], "not_suggested"),
        (1, [NEAR], "near_miss"),
        (1, [NOT_KNOWN], "not_known"),
        # at least two of three
        (2, [MET, NOT_MET, MET], "suggested"),
        (2, [MET, NOT_MET, NOT_MET], "near_miss"),
        (2, [MET, NOT_MET, NOT_KNOWN], "not_known"),
        (2, [NEAR, NOT_KNOWN, NOT_KNOWN], "not_known"),
        (2, [NOT_MET, NOT_MET, NOT_KNOWN], "not_suggested"),
    ],
)
def test_findings_come_to_an_outcome(least, given, outcome):
    assert combine(least, given) == outcome


@given_any(findings, st.integers(1, 4))
def test_what_is_suggested_stays_so_whatever_else_is_learnt(given, least):
    if combine(least, given) == "suggested":
        assert {combine(least, known) for known in _learnt(given)} == {"suggested"}


@given_any(findings, st.integers(1, 4))
def test_a_pupil_who_is_not_suggested_cannot_become_so_by_learning_more(given, least):
    if combine(least, given) == "not_suggested":
        learnt = {combine(least, known) for known in _learnt(given)}
        assert learnt <= {"not_suggested", "near_miss"}


@given_any(findings, st.integers(1, 4))
def test_a_near_miss_never_falls_back_by_learning_more(given, least):
    if combine(least, given) == "near_miss":
        learnt = {combine(least, known) for known in _learnt(given)}
        assert learnt <= {"near_miss", "suggested"}


@given_any(findings, st.integers(1, 4))
def test_not_known_means_that_what_is_missing_could_decide(given, least):
    if combine(least, given) == "not_known":
        best = [MET if finding.met is None else finding for finding in given]
        worst = [NOT_MET if finding.met is None else finding for finding in given]
        assert combine(least, best) == "suggested"
        assert combine(least, worst) != "suggested"


@given_any(findings, st.integers(1, 4))
def test_where_everything_is_known_nothing_is_not_known(given, least):
    known = [NOT_MET if finding.met is None else finding for finding in given]
    assert combine(least, known) != "not_known"


@given_any(findings, st.integers(1, 4))
def test_doing_better_never_makes_the_outcome_worse(given, least):
    order = ["not_suggested", "near_miss", "suggested"]
    known = [NOT_MET if finding.met is None else finding for finding in given]
    steps = [order.index(combine(least, better)) for better in _better(known)]
    assert all(before <= after for before, after in pairwise(steps))


@given_any(findings)
def test_all_and_any_are_those_of_three_valued_logic(given):
    met = [finding.met for finding in given]
    every = False if False in met else None if None in met else True
    some = True if True in met else None if None in met else False
    assert (combine(len(given), given) == "suggested") is (every is True)
    assert (combine(len(given), given) == "not_known") <= (every is None)
    assert (combine(1, given) == "suggested") is (some is True)
    assert (combine(1, given) == "not_suggested") <= (some is False)


def _learnt(given):
    """Every way of learning the first thing that is not known."""
    for place, finding in enumerate(given):
        if finding.met is None:
            for known in (MET, NEAR, NOT_MET):
                yield [*given[:place], known, *given[place + 1 :]]
            return
    yield given


def _better(given):
    """The same findings, with one after another raised a step at a time."""
    now = list(given)
    yield now
    for place, finding in enumerate(given):
        for step in (NEAR, MET)[finding.near :] if not finding.met else ():
            now = [*now[:place], step, *now[place + 1 :]]
            yield now


@pytest.mark.parametrize(
    ("needs", "least"), [("all", 3), ("any", 1), ("at least 1", 1), ("at least 2", 2)]
)
def test_a_route_says_how_many_criteria_it_needs(needs, least):
    assert route(needs, *[{"subject": "maths"}] * 3).least == least


def test_a_pupil_is_judged_by_every_clause_of_a_route():
    both = route("all", {"subject": "reading"}, {"subject": "maths"})
    outcome = judge(
        both,
        evidence(
            result("ks2.reading.scaled_score", 115),
            result("ks2.maths.scaled_score", 109),
        ),
    )
    assert outcome.outcome == "near_miss"
    assert [finding.met for finding in outcome.findings] == [True, False]


def test_a_pupil_without_results_is_not_known():
    assert judge(route("all", {"subject": "maths"}), evidence()).outcome == "not_known"
