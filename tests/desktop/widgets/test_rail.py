"""The rail: one page is chosen, by mouse, by Tab or by the arrow keys."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gtregister.desktop.widgets.rail import Rail, RailButton


@pytest.fixture
def rail(qtbot: QtBot) -> Rail:
    made = Rail("Pages")
    qtbot.addWidget(made)
    made.add("today", "today", "Today")
    made.add("register", "register", "Register")
    made.add("settings", "settings", "Settings", at_foot=True)
    made.choose("today")
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def test_an_arrow_key_goes_to_the_next_page(qtbot: QtBot, rail: Rail) -> None:
    button = rail.chosen_button()
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    with qtbot.waitSignal(rail.chosen) as chosen:
        qtbot.keyClick(button, Qt.Key.Key_Down)
    assert chosen.args == ["register"]


def test_tab_stops_only_at_the_chosen_page(rail: Rail) -> None:
    rail.choose("register")
    by_tab = [
        button.text()
        for button in rail.findChildren(RailButton)
        if button.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert by_tab == ["Register"]


def test_a_count_is_part_of_the_name(rail: Rail) -> None:
    rail.show_count("register", "248")
    names = [button.accessibleName() for button in rail.findChildren(RailButton)]
    assert names == ["Today", "Register 248", "Settings"]


def test_in_a_low_window_the_rail_shrinks_before_it_scrolls(
    qtbot: QtBot, rail: Rail
) -> None:
    rail.resize(200, 130)
    qtbot.wait(1)
    assert not rail.verticalScrollBar().isVisible()
