"""Opening and making a file that is not as it should be."""

import errno

import pytest

from gtregister.db import schema
from gtregister.db.file import File
from gtregister.errors import UserError


def test_spoilt_text_in_the_tables_own_description_is_damage(path):
    raw = path.read_bytes()
    before, after = b"CREATE TABLE changes (", b"CREATE TABLE x \xbe\xbe\xbe\xbe\xbe ("
    spoilt = raw.replace(before, after, 1)
    assert spoilt != raw
    path.write_bytes(spoilt)

    with pytest.raises(UserError, match="is damaged"):
        File(path).rows("select * from changes")


def test_a_file_that_could_not_be_made_whole_is_not_left_behind(tmp_path, monkeypatch):
    def no_room(_connection):
        raise OSError(errno.ENOSPC, "No space left on device")

    path = tmp_path / "New.gtreg"
    monkeypatch.setattr(schema, "upgrade", no_room)

    with pytest.raises(OSError, match="No space"):
        File.create(path)

    assert not path.exists()
