from datetime import date, timedelta

import pytest

from gtregister.core import history
from gtregister.core.enrichment import attendance, pasted_marks, places
from gtregister.core.undo import undo
from gtregister.db.file import Conflict
from gtregister.errors import UserError
from tests.builders import contents, pupil
from tests.programme import THURSDAY, activity, pupils, session


@pytest.fixture
def club(register):
    """A club of three pupils that met twice."""
    number = activity(register)
    held = [session(register, number, day) for day in (THURSDAY, date(2026, 12, 3))]
    children = pupils(register, 3)
    places.invite(register, number, children)
    return number, held, children


def test_all_present_marks_those_who_have_no_mark_yet(register, club):
    number, (first, _second), children = club
    attendance.mark(register, first, {children[1]: "late"})

    assert attendance.mark_rest_present(register, first) == 2

    shown = attendance.grid(register, number)
    assert [row[shown.first] for row in shown.table.rows] == ["P", "L", "P"]
    assert attendance.mark_rest_present(register, first) == 0


def test_one_pupil_has_one_mark_in_a_session_enforced_by_the_file(register, club):
    _number, (first, _second), children = club
    row = {"session_id": first, "pupil_id": children[0], "mark": "present"}

    def twice():
        with register.change("Marked") as db:
            db.insert("attendance", row)
            db.insert("attendance", row)

    with pytest.raises(Conflict):
        twice()
    assert register.value("select count(*) from attendance") == 0


def test_marks_are_changed_later_and_the_history_knows(register, club):
    _number, (first, _second), children = club
    attendance.mark(register, first, {children[0]: "absent"})
    before = contents(register)

    assert attendance.mark(register, first, {children[0]: "excused"}) == 1
    assert attendance.mark(register, first, {children[0]: "excused"}) == 0
    attendance.note(register, first, children[0], "Orthodontist.")
    assert len(history.table(register, children[0]).rows) == 5
    undo(register)
    undo(register)

    assert contents(register) == before


def test_a_leaver_stays_in_past_attendance_and_is_not_expected_again(register, club):
    number, (first, second), children = club
    attendance.mark_rest_present(register, first)
    place = places.place_of(register, number, children[0])

    places.withdraw(register, [place], "Moved to choir.")
    with register.change("Pupil list imported") as db:
        db.update("pupils", children[1], {"left_on": "2026-11-30"})

    assert attendance.expected(register, second) == [children[2]]
    shown = attendance.grid(register, number)
    assert [row[shown.first] for row in shown.table.rows] == ["P", "P", "P"]
    assert [row[3] for row in shown.table.rows] == ["Withdrawn", "Invited", "Invited"]


def test_a_mark_can_be_taken_away(register, club):
    _number, (first, _second), children = club
    attendance.mark(register, first, {children[0]: "present"})

    attendance.mark(register, first, {children[0]: None})

    assert register.value("select count(*) from attendance") == 0


def test_a_block_is_pasted_from_a_sheet(register, club):
    number, _held, children = club
    shown = attendance.grid(register, number)
    block = pasted_marks.read(
        "P\tl\n/\t\nExcused\tabsent\textra\n".replace("extra", "W")
    )

    marks = pasted_marks.spread(shown, 0, shown.first, block)
    attendance.set_marks(register, marks)

    shown = attendance.grid(register, number)
    assert [row[shown.first :] for row in shown.table.rows] == [
        ("P", "L"),
        ("P", None),
        ("E", "A"),
    ]
    assert len(marks) == 5
    assert {child for _session, child, _mark in marks} == set(children)


@pytest.mark.parametrize("text", ["x", "maybe", "5", "PP"])
def test_a_cell_that_is_no_mark_is_said(text):
    with pytest.raises(UserError, match=f"“{text}” is not a mark"):
        pasted_marks.read(f"P\t{text}")


def test_a_mark_that_nobody_knows_is_said(register, club):
    _number, (first, _second), children = club
    with pytest.raises(UserError, match="“here” is not a mark"):
        attendance.mark(register, first, {children[0]: "here"})


def test_marks_are_pasted_by_name_in_whichever_order(register):
    club = activity(register)
    first = session(register, club)
    second = session(register, club, THURSDAY + timedelta(7))
    aisha = pupil(register, "Aisha", surname="Ahmed")
    noah = pupil(register, "Noah", surname="O’Neill")
    places.invite(register, club, [aisha, noah])
    shown = attendance.grid(register, club)

    found = pasted_marks.by_name(
        register,
        shown,
        shown.first,
        "Surname\tForename\t26 Nov\t3 Dec\nO'Neill\tNoah\tP\tA\nAhmed, Aisha\t\tL\t\n",
    )

    assert found == [
        (first, noah, "present"),
        (second, noah, "absent"),
        (first, aisha, "late"),
    ]
    assert pasted_marks.by_name(register, shown, shown.first, "P\nA") is None
    with pytest.raises(UserError, match="Nobody on roll is called Zoe Zed"):
        pasted_marks.by_name(register, shown, shown.first, "Zoe Zed\tP")
