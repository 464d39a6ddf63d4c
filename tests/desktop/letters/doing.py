"""The words of these tests: press a button, wait for a dialog, count what is owed."""

from collections import Counter
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gtregister.core.register import Register
from gtregister.core.telling import owed

D = TypeVar("D", bound=QWidget)
LEFT = Qt.MouseButton.LeftButton


def press(qtbot: QtBot, inside: QWidget, words: str) -> None:
    """Press a button, once it is to be seen and can be pressed."""

    def found() -> list[QPushButton]:
        return [
            b
            for b in inside.findChildren(QPushButton)
            if b.text().replace("&", "") == words and b.isVisible() and b.isEnabled()
        ]

    qtbot.waitUntil(lambda: bool(found()))
    qtbot.mouseClick(found()[0], LEFT)


def asked(qtbot: QtBot, kind: type[D]) -> D:
    """Wait for a dialog of a kind."""

    def is_there() -> bool:
        return isinstance(QApplication.activeModalWidget(), kind)

    qtbot.waitUntil(is_there, timeout=20_000)
    found = QApplication.activeModalWidget()
    assert isinstance(found, kind)
    return found


def states(register: Register) -> Counter[str]:
    return Counter(one.state for one in owed.every(register))
