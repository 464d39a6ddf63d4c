import sqlite3

import pytest

from gtregister.core import backup
from gtregister.core.register import Register
from tests.builders import pupil, upn


def test_new_makes_a_register_and_refuses_to_overwrite_it(run, tmp_path):
    path = tmp_path / "New.gtreg"
    words = ("new", path, "--school", "Greenfield", "--academic-year", 2026, "--json")

    assert run(*words).found == {"made": str(path)}
    again = run(*words)

    assert (again.status, again.out) == (1, "")
    assert "there already" in again.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--school", " "), "name of the school"),
        (("--school", "G", "--dfe", "12"), "DfE number"),
        (("--school", "G", "--lowest-year", 11, "--highest-year", 7), "lower"),
        (("--school", "G", "--academic-year", 26), "2026"),
    ],
)
def test_new_says_what_is_wrong(run, tmp_path, words, said):
    ran = run("new", tmp_path / "New.gtreg", *words)

    assert ran.status == 1
    assert said in ran.err
    assert not (tmp_path / "New.gtreg").exists()


@pytest.mark.parametrize(
    "words",
    [
        ("nonsense",),
        ("new",),
        ("new", "x.gtreg", "--nonsense"),
        ("export", "x.gtreg", "register"),
        ("check", "x.gtreg", "--today", "soon"),
        ("decide", "x.gtreg", "--route", "r"),
        ("referral", "x.gtreg", "add"),
        ("policy",),
        ("check", "x.gtreg", "--by", " "),
    ],
)
def test_wrong_usage_ends_with_2(run, words):
    ran = run(*words)

    assert ran.status == 2
    assert ran.out == ""


@pytest.mark.parametrize("option", [("--academic-year", 26), ("--year", 99)])
def test_a_year_that_cannot_be_is_said(run, path, tmp_path, option):
    source = tmp_path / "pupils.csv"
    source.write_text("UPN,Surname,Forename\nH801200001001,Ahmed,Aisha\n")

    ran = run("import", path, source, *option)

    assert (ran.status, ran.out) == (1, "")


@pytest.mark.parametrize(
    "verb", ["check", "history", "identify", "backup", "undo", "policy"]
)
def test_a_file_that_is_not_there_is_said_in_a_sentence(run, tmp_path, verb):
    ran = run(verb, tmp_path / "none.gtreg")

    assert (ran.status, ran.out) == (1, "")
    assert "There is no register" in ran.err


def test_check_finds_a_sound_register_and_a_damaged_one(run, path):
    assert run("check", path, "--json").found["sound"] is True
    with sqlite3.connect(path) as connection:
        connection.execute("insert into open_change values (1)")
    connection.close()

    ran = run("check", path, "--json")

    assert ran.status == 1
    assert ran.found["sound"] is False


def test_history_and_undo_go_together(run, path):
    with Register.open(path, "C Hall") as register:
        pupil(register, upn=upn(1))

    rows = run("history", path, "--json").found["rows"]
    undone = run("undo", path, "--json").found
    after = run("history", path, "--json").found["rows"]

    assert [row["what"] for row in rows] == ["Pupil added", "Register made"]
    assert (undone["undone"], undone["kept"]) == (2, [])
    assert after[1]["undone_by"] == 3
    assert run("undo", path).status == 1


def test_the_history_of_one_pupil(run, path):
    with Register.open(path, "C Hall") as register:
        pupil(register, upn=upn(1))
        pupil(register, "Noah", upn=upn(2))

    rows = run("history", path, "--pupil", upn(1), "--json").found["rows"]

    assert [row["change"] for row in rows] == [2]


def test_backup_and_restore_go_together(run, path, tmp_path):
    made = run("backup", path, "--to", tmp_path / "stick", "--json").found["backup"]
    with Register.open(path, "C Hall") as register:
        pupil(register)

    restored = run("restore", made, path, "--json").found

    with Register.open_to_read(path, "C Hall") as register:
        assert register.value("select count(*) from pupils") == 0
    assert restored["kept"] is not None
    assert run("check", path).status == 0


def test_a_register_that_somebody_has_can_be_read_but_not_changed(run, path, tmp_path):
    with Register.open(path, "Mrs Patel"):
        assert run("history", path).status == 0
        assert run("export", path, "register", "--out", tmp_path / "r.csv").status == 0
        ran = run("policy", path, "--use", "eic")

    assert ran.status == 1
    assert "Mrs Patel has this register open" in ran.err


def test_by_and_today_stand_before_or_after_the_verb(run, path):
    run("policy", path, "--use", "eic", "--by", "Mrs Patel", "--today", "2026-12-01")

    row = run("history", path, "--json").found["rows"][0]

    assert (row["made_by"], row["made_on"]) == ("Mrs Patel", "2026-12-01")


def test_every_change_leaves_a_backup(run, path):
    before = len(backup.listed(path))

    run("policy", path, "--use", "eic")

    assert len(backup.listed(path)) == before + 1
