"""Common Transfer Files: what they say, and what they may not do."""

import pytest

from gtregister.errors import UserError
from gtregister.importers import Ask, ctf_results, reading
from tests.importers import odd_files
from tests.importers.given import AISHA, values


def read(tmp_path, text, **ask):
    path = tmp_path / "CTF.xml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return reading.read(path, Ask(today=odd_files.TODAY, **ask))


def assessed(tmp_path, *results, year="2026", stage="KS2"):
    told = "".join(
        f"<StageAssessment><Year>{year}</Year><Subject>{subject}</Subject><Method>"
        f"{method}</Method><Component>{component}</Component><ResultQualifier>"
        f"{qualifier}</ResultQualifier><Result>{result}</Result></StageAssessment>"
        for subject, method, component, qualifier, result in results
    )
    text = (
        f"<CTfile><CTFpupilData><Pupil><UPN>{AISHA}</UPN><Surname>A</Surname>"
        f"<Forename>B</Forename><StageAssessments><KeyStage><Stage>{stage}</Stage>{told}"
        "</KeyStage></StageAssessments></Pupil></CTFpupilData></CTfile>"
    )
    return read(tmp_path, text)


def test_a_mark_is_never_taken_for_a_scaled_score(tmp_path):
    found = assessed(tmp_path, ("MAT", "TT", "MAT", "NM", "104"))

    assert values(found.records[0]) == {"ks2.maths.raw_mark": "104"}


@pytest.mark.parametrize(
    ("told", "field"),
    [
        (("ENG", "TT", "REA", "XX", "115"), "ks2.reading.scaled_score"),
        (("ENG", "TT", "GPS", "XX", "AS"), "ks2.gps.outcome"),
        (("MAT", "TT", "MAT", "XX", "41"), "ks2.maths.raw_mark"),
        (("SCI", "TA", "SCI", "NL", "EXS"), "ks2.science.teacher_assessment"),
        (("MAT", "TT", "MTC", "MT", "25"), "mtc.maths.raw_mark"),
        (("ENG", "XX", "ZZZ", "QQ", "?"), "ks2.eng.ctf_xx_zzz_qq"),
    ],
)
def test_a_result_is_told_by_its_value_and_kept_whole(tmp_path, told, field):
    found = assessed(tmp_path, told)

    [result] = found.records[0].results
    assert f"{result.assessment}.{result.subject}.{result.measure}" == field
    assert result.column == f"KS2 {' '.join(told[:4])} 2026"
    assert (result.value, result.academic_year) == (told[4], 2025)


def test_what_is_not_documented_must_be_checked(tmp_path):
    found = assessed(
        tmp_path, ("MAT", "TT", "MAT", "NS", "115"), ("MAT", "TT", "MTC", "MT", "25")
    )

    sure = {c.field: c.sure for c in found.columns if c.field and "maths" in c.field}
    assert sure == {"ks2.maths.scaled_score": "check", "mtc.maths.raw_mark": "sure"}


def test_levels_are_those_of_the_years_of_levels(tmp_path):
    found = assessed(tmp_path, ("MAT", "TT", "MAT", "NL", "5"), year="2014")

    assert values(found.records[0]) == {"ks2.maths.level": "5"}
    assert found.records[0].results[0].academic_year == 2013


def test_the_same_result_twice_is_kept_twice_and_neither_is_lost(tmp_path):
    same = ("MAT", "TT", "MAT", "NS")
    found = assessed(tmp_path, (*same, "115"), (*same, "99"))

    kept = values(found.records[0])
    assert [*kept.values()] == ["115", "99"]
    assert len(kept) == 2


def test_a_year_group_is_counted_on_from_when_the_file_was_made(tmp_path):
    [record] = read(tmp_path, odd_files.WORKBOOKS["old ctf with gender.xml"]()).records

    assert record.pupil["year_group"] == 7


def test_a_column_may_be_left_out_or_taken_for_something_else(tmp_path):
    text = odd_files.WORKBOOKS["9992001_CTF_9994025_001.xml"]()
    chosen = {
        "SourceSchool": "",
        "KS2 MAT TT MAT NS 2026": "ks2.maths.points",
    }
    found = read(tmp_path, text.replace(b">115<", b">27<"), mapping=chosen)

    assert "feeder_school" not in found.records[0].pupil
    assert values(found.records[0])["ks2.maths.points"] == "27"


ENTITY = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'


@pytest.mark.parametrize(
    "text",
    [
        f"{ENTITY}<CTfile><CTFpupilData><Pupil><UPN>&a;</UPN></Pupil></CTFpupilData></CTfile>",
        '<!DOCTYPE CTfile SYSTEM "http://example.org/x.dtd"><CTfile/>',
        '<!DOCTYPE l [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><CTfile>&b;</CTfile>',
        '<?xml version="1.0" encoding="nonsense"?><CTfile/>',
        "<CTfile>" * 20_000,
        "<CTfile>&undefined;</CTfile>",
        "<CTfile><Pupil></CTfile>",
    ],
)
def test_xml_that_is_made_to_do_harm_is_refused_in_a_sentence(tmp_path, text):
    with pytest.raises(UserError) as refused:
        read(tmp_path, text)
    assert refused.value.text.endswith(".")


def test_too_many_pupils_are_refused(tmp_path):
    one = "<Pupil><UPN>A</UPN></Pupil>"
    text = f"<CTfile><CTFpupilData>{one * 100_000}</CTFpupilData></CTfile>"
    with pytest.raises(UserError, match="20,000"):
        read(tmp_path, text)


def test_a_heading_of_an_assessment_is_read_back():
    told = ctf_results.told("KS2 MAT TT MAT NM 2026")
    assert told is not None
    assert (told.qualifier, told.academic_year) == ("NM", 2025)
    assert ctf_results.told("Contact 1 Surname") is None
