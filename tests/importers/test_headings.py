import pytest

from gtregister.errors import UserError
from gtregister.importers import Ask, Sheet
from gtregister.importers.headings import lay_out
from tests.importers.given import AISHA, NOAH, fields, read, read_rows, values, workbook

HEADINGS = ["UPN", "Surname", "Forename", "KS2 Reading SS"]
ROW = [AISHA, "Ahmed", "Aisha", 112]


def matched(rows, **ask):
    layout = lay_out(Sheet("Sheet1", rows), Ask(**ask))
    return {c.heading: (c.field, c.sure) for c in layout.columns if c.field}


def test_titles_notes_and_blank_rows_may_stand_above_the_headings():
    found = read_rows(
        ["Year 7 results"], ["Printed on", "12/07/2026"], [], HEADINGS, ROW
    )
    assert found.heading_row == 4
    assert [aside.row for aside in found.ignored] == [1, 2, 3]
    assert [record.row for record in found.records] == [5]


def test_a_pupil_called_reading_is_no_heading():
    found = read_rows(
        HEADINGS, [AISHA, "Reading", "Maths", 101], [NOAH, "Read", "Ma", 90]
    )
    assert (found.heading_row, len(found.records)) == (1, 2)


def test_the_first_of_two_equal_heading_rows_counts():
    found = read_rows(HEADINGS, ROW, HEADINGS, [NOAH, "Baker", "Noah", 99])
    assert found.heading_row == 1
    assert [(a.row, a.why) for a in found.ignored] == [(3, "It repeats the headings.")]


def test_merged_bands_above_the_headings_belong_to_them(tmp_path):
    def merge(book):
        book.active.merge_cells("D1:E1")
        book.active.merge_cells("F1:G1")

    rows = [
        [None, None, None, "KS2", None, "Target", None],
        ["UPN", "Surname", "Forename", "Reading", "Maths", "Reading", "Maths"],
        [AISHA, "Ahmed", "Aisha", 112, 108, 119, 119],
    ]
    found = read(workbook(tmp_path, rows, change=merge))
    assert fields(found)["KS2 Reading"] == "ks2.reading.scaled_score"
    assert {c.heading: c.sure for c in found.columns}["KS2 Maths"] == "sure"
    assert values(found.records[0]) == {
        "ks2.reading.scaled_score": "112",
        "ks2.maths.scaled_score": "108",
    }


def test_a_band_that_is_not_merged_is_only_likely_to_reach_further():
    rows = [["", "", "", "KS2", ""], [*HEADINGS[:3], "Reading", "Maths"], [*ROW, 108]]
    found = matched(rows)
    assert found["KS2 Reading"] == ("ks2.reading.scaled_score", "sure")
    assert found["KS2 Maths"] == ("ks2.maths.scaled_score", "check")


def test_headings_in_two_rows_are_read_together(tmp_path):
    rows = [
        ["UPN", "Surname", "Forename", "KS2", None],
        [None, None, None, "Reading", "Maths"],
        [AISHA, "Ahmed", "Aisha", 112, 108],
    ]

    def merge(book):
        book.active.merge_cells("D1:E1")

    found = read(workbook(tmp_path, rows, change=merge))
    assert found.heading_row == 2
    assert fields(found) == {
        "UPN": "upn",
        "Surname": "surname",
        "Forename": "forename",
        "KS2 Reading": "ks2.reading.scaled_score",
        "KS2 Maths": "ks2.maths.scaled_score",
    }


def test_each_field_has_one_column_the_likeliest():
    rows = [
        ["UPN", "Surname", "Ref", "Maths", "KS2 Maths SS"],
        [AISHA, "A", NOAH, 99, 108],
    ]
    assert matched(rows) == {
        "UPN": ("upn", "sure"),
        "Surname": ("surname", "sure"),
        "KS2 Maths SS": ("ks2.maths.scaled_score", "sure"),
    }


def test_a_full_name_is_not_needed_beside_its_parts():
    rows = [["Name", "Surname", "Forename"], ["Ahmed, Aisha", "Ahmed", "Aisha"]]
    assert set(matched(rows)) == {"Surname", "Forename"}


def test_a_person_may_choose_a_field_and_leave_a_column_out():
    rows = [[*HEADINGS, "Rdg"], [*ROW, 99]]
    found = matched(
        rows, mapping={"Rdg": "ks2.reading.scaled_score", "ks2 reading ss": "-"}
    )
    assert found["Rdg"] == ("ks2.reading.scaled_score", "sure")
    assert "KS2 Reading SS" not in found


def test_what_a_person_chose_goes_before_what_was_guessed():
    rows = [[*HEADINGS, "Other"], [*ROW, 99]]
    found = matched(rows, mapping={"Other": "ks2.reading.scaled_score"})
    assert found["Other"][0] == "ks2.reading.scaled_score"
    assert "KS2 Reading SS" not in found


def test_strange_headings_are_found_when_a_person_names_them():
    rows = [["List A"], ["Kod", "Nazwisko", "Imię"], [AISHA, "Ahmed", "Aisha"]]
    chosen = {"Kod": "upn", "Nazwisko": "surname", "Imię": "forename"}
    found = read_rows(*rows, mapping=chosen)
    assert found.heading_row == 2
    assert found.records[0].pupil == {
        "upn": AISHA,
        "surname": "Ahmed",
        "forename": "Aisha",
    }


@pytest.mark.parametrize(
    ("mapping", "words"),
    [
        ({"Rdg": "ks2.reading.scaled_score"}, ["“Rdg”", "Surname", "KS2 Reading SS"]),
        ({"Surname": "family"}, ["“family”", "surname", "ks2.reading.scaled_score"]),
        ({"Surname": "upn", "Forename": "upn"}, ["“upn”"]),
    ],
)
def test_an_unknown_heading_or_field_is_refused_with_those_there_are(mapping, words):
    with pytest.raises(UserError) as refused:
        read_rows(HEADINGS, ROW, mapping=mapping)
    assert all(word in refused.value.text for word in words)


def test_a_column_without_a_heading_is_called_by_its_letter():
    found = read_rows([*HEADINGS, "", ""], [*ROW, "", "extra"])
    [unnamed] = [c for c in found.columns if c.heading not in HEADINGS]
    assert (unnamed.heading, unnamed.field) == ("Column F", None)


def test_the_same_heading_twice_is_used_once():
    found = read_rows([*HEADINGS, "KS2 Reading SS"], [*ROW, 99])
    assert values(found.records[0]) == {"ks2.reading.scaled_score": "112"}
