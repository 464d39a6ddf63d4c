"""Sheets with the same headings are read as one, and each row knows its own sheet."""

import pytest

from gtregister.errors import UserError
from gtregister.importers import Ask, Sheet, joining, reading
from tests.importers.given import AISHA, NOAH, ZOE

HEADS = ["UPN", "Surname", "Forename", "KS2 Maths SS"]
A = [AISHA, "Ahmed", "Aisha", 112]
N = [NOAH, "Baker", "Noah", 99]
Z = [ZOE, "Clarke", "Zoë", 121]


def book(*sheets):
    found = [Sheet(name, rows) for name, rows in sheets]
    return [*found, *joining.joined(found)]


FORMS = book(
    ("7A", [HEADS, A]),
    ("Notes", [["Ask the office."]]),
    ("7B", [["Year 7"], [], HEADS, N, ["", "", "", ""]]),
    ("7C", [HEADS, Z]),
)


def read(sheets=FORMS, sheet=reading.ALL):
    return reading.read_sheets(sheets, Ask(sheet=sheet), "Year 7.xlsx")


def test_all_sheets_with_the_same_headings_are_read_as_one():
    found = read()

    assert found.sheet == "7A, 7B, 7C"
    assert [r.pupil["upn"] for r in found.records] == [AISHA, NOAH, ZOE]
    assert [(r.row.sheet, r.row.own) for r in found.records] == [
        ("7A", 2),
        ("7B", 4),
        ("7C", 2),
    ]


def test_a_row_is_written_as_people_look_for_it_and_is_of_one_row_alone():
    found = read()

    [problem] = [p for p in found.problems if p.row]
    assert f"{problem.row}" == "2 of 7C"
    assert len({record.row for record in found.records}) == 3


def test_a_row_is_found_by_its_sheet_and_number():
    found = read()

    assert joining.row_of(found.parts, "7b", 4) == found.records[1].row
    assert joining.row_of(found.parts, "7A", 4) is None
    assert joining.row_of(found.parts, "8A", 2) is None


def test_unless_it_is_asked_for_one_sheet_is_read():
    assert read(sheet=None).sheet == "7B"  # It has the most rows.
    assert [r.row for r in read(sheet="7B").records] == [4]
    assert reading.together(FORMS, Ask()).sheet == "7A, 7B, 7C"
    assert reading.together(FORMS, Ask(sheet="7B")).sheet == "7B"


def test_what_is_not_read_with_them_is_named():
    assert any("Notes" in problem.text for problem in read().problems)


@pytest.mark.parametrize(
    ("names", "rows"),
    [
        pytest.param(("Autumn", "Spring"), (A, A), id="the same pupils"),
        pytest.param(("Reading", "Maths"), (A, N), id="of other subjects"),
        pytest.param(("7A", "Year 7"), (A, [*N, "x"]), id="other headings"),
    ],
)
def test_sheets_that_are_no_parts_of_one_list_are_not_joined(names, rows):
    sheets = book(
        *(
            (n, [[*HEADS, "Note"][: len(r)], r])
            for n, r in zip(names, rows, strict=True)
        )
    )

    assert not any(sheet.parts for sheet in sheets)
    with pytest.raises(UserError, match="none to read together"):
        read(sheets)


def test_joined_sheets_say_of_each_pupil_what_each_sheet_says_alone():
    alone = [read(sheet=name).records for name in ("7A", "7B", "7C")]

    assert [(r.pupil, r.results) for r in read().records] == [
        (r.pupil, r.results) for records in alone for r in records
    ]
