"""Rows: each is a record, skipped or ignored, and none is lost."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gtregister.errors import UserError
from gtregister.importers import Ask, Sheet, reading
from gtregister.importers.cells import is_blank
from tests.importers.given import AISHA, NOAH, fields, read_rows, said, upn, values

HEADINGS = ["UPN", "Surname", "Forename", "DOB", "Form", "KS2 Reading SS"]
ROW = [AISHA, "Ahmed", "Aisha", "03/09/2014", "7A", 112]


def whys(asides):
    return {aside.row: aside.why for aside in asides}


def test_a_row_becomes_what_it_says_of_the_pupil_and_no_blank_is_a_value():
    [record] = read_rows(HEADINGS, [AISHA, "Ahmed", "Aisha", "", None, " "]).records
    assert record.pupil == {"upn": AISHA, "surname": "Ahmed", "forename": "Aisha"}
    assert record.results == ()


def test_a_result_says_where_it_stood_and_what_was_written():
    [record] = read_rows(HEADINGS, ROW, academic_year=2025).records
    [result] = record.results
    assert result == (
        *("ks2", 2025, "reading", "scaled_score", "112", 112, "KS2 Reading SS", None),
    )


def test_rows_that_are_no_data_are_ignored_with_a_reason():
    found = read_rows(
        HEADINGS,
        ROW,
        ["", "", " ", "", "", ""],
        HEADINGS,
        [upn(801), "Baker", "Noah", "04/09/2014", "7A", 99],
        ["Average", "", "", "", "", 105.5],
        ["", "Total", "", "", "", 211],
        ["Year 7 average (all pupils)", "", "", "", "", "105"],
        ["* provisional"],
        ["Printed on 12/07/2026"],
    )
    assert [r.row for r in found.records] == [2, 5]
    assert whys(found.ignored) == {
        3: "It is blank.",
        4: "It repeats the headings.",
        6: "It is a total or an average.",
        7: "It is a total or an average.",
        8: "It is a total or an average.",
        9: "It is a note.",
        10: "It is a note.",
    }
    assert not found.skipped
    assert not found.problems


@pytest.mark.parametrize("name", ["Mean", "Total", "Max", "Sum", "Boys"])
def test_a_pupil_with_a_name_like_a_sum_is_a_pupil(name):
    with_upn = read_rows(HEADINGS, [AISHA, name, "", "", "", 99])
    with_birthday = read_rows(HEADINGS, ["", name, "", "03/09/2014", "", 99])
    with_forename = read_rows(HEADINGS, ["", name, "Katie", "", "", 99])
    in_one_cell = read_rows(["Name", "Form", "KS2 Maths"], [f"{name}, Al", "7A", 99])
    for found in (with_upn, with_birthday, with_forename, in_one_cell):
        assert found.records[0].pupil["surname"] == name


def test_a_row_about_nobody_is_skipped_and_all_others_come_in():
    found = read_rows(
        HEADINGS,
        ["", "", "", "03/09/2014", "7A", 99],
        ["not a UPN", "", "", "", "", 99],
        ["not a UPN", "Baker", "", "", "", 99],
        ["", "", "Noah", "", "", 99],
        [AISHA, "", "", "", "", 99],
    )
    assert [*whys(found.skipped)] == [2, 3]
    assert [r.row for r in found.records] == [4, 5, 6]
    assert "upn" not in found.records[0].pupil
    assert said(found) == [(3, "UPN", "problem"), (4, "UPN", "problem")]


def test_an_impossible_cell_is_left_out_and_the_rest_of_its_row_comes_in():
    found = read_rows(
        [*HEADINGS, "KS2 Maths SS"],
        [AISHA, "Ahmed", "Aisha", "31/02/2014", "7A", 121, "1 05"],
        [NOAH, "Baker", "Noah", "03/09/2014", "7A", "#N/A", 99],
    )
    first, second = found.records
    assert (first.pupil["form"], first.results) == ("7A", ())
    assert "dob" not in first.pupil
    assert values(second) == {"ks2.maths.scaled_score": "99"}
    assert said(found) == [
        (2, "DOB", "problem"),
        (2, "KS2 Reading SS", "problem"),
        (2, "KS2 Maths SS", "problem"),
        (3, "KS2 Reading SS", "look"),
    ]
    assert all(p.value in p.text for p in found.problems)


def test_a_sheet_that_names_nobody_is_refused():
    with pytest.raises(UserError, match=r"who the pupils are.*Colour"):
        read_rows(["Colour", "KS2 Reading SS"], ["red", 112], format="ks2_wide")


def test_more_pupils_than_a_school_has_are_refused():
    rows = [[upn(n), "Ahmed", "Aisha"] for n in range(20_001)]
    with pytest.raises(UserError, match="20,000"):
        read_rows(HEADINGS[:3], *rows)


CELLS = st.one_of(
    st.sampled_from(
        (AISHA, NOAH, "Ahmed", "Aisha", "Total", "Average", "* note", "UPN")
    ),
    st.sampled_from(("03/09/2014", "31/02/2014", 112, 121, "N", "7A", "#N/A", "1 05")),
    st.text(max_size=6),
    st.integers(-5, 200),
    st.floats(allow_nan=False, allow_infinity=False),
    st.dates(),
    st.booleans(),
    st.none(),
    st.just(""),
)
ROWS = st.lists(
    st.one_of(st.lists(CELLS, max_size=9), st.just(HEADINGS), st.just(ROW)), max_size=12
)


@settings(max_examples=150, deadline=None)
@given(
    ROWS,
    st.integers(0, 12),
    st.sampled_from((HEADINGS, ["Student name", *HEADINGS[3:]])),
)
def test_every_row_is_one_thing_and_is_that_once(rows, at, headings):
    rows = [*rows[:at], headings, ROW, *rows[at:]]
    found = reading.read_sheets(
        [Sheet("Sheet1", rows)], Ask(format="ks2_wide"), "x.csv"
    )
    last = max(n for n, row in enumerate(rows, 1) if not all(map(is_blank, row)))
    told = [
        found.heading_row,
        *(record.row for record in found.records),
        *(aside.row for aside in (*found.skipped, *found.ignored)),
    ]
    assert sorted(told) == [*range(1, last + 1)]
    assert all(record.pupil for record in found.records)
    cells = [(p.row, p.column) for p in found.problems if p.row]
    assert len(set(fields(found))) < len(fields(found)) or len(cells) == len(set(cells))


@settings(max_examples=50, deadline=None)
@given(st.permutations([ROW, [NOAH, "Baker", "Noah", "04/09/2014", "7B", "N"]]))
def test_the_order_of_rows_changes_nothing_else(rows):
    found = read_rows(HEADINGS, *rows)
    by_upn = {r.pupil["upn"]: (r.pupil, r.results) for r in found.records}
    straight = read_rows(
        HEADINGS, ROW, [NOAH, "Baker", "Noah", "04/09/2014", "7B", "N"]
    )
    assert by_upn == {r.pupil["upn"]: (r.pupil, r.results) for r in straight.records}
