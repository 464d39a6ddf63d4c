"""A list: what it says when it is empty, and when nothing is found."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from gtregister.core.roll.pupils import folded
from gtregister.desktop import style
from gtregister.desktop.widgets.choice_menu import ChoiceMenu, MoreChoices
from gtregister.desktop.widgets.empty_state import EmptyState
from gtregister.desktop.widgets.table_list import TableList
from gtregister.table import Column, Table
from tests.desktop.widgets.test_table_model import COLUMNS, ROWS

# The offscreen platform says so of every menu that opens.
opens_a_menu = pytest.mark.qt_log_ignore("plugin does not support")
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
    assert "Nothing matches “nobody”." in words(listed)
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


def shown(listed: TableList) -> list[object]:
    return [row[0] for row in listed.shown().rows]


def test_a_filter_offers_the_values_there_are_with_how_many_have_each(
    listed: TableList,
) -> None:
    year = listed.add_choice("year_group", "Year")
    listed.show_table(FULL)
    assert year.values() == [(7, "7", 1), (8, "8", 1), (None, "Not known", 1)]
    assert year.text() == "Year: all"
    year.choose([8, 7])
    assert shown(listed) == ["O’Neill", "Ahmed"]
    assert year.text() == "Year: 7, 8"
    assert listed.count_in_words() == "2 of 3 shown"
    assert listed.wanted() == {"year_group": [8, 7]}


@opens_a_menu
def test_a_menu_of_values_stays_open_while_one_ticks(
    qtbot: QtBot, listed: TableList
) -> None:
    year = listed.add_choice("year_group", "Year")
    listed.show_table(FULL)
    menu = ChoiceMenu(year, listed)
    menu.popup(listed.pos())
    assert [a.text() for a in menu.actions()][2:] == [
        *("7  (1)", "8  (1)", "Not known  (1)"),
    ]
    menu.setActiveAction(menu.actions()[2])
    qtbot.keyClick(menu, Qt.Key.Key_Space)
    at = menu.actionGeometry(menu.actions()[4]).center()
    qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=at)
    assert menu.isVisible()
    assert shown(listed) == ["Zielińska", "Ahmed"]
    menu.close()
    again = ChoiceMenu(year, listed)
    assert [a.isChecked() for a in again.actions()][2:] == [True, False, True]
    again.actions()[0].trigger()
    assert len(shown(listed)) == 3


def test_filters_without_room_wait_behind_a_button(
    qtbot: QtBot, listed: TableList
) -> None:
    columns = ("year_group", "form", "status", "forename")
    buttons = [listed.add_choice(key, key.title()) for key in columns]
    listed.show_table(FULL)
    listed.resize(520, 400)
    qtbot.waitUntil(buttons[-1].isHidden)
    more = listed.filters._more
    assert more is not None
    assert more.isVisible()
    assert buttons[0].isVisible()
    qtbot.waitUntil(lambda: listed.filters.find_box.width() >= 240)
    buttons[-1].choose(["Ben"])
    assert more.text() == "More filters (1 on)"
    menu = MoreChoices([b for b in buttons if b.isHidden()], listed)
    assert menu.actions()[-1].text() == "Forename: Ben"
    listed.resize(1400, 400)
    qtbot.waitUntil(more.isHidden)
    assert all(button.isVisible() for button in buttons)


def test_another_page_can_ask_for_some_rows(listed: TableList) -> None:
    listed.add_choice("year_group", "Year")
    listed.add_choice("form", "Form")
    listed.show_table(FULL)
    listed.filters.find_box.setText("zoe")
    listed.narrow({"year_group": 8, "nothing": 1})
    assert shown(listed) == ["O’Neill"]
    listed.narrow({"form": ["8C", "7A"]})
    assert shown(listed) == ["O’Neill", "Zielińska"]


def test_what_is_chosen_and_finds_nothing_is_said_and_cleared(
    listed: TableList,
) -> None:
    listed.add_choice("form", "Form").choose(["9Z"])
    listed.show_table(FULL)
    assert "Nothing matches “Form: 9Z”." in words(listed)
    listed._clear.trigger()
    assert len(shown(listed)) == 3


@pytest.fixture
def deeds(listed: TableList) -> list[QAction]:
    actions = [QAction(text, listed) for text in ("&Letter…", "&Copy", "&Remove…")]
    actions[2].setEnabled(False)  # as where nothing may be written
    listed.set_deeds(actions)
    listed.show_table(FULL)
    return actions


def test_deeds_are_offered_while_rows_are_chosen(
    listed: TableList, deeds: list[QAction]
) -> None:
    assert [deed.isEnabled() for deed in deeds] == [False, False, False]
    listed.view._tick_row(1)
    assert [deed.isEnabled() for deed in deeds] == [True, True, False]
    assert listed._deeds is not None
    bar = listed._deeds.bar
    assert bar is not None
    assert bar.isVisible()
    assert bar.words() == "1 selected"
    listed.view._tick_row(2)
    listed.seek("ahmed")
    assert bar.words() == "2 selected, 1 of them not shown"
    bar._clear.click()
    assert not bar.isVisible()
    assert [deed.isEnabled() for deed in deeds] == [False, False, False]


def test_deeds_without_room_stand_behind_more(
    qtbot: QtBot, listed: TableList, deeds: list[QAction]
) -> None:
    listed.view._tick_row(0)
    assert listed._deeds is not None
    bar = listed._deeds.bar
    assert bar is not None
    listed.resize(900, 400)
    qtbot.waitUntil(bar._more.isHidden)
    listed.resize(380, 400)
    qtbot.waitUntil(bar._more.isVisible)
    assert bar._buttons[-1].isHidden()


@opens_a_menu
def test_a_right_press_on_another_row_is_about_that_row(
    qtbot: QtBot, listed: TableList, deeds: list[QAction]
) -> None:
    listed.view._tick_row(0)
    at = listed.view.visualRect(listed.model.index(2, 0)).center()
    listed.view.customContextMenuRequested.emit(at)
    assert listed.chosen() == [13]
    menu = QApplication.activePopupWidget()
    assert menu is not None
    assert [a.text() for a in menu.actions()] == [d.text() for d in deeds]
    menu.close()


@pytest.fixture
def detailed(listed: TableList) -> TableList:
    listed.set_details(lambda: QLineEdit("Details"))
    listed.show_table(FULL)
    return listed


def test_details_stand_beside_the_table_in_a_wide_window(
    qtbot: QtBot, detailed: TableList
) -> None:
    assert detailed._splitter is not None
    detailed.resize(1300, 600)
    assert not detailed._splitter.is_open()
    with qtbot.waitSignal(detailed.current_changed) as changed:
        detailed.view.selectRow(1)
    assert changed.args == [12]
    assert detailed._splitter.is_open()
    assert detailed.view.isVisible()
    assert isinstance(detailed.parts()[-1], QLineEdit)
    detailed.resize(900, 600)
    assert not detailed._splitter.is_open()


def test_details_made_before_there_was_room_get_their_share_of_it(
    detailed: TableList,
) -> None:
    assert detailed._splitter is not None
    detailed.resize(1300, 600)
    detailed._splitter.resize(100, 600)  # as before its window is laid out
    detailed.view.selectRow(1)
    detailed._splitter.resize(1300, 600)
    table, details = detailed._splitter.sizes()
    assert table > details


def test_enter_opens_the_details_over_a_narrow_table_and_escape_closes_them(
    qtbot: QtBot, detailed: TableList
) -> None:
    assert detailed._splitter is not None
    detailed.resize(900, 600)
    detailed.go_to_table()
    assert not detailed._splitter.is_open()
    qtbot.keyClick(detailed.view, Qt.Key.Key_Return)
    assert detailed._splitter.is_open()
    assert not detailed.view.isVisible()
    field = detailed.parts()[-1]
    qtbot.waitUntil(field.hasFocus)
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert detailed.view.isVisible()
    qtbot.waitUntil(detailed.view.hasFocus)


def test_escape_in_the_table_closes_the_details_then_clears_the_filters(
    qtbot: QtBot, detailed: TableList
) -> None:
    assert detailed._splitter is not None
    detailed.resize(1300, 600)
    detailed.filters.find_box.setText("zoe")
    detailed.go_to_table()
    assert detailed._splitter.is_open()
    qtbot.keyClick(detailed.view, Qt.Key.Key_Escape)
    assert not detailed._splitter.is_open()
    assert len(shown(detailed)) == 1
    qtbot.keyClick(detailed.view, Qt.Key.Key_Escape)
    assert len(shown(detailed)) == 3


def test_no_row_has_no_details(detailed: TableList) -> None:
    assert detailed._splitter is not None
    detailed.resize(1300, 600)
    detailed.view.selectRow(0)
    detailed.filters.find_box.setText("nobody")
    assert not detailed._splitter.is_open()


def test_a_sensitive_filter_rests_while_the_view_is_discreet(
    listed: TableList,
) -> None:
    columns = (Column("name", "Name"), Column("sen", "SEN", sensitive=True))
    table = Table("Pupils", columns, [("Ben", "K"), ("Zoë", "N")], [1, 2])
    listed.resize(900, 400)
    sen = listed.add_choice("sen", "SEN")
    listed.show_table(table)
    sen.choose(["K"])
    assert shown(listed) == ["Ben"]
    style.be_discreet(on=True)
    try:
        listed.show_table(table)
        assert shown(listed) == ["Ben", "Zoë"]
        assert not sen.isVisible()
        assert listed.filters.words() == []
        assert [c.key for c in listed.rows_shown().columns] == ["name"]
    finally:
        style.be_discreet(on=False)
    listed.show_table(table)
    assert shown(listed) == ["Ben"]
    assert sen.isVisible()
