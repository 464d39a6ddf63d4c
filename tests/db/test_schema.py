"""The shape of the file is written down: a change of it needs a new version."""

from pathlib import Path

from gtregister.db import schema

EXPECTED = Path(__file__).parents[1] / "data" / "expected" / "schema.sql"


def written(register) -> str:
    rows = register.rows(
        "select sql from sqlite_schema where sql is not null order by type, name"
    )
    return (
        f"-- version {schema.VERSION}\n"
        + "\n\n".join(row["sql"] for row in rows)
        + "\n"
    )


def test_the_tables_views_and_triggers_are_those_written_down(register):
    """If this fails on purpose: raise schema.VERSION and write the file anew.

    python -m tests.db.write_schema
    """
    assert written(register) == EXPECTED.read_text(encoding="utf-8")


def test_every_table_of_facts_is_recorded(register):
    tables = schema.recorded_tables(register.file._connection)
    rows = register.rows(
        "select tbl_name, count(*) from sqlite_schema where type = 'trigger' group by 1"
    )

    assert {row[0]: row[1] for row in rows} == dict.fromkeys(tables, 3)


def test_an_old_file_is_backed_up_and_brought_up_to_date(path):
    import sqlite3

    from gtregister.core import backup
    from gtregister.core.register import Register

    with sqlite3.connect(path) as connection:
        connection.execute("drop view register_entries")
        connection.execute("drop trigger pupils_update")
        connection.execute("pragma user_version = 0")
    connection.close()
    before = len(backup.listed(path))

    with Register.open(path, "C Hall") as register:
        assert written(register) == EXPECTED.read_text(encoding="utf-8")
    assert len(backup.listed(path)) >= before
