"""The DfE's files, whose commas nobody quotes."""

import pytest

from tests.importers.given import AISHA, NOAH, read, said, text_file, upn, values
from tests.importers.samples import DFE, dfe_row


def dfe_file(folder, *rows):
    text = "\n".join(",".join(row) for row in (DFE, *rows))
    return text_file(folder, text, "ks2_results.csv")


def test_a_comma_in_a_forename_moves_nothing(tmp_path):
    shifted = dfe_row(AISHA, "AHMED", "AISHA, NOOR")
    found = read(dfe_file(tmp_path, shifted, dfe_row(NOAH, "BAKER", "NOAH")))
    first, second = found.records
    assert first.pupil["forename"] == "AISHA, NOOR"
    assert (first.pupil["surname"], first.pupil["dob"]) == ("AHMED", "2010-09-03")
    assert values(first) == values(second)
    assert said(found) == [(2, "FORENAMES", "look")]
    assert found.problems[0].value == "AISHA, NOOR"


def test_a_comma_in_a_surname_is_told_by_the_space_after_it(tmp_path):
    [record] = read(dfe_file(tmp_path, dfe_row(AISHA, "AHMED, JR", "AISHA"))).records
    assert (record.pupil["surname"], record.pupil["forename"]) == ("AHMED, JR", "AISHA")


def test_without_a_space_it_is_taken_for_a_list_of_forenames(tmp_path):
    found = read(dfe_file(tmp_path, dfe_row(AISHA, "AHMED", "AISHA,NOOR,ANN")))
    [record] = found.records
    assert (record.pupil["surname"], record.pupil["forename"]) == (
        "AHMED",
        "AISHA,NOOR,ANN",
    )
    assert values(record)["ks2.reading.scaled_score"] == "112"
    assert said(found) == [(2, "FORENAMES", "look")]


@pytest.mark.parametrize("key", ["", "unknown"])
def test_a_row_that_nobody_can_put_right_is_skipped_and_says_so(tmp_path, key):
    rows = dfe_row(key, "AHMED", "AISHA, NOOR"), dfe_row(NOAH, "BAKER", "NOAH")
    found = read(dfe_file(tmp_path, *rows))
    [skipped] = found.skipped
    assert skipped.row == 2
    assert "30" in skipped.why
    assert [r.row for r in found.records] == [3]


def test_blank_cells_at_the_end_are_not_too_many(tmp_path):
    found = read(dfe_file(tmp_path, [*dfe_row(AISHA, "AHMED", "AISHA"), "", ""]))
    assert len(found.records) == 1
    assert not found.problems


def test_a_row_may_be_too_short(tmp_path):
    found = read(text_file(tmp_path, f"UPN,Surname,Forename,Form\n{AISHA},Ahmed\n"))
    assert found.records[0].pupil == {"upn": AISHA, "surname": "Ahmed"}


def test_a_last_column_without_a_heading_is_no_comma(tmp_path):
    rows = [f"{upn(n)},Ahmed,Aisha,03/09/2014,seen" for n in range(6)]
    text = "\n".join(["UPN,Surname,Forename,DOB", *rows])
    found = read(text_file(tmp_path, text))
    assert len(found.records) == 6
    assert not found.problems


def test_a_comma_in_a_column_that_is_not_used_moves_nothing(tmp_path):
    text = f"UPN,Surname,Remarks,DOB\n{AISHA},Ahmed,kind, clever,03/09/2014\n"
    [record] = read(text_file(tmp_path, text)).records
    assert (record.pupil["surname"], record.pupil["dob"]) == ("Ahmed", "2014-09-03")
