"""The new school year: who moves up, who leaves, and who is there already."""

from datetime import date

import pytest

from gtregister.core import school
from gtregister.core.identifying import entries
from gtregister.core.register import Register
from gtregister.core.roll import new_year, pupils
from gtregister.core.undo import undo
from gtregister.errors import UserError
from tests.builders import contents, pupil

SEPTEMBER = date(2027, 9, 6)


@pytest.fixture
def later(path):
    """Open the register of November 2026 again, on another day."""
    opened = []

    def open_on(day):
        opened.append(Register.open(path, "C Hall", today=day))
        return opened[-1]

    yield open_on
    for register in opened:
        register.close()


@pytest.fixture
def roll(path):
    """Aisha in Year 7, Ben in Year 10, Cai and Dot in Year 11, which is the highest."""
    with Register.open(path, "C Hall", today=date(2026, 11, 23)) as register:
        return [
            pupil(register, "Aisha", form="7A"),
            pupil(register, "Ben", year_group=10, form="10 Oak"),
            pupil(register, "Cai", year_group=11, form="Oak"),
            pupil(register, "Dot", year_group=11, form="11B"),
        ]


def told(register, pupil_id):
    row = pupils.get(register, pupil_id)
    return row["year_group"], row["form"], row["left_on"]


def test_pupils_move_up_with_their_forms_and_the_highest_year_leaves(roll, later):
    register = later(SEPTEMBER)

    new_year.start(register)

    assert [told(register, one) for one in roll] == [
        (8, "8A", None),
        (11, "11 Oak", None),
        (11, "Oak", "2027-09-01"),
        (11, "11B", "2027-09-01"),
    ]
    assert school.of(register).academic_year == 2027
    assert pupils.count(register) == 2


def test_the_plan_says_it_all_before_and_changes_nothing(roll, later):
    register = later(SEPTEMBER)
    before = contents(register)

    found = new_year.plan(register)

    listed = new_year.table(found)
    assert [row[1:] for row in listed.rows] == [
        ("Aisha", 7, "7A", "Moves up", 8, "8A"),
        ("Ben", 10, "10 Oak", "Moves up", 11, "11 Oak"),
        ("Cai", 11, "Oak", "Leaves the school", None, None),
        ("Dot", 11, "11B", "Leaves the school", None, None),
    ]
    assert listed.keys == roll
    assert contents(register) == before


def test_one_undo_puts_the_whole_school_back(roll, later):
    register = later(SEPTEMBER)
    before = contents(register)
    new_year.start(register)

    undone = undo(register)

    assert contents(register) == before
    assert undone.kept == ()


def test_a_person_knows_better_who_leaves_and_who_stays(roll, later):
    register = later(SEPTEMBER)
    aisha, ben, cai, dot = roll

    new_year.start(register, {aisha: "stays", ben: "leaves", cai: "stays", dot: "up"})

    assert told(register, aisha) == (7, "7A", None)
    assert told(register, ben) == (10, "10 Oak", "2027-09-01")
    assert told(register, cai) == (11, "Oak", None)
    assert told(register, dot) == (12, "12B", None)


@pytest.mark.parametrize(
    ("day", "is_due"),
    [(date(2027, 8, 31), False), (date(2027, 9, 1), True)],
)
def test_it_can_be_started_from_the_first_of_september(roll, later, day, is_due):
    register = later(day)

    assert new_year.is_due(register) is is_due
    if not is_due:
        with pytest.raises(UserError, match="from 1 September 2027"):
            new_year.plan(register)


def test_it_cannot_be_started_twice(roll, later):
    register = later(SEPTEMBER)
    new_year.start(register)

    with pytest.raises(UserError, match="in the school year 2027 to 2028 already"):
        new_year.start(register)


def test_whose_year_was_set_since_september_does_not_move_up_again(roll, later):
    register = later(SEPTEMBER)
    aisha, ben, *_others = roll
    pupils.change(register, aisha, "year_group", 8)
    pupils.change(register, ben, "form", "11Z")
    eve = pupil(register, "Eve", year_group=7)

    new_year.start(register)

    assert told(register, aisha)[0] == 8
    assert told(register, ben)[0] == 11, "another detail says nothing of the year"
    assert told(register, eve)[0] == 7


def test_a_year_that_was_set_and_put_back_moves_up_all_the_same(roll, later):
    register = later(SEPTEMBER)
    pupils.change(register, roll[0], "year_group", 8)
    undo(register)

    found = new_year.plan(register)

    assert found.moves[0].year_then == 8


def test_someone_whose_year_seemed_set_can_be_sent_up_by_hand(roll, later):
    register = later(SEPTEMBER)
    eve = pupil(register, "Eve", year_group=7, form="7A")

    new_year.start(register, {eve: "up"})

    assert told(register, eve) == (8, "8A", None)


def test_a_register_that_slept_a_year_catches_up(roll, later):
    with later(SEPTEMBER) as awake:
        pupils.change(awake, roll[1], "year_group", 9)
    register = later(date(2028, 9, 4))

    found = new_year.plan(register)

    assert [(m.forename, m.what, m.year_then) for m in found.moves] == [
        ("Aisha", "up", 9),
        ("Ben", "up", 10),
        ("Cai", "leaves", 11),
        ("Dot", "leaves", 11),
    ]


def test_who_left_before_and_who_has_no_year_are_left_alone(roll, later):
    register = later(SEPTEMBER)
    pupils.leave(register, [roll[0]], date(2027, 7, 20))
    nobody = pupil(register, "Nil", year_group=None)

    new_year.start(register)

    assert told(register, roll[0]) == (7, "7A", "2027-07-20")
    assert told(register, nobody) == (None, None, None)


@pytest.mark.parametrize(
    ("form", "then"),
    [
        ("7A", "8A"),
        ("07A", "08A"),
        ("71", "71"),
        ("Oak", "Oak"),
        ("", ""),
        (None, None),
    ],
)
def test_a_form_moves_on_only_if_it_begins_with_the_year(path, later, form, then):
    with later(date(2026, 11, 23)) as before:
        one = pupil(before, form=form)
    register = later(SEPTEMBER)

    new_year.start(register)

    assert told(register, one)[1] == then


def test_reception_becomes_year_one(path, later):
    with later(date(2026, 11, 23)) as before:
        one = pupil(before, year_group=0, form="Acorns")
    register = later(SEPTEMBER)

    new_year.start(register)

    assert told(register, one)[:2] == (1, "Acorns")


def test_entries_of_leavers_stay_in_the_history_and_go_from_the_list(roll, later):
    register = later(SEPTEMBER)
    with register.change("Entry") as db:
        for one in (roll[0], roll[3]):
            entry = {"strand": "gifted", "scope": "school", "status": "on"}
            db.insert("entries", {**entry, "pupil_id": one, "from_on": "2026-11-23"})

    new_year.start(register)

    assert entries.count(register) == 1
    assert entries.count(register, date(2027, 7, 1)) == 2


def test_cancelling_half_way_leaves_everything_as_it_was(roll, later):
    register = later(SEPTEMBER)
    before = contents(register)

    def step(done, of):
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        new_year.start(register, step=step)

    assert contents(register) == before
