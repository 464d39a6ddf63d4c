"""What the tests of the Activities page press, and what they find."""

from datetime import date
from typing import TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gtregister.desktop.widgets.letter_grid import LetterGrid
from gtregister.desktop.widgets.option_form import OptionForm

TRIP = "Team maths"
CLUB_DAYS = (
    date(2026, 9, 3),
    date(2026, 12, 18),
    date(2027, 1, 5),
    date(2027, 3, 26),
    date(2026, 10, 26),
    date(2026, 10, 30),
)
LEFT = Qt.MouseButton.LeftButton

Dialog = TypeVar("Dialog", bound=QDialog)


class Hand:
    """Presses buttons with the mouse, and counts the presses."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.clicks = 0

    def press(self, inside: QWidget, words: str) -> None:
        """Press the button that says this, once it is there."""

        def found() -> list[QPushButton]:
            return [
                b
                for b in inside.findChildren(QPushButton)
                if words in (plain(b.text()), b.accessibleName())
                and b.isVisible()
                and b.isEnabled()
            ]

        self.qtbot.waitUntil(lambda: bool(found()))
        self.press_on(found()[0])

    def press_on(self, widget: QWidget) -> None:
        """Press a widget."""
        self.qtbot.mouseClick(widget, LEFT)
        self.clicks += 1

    def press_cell(self, grid: LetterGrid, row: int, column: int) -> None:
        """Press a cell of a grid."""
        index = grid.cells.index(row, column)
        grid.scrollTo(index)
        at: QPoint = grid.visualRect(index).center()
        self.qtbot.mouseClick(grid.viewport(), LEFT, pos=at)
        self.clicks += 1

    def dialog(self, kind: type[Dialog]) -> Dialog:
        """Wait for a dialog of a kind."""
        self.qtbot.waitUntil(
            lambda: isinstance(QApplication.activeModalWidget(), kind), timeout=20_000
        )
        found = QApplication.activeModalWidget()
        assert isinstance(found, kind)
        return found


def plain(words: str) -> str:
    """Read what a button says without its access key."""
    return words.replace("&", "")


def write(form: OptionForm, **answers: str) -> None:
    """Type into fields of a form."""
    for key, words in answers.items():
        field = form.field(key)
        field.setText(words)


def settled(window: QWidget) -> QWidget:
    """Let what was asked of a window be laid out."""
    for _moment in range(3):
        QApplication.processEvents()
    return window
