"""Replies from a spreadsheet: each row is entered, or it is said why not."""

from datetime import date, timedelta

import pytest

from gtregister.core import undo
from gtregister.core.enrichment import places
from gtregister.core.telling import answer_sheets, answers, letters, slips, wishes
from gtregister.core.telling.slip_numbers import number
from gtregister.errors import Cancelled, UserError
from tests.builders import contents, upn
from tests.conftest import TODAY
from tests.families import newcomer, offer, parent
from tests.programme import activity

NAMES = ("Aisha", "Ben", "Chloé", "Dev")


@pytest.fixture
def numbers(register):
    """Print the letters of four newcomers; give the numbers of their slips."""
    offer(register)
    for n, name in enumerate(NAMES, 1):
        newcomer(register, name, surname=f"Hill{n}", upn=upn(n))
    letters.mark_printed(register, due(register))
    return [slip.number for slip in slips.every(register).values()]


def due(register):
    return letters.write(register, letters.due(register)).letters


@pytest.fixture
def planned(register, tmp_path):
    """Plan a sheet that is written as lines of a CSV file."""

    def plan(*lines):
        path = tmp_path / "replies.csv"
        path.write_text("\n".join(lines), encoding="utf-8")
        return answer_sheets.plan(register, path)

    return plan


def outcomes(plan):
    return [(line.row, line.outcome) for line in plan.lines]


def test_each_row_is_entered_or_it_is_said_why_not(register, numbers, planned):
    answers.enter(register, numbers[1], ["yes"])
    answers.enter(register, numbers[2], ["no"])

    plan = planned(
        "Replies about the register",
        "Slip number,Answer",
        f"{numbers[0]},yes",
        f"{numbers[1]},yes",
        f"{numbers[2]},y n n",
        f"{numbers[3]},",
        "10091,yes",
        f"{numbers[3]},maybe",
        f"{number(999)},no",
    )

    assert plan.heading_row == 2
    assert outcomes(plan) == [
        (3, "new"),
        (4, "repeated"),
        (5, "differs"),
        (7, "refused"),
        (8, "refused"),
        (9, "refused"),
    ]
    whys = [line.why for line in plan.lines]
    assert whys[1] == "Entered before (Has read it: yes) on 23 November 2026."
    assert whys[3].startswith("10091 is not the number of any slip.")
    assert whys[4] == "“maybe” is neither yes nor no. Write yes or no."
    assert whys[5].startswith("No letter has the slip")


def test_a_sheet_is_entered_in_one_change_and_undone_whole(register, numbers, planned):
    before = contents(register)
    plan = planned("Slip,Answer", *(f"{one},yyy" for one in numbers))
    changes = register.latest_change

    assert answer_sheets.enter(register, plan) == 4

    assert register.latest_change == changes + 1
    assert len(wishes.table(register, is_open=True).rows) == 4
    assert all(slip.answers for slip in slips.every(register).values())
    undo.undo(register)
    assert contents(register) == before


def test_other_answers_take_the_place_of_earlier_ones_only_if_one_says_so(
    register, numbers, planned
):
    answers.enter(register, numbers[0], ["yes"])
    plan = planned("Slip,Answer", f"{numbers[0]},no")

    assert answer_sheets.enter(register, plan) == 0
    assert slips.find(register, numbers[0]).answers == {"read": True}
    assert answer_sheets.enter(register, plan, replace=True) == 1
    assert slips.find(register, numbers[0]).answers == {"read": False}


@pytest.mark.parametrize(
    ("headings", "row"),
    [
        ("UPN,Reply", f"{upn(1)},yes"),
        ("Surname,Forename,Yes/No", "HILL1,aisha,Y"),
        ("Pupil name,Answer", "Hill1 Aisha,yes"),
        ("Pupil name,Answer", '"Hill1, Aisha",yes'),
        ("Full name,Form,Question 1", "Aisha Hill1,7A,true"),
        ("UPN,Read", f"{upn(1)},yes"),
        ("UPN,We have read this letter and talked about it with my child.", "{},✓"),
        ("UPN,Answers", f'{upn(1)},"read: yes"'),
    ],
)
def test_a_row_says_whose_reply_it_is_in_many_ways(numbers, planned, headings, row):
    plan = planned(headings, row.replace("{}", upn(1)))

    ((line),) = plan.lines
    assert line.outcome == "new"
    assert line.reply.slip.number == numbers[0]
    assert line.reply.answers == {"read": True}


