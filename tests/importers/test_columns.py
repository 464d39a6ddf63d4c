"""What each heading goes to, with the values that stand under it."""

import pytest

from gtregister.importers.columns import Guess, guess, is_heading
from tests.importers.given import AISHA, NOAH, ZOE

UPNS = [AISHA, NOAH, ZOE]
SCORES = [*range(85, 118), "N"]
SAS = [77, 118, 129, 100, 92]

SURE = [
    ("UPN", UPNS, "upn"),
    ("KS2_UPN", UPNS, "upn"),
    ("CurrUPN", UPNS, "upn"),
    ("Former UPN", UPNS, "former_upn"),
    ("Adno", ["003849"], "admission_number"),
    ("Legal Surname", ["Ahmed"], "surname"),
    ("FORENAMES", ["AISHA"], "forename"),
    ("Student Name", ["Ahmed, Aisha"], "full_name"),
    ("Name", ["Ahmed, Aisha", "Baker, Noah"], "full_name"),
    ("Middle name(s)", ["Noor"], "middle_names"),
    ("D.O.B.", ["03/09/2014"], "dob"),
    ("DateOfBirth", ["03/09/2014"], "dob"),
    ("Gender", ["F", "M"], "sex"),
    ("NCyearActual", [7], "year_group"),
    ("Year", [7, 8], "year_group"),
    ("Reg Group", ["7A"], "form"),
    ("EVERFSM_6", ["1"], "ever6"),
    ("Deprivation Pupil Premium", [1, 0], "pupil_premium"),
    ("SEN Code", ["N", "K"], "sen"),
    ("*Surname", ["Ahmed"], "surname"),
    ("KS2_READSCORE", SCORES, "ks2.reading.scaled_score"),
    ("MATSCORE", SCORES, "ks2.maths.scaled_score"),
    ("reading_ScaledScore", SCORES, "ks2.reading.scaled_score"),
    ("ks2MathsScaledScore", SCORES, "ks2.maths.scaled_score"),
    ("KS2 Reading", SCORES, "ks2.reading.scaled_score"),
    ("KS2 Ma Scaled", SCORES, "ks2.maths.scaled_score"),
    ("Key Stage 2: Reading (scaled score)", SCORES, "ks2.reading.scaled_score"),
    ("SATs SPaG SS", SCORES, "ks2.gps.scaled_score"),
    ("KS2 Grammar, Punctuation & Spelling", SCORES, "ks2.gps.scaled_score"),
    ("KS2 Reading Raw Score", [23, 41, 50], "ks2.reading.raw_mark"),
    ("KS2 Maths", ["4b", "5c", "3a"], "ks2.maths.level"),
    ("KS2 Maths", ["AS", "NS"], "ks2.maths.outcome"),
    ("KS2 Writing", ["GDS", "EXS"], "ks2.writing.teacher_assessment"),
    ("KS2 Maths fine level", [4.38], "ks2.maths.fine_level"),
    ("KS1 Reading", ["2b", "3"], "ks1.reading.level"),
    ("CATS - Mean Score", SAS, "cat4.mean.sas"),
    ("CATS - Quantative", SAS, "cat4.quantitative.sas"),
    ("CATS - Spacial", SAS, "cat4.spatial.sas"),
    (":CATS Non-Verbal", SAS, "cat4.non_verbal.sas"),
    ("Verbal NPR", [4, 99], "cat4.verbal.npr"),
    ("Verbal stanine", [4, 9], "cat4.verbal.stanine"),
    ("Quantative Reasoning SAS", SAS, "cat4.quantitative.sas"),
    ("#Spacial SAS", SAS, "cat4.spatial.sas"),
    ("KS2 eng rdg", SCORES, "ks2.reading.scaled_score"),
    ("KS2 English: Reading", SCORES, "ks2.reading.scaled_score"),
    ("Pupil Premium Recipient", ["Y", "N"], "pupil_premium"),
    ("NFER Reading SS", SCORES, "nfer.reading.sas"),
    ("NGRT SAS", SAS, "ngrt.reading.sas"),
    ("NGRT", SAS, "ngrt.reading.sas"),
    ("PTM Stanine", [1, 9, 5], "ptm.maths.stanine"),
    ("PTE NPR", [1, 99, 5], "pte.english.npr"),
    ("MidYIS Overall", [101.4, 88], "midyis.overall.sas"),
    ("MidYIS Vocabulary Band", ["A", "D"], "midyis.vocabulary.band"),
    ("Phonics_PHONICS_MARK", ["38"], "phonics.phonics.raw_mark"),
    ("MTC score", [25, 13], "mtc.maths.raw_mark"),
    ("Parent surname", ["Ahmed"], "contact.1.surname"),
    ("Contact 2 e-mail", ["a@example.org"], "contact.2.email"),
    ("Mother's name", ["Mrs Farah Ahmed"], "contact.mother.full_name"),
    ("Parent/carer 1 - mobile", ["01632 960001"], "contact.1.telephone"),
]

