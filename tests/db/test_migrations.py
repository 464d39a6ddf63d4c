"""A file of an earlier release is brought up to date, and nothing in it is lost."""

import sqlite3
from contextlib import closing

from sqlite_utils import Database, Migrations

from gtregister.core.register import Register
from gtregister.db.file import APPLICATION_ID
from gtregister.db.migrations import m0001_first_tables
from tests.db.test_schema import written


def test_a_file_of_the_first_release_becomes_one_of_this_release(register, tmp_path):
    old = tmp_path / "Old.gtreg"
    first = Migrations("gtregister")
    first(name="m0001_first_tables")(m0001_first_tables.migrate)
    with closing(sqlite3.connect(old)) as connection:
        first.apply(Database(connection, execute_plugins=False))
        connection.execute(
            "insert into pupils (surname, forename) values ('Ng', 'Wei')"
        )
        connection.execute(f"pragma application_id = {APPLICATION_ID}")
        connection.execute("pragma user_version = 1")
        connection.commit()

    with Register.open(old, "C Hall") as opened:
        assert written(opened) == written(register)
        assert opened.value("select forename from pupils") == "Wei"
