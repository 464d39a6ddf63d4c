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
        *("feedback", "upcoming", "adults", "buses", "funding", "partners", "kinds"),
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


def test_adults_and_buses_stand_on_the_leaders_sheet(run, club):
    run("activity", club, "edit", "Chess", "--status", "open")
    run("activity", club, "buses", "Chess", "--add", "Coach 1", "--seats", 49)
    run(
        *("activity", club, "adults", "Chess", "--add", "Ms Roy", "--role", "leader"),
        *("--telephone", "07700 900001", "--bus", "Coach 1"),
    )
    run(*("activity", club, "adults", "Chess", "--add", "Mr Khan", "--role", "driver"))
    run("activity", club, "invite", "Chess", "--upn", upn(1))
    run(*("activity", club, "buses", "Chess", "--put-on", "Coach 1", "--upn", upn(1)))

    going = run("activity", club, "adults", "Chess", "--json").found["rows"]
    (bus,) = run("activity", club, "buses", "Chess", "--json").found["rows"]

    assert [(a["name"], a["telephone"], a["bus"]) for a in going] == [
        ("Ms Roy", "07700 900001", "Coach 1"),
        ("Mr Khan", None, None),
    ]
    assert (bus["seats"], bus["pupils"], bus["adults"]) == (49, 1, 1)
    said = run("activity", club, "show", "Chess").out
    assert "adult: Ms Roy, Leader, 07700 900001" in said
    assert "bus: Coach 1" in said
    shown = run("activity", club, "show", "Chess", "--json").found
    assert [adult["name"] for adult in shown["adults"]] == ["Ms Roy", "Mr Khan"]


def test_an_adult_is_corrected_and_keeps_what_is_not_named(run, club):
    said = ("--role", "leader", "--telephone", "07700 900001")
    run("activity", club, "adults", "Chess", "--add", "Ms Roy", *said)
    run("activity", club, "adults", "Chess", "--add", "Ms Roy", "--role", "Lifeguard")

    (row,) = run("activity", club, "adults", "Chess", "--json").found["rows"]

    assert (row["role"], row["telephone"]) == ("Lifeguard", "07700 900001")
    run("activity", club, "adults", "Chess", "--take-out", "Ms Roy")
    assert run("activity", club, "adults", "Chess", "--json").found["rows"] == []
    wrong = run("activity", club, "adults", "Chess", "--take-out", "Ms Roy")
    assert wrong.status == 1
    assert "does not go with this activity" in wrong.err


def test_the_cost_is_split_over_sources(run, club):
    said = ("--source", "PTA=40", "--source", "Pupil premium=120.50")
    found = run("activity", club, "funding", "Chess", *said, "--json").found

    assert [(row["source"], row["amount"]) for row in found["rows"]] == [
        ("PTA", 40.0),
        ("Pupil premium", 120.5),
    ]


def test_partners_have_a_kind_and_a_contact(run, club):
    said = ("--add", "Larkmere College", "--kind", "college", "--contact", "Dr Hart")
    run("activity", club, "partners", *said)
    run("activity", club, "partners", "--add", "Larkmere College", "--telephone", "1")

    (row,) = run("activity", club, "partners", "--json").found["rows"]

    assert (row["kind"], row["contact"], row["telephone"]) == (
        "College",
        "Dr Hart",
        "1",
    )
    run("activity", club, "partners", "--take-out", "Larkmere College")
    assert run("activity", club, "partners", "--json").found["rows"] == []


def test_kinds_are_renamed_added_hidden_and_brought_back(run, club):
    run("activity", club, "kinds", "--name", "club=Society", "--add", "Poetry slam")
    run("activity", club, "kinds", "--hide", "sport")

    rows = run("activity", club, "kinds", "--json").found["rows"]

    offered = {row["key"]: (row["name"], row["offered"]) for row in rows}
    assert offered["club"] == ("Society", 1)
    assert offered["poetryslam"] == ("Poetry slam", 1)
    assert offered["sport"] == ("Sport", 0)
    run("activity", club, "kinds", "--bring-back", "sport")
    assert run("activity", club, "kinds", "--hide", "nothing").status == 1