CHECK = [
    ("Reference", UPNS, "upn"),
    ("Group", ["7A"], "form"),
    ("Date of Brith", ["03/09/2014"], "dob"),
    ("Rdg SS", SCORES, "ks2.reading.scaled_score"),
    ("Maths", SCORES, "ks2.maths.scaled_score"),
    ("Readng scaled score", SCORES, "ks2.reading.scaled_score"),
    ("KS2 Reading (provisional)", SCORES, "ks2.reading.scaled_score"),
    ("Verbal SAS", [1, 2, 9, 5], "cat4.verbal.stanine"),
    ("KS2 Maths level", [4.38, 5.46], "ks2.maths.fine_level"),
    ("NGRT", [12, 88, 61, 70], "ngrt.reading.sas"),
    ("NGRT stanine", [112, 88], "ngrt.reading.sas"),
    ("eng rdg", SCORES, "ks2.reading.scaled_score"),
]

UNUSED = [
    ("KS2READSCORE", SCORES),
    ("KS2_KS2READSCORE", SCORES),
    ("ks2readscore", SCORES),
    ("READSCORE_noSpeccon", SCORES),
    ("READPROGSCORE_EM", ["1.2"]),
    ("Email", ["Y", "N"]),
    ("Email", ["a@example.org"]),
    ("House", ["Red", "Blue"]),
    ("KS2 Reading target", SCORES),
    ("Predicted KS2 Maths scaled score", SCORES),
    ("KS2 Mock maths", SCORES),
    ("KS2 Maths Paper 1", [23]),
    ("Reading Age", [104]),
    ("KS2 Reading progress", [101]),
    ("Reading SAS", SAS),
    ("Maths", ["Set 1", "Set 2"]),
    ("Maths", [7, 8, 9]),
    ("Maths teacher", ["Ms Lee"]),
    ("Parent hobby", ["Chess"]),
    ("KS2 Reading and Maths", SCORES),
    ("KS2 Reading and Maths SS", SCORES),
    ("Vocabulary", SAS),
    ("Emergency contact consent", ["Y"]),
    ("Year", [2014, 2015]),
    ("Name", ["Chess", "Choir"]),
    ("KS2 average scaled score", [104.5]),
]


@pytest.mark.parametrize(("heading", "values", "field"), SURE)
def test_heading_and_values_together_are_sure(heading, values, field):
    found = guess(heading, "", values, ())
    assert (found.field, found.sure) == (field, "sure")


@pytest.mark.parametrize(("heading", "values", "field"), CHECK)
def test_a_person_should_check_what_is_only_likely(heading, values, field):
    found = guess(heading, "", values, ())
    assert (found.field, found.sure) == (field, "check")


@pytest.mark.parametrize(("heading", "values"), UNUSED)
def test_what_is_something_else_is_left_out_with_a_reason(heading, values):
    found = guess(heading, "", values, ())
    assert isinstance(found, str)
    assert found


def test_a_sheet_that_speaks_of_key_stage_2_makes_short_headings_sure():
    found = guess("Rdg SS", "", SCORES, {"ks2"})
    assert (found.field, found.sure) == ("ks2.reading.scaled_score", "sure")


def test_a_band_above_says_what_the_heading_does_not():
    assert guess("Reading", "KS2", SCORES, ()).sure == "sure"
    assert isinstance(guess("Reading", "Target", SCORES, ()), str)
    assert guess("Form", "KS2", ["7A"], ()).field == "form"


def test_a_plain_heading_stands_by_itself_where_there_are_no_values():
    assert guess("KS2 reading scaled score", "", [], ()).sure == "sure"
    assert isinstance(guess("KS2 reading", "", [], ()), str)


def test_values_that_mostly_do_not_fit_make_it_less_sure():
    found = guess("KS2 reading scaled score", "", [50, 60, 105], ())
    assert (found.field, found.sure) == ("ks2.reading.scaled_score", "check")


def test_an_odd_value_or_two_do_not_matter():
    found = guess("KS2 reading scaled score", "", [*SCORES, 121, "1 05"], ())
    assert found.sure == "sure"


@pytest.mark.parametrize("text", ["UPN", "Forename", "KS2 Reading", "READSCORE"])
def test_headings_are_told_from_what_stands_in_other_rows(text):
    assert is_heading(text)
    assert not any(map(is_heading, ["Ahmed", "7A", "03/09/2014", "Printed on Monday"]))


def test_no_sample_heading_is_wrong_at_sure():
    tried = [guess(h, "", v, ()) for h, v in UNUSED] + [
        guess(h, "", v, ()) for h, v, _field in CHECK
    ]
    assert not [one for one in tried if isinstance(one, Guess) and one.sure == "sure"]
