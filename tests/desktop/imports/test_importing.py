"""From a file to the register by the dialog, and back again by Undo."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from gtregister.core import pupils
from gtregister.core.register import Register
from gtregister.desktop.imports import importing
from gtregister.desktop.imports.import_dialog import ImportDialog
from gtregister.desktop.main_window import MainWindow
from gtregister.desktop.widgets.table_view import TableView
from tests import builders
from tests.desktop import given
from tests.desktop.conftest import Opens

HEADINGS = "UPN,Surname,Forename,DOB,Year,Form,House"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A list of four: three new pupils, one of them with an impossible birthday."""
    path = tmp_path / "Year 7.csv"
    rows = (
        f"{builders.upn(901)},Zielińska,Ewa,03/09/2014,7,7A,Red",
        f"{builders.upn(902)},O’Neill,Seán,12/10/2014,7,7B,Blue",
        f"{builders.upn(903)},Brontë,Anne,31/02/2014,7,7B,Blue",
    )
    path.write_text("\n".join((HEADINGS, *rows)), encoding="utf-8")
    return path


def ask(qtbot: QtBot, window: MainWindow, source: Path) -> ImportDialog:
    importing.plan(window.desk, source)
    return dialog(qtbot)


def dialog(qtbot: QtBot) -> ImportDialog:
    def is_there() -> bool:
        return isinstance(QApplication.activeModalWidget(), ImportDialog)

    qtbot.waitUntil(is_there)
    found = QApplication.activeModalWidget()
    assert isinstance(found, ImportDialog)
    return found


def cells(found: ImportDialog, name: str) -> list[tuple[object, ...]]:
    views: list[TableView] = found.findChildren(TableView)
    view = next(v for v in views if v.accessibleName() == name)
    return [tuple(row) for row in view.table_model.table.rows]


def test_the_dialog_says_what_becomes_of_each_column(
    qtbot: QtBot, window: MainWindow, source: Path
) -> None:
    found = ask(qtbot, window, source)
    columns = {row[0]: row[1:3] for row in cells(found, "Columns")}
    assert columns["UPN"] == ("UPN", "Sure")
    assert columns["DOB"][0] == "Date of birth"
    assert columns["House"] == ("not used", "Not used")
    found.reject()


def test_the_dialog_names_the_cell_that_is_wrong(
    qtbot: QtBot, window: MainWindow, source: Path
) -> None:
    found = ask(qtbot, window, source)
    wrong = [row for row in cells(found, "Rows to look at") if row[1] == "Problem"]
    assert [(row[0], row[3]) for row in wrong] == [(4, "31/02/2014")]
    found.reject()


def test_cancel_changes_nothing(qtbot: QtBot, window: MainWindow, source: Path) -> None:
    before = window.register.path.read_bytes()
    ask(qtbot, window, source).reject()
    qtbot.wait(20)
    assert window.register.path.read_bytes() == before


def test_importing_then_undo_puts_everything_back(
    qtbot: QtBot, window: MainWindow, source: Path
) -> None:
    before = builders.contents(window.register)
    found = ask(qtbot, window, source)
    qtbot.mouseClick(found.import_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: pupils.count(window.register) == 63)
    qtbot.waitUntil(lambda: "3 pupils added" in window.notices.text())
    undo = window.desk.actions.undo
    assert undo.text() == "&Undo File imported: Year 7.csv"
    undo.trigger()
    qtbot.waitUntil(lambda: "Undone" in window.notices.text())
    assert builders.contents(window.register) == before


def test_the_same_file_again_has_nothing_to_do_and_says_so(
    qtbot: QtBot, window: MainWindow, source: Path
) -> None:
    found = ask(qtbot, window, source)
    found.import_button.click()
    qtbot.waitUntil(lambda: "3 pupils added" in window.notices.text())
    again = ask(qtbot, window, source)
    assert not again.import_button.isEnabled()
    said = [label.text() for label in again.findChildren(object) if _has_text(label)]
    assert any("imported on 23 November 2026 by C Hall" in text for text in said)
    again.reject()


def _has_text(part: object) -> bool:
    return hasattr(part, "text") and isinstance(part.text(), str)


def test_another_answer_reads_the_file_again(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    source = tmp_path / "New.csv"
    row = f"{builders.upn(904)},Li,Mei,03/09/2014"
    source.write_text(f"UPN,Surname,Forename,DOB\n{row}\n", encoding="utf-8")
    found = ask(qtbot, window, source)
    box = found._year
    box.setCurrentIndex(box.findData(9))
    box.activated.emit(box.currentIndex())
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() not in (None, found))
    again = dialog(qtbot)
    assert again._year.currentData() == 9
    again.import_button.click()
    qtbot.waitUntil(lambda: pupils.count(window.register) == 61)
    mei = pupils.by_upn(window.register, builders.upn(904))
    assert mei["year_group"] == 9


def test_a_file_that_cannot_be_read_is_one_sentence(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    broken = tmp_path / "Broken.xlsx"
    broken.write_bytes(b"not a workbook")
    importing.plan(window.desk, broken)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    assert "Broken.xlsx" in box.text()
    box.reject()


def test_the_menu_asks_for_a_file(
    qtbot: QtBot, window: MainWindow, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen = staticmethod(lambda *_asked: (str(source), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", chosen)
    window.desk.actions.bring_in.trigger()
    dialog(qtbot).reject()


def test_what_asks_is_listed_as_left_out(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    given.fill(window.register, 1, 0)
    known = window.register.row("select * from pupils order by id desc limit 1")
    assert known is not None
    source = tmp_path / "Alike.csv"
    row = f"{known['surname']},{known['forename'][:-1]}y,{known['dob']}"
    source.write_text(f"Surname,Forename,DOB\n{row}\n", encoding="utf-8")
    found = ask(qtbot, window, source)
    assert [row[:2] for row in cells(found, "Rows to look at")] == [(2, "Asks")]
    found.reject()


def test_a_register_open_to_be_read_imports_nothing(
    school: Path, opens: Opens, source: Path
) -> None:
    window = opens(Register.open_to_read(school, "B Patel"))
    assert not window.desk.actions.bring_in.isEnabled()
    assert window._what_dropping_does(source) is not None
    window._take(source)
    assert QApplication.activeModalWidget() is None
