"""Thursday's trip, from the idea to the roster, the marks and what it did."""

import csv
import json

import pypdf
import pytest

from gtregister import cli
from gtregister.core.register import Register
from tests.builders import pupil, upn
from tests.conftest import TODAY


@pytest.fixture
def verb(capsys):
    def run(*words, status=0):
        capsys.readouterr()
        found = cli.run([*map(str, words), "--by", "C Hall", "--today", "2026-11-23"])
        said = capsys.readouterr()
        assert found == status, said.err
        return said.out if status == 0 else said.err

    return run


@pytest.fixture
def found(verb):
    return lambda *words: json.loads(verb(*words, "--json"))


@pytest.fixture
def school(path):
    """Forty pupils of years 7 to 9, every second one on the register for maths."""
    opened = Register.open(path, "C Hall", today=TODAY)
    with opened as register, register.change("Pupils added") as db:
        for n in range(1, 41):
            details = {
                "upn": upn(n),
                "form": f"{7 + n % 3}A",
                "year_group": 7 + n % 3,
            }
            child = pupil(register, f"Pupil {n:03}", **details)
            if n % 2:
                db.insert(
                    "entries",
                    {
                        "pupil_id": child,
                        "strand": "gifted",
                        "subject": "maths",
                        "scope": "school",
                        "status": "on",
                        "from_on": "2026-09-07",
                    },
                )
    return path


def test_from_the_idea_to_what_it_did(school, verb, found, tmp_path):
    number = found(
        *("activity", school, "add", "--title", "UKMT team maths", "--kind"),
        *("competition", "--aim", "Solve problems as a team", "--subject", "maths"),
        *("--year", 7, "--year", 8, "--most", 4, "--consent", "needed"),
        *("--charge", "4.50", "--venue", "Leeds", "--leaves", "08:45"),
        *("--returns", "15:50", "--on", "2026-11-26", "--from", "09:30"),
        *("--until", "14:30"),
    )["activity"]

    drafted = found("activity", school, "suggest", number, "--keep")
    chosen = [s for s in drafted["suggestions"] if s["chosen"]]
    assert len(chosen) == 4
    assert all(s["reason"] for s in drafted["suggestions"])
    assert {s["year_group"] for s in chosen} == {7, 8}

    invited = found("activity", school, "invite", number, "--suggested")
    assert (invited["invited"], invited["waiting"]) == (4, 0)
    first = chosen[0]["upn"]
    other = upn(2)
    verb("activity", school, "invite", number, "--upn", other, "--reason", "Keen.")
    verb("activity", school, "place", number, "accepted", "--all")
    verb("activity", school, "place", number, "withdrawn", "--upn", first)
    shown = found("activity", school, "show", number)
    assert {p["state"] for p in shown["places"] if p["upn"] == other} == {"Invited"}

    verb("activity", school, "consent", number, "given", "--all")
    verb("activity", school, "payment", number, "paid", "--all")
    (soon,) = found("activity", school, "upcoming")["rows"]
    assert (soon["taken"], soon["unconsented"]) == (4, 0)

    paper = tmp_path / "roster.pdf"
    printed = found("roster", school, "--out", paper)
    text = "".join(page.extract_text() for page in pypdf.PdfReader(paper).pages)
    assert printed["pupils"] == 4
    assert "Pupil 002" in text
    assert "leave school 08:45" in text
    assert "All consents are given" in text
    assert not any(upn(n) in text for n in range(1, 41))

    late = chosen[1]["upn"]
    verb(
        *("activity", school, "mark", number, "--on", "2026-11-26"),
        *("--as", "late", "--upn", late, "--rest-present"),
    )
    rows = found("activity", school, "attendance", number)["rows"]
    marks = sorted(filter(None, ([*row.values()][-1] for row in rows)))
    assert marks == ["L", "P", "P", "P"]
    verb("activity", school, "outcome", number, "exceeded", "--upn", late)
    verb(
        *("activity", school, "evaluate", number, "--aim-met", "met", "--evidence"),
        *("They won two rounds.", "--follow-up", 6),
    )

    history = found("history", school, "--pupil", late)["rows"]
    assert {"Outcome noted", "Attendance marked", "Place accepted"} <= {
        row["what"] for row in history
    }


def test_a_workbook_and_a_csv_file_have_the_same_pupils(school, verb, tmp_path):
    verb(
        *("activity", school, "log", "--title", "Lecture", "--on", "2026-11-19"),
        *("--upn", upn(1), "--upn", upn(2)),
    )
    out = tmp_path / "list.csv"

    verb("roster", school, "Lecture", "--for", "certificates", "--out", out)

    with out.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["Forename"] for row in rows] == ["Pupil 001", "Pupil 002"]
    assert {row["Attended"] for row in rows} == {"1 of 1"}


def test_what_is_wrong_is_said_in_a_sentence(school, verb):
    verb("activity", school, "add", "--title", "Chess club")

    assert "There is no activity" in verb("roster", school, "Go club", status=1)
    said = verb("activity", school, "invite", "Chess", "--upn", "X1", status=1)
    assert "No pupil of this register" in said
    said = verb("activity", school, "edit", "Chess", "--leaves", "8.45", status=1)
    assert "Write it like 08:45" in said
    said = verb(
        *("activity", school, "session", "Chess", "--on", "2026-12-25"), status=1
    )
    assert "The school is closed on 25 December 2026: Christmas Day" in said
