"""The view of tables: the keyboard leaves it, and rows are copied as a table."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gtregister.core.roll.pupils import folded
from gtregister.desktop import style
from gtregister.desktop.widgets.table_model import TableModel
from gtregister.desktop.widgets.table_view import TableView
from gtregister.table import Column, Table
from tests.desktop.widgets.test_table_model import COLUMNS, ROWS

Key = Qt.Key


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[TableView]:
    model = TableModel(folded)
    made = TableView(model, "Pupils")
    model.set_table(Table("Pupils", COLUMNS, ROWS, [11, 12, 13]))
    window = QWidget()
    qtbot.addWidget(window)
    made.setParent(window)
    yield made
    window.close()


def test_tab_leaves_the_table(qtbot: QtBot, view: TableView) -> None:
    window = view.window()
    down = QVBoxLayout(window)
    before, after = QLineEdit(), QLineEdit()
    for part in (before, view, after):
        down.addWidget(part)
    QWidget.setTabOrder(before, view)
    QWidget.setTabOrder(view, after)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    qtbot.keyClick(view, Key.Key_Tab)
    qtbot.waitUntil(after.hasFocus)
    qtbot.keyClick(after, Key.Key_Backtab)
    qtbot.waitUntil(view.hasFocus)


def test_chosen_rows_are_copied_for_excel_and_for_word(view: TableView) -> None:
    view.selectRow(0)
    view.copy()
    copied = QGuiApplication.clipboard().mimeData()
    lines = copied.text().splitlines()
    assert lines[0].split("\t")[:2] == ["Surname", "Forename"]
    assert lines[1].split("\t")[:3] == ["O’Neill", "Ben", "8"]
    assert len(lines) == 2
    assert ">O’Neill</td>" in copied.html()


def test_without_a_choice_all_rows_are_copied_in_their_order(view: TableView) -> None:
    view.sort_by(0)
    view.copy()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert [line.split("\t")[0] for line in lines[1:]] == [
        *("Ahmed", "O’Neill", "Zielińska"),
    ]


def test_sensitive_and_empty_columns_are_hidden_until_asked_for(
    view: TableView,
) -> None:
    columns = (*COLUMNS[:1], Column("upn", "UPN", sensitive=True), Column("x", "Empty"))
    table = Table("Pupils", columns, [("Ahmed", "A9", None)])
    view.table_model.set_table(table)
    assert [c.key for c in view.shown().columns] == ["surname"]
    view.toggle_column("upn")
    assert view.is_column_shown("upn")
    view.table_model.set_table(table)
    assert view.is_column_shown("upn")


def test_enter_opens_the_row_by_its_key(qtbot: QtBot, view: TableView) -> None:
    view.show_first()
    with qtbot.waitSignal(view.opened) as opened:
        qtbot.keyClick(view, Key.Key_Return)
    assert opened.args == [11]


def test_sorting_twice_by_a_column_turns_the_order(view: TableView) -> None:
    view.sort_by(1)
    first = [row[1] for row in view.shown().rows]
    view.sort_by(1)
    assert [row[1] for row in view.shown().rows] == first[::-1]


def headings(view: TableView) -> list[str]:
    heads = view.layout_of_columns.columns()
    return [column.title for column in heads if column.is_shown]


def test_shift_and_a_press_on_a_heading_sort_by_a_second_column(
    view: TableView,
) -> None:
    view.horizontalHeader().asked_to_sort.emit(5, False)
    view.horizontalHeader().asked_to_sort.emit(1, True)
    assert view.table_model.sorting == (("status", False), ("forename", False))
    assert [row[1] for row in view.shown().rows] == ["Ben", "Mary Ann", "Zoë"]
    view.horizontalHeader().asked_to_sort.emit(5, True)
    assert view.table_model.sorting == (("status", True), ("forename", False))
    assert view.horizontalHeader().words(5) == "Status 1"


def test_columns_that_were_dragged_are_copied_as_they_stand(view: TableView) -> None:
    view.horizontalHeader().moveSection(1, 0)
    assert headings(view)[:2] == ["Forename", "Surname"]
    view.copy()
    first = QGuiApplication.clipboard().text().splitlines()[0]
    assert first.split("\t")[:2] == ["Forename", "Surname"]
    view.table_model.set_table(Table("Pupils", COLUMNS, ROWS, [11, 12, 13]))
    assert headings(view)[:2] == ["Forename", "Surname"]


def test_a_width_that_was_chosen_stays(view: TableView) -> None:
    view.resize(900, 300)
    view.setColumnWidth(1, 333)
    view.table_model.set_table(Table("Pupils", COLUMNS, ROWS, [11, 12, 13]))
    assert view.columnWidth(1) == 333
    assert view.layout_of_columns.arrangement.widths == {"forename": 333}
    view.horizontalHeader().sectionHandleDoubleClicked.emit(1)
    assert view.layout_of_columns.arrangement.widths == {}
    assert view.columnWidth(1) != 333


def test_space_ticks_and_moving_keeps_the_ticks(qtbot: QtBot, view: TableView) -> None:
    view.show_ticks()
    view.show_first()
    assert view.chosen() == [11]
    qtbot.keyClick(view, Key.Key_Space)
    qtbot.keyClick(view, Key.Key_Down)
    assert view.chosen() == [11]
    qtbot.keyClick(view, Key.Key_Space)
    assert view.chosen() == [11, 12]
    qtbot.keyClick(view, Key.Key_Space)
    assert view.chosen() == [11]


def test_ticks_outlive_finding_sorting_and_a_refresh(view: TableView) -> None:
    view.show_ticks()
    view.table_model.tick([13, 11], on=True)
    view.table_model.find("zoe")
    view.sort_by(0)
    assert view.chosen() == [11, 13]
    view.table_model.set_table(Table("Pupils", COLUMNS, ROWS[1:], [12, 13]))
    assert view.chosen() == [13]


def test_shift_ticks_all_rows_from_the_last_one(qtbot: QtBot, view: TableView) -> None:
    view.show_ticks()
    view.verticalHeader().pressed.emit(0, False)
    view.verticalHeader().pressed.emit(2, True)
    assert view.chosen() == [11, 12, 13]
    view.untick()
    view.show_first()
    qtbot.keyClick(view, Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert view.chosen() == [11, 12]


def test_all_that_are_shown_are_ticked_and_only_they(view: TableView) -> None:
    view.show_ticks()
    view.table_model.find("ahmed")
    view.selectAll()
    view.table_model.find("")
    assert view.chosen() == [13]
    box = view._tick_all
    assert box is not None
    assert box.checkState() == Qt.CheckState.PartiallyChecked
    box.click()
    assert view.chosen() == [11, 12, 13]
    box.click()
    assert view.table_model.ticked() == []


def test_a_press_on_a_box_ticks_its_row(qtbot: QtBot, view: TableView) -> None:
    view.show_ticks()
    boxes = view.verticalHeader()
    with qtbot.waitExposed(view.window()):
        view.window().show()
    at = boxes.viewport().rect().topLeft()
    at.setY(boxes.sectionViewportPosition(1) + 5)
    qtbot.mouseClick(boxes.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert view.chosen() == [12]
    index = view.table_model.index(1, 0)
    spoken = view.table_model.data(index, Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Zielińska, ticked"


def test_copying_takes_the_ticked_rows_and_no_other(view: TableView) -> None:
    view.show_ticks()
    view.table_model.tick([12], on=True)
    view.selectRow(0)
    view.copy()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert [line.split("\t")[0] for line in lines[1:]] == ["Zielińska"]


@pytest.fixture
def discreet() -> Iterator[None]:
    style.be_discreet(on=True)
    yield
    style.be_discreet(on=False)


def test_the_discreet_view_hides_what_was_asked_for_too(
    view: TableView, discreet: None
) -> None:
    style.be_discreet(on=False)
    upn = Column("upn", "UPN", sensitive=True)
    table = Table("Pupils", (*COLUMNS[:2], upn), [("Li", "Bo", "B"), ("Ka", "Al", "A")])
    view.table_model.set_table(table)
    layout = view.layout_of_columns
    layout.keep_private({"forename"})
    layout.toggle("upn")
    layout.sort(2)
    assert headings(view) == ["Surname", "Forename", "UPN"]
    style.be_discreet(on=True)
    view.table_model.set_table(table)
    assert headings(view) == ["Surname"]
    assert [c.key for c in layout.without_private(table).columns] == ["surname"]
    # An order by a score would tell the scores.
    assert [row[0] for row in view.shown().rows] == ["Li", "Ka"]
    view.copy()
    assert QGuiApplication.clipboard().text().splitlines() == ["Surname", "Li", "Ka"]
    style.be_discreet(on=False)
    view.table_model.set_table(table)
    assert headings(view) == ["Surname", "Forename", "UPN"]
    assert [row[0] for row in view.shown().rows] == ["Ka", "Li"]
