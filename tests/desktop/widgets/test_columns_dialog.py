"""Arranging the columns of a list in a dialog, by keys alone too."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gtregister.core.roll.pupils import folded
from gtregister.desktop.widgets.columns_dialog import ColumnsDialog
from gtregister.desktop.widgets.table_model import TableModel
from gtregister.desktop.widgets.table_view import TableView
from gtregister.table import Column, Table
from tests.desktop.widgets.test_table_model import COLUMNS, ROWS


@pytest.fixture
def view(qtbot: QtBot) -> TableView:
    model = TableModel(folded)
    made = TableView(model, "Pupils")
    qtbot.addWidget(made)
    upn = Column("upn", "UPN", sensitive=True)
    rows = [(*row, "A1") for row in ROWS]
    model.set_table(Table("Pupils", (*COLUMNS, upn), rows, [11, 12, 13]))
    return made


@pytest.fixture
def dialog(qtbot: QtBot, view: TableView) -> ColumnsDialog:
    made = ColumnsDialog(view.layout_of_columns)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def titles(view: TableView) -> list[str]:
    return [column.title for column in view.shown().columns]


def test_keys_alone_hide_show_and_move_columns(
    qtbot: QtBot, view: TableView, dialog: ColumnsDialog
) -> None:
    assert dialog.list.hasFocus()
    qtbot.keyClick(dialog.list, Qt.Key.Key_Down)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Space)
    qtbot.keyClick(dialog.list, Qt.Key.Key_End)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Space)
    for row in range(6, -1, -1):
        qtbot.keyClick(dialog, Qt.Key.Key_U, Qt.KeyboardModifier.AltModifier)
        qtbot.waitUntil(lambda row=row: dialog.list.currentRow() == row)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert titles(view)[:3] == ["UPN", "Surname", "Year"]


def test_the_list_is_sorted_by_up_to_three_columns(
    view: TableView, dialog: ColumnsDialog
) -> None:
    for (box, turned), (key, largest_first) in zip(
        dialog.by,
        (("status", True), ("year_group", False), ("status", False)),
        strict=True,
    ):
        box.setCurrentIndex(box.findData(key))
        turned.setChecked(largest_first)
    dialog.accept()
    assert view.table_model.sorting == (("status", True), ("year_group", False))
    again = ColumnsDialog(view.layout_of_columns)
    assert [box.currentData() for box, _turned in again.by] == [
        *("status", "year_group", ""),
    ]
    again.reject()


def test_cancel_leaves_everything_as_it_was(
    view: TableView, dialog: ColumnsDialog
) -> None:
    before = titles(view)
    dialog.list.item(0).setCheckState(Qt.CheckState.Unchecked)
    dialog.move_by(1)
    dialog.reject()
    assert titles(view) == before


def test_the_usual_columns_come_back(view: TableView, dialog: ColumnsDialog) -> None:
    before = titles(view)
    view.toggle_column("form")
    view.horizontalHeader().moveSection(2, 0)
    assert titles(view) != before
    dialog._reset()
    assert titles(view) == before
