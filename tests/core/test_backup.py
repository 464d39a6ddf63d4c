import sqlite3
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gtregister.core import backup
from gtregister.core.register import Register
from gtregister.db.lock import Lock
from gtregister.errors import UserError
from tests.builders import contents, pupil
from tests.conftest import TODAY


def restored(copy, path):
    return backup.restore(copy, path, Lock.take(path, "C Hall"))


def test_closing_backs_up_what_was_changed(path):
    made_new = len(backup.listed(path))
    with Register.open(path, "C Hall") as register:
        pupil(register)
        expected = contents(register)

    newest = backup.listed(path)[0]
    assert len(backup.listed(path)) == made_new + 1
    with Register.open_to_read(newest, "C Hall") as copy:
        assert contents(copy) == expected


def test_closing_without_a_change_makes_no_backup(path):
    before = backup.listed(path)

    Register.open(path, "C Hall").close()

    assert backup.listed(path) == before


def test_the_newest_backup_serves_if_nothing_changed(register):
    pupil(register)

    first = backup.make(register.file)

    assert backup.make(register.file) == first


def test_a_backup_goes_to_another_folder(register, tmp_path):
    elsewhere = tmp_path / "memory stick"

    made = backup.make(register.file, elsewhere)

    assert made.parent == elsewhere
    assert sqlite3.connect(made).execute("pragma integrity_check").fetchone() == ("ok",)


def test_restoring_brings_back_what_was_and_keeps_what_it_replaced(path):
    with Register.open(path, "C Hall", today=TODAY) as register:
        pupil(register)
        before = contents(register)
        copy = backup.make(register.file)
        pupil(register, "Noah")
        after = contents(register)

    kept = restored(copy, path)

    with Register.open_to_read(path, "C Hall") as register:
        assert contents(register) == before
    with Register.open_to_read(kept, "C Hall") as register:
        assert contents(register) == after


def test_a_damaged_backup_is_not_restored(path):
    with Register.open(path, "C Hall") as register:
        for n in range(300):
            pupil(register, f"Pupil {n}")
        copy = backup.make(register.file)
    bytes_ = bytearray(copy.read_bytes())
    bytes_[8192:20480] = b"\xff" * 12288
    copy.write_bytes(bytes_)
    before = path.read_bytes()

    with pytest.raises(UserError):
        restored(copy, path)

    assert path.read_bytes() == before


def test_a_damaged_register_can_be_restored_over(path):
    with Register.open(path, "C Hall") as register:
        pupil(register)
    copy = backup.listed(path)[0]
    path.write_bytes(b"nothing but noise")

    kept = restored(copy, path)

    with Register.open_to_read(path, "C Hall") as register:
        assert register.value("select count(*) from pupils") == 1
    assert kept.read_bytes() == b"nothing but noise"
    assert kept not in backup.listed(path)


def test_a_backup_that_cannot_be_made_is_said_in_a_sentence(register, tmp_path):
    blocked = tmp_path / "blocked"
    blocked.write_text("a file where the folder should be")

    with pytest.raises(UserError, match="no backup could be made"):
        backup.make(register.file, blocked)


def test_everything_of_the_last_two_days_is_kept():
    now = datetime(2026, 11, 23, 16, 0)
    recent = {now - timedelta(hours=h) for h in range(48)}
    old = {now - timedelta(days=5, minutes=m) for m in range(30)}

    kept = backup.wanted(recent | old)

    assert recent <= kept
    assert kept - recent == {now - timedelta(days=5)}


MOMENTS = st.sets(
    st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1)), min_size=1, max_size=60
)


@given(moments=MOMENTS)
def test_thinning_keeps_the_newest_and_is_stable(moments):
    kept = backup.wanted(moments)

    assert max(moments) in kept
    assert kept <= moments
    assert backup.wanted(kept) == kept
    days = sorted({m.date() for m in moments}, reverse=True)[:14]
    assert set(days) <= {m.date() for m in kept}
