"""The fourth page: what is wrong in the file, mended in place or left out."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from gtregister.core.importing import imports
from gtregister.desktop.imports.check_page import CheckPage
from gtregister.desktop.main_window import MainWindow
from tests.desktop.imports import given
from tests.desktop.imports.conftest import Asked


def test_a_cell_is_typed_again_with_a_live_check(qtbot: QtBot, asked: Asked) -> None:
    found = asked(given.lee(1, "130"), given.lee(2, "104"))
    check = given.page(found, CheckPage)
    check.panel.cell.clear()
    qtbot.keyClicks(check.panel.cell, "13")
    assert "Use 80 to 120" in check.panel.live.text()
    assert not check.panel.fix.isEnabled()
    check.panel.cell.clear()
    qtbot.keyClicks(check.panel.cell, "113")
    assert check.panel.live.text() == "● This can go in."
    qtbot.keyClick(check.panel.cell, Qt.Key.Key_Return)
    given.settle(qtbot, found)
    assert isinstance(found.page, CheckPage)
    assert [row[1] for row in given.rows(check.view) if row[0]] == ["Fixed"]
    assert found.conversation.plan.new[0].results[0].said.number == 113


def test_what_was_meant_is_offered_and_all_like_it_are_fixed_together(
    qtbot: QtBot, asked: Asked
) -> None:
    found = asked(given.lee(1, "1 05"), given.lee(2, "1 05"), given.lee(3, "99"))
    check = given.page(found, CheckPage)
    assert check.panel.use.text() == "&Use 105"
    assert check.panel.fix_all.text() == "Use 105 for &all 2"
    assert not check.panel.fix.isEnabled()
    given.press(qtbot, check.panel.fix_all, found)
    assert [row[1] for row in given.rows(check.view) if row[0]] == ["Fixed", "Fixed"]
    assert "0 problems" in check.facts.text()


def test_f8_goes_to_the_next_problem_and_back(qtbot: QtBot, asked: Asked) -> None:
    found = asked(given.lee(1, "130"), given.lee(2, "104"), given.lee(3, "abc?"))
    check = given.page(found, CheckPage)
    qtbot.keyClick(found, Qt.Key.Key_F8)
    assert check.panel.cell.text() == "abc?"
    qtbot.keyClick(found, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert check.panel.cell.text() == "130"


def test_a_row_is_left_out_and_taken_after_all(qtbot: QtBot, asked: Asked) -> None:
    found = asked(given.lee(1, "130"), given.lee(2, "104"))
    check = given.page(found, CheckPage)
    given.press(qtbot, check.panel.skip, found)
    assert [row[:2] for row in given.rows(check.view) if row[0]] == [(2, "Left out")]
    assert found.conversation.plan.counts().skipped == 1
    check.view.selectRow(0)
    given.press(qtbot, check.panel.skip, found)
    assert found.conversation.plan.counts().skipped == 0


def test_only_one_level_is_shown_if_asked(qtbot: QtBot, asked: Asked) -> None:
    found = asked(given.lee(1, "130"), given.lee(2, "104"))
    check = given.page(found, CheckPage)
    given.choose(qtbot, found, check.shown, "note")
    assert {row[1] for row in given.rows(check.view)} <= {"Note"}
    given.choose(qtbot, found, check.shown, "problem")
    assert {row[1] for row in given.rows(check.view)} == {"Problem"}


def test_problems_are_saved_and_the_register_stays_as_it_is(
    qtbot: QtBot,
    window: MainWindow,
    asked: Asked,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    out = tmp_path / "out" / "To mend.xlsx"
    out.parent.mkdir()
    chosen = staticmethod(lambda *_asked: (str(out), ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", chosen)
    before = window.register.path.read_bytes()
    found = asked(given.lee(1, "130"), given.lee(2, "104"))
    check = given.page(found, CheckPage)
    given.press(qtbot, check.save_button)
    qtbot.waitUntil(lambda: "To mend.xlsx" in check.panel.live.text())
    assert window.register.path.read_bytes() == before
    again = imports.plan(window.register, out)
    assert [new.rows for new in again.new] == [(2,)]


def test_a_row_with_too_many_cells_is_not_typed_again(asked: Asked) -> None:
    rows = [given.lee(n, "105") for n in range(1, 9)]
    found = asked(*rows, given.lee(9, "105").replace("Ben9", "Ben, Jr"))
    check = given.page(found, CheckPage)
    assert "put together from pieces" in check.panel.which.text()
    assert not check.panel.cell.isEnabled()


def test_all_like_it_can_be_given_what_is_typed(qtbot: QtBot, asked: Asked) -> None:
    found = asked(given.lee(1, "130"), given.lee(2, "130"))
    check = given.page(found, CheckPage)
    assert not check.panel.fix_all.isEnabled()
    check.panel.cell.selectAll()
    qtbot.keyClicks(check.panel.cell, "113")
    assert check.panel.fix_all.text() == "Fix &all 2 like this"
    given.press(qtbot, check.panel.fix_all, found)
    assert [row[1] for row in given.rows(check.view) if row[0]] == ["Fixed", "Fixed"]
