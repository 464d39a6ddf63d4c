import pytest

from gtregister.importers.assigning import apart
from tests.importers.given import AISHA, NOAH, fields, read_rows, values

WHO = ["UPN", "Surname", "Forename"]
A, N = [AISHA, "Ahmed", "Aisha"], [NOAH, "Baker", "Noah"]


@pytest.mark.parametrize(
    ("labels", "named"),
    [
        (["Score", "Score", "score"], ["Score", "Score (2)", "score (3)"]),
        (["Score", "Score", "Score (2)"], ["Score", "Score (3)", "Score (2)"]),
        (["", "", "UPN"], ["", "", "UPN"]),
    ],
)
def test_columns_that_are_called_the_same_are_numbered(labels, named):
    assert apart(labels) == named


def test_a_person_can_say_of_each_what_it_is():
    rows = [[*WHO, "Score", "Score"], [*A, 112, 99], [*N, 101, 88]]
    assert "Score (2)" in read_rows(*rows).problems[0].text
    found = read_rows(
        *rows,
        format="ks2_wide",
        mapping={
            "Score": "ks2.reading.scaled_score",
            "score (2)": "ks2.maths.scaled_score",
        },
    )
    assert values(found.records[0]) == {
        "ks2.reading.scaled_score": "112",
        "ks2.maths.scaled_score": "99",
    }


def test_grades_of_two_columns_of_one_name_are_kept_apart():
    rows = [[*WHO, "Art", "Maths", "Maths"], [*A, 5, 4, 6], [*N, 5, 3, 7]]
    found = read_rows(*rows)
    assert values(found.records[0]) == {
        "internal.art.grade": "5",
        "internal.maths.grade": "4",
        "internal.maths.grade_column_2": "6",
    }


def test_grades_of_one_year_are_told_apart_by_what_the_headings_say():
    heads = ["Maths Autumn 1", "Maths AP2", "Maths Spring target", "Year 7 Maths"]
    found = read_rows([*WHO, *heads], [*A, 4, 5, 6, 7], [*N, 4, 5, 6, 7])
    assert [*values(found.records[0])] == [
        "internal.maths.grade_autumn_1",
        "internal.maths.grade_ap_2",
        "internal.maths.expected_spring",
        "internal.maths.grade",
    ]


def test_a_plain_level_counts_where_the_finer_one_is_blank():
    heads = [*WHO, "KS2 Maths level", "KS2 Maths sub-level"]
    for order in (1, -1):
        pairs = [[4, "4a"], [5, ""], ["", "3b"]]
        rows = [
            [*who, *pair[::order]] for who, pair in zip((A, N, A), pairs, strict=True)
        ]
        found = read_rows([*WHO, *heads[3:][::order]], *rows)
        told = [values(record)["ks2.maths.level"] for record in found.records]
        assert told == ["4a", "5", "3b"]
        assert [p.text for p in found.problems] == []


def test_levels_of_two_columns_may_both_be_chosen():
    rows = [[*WHO, "Lev", "Finer"], [*A, 4, "4a"], [*N, 5, ""]]
    chosen = {"Lev": "ks2.maths.level", "Finer": "ks2.maths.level"}
    found = read_rows(*rows, format="ks2_wide", mapping=chosen)
    assert [values(r)["ks2.maths.level"] for r in found.records] == ["4a", "5"]


def test_a_level_that_contradicts_the_finer_one_is_said():
    rows = [[*WHO, "KS2 Maths level", "KS2 Maths sub-level"], [*A, 5, "4a"]]
    [problem] = read_rows(*rows).problems
    assert (problem.level, problem.row) == ("look", 0)
    assert "In 1 row “KS2 Maths level” says something else" in problem.text


def test_what_a_second_column_of_one_field_says_else_is_said():
    rows = [[*WHO, "KS2 Reading SS", "KS2 Rdg SS"], [*A, 112, 99], [*N, 101, 101]]
    found = read_rows(*rows)
    assert "KS2 Rdg SS" not in fields(found)
    assert "In 1 row “KS2 Rdg SS”" in found.problems[0].text
