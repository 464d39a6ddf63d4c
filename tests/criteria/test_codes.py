import pytest

from gtregister import resources
from gtregister.criteria import codes, ks2_scaled_score
from tests.criteria.given import evidence, result


@pytest.mark.parametrize(
    ("field", "code", "words"),
    [
        ("ks2.maths.scaled_score", "A", "absent"),
        ("ks2.maths.scaled_score", "a", "absent"),
        ("ks2.maths.outcome", "NS", "did not achieve"),
        ("ks2.maths.scaled_score", "N", "no scaled score"),
        ("ks2.maths.level", "A", "absent"),
        ("ks2.maths.level", "W", "working towards level 1"),
        ("ks2.writing.teacher_assessment", "GDS", "greater depth"),
        ("ks2.writing.teacher_assessment", "PK 1", "pre-key stage standard 1"),
        ("ks2.writing.teacher_assessment", "W", "working towards level 1"),
        ("ks2.writing.teacher_assessment", "A", "assessed"),
    ],
)
def test_a_code_is_put_in_words(field, code, words):
    assert words in codes.meaning(result(field, code))


@pytest.mark.parametrize(
    ("field", "code"),
    [
        ("ks2.maths.scaled_score", "W"),
        ("ks2.maths.scaled_score", "½"),
        ("cat4.verbal.sas", "A"),
    ],
)
def test_a_code_of_another_era_or_test_has_no_words(field, code):
    assert codes.meaning(result(field, code)) == ""


def test_a_level_not_reached_is_never_called_a_missing_scaled_score():
    assert "scaled score" not in codes.meaning(result("ks2.maths.level", "N"))


def test_the_meaning_stands_in_the_reason():
    finding = ks2_scaled_score.CRITERION.judge(
        evidence(result("ks2.maths.scaled_score", "B")),
        **ks2_scaled_score.CRITERION.defaults() | {"subject": "maths"},
    )
    assert finding.reason == (
        "There is no KS2 maths score: the result is B,"
        " working below the level of the test."
    )


def test_without_the_table_a_code_stands_alone(tmp_path, monkeypatch):
    monkeypatch.setattr(resources, "ROOT", tmp_path)
    codes._meanings.cache_clear()
    assert codes.meaning(result("ks2.maths.scaled_score", "A")) == ""
    codes._meanings.cache_clear()
