"""The register beside the school: counts first, and no verdict on small numbers."""

import pytest

from gtregister.reports.representation import REPORT
from tests.builders import pupil
from tests.reports.test_year_by_subject import entry


def row(register, group):
    table = REPORT.table(register)
    found = next(row for row in table.rows if row[0] == group)
    return dict(zip([c.key for c in table.columns], found, strict=True))


def school_of(register, *, on, of, premium_on, premium_of):
    for n in range(of):
        premium = n < premium_on or on <= n < on + premium_of - premium_on
        child = pupil(register, f"Pupil {n}", pupil_premium=int(premium), sex="F")
        if n < on:
            entry(register, child)


def test_it_counts_the_group_on_the_register_and_on_roll(register):
    school_of(register, on=10, of=40, premium_on=1, premium_of=20)

    found = row(register, "Pupil premium")

    assert (found["on_register"], found["on_roll"]) == (1, 20)
    assert (found["register_percent"], found["roll_percent"]) == (10, 50)
    assert found["expected"] == 5


@pytest.mark.parametrize(
    ("premium_on", "remark"),
    [(3, "Worth looking at"), (4, None), (6, None), (7, "Worth looking at")],
)
def test_a_share_a_fifth_off_is_worth_looking_at(register, premium_on, remark):
    school_of(register, on=10, of=40, premium_on=premium_on, premium_of=20)

    assert row(register, "Pupil premium")["remark"] == remark


def test_fewer_than_five_expected_say_nothing(register):
    school_of(register, on=10, of=40, premium_on=0, premium_of=16)

    assert row(register, "Pupil premium")["remark"] == "Too few to say"


def test_a_group_of_which_nothing_is_known_is_not_compared(register):
    pupil(register, pupil_premium=None)

    groups = [row[0] for row in REPORT.table(register).rows]

    assert "Pupil premium" not in groups
