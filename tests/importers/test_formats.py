"""What each kind of table takes, beyond what every one of them does."""

import pytest

from gtregister.errors import UserError
from tests.importers.given import AISHA, NOAH, fields, read_rows, said, values
from tests.importers.samples import DFE, NCA, dfe_row, nca_row

WHO = ["UPN", "Surname", "Forename"]
PUPIL = [AISHA, "Ahmed", "Aisha"]


def test_the_dfe_says_the_year_and_what_was_so_then_is_not_so_now():
    found = read_rows(DFE, dfe_row(AISHA, "AHMED", "AISHA"))
    [record] = found.records
    assert set(record.pupil) == {"upn", "surname", "forename", "dob", "sex"}
    assert {r.academic_year for r in record.results} == {2021}
    assert values(record) == {
        "ks2.reading.outcome": "AS",
        "ks2.maths.outcome": "NS",
        "ks2.reading.scaled_score": "112",
        "ks2.maths.scaled_score": "98",
        "ks2.writing.teacher_assessment": "GDS",
        "ks2.reading.raw_mark": "41",
    }


def test_names_of_the_npd_and_of_the_years_of_levels_are_known():
    headings = ["KS2_ACADYR", "KS2_UPN", "KS2_SURNAME", "KS2_FORENAMES", "KS2_LAESTAB"]
    headings += ["KS2_URN", "KS2_READLEV", "KS2_MATLEV", "KS2_ENGLEVTA", "KS2_READFINE"]
    row = ["2012/2013", *PUPIL, "8012000", "100001", "5", "4", "5", "5.46"]
    found = read_rows([*headings, "KS2_MATPOINTS"], [*row, "27"])
    assert found.format == "npd_ks2"
    assert values(found.records[0]) == {
        "ks2.reading.level": "5",
        "ks2.maths.level": "4",
        "ks2.english.teacher_assessment": "5",
        "ks2.reading.fine_level": "5.46",
        "ks2.maths.points": "27",
    }


def test_a_year_that_the_file_states_goes_before_the_one_that_is_said():
    rows = dfe_row(AISHA, "A", "B"), dfe_row(NOAH, "C", "D", ACADYR="")
    found = read_rows(DFE, *rows, academic_year=2019)
    assert {r.academic_year for r in found.records[0].results} == {2021}
    assert {r.academic_year for r in found.records[1].results} == {2019}


def test_each_row_of_a_subject_is_a_record_with_its_results():
    found = read_rows(
        NCA,
        nca_row(AISHA, "AHMED", "AISHA", "Reading", 41, 112, "AS"),
        nca_row(AISHA, "AHMED", "AISHA", "GPS", 70, 120, "AS"),
        nca_row(AISHA, "AHMED", "AISHA", "Writing", "", "", "GDS"),
        nca_row(AISHA, "AHMED", "AISHA", "Maths TA", "", "", "EXS"),
        nca_row(NOAH, "BAKER", "NOAH", "Maths", 110, "N", "A"),
    )
    assert [values(r) for r in found.records] == [
        {
            "ks2.reading.raw_mark": "41",
            "ks2.reading.scaled_score": "112",
            "ks2.reading.outcome": "AS",
        },
        {
            "ks2.gps.raw_mark": "70",
            "ks2.gps.scaled_score": "120",
            "ks2.gps.outcome": "AS",
        },
        {"ks2.writing.teacher_assessment": "GDS"},
        {"ks2.maths.teacher_assessment": "EXS"},
        {
            "ks2.maths.raw_mark": "110",
            "ks2.maths.scaled_score": "N",
            "ks2.maths.outcome": "A",
        },
    ]
    assert not found.problems


def test_an_unknown_subject_is_a_problem_of_its_cell():
    found = read_rows(
        NCA,
        nca_row(AISHA, "AHMED", "AISHA", "Reading", 41, 112, "AS"),
        nca_row(AISHA, "AHMED", "AISHA", "Reading", 41, 112, "AS"),
        nca_row(AISHA, "AHMED", "AISHA", "Welsh", 41, 112, "AS"),
    )
    assert found.records[2].results == ()
    assert found.records[2].pupil["upn"] == AISHA
    assert said(found) == [(4, "Subject", "problem")]


