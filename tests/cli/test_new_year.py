"""The verb that starts a new school year."""

import pytest

from gtregister.core.register import Register
from tests.builders import upn
from tests.conftest import TODAY

LATER = ("--today", "2027-09-06")


@pytest.fixture
def school(path):
    """Three pupils of Years 7, 10 and 11."""
    november = Register.open(path, "C Hall", today=TODAY)
    with november as register, register.change("Roll") as db:
        for number, year in enumerate((7, 10, 11), 1):
            row = {"upn": upn(number), "surname": "Ahmed", "forename": "Aisha"}
            db.insert("pupils", row | {"year_group": year})
    return path


def years(path):
    with Register.open_to_read(path, "C Hall") as register:
        return [r[0] for r in register.rows("select year_group from pupils")]


def test_the_new_year_is_told_first_and_then_started(run, school):
    before = school.read_bytes()

    told = run("new-year", school, *LATER, "--dry-run")

    assert told.status == 0
    assert "Year 7 to Year 8: 1 pupil." in told.out
    assert "Year 11, leaving: 1 pupil." in told.out
    assert school.read_bytes() == before

    done = run("new-year", school, *LATER, "--json").found

    assert (done["up"], done["leaves"], done["stays"]) == (2, 1, 0)
    assert done["applied"] is True
    assert years(school) == [8, 11, 11]


def test_who_leaves_and_who_stays_can_be_said(run, school):
    words = ("--leaves", upn(1), "--stays", upn(2), "--stays", upn(3))

    done = run("new-year", school, *LATER, *words, "--json").found

    assert [p["what"] for p in done["pupils"]] == ["leaves", "stays", "stays"]


def test_it_is_refused_before_september(run, school):
    ran = run("new-year", school)

    assert ran.status == 1
    assert "1 September 2027" in ran.err


def test_nobody_is_moved_for_a_upn_that_is_not_there(run, school):
    ran = run("new-year", school, *LATER, "--stays", upn(9))

    assert ran.status == 1
    assert years(school) == [7, 10, 11]
