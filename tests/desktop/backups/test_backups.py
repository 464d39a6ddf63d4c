"""Backups made, checked and restored from the window."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from gtregister.core import backup, history
from gtregister.core.register import Register
from gtregister.core.roll import pupils
from gtregister.desktop.app import Desktop
from gtregister.desktop.backups.restore_dialog import RestoreDialog
from gtregister.desktop.main_window import MainWindow
from tests import builders


def test_a_sound_register_is_said_to_be_sound(qtbot: QtBot, window: MainWindow) -> None:
    window.desk.actions.check.trigger()
    qtbot.waitUntil(lambda: "is sound" in window.notices.text(), timeout=20_000)


def test_a_backup_is_made_and_its_place_is_said(
    qtbot: QtBot, window: MainWindow, school: Path
) -> None:
    window.desk.actions.back_up.trigger()
    qtbot.waitUntil(lambda: "made and checked" in window.notices.text(), timeout=20_000)
    assert len(backup.listed(school)) == 1


def test_a_copy_is_a_register_of_its_own_and_leaves_a_trace(
    qtbot: QtBot,
    window: MainWindow,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    answer = staticmethod(lambda *_asked: (str(tmp_path / "For the head"), ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    window.desk.actions.save_copy.trigger()
    qtbot.waitUntil(lambda: "copy is saved" in window.notices.text(), timeout=20_000)
    with Register.open_to_read(tmp_path / "For the head.gtreg", "B Patel") as copy:
        assert pupils.count(copy) == pupils.count(window.register)
    what = history.table(window.register).only(["what", "about"]).rows[0]
    assert tuple(what) == ("Copied", "For the head.gtreg")


def test_the_register_is_never_copied_over_itself(window: MainWindow) -> None:
    from gtregister.errors import UserError

    with pytest.raises(UserError, match="the register itself"):
        backup.copy(window.register.file, window.register.path)


@pytest.fixture
def desktop(qtbot: QtBot) -> Desktop:
    made = Desktop()
    yield made
    if made.window is not None:
        made.window.close()


def _restore(desktop: Desktop, monkeypatch: pytest.MonkeyPatch, words: str) -> str:
    """Restore the newest backup, and press a button in the question."""
    window = desktop.window
    assert isinstance(window, MainWindow)
    asked: list[str] = []

    def answer(box: QMessageBox) -> int:
        asked.append(box.text())
        pressed = next(b for b in box.buttons() if b.text() == words)
        monkeypatch.setattr(box, "clickedButton", lambda: pressed)
        return 0

    monkeypatch.setattr(QMessageBox, "exec", answer)
    window.desk.actions.restore.trigger()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, RestoreDialog)
    dialog.restore.click()
    if words == "Stay as it is":
        assert dialog.isVisible()
        dialog.reject()
    return asked[0]


@pytest.mark.parametrize(
    ("words", "left"), [("Go back to it", 60), ("Stay as it is", 61)]
)
def test_a_backup_takes_the_place_of_the_register_once_that_is_confirmed(
    qtbot: QtBot,
    desktop: Desktop,
    school: Path,
    monkeypatch: pytest.MonkeyPatch,
    words: str,
    left: int,
) -> None:
    desktop.open(school)
    window = desktop.window
    assert isinstance(window, MainWindow)
    window.desk.actions.back_up.trigger()
    qtbot.waitUntil(lambda: len(backup.listed(school)) == 1, timeout=20_000)
    qtbot.waitUntil(lambda: "made and checked" in window.notices.text())
    builders.pupil(window.register)

    asked = _restore(desktop, monkeypatch, words)

    assert asked.startswith("Go back to the register of ")
    now = desktop.window
    assert isinstance(now, MainWindow)
    assert now.register.can_write
    assert pupils.count(now.register) == left
