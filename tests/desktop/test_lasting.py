"""PySide6 may take None, True and False as often as it likes."""

import sys

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="they never die there")
def test_none_is_not_used_up_by_a_life_of_painting(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    before = sys.getrefcount(None)
    for _call in range(1000):
        widget.update()
    calls_left = sys.getrefcount(None) * 1000 / max(1, before - sys.getrefcount(None))
    assert calls_left > 1_000_000_000
