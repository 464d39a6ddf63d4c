"""What a person says of single cells, rows and changes, and what a plan makes of it."""

from pathlib import Path

import pytest

from gtregister.core import undo
from gtregister.core.importing import (
    corrections,
    hands,
    import_list,
    imports,
    opened,
    questions,
)
from gtregister.core.importing.import_choices import Choices
from gtregister.core.roll import leavers
from gtregister.errors import Cancelled, UserError
from gtregister.i18n import N_
from gtregister.importers import Ask, ColumnMatch
from tests.builders import contents, pupil, upn

TOP = "UPN,Surname,Forename,DOB,Year,Form,KS2 reading scaled score"


@pytest.fixture
def file(tmp_path):
    def write(*rows, top=TOP, name="Year 7.csv"):
        path = tmp_path / name
        path.write_text("\n".join((top, *rows)), encoding="utf-8")
        return opened.open_file(path)

    return write


def lee(reading="105", form="7A", born="04/05/2015"):
    return f"{upn(1)},Lee,Ben,{born},7,{form},{reading}"


def imported(register, source, choices=None):
    return imports.apply(register, imports.plan(register, source, choices))


def one(register, column):
    return register.row("select * from pupils")[column]


def test_a_corrected_cell_goes_in_and_its_problem_is_gone(register, file):
    source = file(lee("1 05"))
    before = imports.plan(register, source)
    after = imports.plan(register, source, Choices(corrections={(2, 6): "105"}))
    assert [p.value for p in before.problems if p.level == "problem"] == ["1 05"]
    assert [p for p in after.problems if p.level == "problem"] == []
    assert [r.said.number for r in after.new[0].results] == [105]


def test_a_correction_leaves_the_other_sheets_and_the_file_as_they_are(file):
    source = file(lee("1 05"))
    changed = source.read(Choices(Ask(sheet="Year 7"), corrections={(2, 6): "105"}))
    again = source.read(Choices())
    assert changed.records[0].results[0].value == "105"
    assert not again.records[0].results


def test_the_heading_row_may_be_chosen(register, file):
    top = "Surname,Forename,Form"
    source = file("Surname,Forename,DOB", "Lee,Ben,04/05/2015", top=top)
    read = imports.plan(register, source, Choices(Ask(heading_row=2))).reading
    assert read.heading_row == 2
    assert [column.field for column in read.columns] == ["surname", "forename", "dob"]
    with pytest.raises(UserError, match="no row 9"):
        imports.plan(register, source, Choices(Ask(heading_row=9)))


def test_a_plan_of_an_opened_file_is_the_plan_of_the_file(register, file):
    source = file(lee())
    from_cells = imports.plan(register, source)
    from_file = imports.plan(register, source.source)
    assert from_cells == from_file


def test_what_is_pasted_is_read_like_a_file(register):
    source = opened.paste("UPN\tSurname\tForename\n" + f"{upn(1)}\tLee\tBen\n")
    plan = imports.plan(register, source)
    assert [new.details["surname"] for new in plan.new] == ["Lee"]


@pytest.mark.parametrize("text", ["", "hello", "<html><body>x", "\x00\x01"])
def test_what_is_no_list_cannot_be_pasted(text):
    with pytest.raises(UserError, match="Copy the cells"):
        opened.paste(text)


@pytest.mark.parametrize(
    ("field", "text", "meant"),
    [
        ("ks2.reading.scaled_score", "1 05", "105"),
        ("ks2.reading.scaled_score", "1O5", "105"),
        ("ks2.reading.scaled_score", "l05.", "105"),
        ("ks2.reading.scaled_score", "150", None),
        ("ks2.reading.scaled_score", "105", None),
        ("dob", "31/02/2014", None),
        ("dob", "3 /9/2014", "3/9/2014"),
        (None, "anything", None),
    ],
)
def test_a_slip_of_the_hand_is_guessed_and_nothing_else(field, text, meant):
    column = ColumnMatch("heading", field, "sure", "")
    assert corrections.suggestion(column, text) == meant


def test_a_typed_text_is_checked_as_the_cell_would_be():
    column = ColumnMatch("Rdg SS", "ks2.reading.scaled_score", "sure", "")
    assert "Use 80 to 120" in corrections.wrong_with(column, "130")
    assert corrections.wrong_with(column, "118") == ""
    assert corrections.wrong_with(column, "N") == ""


