"""Lists go to files, by the ending of the name that is chosen."""

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from gtregister.core import history
from gtregister.core.register import Register
from gtregister.desktop.main_window import MainWindow
from tests.desktop.conftest import Opens

Choose = Callable[[str], Path]


@pytest.fixture
def choosing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Choose:
    """Answer the file dialog with a name."""

    def choose(name: str) -> Path:
        answer = (str(tmp_path / name), "")
        found = staticmethod(lambda *_asked: answer)
        monkeypatch.setattr(QFileDialog, "getSaveFileName", found)
        return tmp_path / name

    return choose


@pytest.mark.parametrize("name", ["Register.xlsx", "Register.csv", "Register.pdf"])
def test_the_register_is_written_to_a_file(
    qtbot: QtBot, window: MainWindow, choosing: Choose, name: str
) -> None:
    path = choosing(name)
    window.desk.actions.export.trigger()
    qtbot.waitUntil(lambda: name in window.notices.text(), timeout=20_000)
    assert path.stat().st_size > 100
    assert "24 rows" in window.notices.text()


def test_only_what_is_found_is_exported(
    qtbot: QtBot, window: MainWindow, choosing: Choose
) -> None:
    listing = window.listing()
    assert listing is not None
    listing.filters.find_box.setText("oneill")
    path: Path = choosing("Some.csv")
    window.desk.actions.export.trigger()
    qtbot.waitUntil(path.exists, timeout=20_000)
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {row["Surname"] for row in rows} == {"O’Neill"}
    assert len(rows) == listing.model.rowCount()


def test_a_name_without_an_ending_gets_that_of_its_kind(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    kinds: list[str] = []

    def choose(*asked: object) -> tuple[str, str]:
        kinds.extend(str(asked[3]).split(";;"))
        return str(tmp_path / "Register"), kinds[1]

    monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(choose))
    window.desk.actions.export.trigger()
    qtbot.waitUntil(lambda: "saved to Register." in window.notices.text())
    assert "*.xlsx" in kinds[0]
    suffix = kinds[1][kinds[1].index("*") + 1 : -1]
    assert (tmp_path / f"Register{suffix}").exists()


def test_that_data_left_is_in_the_history(
    qtbot: QtBot, window: MainWindow, choosing: Choose
) -> None:
    choosing("Register.csv")
    window.desk.actions.export.trigger()
    qtbot.waitUntil(lambda: "Register.csv" in window.notices.text(), timeout=20_000)
    latest = history.table(window.register).only(["what", "about"]).rows[0]
    assert latest == ("Exported", "More able register, to Register.csv")


def test_a_register_open_to_be_read_can_be_exported(
    qtbot: QtBot, school: Path, opens: Opens, choosing: Choose
) -> None:
    path: Path = choosing("Register.csv")
    window = opens(Register.open_to_read(school, "B Patel"))
    window.desk.actions.export.trigger()
    qtbot.waitUntil(path.exists, timeout=20_000)
    qtbot.waitUntil(lambda: "Register.csv" in window.notices.text())
