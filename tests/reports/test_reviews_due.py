"""Reviews due: the oldest first, and only of those who are on the register."""

import pytest

from gtregister.reports.reviews_due import REPORT
from tests.builders import pupil
from tests.reports.test_year_by_subject import entry


def due(register, child, day, status="on"):
    entry(register, child, status=status)
    number = register.value("select max(id) from entries")
    with register.change("Review due") as db:
        db.update("entries", number, {"review_due": day})


def test_the_longest_overdue_comes_first(register):
    due(register, pupil(register, "Mia"), "2026-11-01")
    due(register, pupil(register, "Noah"), "2026-10-01")

    rows = REPORT.table(register, 0).rows

    assert [row[2] for row in rows] == ["Noah", "Mia"]


def test_it_looks_ahead_as_far_as_it_is_told(register):
    due(register, pupil(register), "2026-12-10")

    assert not REPORT.table(register, 0).rows
    assert len(REPORT.table(register, 30).rows) == 1


def test_what_was_put_off_or_has_ended_is_not_due(register):
    due(register, pupil(register, "Mia"), "2026-10-01", status="candidate")
    due(register, pupil(register, "Noah"), "2026-10-01", status="left")

    assert not REPORT.table(register, 0).rows


@pytest.mark.parametrize("days", [999_999_999, 3.5, None])
def test_any_number_of_days_is_answered(register, days):
    assert REPORT.table(register, days).rows == []
