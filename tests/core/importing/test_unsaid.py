"""What a file does not say of time is worked out and said, or asked; never guessed."""

import pytest

from gtregister.core.importing import dating, imports
from gtregister.core.importing.import_choices import Choices
from gtregister.importers import Ask
from tests.builders import pupil, score, upn

CAT4 = "UPN,Surname,Forename,CAT4 Verbal SAS"
AISHA = f"{upn(1)},Ahmed,Aisha"


@pytest.fixture
def planned(register, tmp_path):
    def plan(top, *rows, **choices):
        source = tmp_path / "Scores.csv"
        source.write_text("\n".join((top, *rows)), encoding="utf-8")
        return imports.plan(register, source, Choices(**choices))

    return plan


def test_results_and_pupils_without_a_year_are_asked_about(planned):
    plan = planned(CAT4, f"{AISHA},118")

    assert plan.questions == ["academic_year", "year_group"]
    first, second = dating.open_questions(plan.unsaid)
    assert "1 result was taken (CAT4)" in first
    assert "1 new pupil" in second


def test_an_answer_is_asked_for_once(planned):
    told = planned(CAT4, f"{AISHA},118", ask=Ask(academic_year=2025), year=8)
    unknown = frozenset(("academic_year", "year_group"))
    nobody_knows = planned(CAT4, f"{AISHA},118", unknown=unknown)

    assert told.questions == []
    assert told.new[0].details["year_group"] == 8
    assert nobody_knows.questions == []
    assert nobody_knows.new[0].results[0].academic_year is None


def test_what_the_register_knows_already_is_not_asked_about(register, planned):
    known = pupil(register, upn=upn(1))
    score(register, known, "118", assessment="cat4", subject="verbal", measure="sas")

    assert planned(CAT4, f"{AISHA},118").questions == []
    assert planned(CAT4, f"{AISHA},120").questions == ["academic_year"]


def test_the_year_group_follows_from_the_birthday_and_is_said(planned):
    plan = planned("UPN,Surname,Forename,DOB", f"{AISHA},03/09/2014")

    assert plan.questions == []
    assert plan.new[0].details["year_group"] == 7
    [said] = dating.worked_out(plan.unsaid)
    assert "Year 7" in said


def test_nobody_is_put_into_a_year_that_no_school_has(planned):
    plan = planned("UPN,Surname,Forename,DOB", f"{AISHA},03/09/2000")

    assert "year_group" not in plan.new[0].details
    assert plan.questions == ["year_group"]


def test_a_result_of_another_time_is_not_overwritten(register, planned):
    known = pupil(register, upn=upn(1))
    score(register, known, "99", assessment="cat4", subject="verbal", measure="sas")

    imports.apply(register, planned(CAT4, f"{AISHA},118"))

    rows = register.rows("select value, academic_year from results order by id")
    assert [tuple(row) for row in rows] == [("99", 2025), ("118", None)]
