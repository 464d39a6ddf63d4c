"""Bringing a file up to date: tables are migrated, views and triggers replaced."""

from sqlite3 import Connection

# Raise it with every new migration, view or trigger; a test keeps watch.
VERSION = 7


def is_current(connection: Connection) -> bool:
    """Say whether the file has this version's tables, views and triggers."""
    return _version(connection) == VERSION


def is_newer(connection: Connection) -> bool:
    """Say whether a later version of the program wrote the file."""
    return _version(connection) > VERSION


def _version(connection: Connection) -> int:
    return int(connection.execute("pragma user_version").fetchone()[0])


def upgrade(connection: Connection) -> None:
    """Migrate the tables and replace views and triggers, all or nothing."""
    connection.execute("pragma foreign_keys = off")
    connection.execute("begin immediate")
    try:
        _upgrade(connection)
        connection.execute("commit")
    except BaseException:
        # A full drive has put it back by itself.
        if connection.in_transaction:
            connection.execute("rollback")
        raise
    finally:
        connection.execute("pragma foreign_keys = on")


def _upgrade(connection: Connection) -> None:
    # These take a tenth of a second to import, and only an old file needs them.
    from importlib.resources import files

    from sqlite_utils import Database

    from gtregister.db.migrations import migrations

    for kind, name in connection.execute(
        "select type, name from sqlite_schema where type in ('view', 'trigger')"
    ).fetchall():
        connection.execute(f'drop {kind} "{name}"')
    migrations.apply(Database(connection, execute_plugins=False))
    for view in sorted(files("gtregister.db").joinpath("views").iterdir(), key=str):
        if view.name.endswith(".sql"):
            name = view.name.removesuffix(".sql")
            connection.execute(f"create view {name} as {view.read_text('utf-8')}")
    for trigger in triggers_of(connection):
        connection.execute(trigger)
    broken = connection.execute("pragma foreign_key_check").fetchall()
    if broken:
        raise ValueError(f"{len(broken)} rows refer to rows that are not there")
    connection.execute(f"pragma user_version = {VERSION}")


def triggers_of(connection: Connection) -> list[str]:
    """Write the triggers of every table that holds the school's facts."""
    from gtregister.db import triggers  # only an old file needs it

    written = []
    for table in recorded_tables(connection):
        columns = connection.execute(f"pragma table_info({table})").fetchall()
        kinds = {column["name"]: column["type"] for column in columns}
        written += triggers.for_table(table, kinds)
    return written


def recorded_tables(connection: Connection) -> list[str]:
    """Name the tables whose every touched row is recorded."""
    from gtregister.db.triggers import UNRECORDED  # as above

    names = connection.execute(
        "select name from sqlite_schema where type = 'table' order by name"
    )
    return [n for (n,) in names if n not in UNRECORDED and n.strip("_")[:6] != "sqlite"]