def test_each_question_may_have_a_column(register, numbers, planned):
    plan = planned("Slip,Read,Talk,3", f"{numbers[0]},yes,no,", f"{numbers[1]},,,yes")

    assert [line.reply.answers for line in plan.lines] == [
        {"read": True, "talk": False},
        {"objection": True},
    ]
    assert plan.columns == [
        ("Slip", "the number of the slip"),
        ("Read", "the question “read”"),
        ("Talk", "the question “talk”"),
        ("3", "the question “3”"),
    ]


def test_a_slip_that_stands_there_twice_counts_once_or_not_at_all(numbers, planned):
    first, second = numbers[:2]

    plan = planned(
        "Slip,Answer",
        *(f"{first},yes", f"{second},yes", f"{first},yes", f"{second},no"),
    )

    assert outcomes(plan) == [(2, "new"), (3, "twice"), (4, "twice"), (5, "twice")]
    assert [reply.slip.number for reply in plan.replies()] == [first]


def test_a_reply_is_late_by_the_day_on_which_it_came(register, numbers, planned):
    register._given_today = TODAY + timedelta(days=40)

    plan = planned(
        "Slip,Answer,Date returned",
        f"{numbers[0]},yes,30/11/2026",
        f"{numbers[1]},yes,2026-12-20",
        f"{numbers[2]},yes,",
        f"{numbers[3]},yes,30/11/2031",
    )

    assert [line.outcome for line in plan.lines] == ["new", "late", "late", "refused"]
    answer_sheets.enter(register, plan)
    assert slips.find(register, numbers[0]).answered_on == date(2026, 11, 30)


def test_a_family_in_two_homes_is_asked_for_the_number(register, planned):
    offer(register)
    child = newcomer(register, upn=upn(1))
    parent(register, child, "Omar", address="9 High Street")
    letters.mark_printed(register, due(register))

    (line,) = planned("UPN,Answer", f"{upn(1)},yes").lines

    assert line.outcome == "refused"
    assert line.why.startswith("2 slips about Aisha Ahmed are out.")


def test_a_number_and_a_name_that_do_not_belong_together_are_refused(numbers, planned):
    (line,) = planned("Slip,Surname,Forename,Answer", f"{numbers[0]},Hill2,Ben,y").lines

    assert "names somebody else" in line.why


def test_namesakes_are_told_apart_by_their_form(register, planned):
    offer(register)
    for form in ("7A", "7B"):
        newcomer(register, "Aisha", form=form)
    letters.mark_printed(register, due(register))

    plan = planned("Name of pupil,Form,Answer", "Aisha Ahmed,7B,y", "Aisha Ahmed,,n")

    first, second = plan.lines
    assert first.reply.slip.form == "7B"
    assert second.why.startswith("Several pupils have this name.")


def test_consents_of_a_sheet_go_to_the_roster(register, planned):
    child = newcomer(register, upn=upn(1))
    trip = activity(register, "Chess club", consent="needed")
    places.invite(register, trip, [child], "fits the subject")
    letters.mark_printed(register, due(register))

    plan = planned("UPN,My child may take part in Chess club.", f"{upn(1)},yes")
    answer_sheets.enter(register, plan)

    row = register.row("select state, consent from place_list")
    assert tuple(row) == ("accepted", "given")


def test_the_list_of_slips_can_be_filled_in_and_read_back(register, numbers, tmp_path):
    from gtregister.core import exports

    answers.enter(register, numbers[0], ["ynn"])
    path = tmp_path / "slips.xlsx"
    exports.save(register, slips.table(register), path)

    plan = answer_sheets.plan(register, path)

    assert [line.outcome for line in plan.lines] == ["repeated"]
    assert plan.sheet == "Reply slips"


def test_a_file_without_replies_is_refused_in_a_sentence(numbers, planned):
    with pytest.raises(UserError, match=r"replies\.csv” has no columns"):
        planned("Colour,Size", "red,4")


def test_reading_a_sheet_can_be_cancelled(register, numbers, tmp_path):
    path = tmp_path / "replies.csv"
    path.write_text(f"Slip,Answer\n{numbers[0]},yes\n")

    def stop(_done, _of):
        raise Cancelled

    with pytest.raises(Cancelled):
        answer_sheets.plan(register, path, stop)
