"""A file of an earlier release is brought up to date, and nothing in it is lost."""

import pkgutil
import sqlite3
from contextlib import closing
from importlib import import_module

import pytest
from sqlite_utils import Database, Migrations

from gtregister.core.enrichment import activity_kinds
from gtregister.core.register import Register
from gtregister.core.roll import staff
from gtregister.core.undo import undo
from gtregister.db import migrations
from gtregister.db.file import APPLICATION_ID
from tests.db.test_schema import written

NAMES = sorted(found.name for found in pkgutil.iter_modules(migrations.__path__))

# A trip on which Ms Roy went twice, with two numbers; the school calls clubs societies
# and has hidden them and masterclasses, and has brought a debate back that was hidden.
BEFORE_TELEPHONES = """
insert into school (id, name, lowest_year, highest_year, academic_year)
values (1, 'Greenfield Academy', 7, 11, 2026);
insert into staff (id, name) values (1, 'Ms Roy'), (2, 'Mr Khan');
insert into activities (id, title, kind, academic_year)
values (1, 'Trip', 'trip', 2026), (2, 'Choir', 'club', 2026);
insert into activity_staff (activity_id, staff_id, name, role, telephone)
values
    (1, 1, 'Ms Roy', 'leader', '07700 900001'),
    (2, 1, 'Ms Roy', 'leader', '07700 900002'),
    (1, 2, 'Mr Khan', 'adult', null);
insert into activity_kinds (id, key, name)
values
    (1, 'club', 'Society'),
    (2, 'hidden:club', 'Society'),
    (3, 'hidden:masterclass', 'Masterclass'),
    (5, 'debate', 'Debate');
insert into changes (id, made_at, made_by, computer, what, row_count)
values
    (1, '2026-11-20T09:00:00', 'C Hall', 'ROOM12', 'Register made', 1),
    (2, '2026-11-20T09:01:00', 'C Hall', 'ROOM12', 'Kind of activity hidden', 1),
    (3, '2026-11-20T09:02:00', 'C Hall', 'ROOM12', 'Kind of activity brought back', 1);
insert into changed_rows (change_id, table_name, row_id, before)
values
    (2, 'activity_kinds', 3, null),
    (3, 'activity_kinds', 4, '{"id":4,"key":"hidden:sport","name":"Sport"}');
"""


def old_file(path, last, content):
    """Write a file that has the tables up to one migration, and what was in them."""
    known = Migrations("gtregister")
    for name in NAMES[: NAMES.index(last) + 1]:
        module = import_module(f"{migrations.__name__}.{name}")
        known(name=name)(module.migrate)
    with closing(sqlite3.connect(path)) as connection:
        known.apply(Database(connection, execute_plugins=False))
        connection.executescript(content)
        connection.execute(f"pragma application_id = {APPLICATION_ID}")
        connection.execute("pragma user_version = 1")
        connection.commit()
    return path


def test_a_file_of_the_first_release_becomes_one_of_this_release(register, tmp_path):
    pupil = "insert into pupils (surname, forename) values ('Ng', 'Wei')"
    old = old_file(tmp_path / "Old.gtreg", "m0001_first_tables", pupil)

    with Register.open(old, "C Hall") as opened:
        assert written(opened) == written(register)
        assert opened.value("select forename from pupils") == "Wei"


@pytest.fixture
def without_telephones(tmp_path):
    """A register of before staff had telephones, brought up to date."""
    last = "m0005_remembered_layouts"
    old = old_file(tmp_path / "Old.gtreg", last, BEFORE_TELEPHONES)
    with Register.open(old, "C Hall") as opened:
        yield opened


def test_staff_get_the_telephone_with_which_they_went_last(without_telephones):
    register = without_telephones
    listed = staff.table(register).only(("name", "telephone")).rows

    assert listed == [("Mr Khan", None), ("Ms Roy", "07700 900002")]
    given = register.rows("select telephone from activity_staff order by id")
    assert [row[0] for row in given] == ["07700 900001", "07700 900002", None]


def test_hidden_kinds_stay_hidden_under_the_schools_words(without_telephones):
    register = without_telephones
    names, offered = activity_kinds.names(register), activity_kinds.offered(register)

    assert set(names) - set(offered) == {"club", "masterclass"}
    assert (names["club"], offered["debate"]) == ("Society", "Debate")
    assert not [key for key in names if ":" in key]


def test_what_was_hidden_before_can_still_be_put_back(without_telephones):
    register = without_telephones

    undo(register, 2)
    undo(register, 3)

    assert "masterclass" in activity_kinds.offered(register)
    assert "sport" not in activity_kinds.offered(register)
    assert activity_kinds.names(register)["sport"] == "Sport"
