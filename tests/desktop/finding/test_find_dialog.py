"""Ctrl+K goes to a pupil, a page or a command by a few letters."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gtregister.desktop import commands
from gtregister.desktop.finding.find_dialog import FindDialog
from gtregister.desktop.main_window import MainWindow

Key = Qt.Key


@pytest.fixture
def dialog(qtbot: QtBot, window: MainWindow) -> FindDialog:
    window.desk.actions.find_any.trigger()
    found = QApplication.activeModalWidget()
    assert isinstance(found, FindDialog)
    return found


def words(dialog: FindDialog) -> list[str]:
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


def test_a_page_is_opened_with_a_few_letters_and_enter(
    qtbot: QtBot, window: MainWindow, dialog: FindDialog
) -> None:
    qtbot.keyClicks(dialog.field, "sett")
    assert words(dialog)[0].startswith("Settings")
    qtbot.keyClick(dialog.field, Key.Key_Return)
    assert window.place == "settings"


def test_a_pupil_is_found_without_accents(
    qtbot: QtBot,
    window: MainWindow,
    dialog: FindDialog,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shown: list[int] = []
    monkeypatch.setattr(commands, "show_pupil", lambda _desk, key: shown.append(key))
    qtbot.keyClicks(dialog.field, "zielin")
    first = words(dialog)[0]
    assert first.startswith("Zielińska, ")
    qtbot.keyClick(dialog.field, Key.Key_Return)
    row = window.register.row("select surname from pupils where id = :i", i=shown[0])
    assert row is not None
    assert row["surname"] == "Zielińska"


def test_arrow_keys_choose_while_the_focus_stays_in_the_field(
    qtbot: QtBot, dialog: FindDialog
) -> None:
    qtbot.keyClicks(dialog.field, "re")
    qtbot.keyClick(dialog.field, Key.Key_Down)
    qtbot.keyClick(dialog.field, Key.Key_Down)
    assert dialog.list.currentRow() == 2
    qtbot.keyClick(dialog.field, Key.Key_Up)
    assert dialog.list.currentRow() == 1


def test_a_command_says_its_menu_and_its_keys_and_does_what_it_says(
    qtbot: QtBot, window: MainWindow, dialog: FindDialog
) -> None:
    qtbot.keyClicks(dialog.field, "already")
    assert words(dialog) == []
    dialog.field.clear()
    qtbot.keyClicks(dialog.field, "refresh")
    assert words(dialog) == ["Refresh  –  View, F5"]
    qtbot.keyClick(dialog.field, Key.Key_Escape)
    assert not dialog.isVisible()


def test_nothing_found_is_said_to_the_eye_and_to_a_screen_reader(
    qtbot: QtBot, dialog: FindDialog
) -> None:
    qtbot.keyClicks(dialog.field, "nobody of this name")
    assert words(dialog) == []
    assert "Nothing has this name" in dialog.field.accessibleDescription()
    qtbot.keyClick(dialog.field, Key.Key_Return)
    assert dialog.isVisible()


@pytest.mark.parametrize("what", ["add pupil", "new referral", "new activity"])
def test_something_new_is_begun_from_any_page(
    qtbot: QtBot, window: MainWindow, what: str
) -> None:
    window.go_to("settings")
    window.desk.actions.find_any.trigger()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, FindDialog)
    qtbot.keyClicks(dialog.field, what)
    assert words(dialog)[0].startswith(f"{what.capitalize()}…")
    qtbot.keyClick(dialog.field, Key.Key_Return)
    asked = QApplication.activeModalWidget()
    assert asked is not None
    assert asked is not dialog
    qtbot.keyClick(asked, Key.Key_Escape)
