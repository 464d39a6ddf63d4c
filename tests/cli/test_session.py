"""What all verbs share: days, numbers, and who has the register."""

import pytest

from gtregister.core.register import Register


@pytest.mark.parametrize("day", ["soon", "27/11/2026", "0001-01-01", "9999-12-31"])
def test_a_day_that_cannot_be_today_is_wrong_usage(run, path, day):
    ran = run("check", path, "--today", day)

    assert ran.status == 2
    assert f"“{day}” is not a date" in ran.err


@pytest.mark.parametrize(
    "words", [("undo", 10**20), ("referral", "accept", 10**20), ("undo", 10**9 + 1)]
)
def test_a_number_larger_than_any_is_wrong_usage(run, path, words):
    verb, *more = words
    ran = run(verb, path, *more)

    assert ran.status == 2
    assert "too large a number" in ran.err


def test_nobody_is_put_out_who_is_still_at_work(run, path):
    with Register.open(path, "Mrs Khan") as held:
        ran = run("undo", path, "--take-over")

        assert ran.status == 1
        assert "Mrs Khan has this register open right now" in ran.err
        with held.change("Still at work"):
            pass
