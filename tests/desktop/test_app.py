"""Going from one register to another, and what happens when somebody has it."""

import json
from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from gtregister import settings
from gtregister.core import school as core_school
from gtregister.core.register import Owner, Register
from gtregister.desktop.app import Desktop
from gtregister.desktop.main_window import MainWindow
from gtregister.desktop.welcome.register_dialog import RegisterDialog
from gtregister.desktop.welcome.welcome_window import WelcomeWindow

Answers = Callable[[str], list[str]]


@pytest.fixture
def desktop(qtbot: QtBot) -> Iterator[Desktop]:
    made = Desktop()
    yield made
    if made.window is not None:
        made.window.close()


@pytest.fixture
def answering(monkeypatch: pytest.MonkeyPatch) -> Answers:
    """Press a button in every question that waits; gives what was asked."""

    def press(words: str) -> list[str]:
        asked: list[str] = []

        def answer(box: QMessageBox) -> int:
            asked.append(box.text())
            pressed = next((b for b in box.buttons() if b.text() == words), None)
            monkeypatch.setattr(box, "clickedButton", lambda: pressed)
            return 0

        monkeypatch.setattr(QMessageBox, "exec", answer)
        return asked

    return press


def left_by(path: Path, computer: str) -> Owner:
    """Leave the lock of somebody whose program has ended."""
    owner = Owner("B Patel", computer, 999_999, "2026-11-20T09:41:00+00:00", "token")
    lock = path.with_name(path.name + ".lock")
    lock.write_text(json.dumps(asdict(owner)), encoding="utf-8")
    return owner


def main_window(desktop: Desktop) -> MainWindow:
    assert isinstance(desktop.window, MainWindow)
    return desktop.window


def test_a_free_register_is_opened_to_write_and_remembered(
    qtbot: QtBot, desktop: Desktop, school: Path
) -> None:
    desktop.open(school)
    assert main_window(desktop).register.can_write
    qtbot.waitUntil(lambda: settings.load().recent == (str(school),))


def test_a_register_that_somebody_has_is_opened_to_be_read(
    qtbot: QtBot, desktop: Desktop, school: Path
) -> None:
    left_by(school, "ROOM12")
    desktop.open(school)
    window = main_window(desktop)
    assert not window.register.can_write
    qtbot.waitUntil(window.locked.isVisible)
    assert window.locked.text().startswith(
        "B Patel has had this register open on ROOM12"
    )


def test_it_can_be_taken_over_from_a_computer_that_is_switched_off(
    qtbot: QtBot, desktop: Desktop, school: Path, answering: Answers
) -> None:
    left_by(school, "ROOM12")
    desktop.open(school)
    asked = answering("Take it over")
    desktop.take_over()
    assert main_window(desktop).register.can_write
    assert asked == ["Take this register over from B Patel?"]


@pytest.mark.parametrize(
    ("words", "can_write"), [("Take it over", True), ("Open it to look", False)]
)
def test_a_program_that_ended_here_without_closing_it_is_asked_about(
    desktop: Desktop, school: Path, answering: Answers, words: str, can_write: bool
) -> None:
    left_by(school, settings.computer())
    asked = answering(words)
    desktop.open(school)
    assert main_window(desktop).register.can_write is can_write
    assert asked[0].startswith("B Patel had this register open on this computer since")


def test_cancel_leaves_it_as_it_is(
    desktop: Desktop, school: Path, answering: Answers
) -> None:
    left_by(school, settings.computer())
    answering("Cancel")
    desktop.open(school)
    assert desktop.window is None


def test_a_file_that_is_not_there_is_a_sentence(
    desktop: Desktop, tmp_path: Path, answering: Answers
) -> None:
    asked = answering("OK")
    desktop.open_or_choose(tmp_path / "None.gtreg")
    assert "There is no register at" in asked[0]
    assert desktop.window is None


def test_closing_a_register_gives_it_free_and_welcomes(
    qtbot: QtBot, desktop: Desktop, school: Path
) -> None:
    desktop.open(school)
    main_window(desktop).desk.actions.close.trigger()
    assert isinstance(desktop.window, WelcomeWindow)
    Register.open(school, "B Patel").close()


def test_opening_another_register_closes_the_one_before(
    desktop: Desktop, school: Path, tmp_path: Path
) -> None:
    other = tmp_path / "Other.gtreg"
    other.write_bytes(school.read_bytes())
    desktop.open(school)
    desktop.open_or_choose(other)
    assert main_window(desktop).register.path == other
    Register.open(school, "B Patel").close()


def test_opening_the_register_that_is_open_changes_nothing(
    desktop: Desktop, school: Path
) -> None:
    desktop.open(school)
    window = desktop.window
    desktop.open_or_choose(school)
    assert desktop.window is window


def test_a_new_register_is_made_and_opened(
    qtbot: QtBot, desktop: Desktop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desktop.welcome()
    answer = staticmethod(lambda *_asked: (str(tmp_path / "Larkmere"), ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    desktop.make_new()
    window = desktop.window
    assert window is not None
    asked = window.findChild(RegisterDialog).set_up
    asked.form.field("school").setText("Larkmere Academy")
    asked.elsewhere.click()
    asked.start.click()
    qtbot.waitUntil(lambda: isinstance(desktop.window, MainWindow))
    found = core_school.of(main_window(desktop).register)
    assert (found.name, found.lowest_year, found.highest_year) == (
        *("Larkmere Academy", 7, 11),
    )


def test_what_is_wrong_with_a_new_register_is_said_at_its_field(
    qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = RegisterDialog()
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    form = dialog.set_up.form
    form.field("school").setText("Larkmere Academy")
    form.field("dfe").setText("12")
    dialog.set_up.make(tmp_path / "Larkmere.gtreg")
    assert dialog.isVisible()
    assert form.field("dfe").hasFocus()
    assert "7 digits" in form.field("dfe").accessibleDescription()
    assert not (tmp_path / "Larkmere.gtreg").exists()


def test_the_welcome_lists_what_was_opened_before(
    qtbot: QtBot, school: Path, desktop: Desktop
) -> None:
    settings.remember_opened(school)
    desktop.welcome()
    assert desktop.window is not None
    names = [b.accessibleName() for b in desktop.window.findChildren(QPushButton)]
    assert "Open Greenfield" in names


@pytest.mark.slow
def test_looking_round_makes_the_sample_school_and_opens_it(
    qtbot: QtBot, desktop: Desktop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    desktop.welcome()
    desktop.look_round()
    qtbot.waitUntil(lambda: isinstance(desktop.window, MainWindow), timeout=120_000)
    window = main_window(desktop)
    assert tmp_path in window.register.path.parents
    assert core_school.of(window.register).name == "Larkmere Academy"
