"""The register by year and subject: everything has its place, nobody counts twice."""

import pytest

from gtregister.reports.year_by_subject import REPORT
from tests.builders import pupil


def entry(register, child, subject=None, status="on"):
    with register.change("Added") as db:
        db.insert(
            "entries",
            {
                "pupil_id": child,
                "strand": "gifted",
                "subject": subject,
                "scope": "school",
                "status": status,
                "from_on": "2026-09-10",
            },
        )


@pytest.fixture
def counted(register):
    def count(year, subject):
        table = REPORT.table(register)
        return table.rows[table.keys.index(year)][table.position(subject)]

    return count


def test_a_pupil_counts_for_each_subject_but_once(register, counted):
    child = pupil(register)
    for subject in ("maths", "maths", "music", None):
        entry(register, child, subject)

    assert [counted(7, key) for key in ("maths", "music", "all_round")] == [1, 1, 1]


def test_nobody_is_a_gap_and_no_nought(register, counted):
    assert counted(9, "science") is None


def test_every_year_of_the_school_has_a_row(register):
    assert REPORT.table(register).keys == [7, 8, 9, 10, 11]


def test_who_has_left_the_register_or_the_school_does_not_count(register, counted):
    entry(register, pupil(register), "maths", status="left")
    entry(register, pupil(register, left_on="2026-10-01"), "maths")

    assert counted(7, "maths") is None
