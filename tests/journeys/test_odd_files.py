"""Files that nobody shaped to fit, as testers and schools have brought them."""

import pytest

from gtregister.core.importing import imports
from gtregister.core.importing.imports import Choices
from gtregister.importers import Ask
from tests.builders import pupil, upn


def brought_in(register, tmp_path, text, **ask):
    source = tmp_path / "odd.csv"
    source.write_text(text, encoding="utf-8")
    plan = imports.plan(register, source, Choices(Ask(**ask)))
    imports.apply(register, plan)
    return plan


def values(register, subject):
    rows = register.rows(
        "select value from results where subject = :subject order by row, id",
        subject=subject,
    )
    return [row["value"] for row in rows]


def pupils(count):
    return [f"{upn(n)},Surname{n},Forename{n}" for n in range(1, count + 1)]


@pytest.mark.parametrize("heading", ["KS2 Reading", "KS2 Reading SS", "KS2 Read"])
def test_a_few_wrong_cells_do_not_lose_a_column(register, tmp_path, heading):
    rows = [f"{who},{99 + n}" for n, who in enumerate(pupils(10), 1)]
    bad = [f"{upn(20)},Last,One,121", f"{upn(21)},Last,Two,1 05"]
    text = "\n".join([f"UPN,Surname,Forename,{heading}", *rows, *bad])

    plan = brought_in(register, tmp_path, text)

    assert values(register, "reading") == [str(99 + n) for n in range(1, 11)]
    assert [(p.row, p.level) for p in plan.problems] == [
        (12, "problem"),
        (13, "problem"),
    ]


def test_averages_and_repeated_headings_do_not_lose_a_column(register, tmp_path):
    head = "UPN,Surname,Forename,KS2 Reading"
    rows = [f"{who},{99 + n}" for n, who in enumerate(pupils(5), 1)]
    text = "\n".join([head, *rows[:3], head, *rows[3:], ",Average,,103.4"])

    plan = brought_in(register, tmp_path, text)

    assert values(register, "reading") == ["100", "101", "102", "103", "104"]
    assert [aside.row for aside in plan.reading.ignored] == [5, 8]


def test_names_in_one_cell_stand_above_totals(register, tmp_path):
    rows = ['"Ahmed, Aisha",7A,105', '"Bond, James",7A,110', '"Cole, Jo",7A,100']
    text = "\n".join(["Name,Form,KS2 Maths SS", *rows, "Total,,3"])

    plan = brought_in(register, tmp_path, text)

    assert values(register, "maths") == ["105", "110", "100"]
    assert len(plan.new) == 3


def test_which_name_is_the_surname_is_asked_where_nothing_tells(register, tmp_path):
    text = f"Name,UPN,KS2 Maths SS\nAhmed Aisha,{upn(1)},105\nBond Jim,{upn(2)},106\n"

    plan = brought_in(register, tmp_path, text)

    assert plan.reading.columns[0].sure == "check"


def test_the_day_of_a_test_tells_its_year(register, tmp_path):
    head = "UPN,Surname,Forename,Date of test,Verbal SAS,Quantitative SAS"
    text = f"{head}\n{upn(1)},Ahmed,Aisha,12/09/2026,118,121\n"

    brought_in(register, tmp_path, text, academic_year=2025)

    years = register.rows("select distinct academic_year from results")
    assert [row[0] for row in years] == [2026]


def test_teachers_assess_writing_and_no_score_of_it_is_believed(register, tmp_path):
    head = "UPN,Surname,Forename,KS2 Writing SS,KS2 Maths SS"
    text = f"{head}\n{upn(1)},Ahmed,Aisha,105,110\n"

    brought_in(register, tmp_path, text)

    assert values(register, "writing") == []
    assert values(register, "maths") == ["110"]


def test_a_wrong_level_is_said_with_its_value(register, tmp_path):
    head = "UPN,Surname,Forename,KS2 Maths Level,KS2 Reading Level"
    rows = [f"{who},5,4b" for who in pupils(4)]
    text = "\n".join([head, *rows, f"{upn(9)},Last,One,12,4a"])

    plan = brought_in(register, tmp_path, text)

    [problem] = plan.problems
    assert "“12”" in problem.text


def test_a_remark_beside_the_table_does_not_lose_the_row(register, tmp_path):
    head = "UPN,Surname,Forename,DOB,KS2 Reading SS"
    text = f"{head}\n{upn(1)},Smith,Bo,04/03/2015,109,see me\n"

    plan = brought_in(register, tmp_path, text)

    assert values(register, "reading") == ["109"]
    assert plan.skipped == ()


def test_columns_of_another_kind_do_not_spoil_a_list(register, tmp_path):
    head = "First Name,Last Name,DOB,Gender,Year Group,Mark,Scaled Score"
    text = f"{head}\nAnna,Smith,03/09/2014,F,7,30,101\n"

    plan = brought_in(register, tmp_path, text)

    assert plan.reading.format == "pupil_list"
    assert len(plan.new) == 1
    assert register.value("select count(*) from results") == 0


