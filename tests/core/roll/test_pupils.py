"""The roll by hand: details typed in, pupils added, leaving and coming back."""

from datetime import date

import pytest

from gtregister.core import history
from gtregister.core.roll import pupils
from gtregister.core.undo import undo
from gtregister.errors import UserError
from tests.builders import contents, pupil, upn


def column(table, key):
    return [row[table.position(key)] for row in table.rows]


@pytest.mark.parametrize(
    ("field", "typed", "stored"),
    [
        ("dob", "27 3 2015", "2015-03-27"),
        ("dob", "27/03/2015", "2015-03-27"),
        ("year_group", "Year 8", 8),
        ("year_group", 0, 0),
        ("year_group", -1, -1),
        ("form", " 7B ", "7B"),
        ("pupil_premium", 1, 1),
        ("pupil_premium", 0, 0),
        ("eal", "Yes", 1),
        ("sen", "K", "K"),
        ("sex", "f", "F"),
        ("middle_names", "Zoë  Ann", "Zoë Ann"),
        ("upn", upn(5).lower(), upn(5)),
    ],
)
def test_a_detail_is_read_as_it_would_be_in_a_file(register, field, typed, stored):
    aisha = pupil(register)

    assert pupils.change(register, aisha, field, typed) is None

    assert pupils.get(register, aisha)[field] == stored


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("dob", "31/02/2014", "not a date"),
        ("dob", "27 3 2035", "in the past"),
        ("upn", "A123", "not a UPN"),
        ("year_group", "20", "not a year group"),
        ("sen", "X", "not a code for special needs"),
        ("surname", "  ", "Enter the surname"),
        ("forename", "-", "Enter the forename"),
    ],
)
def test_what_cannot_be_is_refused_and_changes_nothing(register, field, typed, said):
    aisha = pupil(register)
    before = contents(register)

    with pytest.raises(UserError, match=said) as refused:
        pupils.change(register, aisha, field, typed)

    assert refused.value.field == field
    assert contents(register) == before


def test_a_wrong_check_letter_is_a_look_and_no_refusal(register):
    aisha = pupil(register)
    wrong = ("B" if upn(1)[0] != "B" else "C") + upn(1)[1:]

    look = pupils.change(register, aisha, "upn", wrong)

    assert "does not fit its digits" in str(look)
    assert pupils.get(register, aisha)["upn"] == wrong


def test_a_birthday_that_hardly_can_be_is_a_look(register):
    aisha = pupil(register)

    assert "2026" in str(pupils.change(register, aisha, "dob", "1 11 2026"))


def test_a_detail_can_be_emptied(register):
    aisha = pupil(register, form="7A")

    pupils.change(register, aisha, "form", "")

    assert pupils.get(register, aisha)["form"] is None


def test_the_upn_of_another_pupil_is_refused_by_name(register):
    pupil(register, "Noah", upn=upn(1))
    aisha = pupil(register)

    with pytest.raises(UserError, match="Noah Ahmed has the UPN"):
        pupils.change(register, aisha, "upn", upn(1))


def test_the_same_again_is_no_change(register):
    aisha = pupil(register, form="7A")
    before = len(history.table(register).rows)

    pupils.change(register, aisha, "form", "7A")

    assert len(history.table(register).rows) == before


def test_a_change_is_named_in_the_history_and_can_be_undone(register):
    aisha = pupil(register, form="7A")
    before = contents(register)
    pupils.change(register, aisha, "form", "7B")

    latest = history.table(register, aisha)
    assert column(latest, "what")[0] == "Pupil changed"
    assert column(latest, "about")[0] == "Form"
    undo(register)

    assert contents(register) == before


def test_a_pupil_is_added_by_hand(register):
    added = pupils.add(
        register,
        {
            "surname": "Görlitz",
            "forename": "Zoë",
            "dob": "27 3 2015",
            "year_group": "7",
        },
    )

    assert added.looks == ()
    row = pupils.get(register, added.pupil_id)
    assert (row["surname"], row["dob"], row["year_group"]) == (
        "Görlitz",
        "2015-03-27",
        7,
    )


def test_a_pupil_needs_a_surname_and_a_forename(register):
    with pytest.raises(UserError, match="Enter the forename") as refused:
        pupils.add(register, {"surname": "Ahmed"})
    assert refused.value.field == "forename"


def test_the_same_name_and_birthday_is_the_same_pupil_but_for_another_upn(register):
    pupil(register, "Zoë", surname="O’Neill", upn=upn(1))
    same = {"surname": "ONeill", "forename": "Zoe", "dob": "3/9/2014"}

    with pytest.raises(UserError, match="born on 3 September 2014, is on the roll"):
        pupils.add(register, same)

    assert pupils.add(register, same | {"upn": upn(2)}).pupil_id


def test_leavers_leave_the_roll_and_come_back_with_all_that_was_theirs(register):
    aisha, ben = pupil(register), pupil(register, "Ben")
    before = contents(register)

    assert pupils.leave(register, [aisha, ben], date(2026, 11, 20)) == 2
    assert pupils.count(register) == 0
    assert pupils.leave(register, [aisha], date(2026, 11, 20)) == 0
    assert pupils.come_back(register, [aisha, ben]) == 2

    assert contents(register) == before


def test_nobody_leaves_before_having_joined(register):
    aisha = pupil(register, joined_on="2026-09-01")

    with pytest.raises(UserError, match="joined on 1 September 2026"):
        pupils.leave(register, [aisha], date(2026, 8, 31))


def test_neighbours_are_those_before_and_after_on_the_roll(register):
    first, second = pupil(register, "Aisha"), pupil(register, "Ben")
    pupil(register, "Bea", left_on="2026-11-01")
    third = pupil(register, "Aaron", year_group=8)

    assert pupils.neighbours(register, second) == (first, third)
    assert pupils.neighbours(register, first) == (None, second)
    assert pupils.neighbours(register, third) == (second, None)


def test_a_pupil_who_is_not_there_is_said_in_a_sentence(register):
    with pytest.raises(UserError, match="not in the register any more"):
        pupils.get(register, 99)


def test_a_upn_finds_whose_it_is_before_whose_it_was(register):
    pupil(register, "Ben", former_upn=upn(1))
    pupil(register, "Aisha", upn=upn(1))

    assert pupils.by_upn(register, upn(1))["forename"] == "Aisha"
