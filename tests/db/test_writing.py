"""Writing many rows at once."""

import pytest

from gtregister.core import checks
from gtregister.db.writing import Conflict


@pytest.mark.parametrize("count", [0, 1, 49, 50, 51, 120])
def test_however_many_rows_are_added_each_is_there_in_its_order_and_recorded(
    register, count
):
    names = [f"Teacher {n}" for n in range(count)]

    with register.change("Staff added") as db:
        db.insert_many("staff", ("name",), ((name,) for name in names))
        assert db.touched["staff"] == count

    stored = register.rows("select id, name from staff order by id")
    assert [row["name"] for row in stored] == names
    recorded = register.rows(
        "select row_id from changed_rows where table_name = 'staff' order by row_id"
    )
    assert [row["row_id"] for row in recorded] == [row["id"] for row in stored]


def test_one_row_too_many_and_none_of_them_is_there(register):
    rows = [(f"999{n}",) for n in [*range(60), 3]]

    with pytest.raises(Conflict), register.change("Departments added") as db:
        db.insert_many("departments", ("name",), rows)

    assert register.value("select count(*) from departments") == 0
    assert checks.damage(register.file) == []
