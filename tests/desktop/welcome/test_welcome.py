"""The first sitting: look round, set up a school, open, or begin with a spreadsheet."""

from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from gtregister import resources, settings
from gtregister.core import school
from gtregister.desktop.app import Desktop
from gtregister.desktop.main_window import MainWindow
from gtregister.desktop.welcome.welcome_window import WelcomeWindow

PUPILS = resources.ROOT / "sample" / "Pupil list.xlsx"


@pytest.fixture
def desktop(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desktop:
    documents = tmp_path / "Documents"
    answer = staticmethod(lambda _place: str(documents))
    monkeypatch.setattr(QStandardPaths, "writableLocation", answer)
    made = Desktop()
    made.welcome()
    yield made
    if made.window is not None:
        made.window.close()


def welcome(desktop: Desktop) -> WelcomeWindow:
    assert isinstance(desktop.window, WelcomeWindow)
    return desktop.window


def first_buttons(window: WelcomeWindow) -> list[str]:
    buttons = window.findChildren(QPushButton)
    return [b.text().replace("&", "") for b in buttons if b.isVisible()][:3]


def test_a_newcomer_is_offered_a_look_round_first(desktop: Desktop) -> None:
    assert "Look round the sample school" in first_buttons(welcome(desktop))
    assert not welcome(desktop).set_up.isVisible()


def test_a_school_is_set_up_in_one_sitting(qtbot: QtBot, desktop: Desktop) -> None:
    window = welcome(desktop)
    window.set_up_action.trigger()
    asked = window.set_up
    assert asked.isVisible()
    asked.form.field("school").setText("St Mary’s: C/E Primary")
    assert asked.path().name == "St Mary’s C E Primary.gtreg"
    asked.start.click()
    qtbot.waitUntil(lambda: isinstance(desktop.window, MainWindow))
    assert isinstance(desktop.window, MainWindow)
    found = school.of(desktop.window.register)
    assert found.name == "St Mary’s: C/E Primary"


def test_a_name_that_is_taken_gets_a_number(desktop: Desktop) -> None:
    asked = welcome(desktop).set_up
    asked.form.field("school").setText("Larkmere")
    asked.make(asked.path())
    again = WelcomeWindow().set_up
    again.form.field("school").setText("Larkmere")
    assert again.path().name == "Larkmere 2.gtreg"


def test_a_school_without_a_name_is_refused_at_its_field(desktop: Desktop) -> None:
    window = welcome(desktop)
    window.show_set_up()
    window.set_up.start.click()
    assert isinstance(desktop.window, WelcomeWindow)
    description = window.set_up.form.field("school").accessibleDescription()
    assert description == "Enter the name of the school."


def test_a_spreadsheet_dropped_on_the_welcome_is_imported_once_there_is_a_school(
    qtbot: QtBot, desktop: Desktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken: list[Path] = []
    monkeypatch.setattr(MainWindow, "take_file", lambda _w, path: taken.append(path))
    window = welcome(desktop)
    window.take_file(PUPILS)
    assert "ready to be imported" in window.notices.text()
    assert window.set_up.isVisible()
    window.set_up.form.field("school").setText("Larkmere")
    window.set_up.start.click()
    qtbot.waitUntil(lambda: taken == [PUPILS])


def test_a_register_that_is_gone_is_grey_and_says_so(
    qtbot: QtBot, tmp_path: Path
) -> None:
    settings.remember_opened(tmp_path / "Gone.gtreg")
    window = WelcomeWindow()
    qtbot.addWidget(window)
    named = [b for b in window.findChildren(QPushButton) if b.text() == "Gone"]
    assert not named[0].isEnabled()
