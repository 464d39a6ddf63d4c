import pytest

from gtregister.core.register import Register
from tests.builders import pupil, upn
from tests.conftest import TODAY


@pytest.fixture
def school(path):
    """A school with two pupils and a chess club."""
    with Register.open(path, "C Hall", today=TODAY) as register:
        for n in (1, 2):
            pupil(register, f"Pupil {n}", upn=upn(n))
    return path


@pytest.fixture
def club(run, school):
    said = run("activity", school, "add", "--title", "Chess", "--who", "roll", "--json")
    assert said.found == {"activity": 1, "skipped": []}
    return school


def test_every_action_is_told_in_the_help(run, school):
    said = run("activity", school, "--help").out

    for action in (
        *("add", "edit", "list", "show", "copy", "session", "sessions", "move"),
        *("cancel", "calendar", "suggest", "reasons", "prefer", "invite", "place"),
        *("consent", "payment", "log", "mark", "attendance", "outcome", "evaluate"),
        *("feedback", "upcoming"),
    ):
        assert f"  {action} " in said


def test_a_weekly_club_says_which_weeks_are_left_out(run, school):
    run(
        *("calendar", school, "--term", "Autumn=2026-09-03..2026-12-18"),
        *("--closed", "Training day=2026-12-03"),
    )

    found = run(
        *("activity", school, "add", "--title", "Chess", "--on", "2026-11-26"),
        *("--from", "15:30", "--weekly", "--json"),
    ).found

    assert found["skipped"] == [["2026-12-03", "Training day"]]
    listed = run("activity", school, "sessions", "--month", "2026-12-01", "--json")
    assert [row["day"] for row in listed.found["rows"]] == ["2026-12-10", "2026-12-17"]


def test_money_is_written_in_pounds(run, club):
    run("activity", club, "edit", "Chess", "--charge", "£4.50", "--cost", "120")

    found = run("activity", club, "show", "Chess", "--json").found

    assert (found["charge"], found["cost"]) == (450, 12000)
    assert run("activity", club, "edit", "Chess", "--charge", "4,5").status == 2


def test_a_pinned_pupil_is_suggested_and_the_reasons_are_kept(run, club):
    run(
        *("activity", club, "prefer", "Chess", "pin", "--upn", upn(2)),
        *("--reason", "Founded it."),
    )
    run("activity", club, "suggest", "Chess", "--places", 1, "--keep")

    rows = run("activity", club, "reasons", "Chess", "--json").found["rows"]

    assert [(row["forename"], row["chosen"]) for row in rows] == [
        ("Pupil 2", 1),
        ("Pupil 1", 0),
    ]
    assert rows[0]["reason"].startswith("Pinned: Founded it;")


def test_a_session_is_moved_cancelled_and_sent_to_other_calendars(run, club, tmp_path):
    out = tmp_path / "sessions.ics"
    for day in ("2026-11-26", "2026-12-03"):
        run("activity", club, "session", "Chess", "--on", day, "--from", "15:30")
    run("activity", club, "move", 1, "--on", "2026-11-30", "--reason", "Hall is taken")
    run("activity", club, "cancel", 2, "--reason", "Snow")

    found = run("activity", club, "calendar", "Chess", "--out", out, "--json").found

    assert found["sessions"] == 2
    assert "DTSTART:20261130T153000" in out.read_text()
    assert "STATUS:CANCELLED" in out.read_text()


def test_what_was_not_changed_is_said_with_one_sentence(run, club):
    assert run("activity", club, "place", "Chess", "accepted").status == 1
    assert run("activity", club, "mark", "Chess", "--on", "2026-11-26").status == 1
    assert run("activity", club, "session", "Chess", "--on", "tomorrow").status == 2
    assert run("calendar", club, "--term", "Autumn").status == 2


def test_the_calendar_is_listed_with_bank_holidays(run, school):
    rows = run("calendar", school, "--json").found["rows"]

    assert [row["name"] for row in rows if row["first_on"] == "2026-12-25"] == [
        "Christmas Day"
    ]


def test_a_roster_with_chosen_columns_is_remembered(run, club):
    run("activity", club, "invite", "Chess", "--upn", upn(1))
    words = ("roster", club, "Chess", "--json")

    chosen = run(*words, "--columns", "surname,forename,dob", "--remember").found
    again = run(*words).found

    assert [*chosen["rows"][0]] == [*again["rows"][0]]
    assert "dob" in again["rows"][0]
    assert run("roster", club, "Chess", "--columns", "upn").status == 1
    assert run("roster", club).status == 2
