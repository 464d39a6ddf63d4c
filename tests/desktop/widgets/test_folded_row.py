"""Buttons fold into as many lines as there is room for, each as wide as its words."""

import pytest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gtregister.desktop.widgets.folded_row import FoldedRow

WORDS = ("Upcoming", "Past", "Ideas", "Who has had nothing this term")


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    shown = QWidget()
    qtbot.addWidget(shown)
    return shown


@pytest.fixture
def row(qtbot: QtBot, window: QWidget) -> FoldedRow:
    made = FoldedRow(window)
    made.put([QPushButton(words, made) for words in WORDS])
    made.resize(2000, 40)
    with qtbot.waitExposed(window):
        window.show()
    return made


def tops(row: FoldedRow) -> list[int]:
    return [button.y() for button in row.findChildren(QPushButton)]


def test_all_stand_in_one_line_where_there_is_room(row: FoldedRow) -> None:
    assert len(set(tops(row))) == 1


def test_what_does_not_fit_begins_a_line_and_no_button_grows(
    qtbot: QtBot, row: FoldedRow
) -> None:
    buttons = row.findChildren(QPushButton)
    wide = [button.width() for button in buttons]
    row.resize(wide[-1] + 20, 200)

    qtbot.waitUntil(lambda: len(set(tops(row))) > 1)
    assert tops(row) == sorted(tops(row))
    assert [button.width() for button in buttons] == wide
    assert row.minimumSizeHint().width() == wide[-1]

    row.resize(2000, 200)
    qtbot.waitUntil(lambda: len(set(tops(row))) == 1)