def test_problems_saved_and_mended_are_imported(register, file, tmp_path):
    source = file(lee("1 05"), f"{upn(2)},Baker,Noah,03/05/2015,7,7B,101")
    plan = imports.plan(register, source)
    table = corrections.to_mend(source.layout(Choices()), plan.problems)
    out = tmp_path / "To mend.xlsx"
    before = register.path.read_bytes()
    corrections.save(register, table, out)
    again = imports.plan(register, out)
    assert register.path.read_bytes() == before
    assert [c.title for c in table.columns][:3] == ["UPN", "Surname", "Forename"]
    assert [column.heading for column in again.reading.columns][-1] == "What’s wrong"
    assert [new.details["surname"] for new in again.new] == ["Lee"]
    assert [p.value for p in again.problems if p.level == "problem"] == ["1 05"]


def test_what_was_edited_by_hand_is_kept_and_the_rest_follows_the_file(register, file):
    imported(register, file(lee()))
    with register.change(N_("Pupil edited")) as db:
        db.update("pupils", 1, {"form": "7X"})
    plan = imports.plan(register, file(lee("107", "7B")))
    assert [(kept.why, kept.said.new) for kept in plan.kept] == [("edited", "7B")]
    imports.apply(register, plan)
    assert one(register, "form") == "7X"
    assert register.value("select value from results") == "107"


def test_an_import_over_an_edit_makes_the_value_the_files_again(register, file):
    imported(register, file(lee()))
    with register.change(N_("Pupil edited")) as db:
        db.update("pupils", 1, {"form": "7X"})
    imported(register, file(lee(form="7B")), Choices(rule="file"))
    assert one(register, "form") == "7B"
    assert not imports.plan(register, file(lee(form="7C"))).kept


def test_the_register_may_have_the_last_word(register, file):
    imported(register, file(lee()))
    plan = imports.plan(register, file(lee("107", "7B")), Choices(rule="register"))
    assert plan.changes_nothing
    assert {kept.why for kept in plan.kept} == {"rule"}


def test_a_change_of_many_at_once_is_none_by_hand(register, file):
    imported(register, file(lee()))
    other = pupil(register)
    with register.change(N_("New school year")) as db:
        for key in (1, other):
            db.update("pupils", key, {"form": "8A"})
    plan = imports.plan(register, file(lee(form="8B")))
    assert not plan.kept
    assert [change.new for change in plan.known[0].changes] == ["8B"]


def test_each_change_can_be_refused_or_let_in(register, file):
    imported(register, file(lee()))
    held = register.value("select id from results")
    source = file(lee("107", "7B"))
    refused = Choices(details={(1, "form"): False}, results={held: False})
    assert imports.plan(register, source, refused).changes_nothing
    allowed = Choices(rule="register", details={(1, "form"): True})
    plan = imports.plan(register, source, allowed)
    assert [change.field for change in plan.known[0].changes] == ["form"]
    assert [kept.why for kept in plan.kept] == ["rule"]


def test_an_import_is_called_what_conflicts_take_it_for(register, file):
    imported(register, file(lee()))
    what = register.value("select what from changes order by id desc limit 1")
    assert what == hands.IMPORTED


def test_who_is_missing_from_a_list_is_found_and_left_only_if_asked(register, file):
    known = pupil(register, "Ben", surname="Lee", dob="2015-05-04", upn=upn(1))
    gone = pupil(register, "Gone", surname="Moved")
    pupil(register, "Older", year_group=9)
    source = file(lee())
    assert [row["id"] for row in leavers.missing(register, {known})] == [gone]
    imported(register, source)
    left = "select left_on from pupils where id = :id"
    assert register.value(left, id=gone) is None
    before = contents(register)
    applied = imported(register, source, Choices(left=frozenset({gone})))
    assert register.value(left, id=gone) == "2026-11-23"
    undo.undo(register, applied.change_id)
    assert contents(register)["pupils"] == before["pupils"]


def test_a_class_list_says_nothing_of_the_rest_of_the_year(register):
    found = {pupil(register, f"Child {n}") for n in range(5)}
    assert leavers.missing(register, {min(found), max(found)}) == []


