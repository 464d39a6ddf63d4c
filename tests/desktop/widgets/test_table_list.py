"""A list: what it says when it is empty, and when nothing is found."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from gtregister.core.pupils import folded
from gtregister.desktop.widgets.empty_state import EmptyState
from gtregister.desktop.widgets.table_list import TableList
from gtregister.table import Table
from tests.desktop.widgets.test_table_model import COLUMNS, ROWS

FULL = Table("Pupils", COLUMNS, ROWS, [11, 12, 13])


@pytest.fixture
def listed(qtbot: QtBot) -> TableList:
    made = TableList(
        "Pupils", "Find", folded, lambda: EmptyState("register", "Nobody yet")
    )
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def words(listed: TableList) -> list[str]:
    return [x.text() for x in listed.findChildren(QLabel) if x.isVisible()]


def test_nobody_at_all_shows_the_empty_state_without_filters(
    listed: TableList,
) -> None:
    listed.show_table(Table("Pupils", COLUMNS, []), 0)
    assert "Nobody yet" in words(listed)
    assert not listed.filters.isVisible()


def test_nothing_found_says_what_was_sought_and_clears_it(
    qtbot: QtBot, listed: TableList
) -> None:
    listed.show_table(FULL, 3)
    listed.filters.find_box.setText("nobody")
    assert "This leaves nothing: “nobody”." in words(listed)
    listed._clear.trigger()
    assert listed.view.isVisible()
    assert listed.model.rowCount() == 3


def test_the_chosen_row_stays_chosen_while_one_types(listed: TableList) -> None:
    listed.show_table(FULL, 3)
    listed.view.selectRow(1)
    listed.filters.find_box.setText("zoe")
    assert [i.row() for i in listed.view.selectionModel().selectedRows()] == [0]
    assert listed.model.key_at(listed.view.currentIndex().row()) == 12


def test_down_goes_from_the_find_box_to_the_list(
    qtbot: QtBot, listed: TableList
) -> None:
    listed.show_table(FULL, 3)
    listed.filters.find_box.setFocus()
    qtbot.keyClick(listed.filters.find_box, Qt.Key.Key_Down)
    qtbot.waitUntil(listed.view.hasFocus)
    assert listed.view.currentIndex().row() == 0


def test_escape_empties_the_find_box(qtbot: QtBot, listed: TableList) -> None:
    listed.show_table(FULL, 3)
    qtbot.keyClicks(listed.filters.find_box, "zoe")
    assert listed.count_in_words() == "1 of 3 shown"
    qtbot.keyClick(listed.filters.find_box, Qt.Key.Key_Escape)
    assert listed.count_in_words() == "3 shown"
