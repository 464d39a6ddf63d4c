import os
import signal
import sqlite3
import sys
from pathlib import Path

import pytest

from gtregister.core import checks
from gtregister.core.register import Register, Taken
from gtregister.errors import UserError
from tests.builders import contents, pupil
from tests.conftest import TODAY


def test_a_write_outside_a_change_is_refused(register):
    added = pupil(register)

    other = sqlite3.connect(register.path)
    with pytest.raises(sqlite3.IntegrityError, match="outside a change"):
        other.execute("update pupils set form = '7A'")
    other.close()

    assert register.value("select form from pupils where id = :id", id=added) is None


def test_a_change_that_fails_leaves_nothing_behind(register):
    before = contents(register)

    def fail():
        with register.change("Pupil added") as db:
            db.insert("pupils", {"surname": "Ahmed", "forename": "Aisha"})
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()

    assert contents(register) == before
    assert register.value("select count(*) from changes") == 1
    assert register.value("select count(*) from open_change") == 0


def test_a_change_says_who_when_where_and_why(register):
    with register.change("Pupil added", "Moved here", about="Aisha") as db:
        db.insert("pupils", {"surname": "Ahmed", "forename": "Aisha"})

    change = register.row("select * from changes order by id desc")
    assert (change["made_by"], change["what"]) == ("C Hall", "Pupil added")
    assert (change["reason"], change["about"]) == ("Moved here", "Aisha")
    assert change["made_at"].startswith("2026-11-23T")
    assert (change["computer"] != "", change["row_count"]) == (True, 1)


def test_an_inner_change_joins_the_outer_one(register):
    with register.change("Two pupils added"):
        pupil(register, "Aisha")
        pupil(register, "Noah")

    assert register.value("select count(*) from changes") == 2
    assert register.value("select row_count from changes where id = 2") == 2


def test_watchers_hear_which_tables_were_touched(register):
    heard = []
    register.watchers.append(heard.append)

    added = pupil(register)
    with register.change("Two things") as db:
        db.update("pupils", added, {"form": "7A"})
        db.insert("staff", {"name": "Ms Lee"})

    assert heard == [{"pupils"}, {"pupils", "staff"}]


def test_the_history_keeps_a_row_with_quotes_and_line_ends_as_it_was(register):
    awkward = 'O\'Neill "the\\first"\nsecond line\r\nłŵ'
    added = pupil(register, surname=awkward)

    with register.change("Pupil corrected") as db:
        db.update("pupils", added, {"surname": "O’Neill"})

    from gtregister.core.undo import undo

    undo(register)
    assert register.value("select surname from pupils") == awkward


def test_a_second_opening_is_told_who_has_the_register(register, path):
    with pytest.raises(Taken) as taken:
        Register.open(path, "Mrs Patel")

    assert taken.value.owner.person == "C Hall"
    assert not taken.value.is_dead


def test_a_second_opening_can_read_but_not_write(register, path):
    pupil(register)
    owner = register._lock.owner

    with Register.open_to_read(path, "Mrs Patel", holder=owner) as second:
        assert second.value("select count(*) from pupils") == 1
        with pytest.raises(UserError, match="C Hall has had this register open"):
            pupil(second)


def test_the_lock_goes_when_the_register_is_closed(path):
    Register.open(path, "C Hall").close()

    assert not Path(f"{path}.lock").exists()
    Register.open(path, "Mrs Patel").close()


def test_a_twin_writes_beside_its_register(register):
    twin = register.twin()
    pupil(twin)
    pupil(register, "Noah")
    pupil(twin, "Ben")
    twin.close()

    assert register.value("select count(*) from pupils") == 3


def test_who_was_put_out_cannot_write_any_more(register, path):
    pupil(register)
    # Another computer takes over: the lock's token is replaced, then the file's.
    with register.file.transaction() as db:
        db.execute("update file_state set owner = 'another computer'")

    with pytest.raises(UserError, match="taken over"):
        pupil(register, "Noah")

    assert register.value("select count(*) from pupils") == 1


def test_a_newer_file_is_refused_and_not_one_byte_changes(path):
    with sqlite3.connect(path) as connection:
        connection.execute("pragma user_version = 9999")
    connection.close()
    before = path.read_bytes()

    for opening in (Register.open, Register.open_to_read):
        with pytest.raises(UserError, match="newer version"):
            opening(path, "C Hall")

    assert path.read_bytes() == before
    assert not Path(f"{path}.lock").exists()


@pytest.mark.parametrize("text", [b"", b"not a register", b"SQLite format 3\0" * 90])
def test_what_is_not_a_register_is_refused_and_left_alone(tmp_path, text):
    other = tmp_path / "other.gtreg"
    other.write_bytes(text)

    with pytest.raises(UserError, match="is not a register"):
        Register.open(other, "C Hall")

    assert other.read_bytes() == text


def test_a_database_of_another_program_is_refused(tmp_path):
    other = tmp_path / "other.gtreg"
    with sqlite3.connect(other) as connection:
        connection.execute("create table pupils (id integer primary key)")
    connection.close()
    before = other.read_bytes()

    with pytest.raises(UserError, match="is not a register"):
        Register.open(other, "C Hall")

    assert other.read_bytes() == before


def test_the_file_is_opened_with_the_settings_that_keep_it_safe(register):
    expected = {
        "journal_mode": "delete",
        "synchronous": 3,
        "foreign_keys": 1,
        "secure_delete": 1,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "temp_store": 2,
    }

    found = {name: register.value(f"pragma {name}") for name in expected}

    assert found == expected


def test_an_erased_name_is_not_left_in_the_file(register):
    added = pupil(register, surname="Featherstonehaugh")
    with register.file.transaction() as db:
        db.execute("insert into open_change values (1)")
        db.delete("pupils", [added])
        db.execute("delete from changed_rows")
        db.execute("delete from open_change")

    assert b"Featherstonehaugh" not in register.path.read_bytes()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot fork a process")
def test_what_a_dead_writer_left_half_done_is_gone_for_readers_too(path):
    before = path.read_bytes()
    child = os.fork()
    if not child:
        register = Register.open(path, "Mrs Patel")
        # Pages go to the file before the commit, as in the middle of one.
        register.file._connection.execute("pragma cache_size = 5")
        register.file._connection.execute("pragma cache_spill = 5")
        with register.change("Half done") as db:
            db.insert_many(
                "staff", ("name",), ((f"Teacher {n}" * 50,) for n in range(2000))
            )
            os.kill(os.getpid(), signal.SIGKILL)
    os.waitpid(child, 0)
    assert Path(f"{path}-journal").stat().st_size > 0
    assert path.read_bytes() != before

    with Register.open_to_read(path, "C Hall") as register:
        assert register.value("select count(*) from staff") == 0
        assert checks.damage(register.file) == []


def test_reading_changes_not_one_byte(path):
    before = path.read_bytes()

    with Register.open_to_read(path, "C Hall", today=TODAY) as register:
        register.rows("select * from pupils")

    assert path.read_bytes() == before


def test_closing_twice_is_no_harm(path):
    register = Register.open(path, "C Hall")
    with register.change("Made a change"):
        pass

    register.close()
    register.close()

    with Register.open(path, "Mrs Patel") as again:
        assert again.can_write
