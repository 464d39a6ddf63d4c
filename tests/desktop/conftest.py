"""Windows for tests: of a register with pupils on it, and small ones of widgets."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gtregister.core.register import Register
from gtregister.desktop import looks
from gtregister.desktop.main_window import MainWindow
from tests.desktop import given

# No window of a test comes between a person and their work.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

Opens = Callable[..., MainWindow]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    # The offscreen platform says so of every window that has a least size.
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore("propagateSizeHints"))
    # It counts what the others have looked at.
    items.sort(key=lambda item: item.name == "test_every_window_was_audited")


@pytest.fixture(autouse=True)
def _look(qapp: QApplication) -> Iterator[None]:
    looks.put_in_force()
    yield
    # What is left there when Python ends brings the offscreen platform down.
    qapp.clipboard().clear()


@pytest.fixture(scope="session")
def _made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return given.filled(tmp_path_factory.mktemp("made") / "Greenfield.gtreg", 60, 24)


@pytest.fixture
def school(_made: Path, tmp_path: Path) -> Path:
    """The path of a register of 60 pupils with 24 entries."""
    path = tmp_path / "Greenfield.gtreg"
    path.write_bytes(_made.read_bytes())
    return path


@pytest.fixture
def opens(qtbot: QtBot) -> Iterator[Opens]:
    """Open the window of a register at a page; it is closed after the test."""
    windows = []

    def show(register: Register, place: str = "register") -> MainWindow:
        window = MainWindow(register, place)
        qtbot.addWidget(window)
        windows.append(window)
        with qtbot.waitExposed(window):
            window.show()
        qtbot.waitUntil(lambda: bool(window.page.header.facts()) or place != "register")
        return window

    yield show
    for window in windows:
        window.close()


@pytest.fixture
def window(school: Path, opens: Opens) -> MainWindow:
    """The window of a filled register, at its Register page."""
    return opens(Register.open(school, "C Hall", today=given.TODAY))
