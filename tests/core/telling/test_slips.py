"""Reply slips: numbers that catch mistakes, answers that arrive where they belong."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gtregister.core import undo
from gtregister.core.telling import (
    answers,
    letters,
    notices,
    owed,
    slip_numbers,
    slips,
    wishes,
)
from gtregister.errors import UserError
from tests.builders import contents
from tests.conftest import TODAY
from tests.families import newcomer, offer

NUMBERS = st.integers(1, 2_000_000)


@given(NUMBERS, st.data())
def test_every_wrong_digit_is_caught(slip_id, data):
    number = slip_numbers.number(slip_id)
    place = data.draw(st.integers(0, len(number) - 1))
    digit = data.draw(
        st.sampled_from("0123456789").filter(lambda d: d != number[place])
    )

    with pytest.raises(UserError):
        slip_numbers.slip_id(number[:place] + digit + number[place + 1 :])


@given(NUMBERS, st.data())
def test_every_swap_of_neighbours_is_caught(slip_id, data):
    number = slip_numbers.number(slip_id)
    place = data.draw(st.integers(0, len(number) - 2))
    one, other = number[place : place + 2]
    swapped = number[:place] + other + one + number[place + 2 :]

    if one != other:
        with pytest.raises(UserError):
            slip_numbers.slip_id(swapped)


@given(NUMBERS)
def test_a_number_is_read_back_as_it_is_typed(slip_id):
    number = slip_numbers.number(slip_id)

    assert slip_numbers.slip_id(f" {number[:3]} {number[3:]}") == slip_id


@pytest.mark.parametrize(
    "said", ["", "12", "abc", "１００１７", "1001 x", "0" * 9, "10" * 99]
)
def test_what_is_no_number_of_a_slip_is_refused(said):
    with pytest.raises(UserError):
        slip_numbers.slip_id(said)


@pytest.fixture
def number(register):
    """The number of the slip that went to the parents of Aisha."""
    offer(register)
    newcomer(register)
    prepared = letters.write(register, letters.due(register))
    letters.mark_printed(register, prepared.letters)
    (slip,) = (one.letter.slip for one in prepared.letters if one.letter.slip)
    return slip.number


def test_an_answer_is_kept_with_its_question_and_day(register, number):
    came = answers.enter(register, number, ["yes", "no"])

    assert came.slip.answers == {"read": True, "talk": False}
    assert came.slip.answered_on == TODAY
    assert not came.is_late
    assert "answered" in {one.state for one in owed.every(register)}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (["y"], [True]),
        (["ynn"], [True, False, False]),
        (["Yes,", "no"], [True, False]),
        (["ie", "na"], [True, False]),
    ],
)
def test_answers_are_typed_in_few_keys(register, number, typed, meant):
    slip = slips.find(register, number)

    assert list(answers.read(slip, typed).values()) == meant


@pytest.mark.parametrize("typed", [[], ["maybe"], ["yynn"], ["yes"] * 4])
def test_answers_that_do_not_fit_the_questions_are_refused(register, number, typed):
    with pytest.raises(UserError):
        answers.enter(register, number, typed)


def test_the_same_slip_twice_is_said_and_other_answers_are_refused(register, number):
    answers.enter(register, number, ["yes"])
    before = contents(register)

    assert answers.enter(register, number, ["yes"]).is_repeated
    with pytest.raises(UserError, match="before with other answers"):
        answers.enter(register, number, ["no"])
    assert contents(register) == before

    came = answers.enter(register, number, ["no"], replace=True)
    assert came.slip.answers == {"read": False}


def test_a_late_slip_counts_and_is_flagged(register, number):
    register._given_today = TODAY + timedelta(days=30)

    assert answers.enter(register, number, ["yes"]).is_late
    assert slips.table(register).only(["is_late"]).rows == [(1,)]


def test_a_number_that_no_letter_has_is_named(register, number):
    with pytest.raises(UserError, match="No letter has the slip"):
        answers.enter(register, slip_numbers.number(999), ["yes"])


def test_a_wish_not_to_be_on_the_register_waits_for_a_person(register, number):
    answers.enter(register, number, ["yyy"])

    (wish,) = wishes.table(register, is_open=True).keys
    assert register.value("select status from entries") == "on"

    wishes.decide(
        register, wish, "stays", "The family changed its mind on the telephone"
    )
    assert wishes.table(register, is_open=True).rows == []
    (row,) = wishes.table(register).only(["said_by", "decided"]).rows
    assert row == ("Mrs Farah Ahmed", "Stays on the register")


@pytest.mark.parametrize("decided", ["burnt", ""])
def test_a_wish_is_decided_with_a_word_and_a_reason(register, number, decided):
    answers.enter(register, number, ["yyy"])
    (wish,) = wishes.table(register).keys

    with pytest.raises(UserError):
        wishes.decide(register, wish, decided, "because")
    with pytest.raises(UserError):
        wishes.decide(register, wish, "stays", " ")


def test_a_missing_slip_is_chased_with_the_same_number(register, number):
    register._given_today = TODAY + timedelta(days=20)

    assert len(slips.table(register, is_missing=True).rows) == 1
    prepared = letters.write(register, letters.due(register, "reminder"))
    (one,) = prepared.letters
    assert one.letter.slip.number == number

    letters.mark_printed(register, prepared.letters)
    states = {o.event.kind: o.state for o in owed.every(register) if o.household}
    assert states == {"joined": "chased", "reminder": "printed"}
    answers.enter(register, number, ["yes"])
    assert notices.not_told(register).notices == 0
    states = {o.event.kind: o.state for o in owed.every(register) if o.household}
    assert states == {"joined": "answered", "reminder": "printed"}


def reminded(register, after):
    """Remind everybody who is to be reminded so many days after the first letter."""
    register._given_today = TODAY + timedelta(days=after)
    found = letters.write(register, letters.due(register, "reminder")).letters
    if found:
        letters.mark_printed(register, found)
    return len(found)


def test_a_family_is_reminded_twice_and_no_more(register, number):
    assert reminded(register, 20) == 1
    assert reminded(register, 24) == 0
    assert reminded(register, 27) == 1
    assert reminded(register, 90) == 0
    assert len(slips.table(register, is_missing=True).rows) == 1


def test_a_reminder_that_is_not_needed_is_the_last(register, number):
    register._given_today = TODAY + timedelta(days=20)
    keys = [one.key for one in letters.due(register, "reminder")]
    notices.set_aside(register, keys, "They called the office.")

    assert reminded(register, 90) == 0


def test_a_reminder_that_is_only_drafted_still_waits(register, number):
    register._given_today = TODAY + timedelta(days=20)
    letters.draft(
        register, letters.write(register, letters.due(register, "reminder")).letters
    )

    assert [o.state for o in letters.due(register, "reminder")] == ["drafted"]
    assert len(slips.table(register, is_missing=True).rows) == 1


def test_answers_are_kept_in_the_order_of_the_questions(register, number):
    answers.enter(register, number, ["nyn"])

    held = slips.find(register, number).answers
    assert list(held) == ["read", "talk", "objection"]


def test_an_entered_slip_is_undone_whole(register, number):
    before = contents(register)

    answers.enter(register, number, ["yyy"])
    undo.undo(register)

    assert contents(register) == before
