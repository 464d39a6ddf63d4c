import pytest

from gtregister.criteria.ks2_teacher_assessment import CRITERION
from tests.criteria.given import evidence, result


def judge(value, subject="writing", at_least_code="GDS"):
    given = evidence(result(f"ks2.{subject}.teacher_assessment", value))
    return CRITERION.judge(given, subject=subject, at_least_code=at_least_code)


@pytest.mark.parametrize(
    ("code", "at_least_code", "met"),
    [
        ("GDS", "GDS", True),
        ("EXS", "GDS", False),
        ("GDS", "EXS", True),
        ("EXS", "EXS", True),
        ("WTS", "EXS", False),
        ("PK6", "EXS", False),
        ("PK 1", "EXS", False),
        ("PKG", "EXS", False),
        ("BLW", "EXS", False),
        ("EM", "EXS", False),
        ("gds", "GDS", True),
    ],
)
def test_standards_have_an_order(code, at_least_code, met):
    finding = judge(code, at_least_code=at_least_code)
    assert (finding.met, finding.value) == (met, code)


@pytest.mark.parametrize(
    ("level", "at_least_code", "met"),
    [
        ("5", "5", True),
        ("5c", "5", True),
        ("4a", "5", False),
        ("6", "5", True),
        ("W", "4", False),
    ],
)
def test_levels_have_an_order_of_their_own(level, at_least_code, met):
    assert judge(level, at_least_code=at_least_code).met is met


@pytest.mark.parametrize(("value", "needed"), [("5", "GDS"), ("GDS", "5")])
def test_standards_and_levels_are_not_compared(value, needed):
    finding = judge(value, at_least_code=needed)
    assert finding.met is None
    assert f"cannot be compared with {needed}" in finding.reason


@pytest.mark.parametrize("code", ["A", "L", "Q", "XYZ", "7", "", "5+", "½"])
def test_an_unknown_code_is_not_known(code):
    assert judge(code).met is None


def test_science_has_only_met_and_not_met():
    assert judge("EXS", "science", "EXS").met is True
    assert judge("HNM", "science", "EXS").met is False


def test_another_subject_is_no_evidence():
    given = evidence(result("ks2.writing.teacher_assessment", "GDS"))
    finding = CRITERION.judge(given, subject="maths", at_least_code="EXS")
    assert finding.met is None
    assert finding.reason == "There is no KS2 teacher assessment in maths on file."
