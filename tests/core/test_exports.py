import csv
from datetime import date

import pytest

from gtregister.core import exports
from gtregister.core.register import Register
from gtregister.errors import UserError
from gtregister.table import Column, Table
from tests.conftest import TODAY

TABLE = Table(
    "Register",
    (
        Column("surname", "Surname"),
        Column("upn", "UPN", sensitive=True),
        Column("from_on", "Since", "date"),
    ),
    [("Ahmed", "H801200001001", date(2026, 11, 23))],
)


def cells(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def test_the_ending_chooses_the_kind_of_file(register, tmp_path):
    starts = {".xlsx": b"PK", ".csv": b"\xef\xbb\xbf", ".pdf": b"%PDF"}

    for ending, start in starts.items():
        path = tmp_path / f"list{ending}"
        exports.save(register, TABLE, path)
        assert path.read_bytes().startswith(start)


def test_an_ending_that_nobody_knows_is_said(register, tmp_path):
    with pytest.raises(UserError, match=r"\.csv, \.pdf, \.xlsx"):
        exports.save(register, TABLE, tmp_path / "list.doc")


def test_sensitive_columns_go_in_or_not_as_said(register, tmp_path):
    path = tmp_path / "list.csv"

    exports.save(register, TABLE, path)
    assert cells(path)[0] == ["Surname", "UPN", "Since"]
    exports.save(register, TABLE, path, sensitive=False)
    assert cells(path)[0] == ["Surname", "Since"]


def test_that_data_left_is_noted_in_the_history(register, tmp_path):
    exports.save(register, TABLE, tmp_path / "list.csv")

    change = register.row("select * from changes order by id desc")
    assert (change["what"], change["row_count"]) == ("Exported", 0)
    assert "list.csv" in change["about"]


def test_a_register_open_to_be_read_gives_its_data_without_a_note(path, tmp_path):
    with Register.open_to_read(path, "C Hall", today=TODAY) as register:
        exports.save(register, TABLE, tmp_path / "list.csv")
        assert register.value("select count(*) from changes") == 1

    assert (tmp_path / "list.csv").exists()


def test_a_file_is_not_overwritten_unless_it_may_be(register, tmp_path):
    path = tmp_path / "list.csv"
    path.write_text("something else")

    with pytest.raises(UserError, match="there already"):
        exports.save(register, TABLE, path, overwrite=False)

    assert path.read_text() == "something else"


def test_a_folder_that_is_not_there_is_said_and_nothing_is_left(register, tmp_path):
    with pytest.raises(UserError, match="cannot be written"):
        exports.save(register, TABLE, tmp_path / "nowhere" / "list.csv")

    assert not (tmp_path / "nowhere").exists()
