"""Windows of imports for tests of their pages."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from gtregister.desktop.imports.import_window import ImportWindow
from gtregister.desktop.main_window import MainWindow
from tests.desktop.imports import given

Asked = Callable[..., ImportWindow]


@pytest.fixture
def asked(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> Iterator[Asked]:
    """Open the window of an import of these rows; it is closed after the test."""
    opened = []

    def ask(*rows: str, top: str = given.KS2, name: str = "KS2.csv") -> ImportWindow:
        source = given.csv(tmp_path, *rows, name=name, top=top)
        opened.append(given.asked(qtbot, window, source))
        return opened[-1]

    yield ask
    for found in opened:
        found.reject()
