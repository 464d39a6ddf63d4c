from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gtregister.importers import codes, fields

CELLS = st.one_of(
    st.text(max_size=8),
    st.integers(-200, 200),
    st.floats(-200, 200, allow_nan=False),
    st.booleans(),
    st.dates(),
    st.none(),
    st.sampled_from(
        ("112+", "112*", "N", "4b", "GDS", "PK 1", "#N/A", "0", "1 05", "-")
    ),
)


def parse(field, cell):
    return fields.of_result(*field.split("."))(cell)


def level_of(trouble):
    return trouble and trouble.level


@pytest.mark.parametrize(
    ("cell", "value", "number"),
    [
        *((80, "80", 80), (120, "120", 120), ("105", "105", 105), (118.0, "118", 118)),
        *((" 105 ", "105", 105), ("118.0", "118", 118), ("112+", "112+", 112)),
        *(("N", "N", None), ("a", "a", None), ("AS", "AS", None), ("NS+", "NS+", None)),
    ],
)
def test_a_scaled_score_or_a_code_is_kept_as_written(cell, value, number):
    assert parse("ks2.reading.scaled_score", cell) == ((value, number), None)


@pytest.mark.parametrize("cell", ["", None, " ", 0, "0", 0.0, "00", "-", "–", "."])
def test_nothing_and_nought_leave_no_result(cell):
    assert parse("ks2.reading.scaled_score", cell) == (None, None)


@pytest.mark.parametrize(
    "cell",
    [
        *(79, 121, 105.5, "1 05", "1O5", "-105", "1e2", "105,5", "0105", "²", "١٠٥"),
        *(date(2025, 5, 1), True, "moved here in May", "112++", "100-120", "112**"),
    ],
)
def test_what_cannot_be_a_scaled_score_is_left_out(cell):
    score, trouble = parse("ks2.reading.scaled_score", cell)
    assert score is None
    assert level_of(trouble) == "problem"


@pytest.mark.parametrize("cell", ["ZZ", "112*", "GDS", "PK1", "IN", "W9"])
def test_an_unknown_code_is_kept_but_is_never_a_number(cell):
    (value, number), trouble = parse("ks2.reading.scaled_score", cell)
    assert (value, number, level_of(trouble)) == (cell, None, "look")


@pytest.mark.parametrize("cell", ["#N/A", "#REF!", "#DIV/0!"])
def test_an_error_of_excel_is_looked_at_and_is_no_value(cell):
    score, trouble = parse("ks2.reading.scaled_score", cell)
    assert (score, level_of(trouble)) == (None, "look")


@pytest.mark.parametrize(
    ("field", "cell", "number"),
    [
        ("ks2.maths.level", "4b", 4.5),
        ("ks2.maths.level", "5C", 5 + 1 / 6),
        ("ks2.maths.level", "3a", 3 + 5 / 6),
        ("ks2.maths.level", 4, 4),
        ("ks2.maths.level", "4.0", 4),
        ("ks2.maths.level", "Level 4", 4),
        ("ks2.maths.level", "L5b", 5.5),
        ("ks2.maths.level", "B", None),
        ("ks2.writing.teacher_assessment", "GDS", None),
        ("ks2.writing.teacher_assessment", "PK 1", None),
        ("ks2.writing.teacher_assessment", "5", 5),
        ("ks2.writing.teacher_assessment", "W", None),
        ("ks2.reading.outcome", "AS", None),
        ("ks2.reading.fine_level", 4.38, 4.38),
        ("ks2.reading.points", "26.28", 26.28),
        ("ks2.reading.points", 27, 27),
        ("ks2.maths.raw_mark", 110, 110),
        ("ks2.maths.raw_mark", "A", None),
        ("ks1.reading.level", "2B", 2.5),
        ("cat4.verbal.sas", 141, 141),
        ("cat4.mean.sas", 104.75, 104.75),
        ("cat4.verbal.stanine", 9, 9),
        ("cat4.verbal.npr", 99, 99),
    ],
)
def test_every_measure_takes_what_it_may_hold(field, cell, number):
    (_value, found), trouble = parse(field, cell)
    assert found == pytest.approx(number) if number else found is None
    assert trouble is None


@pytest.mark.parametrize(
    ("field", "cell"),
    [
        ("ks2.maths.level", 4.5),
        ("ks2.maths.level", "7"),
        ("ks2.maths.level", "9"),
        ("ks2.reading.raw_mark", 51),
        ("ks2.reading.outcome", 1),
        ("ks2.reading.fine_level", 104),
        ("ks2.reading.points", 105),
        ("cat4.verbal.sas", 58),
        ("cat4.verbal.sas", 104.5),
        ("cat4.verbal.sas", 142),
        ("cat4.verbal.stanine", 10),
        ("cat4.verbal.npr", 100),
        ("ks1.reading.scaled_score", 84),
    ],
)
def test_every_measure_refuses_what_it_cannot_hold(field, cell):
    score, trouble = parse(field, cell)
    assert (score, level_of(trouble)) == (None, "problem")


def test_a_level_and_something_is_kept_without_a_number():
    score, trouble = parse("ks2.maths.level", "5+")
    assert (score, level_of(trouble)) == (("5+", None), "look")


@given(st.sampled_from(sorted(fields.RESULTS)), CELLS)
def test_no_cell_is_too_strange_and_numbers_keep_to_the_rules(field, cell):
    score, trouble = parse(field, cell)
    assert score is None or level_of(trouble) != "problem"
    if score is None or score[1] is None:
        return
    low, high = {
        "scaled_score": (80, 120),
        "raw_mark": (1, 120),
        "level": (1, 7),
        "teacher_assessment": (1, 7),
        "fine_level": (1, 7),
        "points": (3, 41),
        "sas": (50, 150),
        "stanine": (1, 9),
        "npr": (1, 99),
    }[field.rpartition(".")[2]]
    assert low <= score[1] <= high


@given(st.sampled_from(sorted(codes.of_results("test"))))
def test_every_known_code_is_quietly_kept(code):
    assert parse("ks2.maths.scaled_score", code) == ((code, None), None)
