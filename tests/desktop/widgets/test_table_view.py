"""The view of tables: the keyboard leaves it, and rows are copied as a table."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gtregister.core.pupils import folded
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
    assert "<td>O’Neill</td>" in copied.html()


def test_without_a_choice_all_rows_are_copied_in_their_order(view: TableView) -> None:
    view.sort_by(0)
    view.copy()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert [line.split("\t")[0] for line in lines[1:]] == [
        *("Ahmed", "O’Neill", "Zielińska"),
    ]


def test_what_is_copied_cannot_run_as_a_formula_or_as_markup(view: TableView) -> None:
    rows = [("=1+1", "<b>Ben</b>")]
    view.table_model.set_table(Table("Pupils", COLUMNS[:2], rows))
    view.copy()
    copied = QGuiApplication.clipboard().mimeData()
    assert copied.text().splitlines()[1] == "'=1+1\t<b>Ben</b>"
    assert "<td>&lt;b&gt;Ben&lt;/b&gt;</td>" in copied.html()


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
