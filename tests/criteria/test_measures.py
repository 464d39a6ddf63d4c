import pytest

from gtregister.criteria.measures import (
    CAT4_BATTERIES,
    RULES,
    measures,
    newest,
    number,
    used,
)
from gtregister.criteria.names import NAMES
from tests.criteria.given import result

FIELD = "ks2.maths.scaled_score"

READING = result("ks2.reading.scaled_score", 115)
MATHS = result("ks2.maths.scaled_score", 110)


def test_a_pupil_has_what_is_stored_and_what_follows_from_it():
    assert measures([READING, MATHS, result("ks2.gps.scaled_score", "A")]) == {
        ("ks2", "reading", "scaled_score"): 115,
        ("ks2", "maths", "scaled_score"): 110,
        ("ks2", "reading_maths", "scaled_score"): 112.5,
    }


def test_a_mean_of_derived_levels_follows_too():
    points = [result("ks2.reading.points", 33), result("ks2.maths.points", 27)]
    found = measures(points)
    assert found["ks2", "reading", "fine_level"] == 5.5
    assert found["ks2", "reading_maths", "fine_level"] == 5


def test_a_later_code_leaves_no_number():
    late = result("ks2.reading.scaled_score", "A", 2025)
    assert measures([late, READING, MATHS]) == {("ks2", "maths", "scaled_score"): 110}


def test_a_result_of_an_unknown_year_gives_way_to_a_dated_one():
    undated = result("ks2.reading.scaled_score", 90, None)
    assert measures([READING, undated]) == measures([undated, READING])


def test_points_and_fine_level_of_the_same_mark_rank_alike():
    points = measures([result("ks2.maths.points", 26.28)])
    fine = measures([result("ks2.maths.fine_level", 4.38)])
    key = ("ks2", "maths", "fine_level")
    assert points[key] == fine[key]


def test_a_stated_mean_that_is_a_code_stands_if_the_parts_are_missing():
    code = result("cat4.mean.sas", "A")
    kept = newest([code])
    key = ("cat4", "mean", "sas")
    assert (number(kept, key), used(kept, key)) == (None, (code,))


@pytest.mark.parametrize("key", RULES)
def test_parts_stand_before_what_is_derived_from_them(key):
    order = list(RULES)
    parts = [part for part in RULES[key].parts if part in RULES]
    assert all(order.index(part) < order.index(key) for part in parts)


@pytest.mark.parametrize("key", RULES)
def test_every_derived_measure_has_a_name(key):
    assert key in NAMES


@pytest.mark.parametrize("key", RULES)
def test_what_one_criterion_finds_is_what_the_cohort_holds(key):
    leaves = [leaf for part in RULES[key].parts for leaf in _leaves(part)]
    results = [result(".".join(leaf), 20 + n) for n, leaf in enumerate(leaves)]
    assert measures(results)[key] == number(newest(results), key)
    assert list(used(newest(results), key)) == results


def _leaves(key):
    if key not in RULES:
        return [key]
    return [leaf for part in RULES[key].parts for leaf in _leaves(part)]


def test_of_two_results_of_one_year_the_later_stored_counts():
    same = [result(FIELD, 100), result(FIELD, 104)]
    assert measures(same) == {tuple(FIELD.split(".")): 104}


def test_a_stated_mean_stands_while_any_of_its_parts_is_as_old():
    batteries = [result(f"cat4.{part}.sas", 90, 2023) for part in CAT4_BATTERIES[1:]]
    newer = result(f"cat4.{CAT4_BATTERIES[0]}.sas", 130, 2025)
    stated = result("cat4.mean.sas", 95, 2024)

    assert measures([*batteries, newer, stated])["cat4", "mean", "sas"] == 95


def test_a_stated_mean_gives_way_once_all_its_parts_are_newer():
    batteries = [result(f"cat4.{part}.sas", 100, 2025) for part in CAT4_BATTERIES]
    stated = result("cat4.mean.sas", 95, 2024)

    assert measures([*batteries, stated])["cat4", "mean", "sas"] == 100
