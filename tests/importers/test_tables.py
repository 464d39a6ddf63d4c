from datetime import date

import pytest

from gtregister.errors import UserError
from gtregister.importers import Ask, Sheet, reading, tables
from tests.importers.given import AISHA, NOAH, ZOE, fields, read, text_file

SCORES = ["UPN", "Surname", "Forename", "KS2 Maths"]
CAT4 = ["Name", "Verbal SAS", "Spatial SAS", "Date of test"]
STACKED = [
    SCORES,
    [AISHA, "Ahmed", "Aisha", 112],
    ["CAT4"],
    CAT4,
    ["Baker, Noah", 101, 99, "12/09/2026"],
    SCORES,
    [ZOE, "Clarke", "Zoë", 99],
]


def cut(*rows):
    return tables.split(Sheet("Year 7", rows))


def test_a_table_begins_at_other_headings_that_name_pupils_without_a_blank_row():
    found = cut(*STACKED)
    assert [(t.name, t.first_row, t.table) for t in found] == [
        ("Year 7", 1, 1),
        ("Year 7, table 2", 3, 2),
        ("Year 7, table 3", 6, 3),
    ]
    assert [row for table in found for row in table.rows] == STACKED


def test_pupils_who_chose_subjects_are_no_headings():
    rows = [
        ["Surname", "Forename", "Form", "First", "Second"],
        ["Baker", "Noah", "Maths", "English", "Science"],
    ]
    assert len(cut(*rows, [], ["Ahmed", "Aisha", "7A", "Art", "Music"])) == 1


def test_the_same_headings_once_more_begin_no_table():
    assert len(cut(SCORES, STACKED[1], SCORES, STACKED[-1])) == 1


def test_other_pupils_beside_a_blank_column_are_another_table():
    [results, clubs] = cut(
        [*SCORES, "", "Surname", "Forename", "Club"],
        [*STACKED[1], "", "Baker", "Noah", "Chess"],
        ["", "", "", "", "", "Clarke", "Zoë", "Art"],
    )
    assert results.rows[1] == STACKED[1]
    assert clubs.rows[1:] == [["Baker", "Noah", "Chess"], ["Clarke", "Zoë", "Art"]]


def test_the_same_pupils_beside_a_blank_column_are_the_same_table():
    rows = [
        [*SCORES, "", "Surname", "Forename", "Club"],
        [*STACKED[1], "", "Ahmed", "Aisha", "Chess"],
    ]
    assert len(cut(*rows)) == 1


def test_parents_beside_a_blank_column_belong_to_their_children():
    rows = [
        ["Pupil", "", "", "", "Parent", ""],
        ["UPN", "Surname", "Forename", "", "Surname", "Forename"],
        [AISHA, "Ahmed", "Aisha", "", "Khan", "Farah"],
    ]
    [table] = cut(*rows)
    read_of = reading.read_sheets([table], Ask(), "list.xlsx")
    assert read_of.records[0].contacts[0]["surname"] == "Khan"


def test_tables_are_listed_so_that_one_can_be_chosen():
    found = tables.listed([*cut(*STACKED), Sheet("Empty", [])])
    assert [(t.name, t.sheet, t.number, t.heading_row, t.rows) for t in found] == [
        ("Year 7", "Year 7", 1, 1, 1),
        ("Year 7, table 2", "Year 7", 2, 4, 1),
        ("Year 7, table 3", "Year 7", 3, 6, 1),
    ]
    assert (found[1].title, found[1].headings) == ("CAT4", tuple(CAT4))


def test_a_table_can_be_asked_for_by_its_number():
    found = reading.read_sheets(cut(*STACKED), Ask(table=2), "list.xlsx")
    assert (found.sheet, found.heading_row) == ("Year 7, table 2", 4)
    assert fields(found)["Verbal SAS"] == "cat4.verbal.sas"
    again = reading.read_sheets(cut(*STACKED), Ask(sheet="year 7", table=3), "x")
    assert again.records[0].pupil["surname"] == "Clarke"


@pytest.mark.parametrize(
    ("ask", "said"),
    [
        (Ask(table=4), "has 3 tables, so there is no table 4"),
        (Ask(sheet="Year 8", table=1), "There is no sheet “Year 8”"),
    ],
)
def test_a_table_that_is_not_there_is_refused(ask, said):
    with pytest.raises(UserError, match=said):
        reading.read_sheets(cut(*STACKED), ask, "list.xlsx")


def test_the_tables_that_are_not_read_are_named_with_their_first_row():
    found = reading.read_sheets(cut(*STACKED), Ask(), "list.xlsx")
    assert "“Year 7, table 3” (from row 6)" in found.problems[0].text


def test_what_is_no_list_of_pupils_is_named_too():
    sheets = [Sheet("Key", [["N is for no score"]]), Sheet("7A", STACKED[:2])]
    found = reading.read_sheets(sheets, Ask(), "list.xlsx")
    assert [p.text for p in found.problems] == [
        "No list of pupils was found here, so it was not read: “Key”."
    ]


def test_rows_of_nothing_at_the_end_are_no_rows(tmp_path):
    rows = [SCORES, STACKED[1], [None], ["", " "]]
    found = reading.read_sheets([Sheet("Year 7", rows)], Ask(), "list.xlsx")
    assert (len(found.records), found.ignored, found.skipped) == (1, (), ())


@pytest.mark.parametrize(
    ("group", "looks"), [("7", 0), ("8", 0), ("6", 0), ("9", 1), ("10", 1)]
)
def test_a_birthday_that_is_far_from_its_year_group_is_looked_at(
    tmp_path, group, looks
):
    path = text_file(tmp_path, f"UPN,DOB,Year\n{NOAH},03/09/2014,{group}\n")
    found = read(path, today=date(2026, 11, 23))
    assert [p.level for p in found.problems] == ["look"] * looks


def test_an_old_list_is_said_once(tmp_path):
    lines = "".join(f"Ahmed,A{n},03/09/2011,7\n" for n in range(9))
    path = text_file(tmp_path, f"Surname,Forename,DOB,Year\n{lines}")
    [found] = read(path, today=date(2026, 11, 23)).problems
    assert found.text.endswith("is it an older list?")
