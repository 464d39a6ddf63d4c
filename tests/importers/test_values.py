from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gtregister.importers import fields, values
from tests.importers.test_scores import CELLS


def value(field, cell):
    found, trouble = fields.of_pupil(field)(cell)
    assert trouble is None
    return found


def is_problem(field, cell):
    found, trouble = fields.of_pupil(field)(cell)
    return found is None and trouble is not None and trouble.level == "problem"


@pytest.mark.parametrize(
    ("field", "cell", "expected"),
    [
        ("surname", "  O'Neill ", "O'Neill"),
        ("surname", "van  der\xa0Berg", "van der Berg"),
        ("forename", "ZOË", "ZOË"),
        ("surname", "Null", "Null"),
        ("sex", "m", "M"),
        ("sex", "Female", "F"),
        ("sex", "U", "U"),
        ("year_group", 7, 7),
        ("year_group", "Year 7", 7),
        ("year_group", "Y07", 7),
        ("year_group", "07", 7),
        ("year_group", "R", 0),
        ("year_group", "n2", -1),
        ("year_group", "N1", -2),
        ("year_group", "Yr 13", 13),
        ("fsm", "Y", 1),
        ("fsm", "no", 0),
        ("fsm", True, 1),
        ("fsm", 0, 0),
        ("fsm", "P", 1),
        ("pupil_premium", "PP", 1),
        ("eal", "EAL", 1),
        ("looked_after", "false", 0),
        ("sen", "K", "K"),
        ("sen", "k - SEN support", "K"),
        ("sen", "EHCP", "E"),
        ("sen", "School Action Plus", "P"),
        ("ethnicity", "wbri", "WBRI"),
        ("ethnicity", "White  British", "White British"),
        ("language", "pol", "POL"),
        ("language", "Polish", "Polish"),
        ("admission_number", "003849", "003849"),
        ("admission_number", 3849, "3849"),
        ("form", "7A", "7A"),
    ],
)
def test_what_schools_write_is_understood(field, cell, expected):
    assert value(field, cell) == expected


@pytest.mark.parametrize(
    ("field", "cell"),
    [
        ("surname", "182"),
        ("sex", "1"),
        ("year_group", "7A"),
        ("year_group", 15),
        ("year_group", "²"),
        ("year_group", 2025),
        ("fsm", "maybe"),
        ("fsm", 2),
        ("sen", "Y"),
        ("form", date(2025, 1, 7)),
    ],
)
def test_what_makes_no_sense_is_left_out(field, cell):
    assert is_problem(field, cell)


@pytest.mark.parametrize("field", sorted(fields.PUPIL))
@pytest.mark.parametrize("cell", ["", None, "   ", "\xa0", "-", "—"])
def test_a_blank_cell_says_nothing(field, cell):
    assert fields.of_pupil(field)(cell) == (None, None)


@pytest.mark.parametrize(
    ("cell", "surname_first", "name"),
    [
        ("Ahmed, Aisha", False, ("Ahmed", "Aisha")),
        ("Ahmed,Aisha Noor", False, ("Ahmed", "Aisha Noor")),
        ("AHMED Aisha", False, ("AHMED", "Aisha")),
        ("Aisha VAN DER BERG", False, ("VAN DER BERG", "Aisha")),
        ("Aisha Ahmed", False, ("Ahmed", "Aisha")),
        ("Aisha Noor Ahmed", False, ("Ahmed", "Aisha Noor")),
        ("Ahmed Aisha", True, ("Ahmed", "Aisha")),
        ("Pelé", False, ("Pelé", "")),
    ],
)
def test_a_name_in_one_cell_becomes_two(cell, surname_first, name):
    assert values.full_name(surname_first=surname_first)(cell) == (name, None)


@given(st.sampled_from(sorted(fields.PUPIL)), CELLS)
def test_no_cell_is_too_strange(field, cell):
    found, trouble = fields.of_pupil(field)(cell)
    assert found is None or trouble is None or trouble.level != "problem"
    assert found is None or isinstance(found, int) or found.strip() == found != ""


@pytest.mark.parametrize(
    ("cell", "year"),
    [("2021/2022", 2021), ("2021-22", 2021), ("202122", 2021), ("1999/2000", 1999)],
)
def test_an_academic_year_is_known_by_its_start(cell, year):
    assert fields.academic_year(cell) == (year, None)


@pytest.mark.parametrize("cell", ["2021", "2021/2023", "21/22", "last year"])
def test_a_single_year_could_be_either(cell):
    assert fields.academic_year(cell)[0] is None


@pytest.mark.parametrize(
    ("cell", "subject"),
    [
        ("Reading", "reading"),
        ("English reading", "reading"),
        ("Maths", "maths"),
        ("MATHEMATICS", "maths"),
        ("GPS", "gps"),
        ("SPaG", "gps"),
        ("English grammar, punctuation and spelling", "gps"),
        ("Grammar, Punctuation & Spelling", "gps"),
        ("Punctuation", "gps"),
        ("Writing", "writing"),
        ("Science", "science"),
    ],
)
def test_a_subject_is_known_however_it_is_called(cell, subject):
    assert fields.subject(cell)[0][0] == subject


@pytest.mark.parametrize("cell", ["Geography", "3", "Verbal"])
def test_another_subject_is_a_problem(cell):
    assert fields.subject(cell)[1].level == "problem"
