"""A workbook with a sheet for each form: all of it at once, or one after the other."""

import pytest

from gtregister.core import undo
from gtregister.core.importing import corrections, imports
from gtregister.core.importing.import_choices import Choices
from gtregister.core.importing.opened import open_file
from gtregister.importers import Ask, reading
from tests.builders import pupil, upn
from tests.importers.given import workbook

HEADS = ["UPN", "Surname", "Forename", "KS2 Maths SS"]


@pytest.fixture
def book(tmp_path):
    rows = {
        "7B": [["Baker", "Noah", 99], ["Clarke", "Zoë", 131]],
        "7C": [["Dale", "Ola", 108]],
    }

    def fill(made):
        for number, (title, pupils) in enumerate(rows.items(), 2):
            sheet = made.create_sheet(title)
            sheet.append(HEADS)
            for place, row in enumerate(pupils):
                sheet.append([upn(10 * number + place), *row])

    first = [HEADS, [upn(1), "Ahmed", "Aisha", 112]]
    return workbook(tmp_path, first, "Year 7.xlsx", "7A", fill)


def bring(register, book, sheet=None, **choices):
    ask = Ask(sheet=sheet, academic_year=2025)
    plan = imports.plan(register, book, Choices(ask, year=7, **choices))
    return plan, imports.apply(register, plan)


def test_another_sheet_of_the_same_file_was_not_imported_before(register, book):
    bring(register, book, "7A")

    assert imports.plan(register, book, Choices(Ask(sheet="7B"))).before is None
    again = imports.plan(register, book, Choices(Ask(sheet="7A"))).before
    assert again == ("2026-11-23", register.user, "7A")


def test_a_sheet_that_came_in_with_others_was_imported_before(register, book):
    bring(register, book, reading.ALL)

    for sheet in ("7B", reading.ALL):
        plan = imports.plan(
            register, book, Choices(Ask(sheet=sheet, academic_year=2025))
        )
        assert plan.before is not None
        assert plan.changes_nothing


def test_the_one_sheet_of_a_file_was_imported_whatever_the_file_is_called(
    register, tmp_path
):
    for name in ("one.csv", "copy.csv"):
        (tmp_path / name).write_text(f"UPN,Surname,Forename,DOB\n{upn(1)},A,B,\n")
    bring(register, tmp_path / "one.csv")

    before = imports.plan(register, tmp_path / "copy.csv").before
    assert before is not None
    assert before.sheet == ""


def test_every_result_keeps_its_own_sheet_and_row(register, book):
    bring(register, book, reading.ALL)

    rows = register.rows("select surname, sheet, row from result_sources order by 1")
    assert [tuple(row) for row in rows] == [
        ("Ahmed", "7A", 2),
        ("Baker", "7B", 2),
        ("Dale", "7C", 2),
    ]
    assert register.value("select sheet from imports") == "7A, 7B, 7C"


def test_rows_of_several_sheets_to_mend_are_their_own(register, book):
    file = open_file(book)
    name = reading.settled(file.sheets, Ask(sheet=reading.ALL)).sheet
    choices = Choices(Ask(sheet=name))
    plan = imports.plan(register, file, choices)

    wrong = [p for p in plan.problems if p.level == "problem"]
    table = corrections.to_mend(file.layout(choices), wrong)

    assert [row[1:4] for row in table.rows] == [("Clarke", "Zoë", "131")]
    [problem] = wrong
    place = next(c.place for c in plan.reading.columns if c.heading == problem.column)
    mended = Choices(choices.ask, corrections={(problem.row, place): "113"})
    assert not any(
        p.level == "problem" for p in imports.plan(register, file, mended).problems
    )


def test_an_answer_is_of_one_row_of_one_sheet(register, book):
    known = pupil(register, "Noah", surname="Baker", dob="2015-03-28")
    plan, _applied = bring(register, book, reading.ALL)
    [asked] = plan.asked

    assert str(asked.rows[0]) == "2 of 7B"
    bring(register, book, reading.ALL, answers={asked.rows[0]: f"#{known}"})
    again = Choices(
        Ask(sheet=reading.ALL, academic_year=2025), answers={asked.rows[0]: "new"}
    )

    found = register.rows("select pupil_id from results where sheet = '7B'")
    assert [row["pupil_id"] for row in found] == [known]
    assert not imports.plan(register, book, again).new


def test_undo_puts_all_sheets_back(register, book):
    _plan, applied = bring(register, book, reading.ALL)

    undo.undo(register, applied.change_id)

    assert register.value("select count(*) from pupils") == 0
