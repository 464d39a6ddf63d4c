"""A person at the window, by the mouse or by keys alone, whose clicks are counted.

A click is one press of a mouse button, one drop of a file, or one deliberate key or
combination of keys; what is typed into the system's own file dialog is not counted.
"""

import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

# No window of a test comes between a person and their work.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

_PATIENCE = 30_000  # ms
_LEFT = Qt.MouseButton.LeftButton
_PLAIN = Qt.KeyboardModifier.NoModifier


class Hands:
    """Presses what can be seen and reached, and counts."""

    def __init__(self, qtbot: QtBot, window: QWidget) -> None:
        self.qtbot = qtbot
        self.window = window
        self.clicks = 0

    def wait(self, until: Callable[[], bool]) -> None:
        """Wait until something is so."""
        self.qtbot.waitUntil(until, timeout=_PATIENCE)

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Press on something that is in sight, once it can be pressed."""
        self.wait(lambda: widget.isVisible() and widget.isEnabled())
        self.clicks += 1
        self.qtbot.mouseClick(widget, _LEFT, _PLAIN, at or QPoint())

    def drop(self, path: Path) -> None:
        """Drop a file on the window."""
        self.clicks += 1
        content = QMimeData()
        content.setUrls([QUrl.fromLocalFile(str(path))])
        middle, copy = QPointF(self.window.rect().center()), Qt.DropAction.CopyAction
        for kind in (QDragEnterEvent, QDropEvent):
            event = kind(middle, copy, content, _LEFT, _PLAIN)
            QApplication.sendEvent(self.window, event)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = _PLAIN) -> None:
        """Press a key where the focus is."""
        front = QApplication.activeModalWidget() or self.window
        if not front.isActiveWindow():
            # Offscreen there is no window system to see to it.
            front.activateWindow()
            self.wait(front.isActiveWindow)
        self.clicks += 1
        self.qtbot.keyClick(front.focusWidget() or front, key, modifier)

    def dialog(self, kind: type[QDialog]) -> QDialog:
        """Wait for a dialog."""
        self.wait(lambda: isinstance(QApplication.activeModalWidget(), kind))
        found = QApplication.activeModalWidget()
        assert isinstance(found, kind)
        return found


def button(window: QWidget, words: str) -> QAbstractButton:
    """Find a button in sight by its words; the first of several."""
    return next(
        one
        for one in window.findChildren(QAbstractButton)
        if one.isVisible()
        and words in (one.text().replace("&", ""), one.accessibleName())
    )