def test_the_same_file_after_a_new_school_year_changes_nothing(register, tmp_path):
    pupil(register, "Anna", upn=upn(1), year_group=7)
    text = f"UPN,Surname,Forename,KS2 Reading SS\n{upn(1)},Ahmed,Anna,110\n"
    brought_in(register, tmp_path, text)
    with register.change("A new school year") as db:
        db.update("pupils", 1, {"year_group": 8})

    again = brought_in(register, tmp_path, text)

    assert again.changes_nothing


@pytest.mark.parametrize("born", ["23/11/2025", "24/11/2030", "23/11/2000"])
def test_a_birthday_that_no_pupil_has_is_looked_at_and_kept(register, tmp_path, born):
    text = f"UPN,Surname,Forename,DOB\n{upn(1)},Ahmed,Aisha,{born}\n"

    plan = brought_in(register, tmp_path, text)

    assert [(p.row, p.column, p.level) for p in plan.problems] == [(2, "DOB", "look")]
    assert register.value("select dob is not null from pupils") == 1


@pytest.mark.parametrize("born", ["23/11/2024", "24/11/2000"])
def test_the_youngest_and_the_oldest_pupil_are_taken_as_they_are(
    register, tmp_path, born
):
    text = f"UPN,Surname,Forename,DOB\n{upn(1)},Ahmed,Aisha,{born}\n"

    assert brought_in(register, tmp_path, text).problems == ()


def test_a_year_that_was_worked_out_is_said(register, tmp_path):
    head = "UPN,Surname,Forename,Year,KS2 Reading SS,KS2 Maths SS"
    rows = [f"{upn(1)},Ahmed,Aisha,7,105,110", f"{upn(2)},Bond,Jim,8,100,"]

    plan = brought_in(register, tmp_path, "\n".join([head, *rows]))

    notes = [p.text for p in plan.problems if p.level == "note"]
    assert len(notes) == 2
    assert "1 key stage 2 result" in notes[0]
    assert "2024/2025" in notes[0]
    assert "2 key stage 2 results" in notes[1]
    assert "2025/2026" in notes[1]


def test_a_year_that_the_person_gives_is_not_said_again(register, tmp_path):
    text = f"UPN,Surname,Forename,Year,KS2 Maths SS\n{upn(1)},Ahmed,Aisha,7,110\n"

    assert brought_in(register, tmp_path, text, academic_year=2025).problems == ()


def test_a_row_with_a_score_or_a_number_alone_is_left_out_with_a_reason(
    register, tmp_path
):
    head = "UPN,Adno,Surname,Forename,KS2 Maths SS"
    first = f"{upn(1)},0012,Ahmed,Aisha,110"
    text = "\n".join([head, first, ",,,,112", ",12345,,,", "Printed on 1/2/2026,,,,"])

    plan = brought_in(register, tmp_path, text, academic_year=2025)

    assert [aside.row for aside in plan.skipped] == [3, 4]
    assert all("neither a UPN" in aside.why for aside in plan.skipped)
    assert [aside.row for aside in plan.reading.ignored] == [5]


def test_to_skip_a_row_skips_no_other(register, tmp_path):
    head = "UPN,Surname,Forename,DOB,KS2 Maths SS,KS2 Reading SS"
    rows = [f"{upn(1)},Ahmed,Aisha,03/09/2014,{n},{n}" for n in (110, 111)]
    source = tmp_path / "odd.csv"
    source.write_text("\n".join([head, *rows]), encoding="utf-8")

    plan = imports.plan(register, source, Choices(answers={2: "skip"}))

    assert [aside.row for aside in plan.skipped] == [2]
    [new] = plan.new
    assert new.rows == (3,)
    assert [r.said.value for r in new.results] == ["111", "111"]


@pytest.mark.parametrize("order", [("level", "sub-level"), ("sub-level", "level")])
def test_of_two_columns_of_levels_the_finer_is_kept(register, tmp_path, order):
    held = {"level": "4", "sub-level": "4b"}
    head = ",".join(f"KS2 Maths {kind}" for kind in order)
    cells = ",".join(held[kind] for kind in order)
    text = f"UPN,Surname,Forename,{head}\n{upn(1)},Ahmed,Aisha,{cells}\n"

    plan = brought_in(register, tmp_path, text, academic_year=2012)

    assert values(register, "maths") == ["4b"]
    [other] = [c for c in plan.reading.columns if c.heading == "KS2 Maths level"]
    assert other.why == "It counts where “KS2 Maths sub-level” is blank."


def test_two_subjects_in_one_heading_are_neither(register, tmp_path):
    head = "UPN,Surname,Forename,KS2 Reading and Maths SS,KS2 GPS SS"
    text = f"{head}\n{upn(1)},Ahmed,Aisha,108,110\n"

    plan = brought_in(register, tmp_path, text, academic_year=2025)

    assert values(register, "reading") == values(register, "maths") == []
    assert plan.reading.columns[3].field is None