def test_a_school_s_sheet_may_have_cat4_beside_key_stage_2():
    found = read_rows(
        [*WHO, "Year", "KS2 Maths SS", "CAT4 Verbal SAS", "CAT4 mean"],
        [*PUPIL, "Y7", 110, 121, 104.75],
    )
    assert found.format == "ks2_wide"
    assert found.records[0].pupil["year_group"] == 7
    assert values(found.records[0]) == {
        "ks2.maths.scaled_score": "110",
        "cat4.verbal.sas": "121",
        "cat4.mean.sas": "104.75",
    }


def test_stanines_under_the_heading_of_scores_are_stanines():
    rows = [[*PUPIL, n, n] for n in (1, 5, 9)]
    found = read_rows([*WHO, "Verbal SAS", "Spatial SAS"], *rows)
    assert found.format == "cat4"
    assert values(found.records[2]) == {
        "cat4.verbal.stanine": "9",
        "cat4.spatial.stanine": "9",
    }
    assert {c.sure for c in found.columns if c.field and "cat4" in c.field} == {"check"}


def test_the_day_of_a_test_goes_with_its_scores():
    found = read_rows(
        [*WHO, "Date of test", "Verbal SAS", "Mean SAS"],
        [*PUPIL, "15/09/2025", 99, 101],
    )
    assert {r.taken_on for r in found.records[0].results} == {"2025-09-15"}


@pytest.mark.parametrize(
    "heading", ["Verbal SAS", "KS2 Reading", "KS2 Maths SS", "SATs GPS"]
)
def test_a_list_of_pupils_does_not_claim_scores(heading):
    found = read_rows([*WHO, "DOB", heading], [*PUPIL, "03/09/2014", 110])
    assert found.format != "pupil_list"


def test_the_spring_census_of_the_dfe_is_a_list_of_pupils():
    headings = (
        "UPN FormerUPN Surname Forename MiddleNames Sex DOB Ethnicity FSMeligible"
    )
    headings += " EVERFSM_6 Language EntryDate NCyearActual SENProvision"
    row = f"{AISHA}|{NOAH}|Ahmed|Aisha|Noor|F|03/09/2014|WBRI|1|0|ENG|01/09/2025|7|K"
    found = read_rows(headings.split(), row.split("|"))
    assert found.format == "pupil_list"
    pupil = found.records[0].pupil
    assert pupil["former_upn"] == NOAH
    assert (pupil["middle_names"], pupil["dob"], pupil["sen"]) == (
        "Noor",
        "2014-09-03",
        "K",
    )
    assert (pupil["ethnicity"], pupil["language"]) == ("WBRI", "ENG")
    assert (pupil["fsm"], pupil["ever6"], pupil["year_group"]) == (1, 0, 7)
    assert (pupil["sex"], pupil["joined_on"]) == ("F", "2025-09-01")


def test_a_format_may_be_forced_and_says_what_short_headings_mean():
    rows = [*WHO, "Reading", "Maths"], [*PUPIL, "4b", "5c"]
    with pytest.raises(UserError):
        read_rows([*WHO[1:], "Reading", "Maths"], [*PUPIL[1:], "4b", "5c"])
    found = read_rows(*rows, format="ks2_wide")
    assert fields(found)["Reading"] == "ks2.reading.level"


def test_an_unknown_format_is_refused_with_those_there_are():
    with pytest.raises(UserError, match="npd_ks2") as refused:
        read_rows(WHO, PUPIL, format="sats")
    assert refused.value.field == "format"


def test_a_sheet_of_something_else_is_refused_with_what_was_found():
    with pytest.raises(UserError, match=r"Colour, Weight"):
        read_rows(["Colour", "Weight"], ["red", 12])
