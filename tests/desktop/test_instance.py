"""A second start with the same register raises the window that has it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gtregister.core.register import Register
from gtregister.desktop import instance, opening
from gtregister.desktop.app import Desktop
from gtregister.desktop.main_window import MainWindow

SECOND = """
import sys
from pathlib import Path
from gtregister.desktop import app
sys.exit(app.run(Path(sys.argv[1])))
"""


def test_a_socket_is_named_after_no_school_and_no_folder(tmp_path: Path) -> None:
    name = instance.name_of(tmp_path / "Larkmere Academy.gtreg")
    assert "Larkmere" not in name
    assert name != instance.name_of(tmp_path / "Other.gtreg")
    assert name == instance.name_of(tmp_path / "." / "Larkmere Academy.gtreg")


def test_nobody_listens_where_no_window_is(tmp_path: Path) -> None:
    assert not instance.raise_other(tmp_path / "None.gtreg")


def test_a_second_program_raises_the_first_window_and_ends(
    qtbot: QtBot, school: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    raised: list[bool] = []
    monkeypatch.setattr(Desktop, "come_to_front", lambda _self: raised.append(True))
    desktop = Desktop()
    desktop.open(school)
    qtbot.waitUntil(lambda: desktop._listener is not None)
    second = subprocess.Popen(
        [sys.executable, "-c", SECOND, str(school)],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    )
    while second.poll() is None:
        QTest.qWait(50)
    qtbot.waitUntil(lambda: raised == [True])
    assert second.returncode == 0
    assert desktop.window is not None
    desktop.window.close()


def test_a_lock_of_another_computer_raises_nothing_and_is_opened_to_read(
    qtbot: QtBot, school: Path
) -> None:
    with Register.open(school, "C Hall"):
        assert not opening.raise_elsewhere(school)
        desktop = Desktop()
        desktop.open(school)
        assert isinstance(desktop.window, MainWindow)
        assert not desktop.window.register.can_write
        desktop.window.close()


def test_a_closed_window_listens_no_more(qtbot: QtBot, school: Path) -> None:
    desktop = Desktop()
    desktop.open(school)
    qtbot.waitUntil(lambda: desktop._listener is not None)
    desktop.welcome()
    qtbot.waitUntil(lambda: not instance.raise_other(school))
    assert desktop.window is not None
    desktop.window.close()