def test_cancelling_an_import_that_runs_puts_everything_back(register, file):
    def stop(done, _of):
        if done:
            raise Cancelled

    rows = [f"{upn(n)},Lee,Ben{n},04/05/2015,7,7A,105" for n in range(5)]
    plan = imports.plan(register, file(*rows))
    before = contents(register)
    with pytest.raises(Cancelled):
        imports.apply(register, plan, stop)
    assert contents(register) == before


def test_a_pupil_without_a_upn_can_be_named_by_id(register, file):
    known = pupil(register, "Katherine", surname="Smith", dob="2015-03-12")
    source = file("Smith,Katy,12/03/2015", top="Surname,Forename,DOB")
    plan = imports.plan(register, source, Choices(answers={2: f"#{known}"}))
    assert [one.pupil_id for one in plan.known] == [known]


def twins(register, file):
    pupil(register, "Jack", surname="Hughes", dob="2015-01-04")
    return file("Hughes,James,04/01/2015", top="Surname,Forename,DOB")


def test_twins_are_new_unless_a_person_says_otherwise(register, file):
    source = twins(register, file)
    plan, [question] = questions.plan(register, source, Choices())
    assert question.is_twins
    assert question.answer == "new"
    assert len(plan.new) == 1
    said = Choices(answers={2: questions.same(question.alike[0])})
    plan, [question] = questions.plan(register, source, said)
    assert question.answer == "#1"
    assert [known.pupil_id for known in plan.known] == [1]


def test_namesakes_are_neither_merged_nor_made_without_an_answer(register, file):
    pupil(register, "Ben", surname="Lee", dob="2014-09-03")
    source = file("Lee,Ben,7A", top="Surname,Forename,Form")
    plan, [question] = questions.plan(register, source, Choices())
    assert question.answer is None
    assert (plan.new, plan.known, len(plan.asked)) == ((), (), 1)
    plan, [question] = questions.plan(register, source, Choices(answers={2: "skip"}))
    assert question.answer == "skip"
    assert [aside.row for aside in plan.skipped] == [2]


def test_an_answer_that_no_longer_fits_is_let_go(register, file):
    source = file(lee())
    plan, asked = questions.plan(
        register, source, Choices(answers={2: "#7", 99: "new"})
    )
    assert asked == []
    assert len(plan.new) == 1


def test_a_row_can_be_left_out_though_nothing_is_asked(register, file):
    source = file(lee(), f"{upn(2)},Baker,Noah,03/05/2015,7,7B,101")
    plan, _asked = questions.plan(register, source, Choices(answers={2: "skip"}))
    assert [new.details["surname"] for new in plan.new] == ["Baker"]
    assert plan.counts().skipped == 1


def test_a_file_that_is_gone_is_said_in_a_sentence(tmp_path: Path):
    with pytest.raises(UserError, match="There is no file"):
        opened.open_file(tmp_path / "gone.csv")


def test_of_several_who_are_alike_any_can_be_named(register, file):
    ids = [
        pupil(register, "Ben", surname="Lee", dob=f"2014-09-0{n}") for n in range(1, 4)
    ]
    source = file("Lee,Ben,7A", top="Surname,Forename,Form")
    _plan, [question] = questions.plan(register, source, Choices())
    third = question.alike[2]
    said = Choices(answers={2: questions.same(third)})
    plan, [question] = questions.plan(register, source, said)
    assert {row["id"] for row in question.alike} == {*ids}
    assert question.pupil == third
    assert [known.pupil_id for known in plan.known] == [third["id"]]


def test_a_cell_that_a_short_row_does_not_have_can_be_given(register, file):
    source = file(f"{upn(1)},Lee,Ben")
    plan = imports.plan(register, source, Choices(corrections={(2, 3): "04/05/2015"}))
    assert plan.new[0].details["dob"] == "2015-05-04"


def test_the_pupils_of_an_import_are_listed_with_what_it_did(register, file):
    imported(register, file(lee()))
    second = f"{upn(2)},Baker,Noah,03/05/2015,7,7B,"
    applied = imported(register, file(lee("107"), second))
    listed = import_list.table(register, applied.change_id)
    assert [row[:2] + row[4:] for row in map(tuple, listed.rows)] == [
        ("Baker", "Noah", "New pupil", None),
        ("Lee", "Ben", "Results only", 1),
    ]
