"""Which held result a file speaks of: an amended one, or one of another sitting."""

import pytest

from gtregister.core.roll import sittings
from gtregister.core.roll.sittings import HeldResult, NewResult
from gtregister.importers import Result

DAY = "2025-10-01"


def said(assessment, year, value="112", *, day=None, worked_out=None):
    result = Result(assessment, year, "maths", "sas", value, None, "Maths", day)
    return NewResult(result, year or worked_out, 2)


def held(number, year, value="99", day=None):
    return HeldResult(number, year, day, value)


def found(result, *those):
    one = sittings.same(those, result)
    return one and one.result_id


@pytest.mark.parametrize("test", ["ks2", "cat4", "internal"])
def test_another_value_of_the_same_year_takes_the_place(test):
    assert found(said(test, 2025), held(1, 2024), held(2, 2025)) == 2


@pytest.mark.parametrize("test", ["ks2", "cat4", "internal"])
def test_a_stated_year_never_takes_the_place_of_another_year(test):
    assert found(said(test, 2025), held(1, 2024)) is None


@pytest.mark.parametrize("test", ["cat4", "internal"])
def test_a_result_without_a_year_does_not_overwrite_one_of_a_known_year(test):
    assert found(said(test, None), held(1, 2023)) is None


@pytest.mark.parametrize("test", ["ks2", "cat4", "internal"])
def test_a_result_without_a_year_that_says_the_same_is_known(test):
    assert found(said(test, None, "99"), held(1, 2023)) == 1


def test_a_test_that_is_sat_once_may_be_amended_without_a_year():
    assert found(said("ks2", None, worked_out=2024), held(1, 2023)) == 1
    assert found(said("ks2", 2024), held(1, None)) == 1


def test_the_same_year_goes_before_one_that_is_not_known():
    assert found(said("ks2", 2025), held(1, None), held(2, 2025)) == 2


def test_what_is_known_without_a_year_gets_the_year_that_is_stated():
    assert found(said("cat4", 2025, "99"), held(1, None)) == 1
    assert found(said("cat4", 2025), held(1, None)) is None


def test_two_tests_of_one_year_stand_beside_each_other():
    autumn = held(1, 2025, day=DAY)

    assert found(said("internal", 2025, day="2026-02-01"), autumn) is None
    assert found(said("internal", 2025), autumn) is None
    assert found(said("internal", 2025, day=DAY), autumn) == 1
    assert found(said("cat4", 2025), autumn) == 1
