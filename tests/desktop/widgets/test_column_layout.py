"""Columns are laid out for the table that is shown, and for no other."""

import pytest

from gtregister.core.roll.pupils import folded
from gtregister.desktop.widgets.table_model import TableModel
from gtregister.desktop.widgets.table_view import TableView
from gtregister.table import Column, Table

WIDE = Table("Wide", tuple(Column(f"c{n}", f"C{n}") for n in range(9)), [("x",) * 9])
NARROW = Table("Narrow", (Column("c0", "C0"),), [("y",)])


@pytest.fixture
def view(qtbot):
    made = TableView(TableModel(folded), "Rows")
    qtbot.addWidget(made)
    made.table_model.set_table(WIDE)
    return made


def test_a_resize_while_a_narrower_table_comes_in_lays_nothing_out(view):
    asked = []

    def resize():
        view.layout_of_columns.fit(500)  # as Qt does from within the reset
        asked.append(True)

    view.table_model.modelReset.connect(resize)
    view.table_model.set_table(NARROW)

    assert asked == [True]
    assert view.columnWidth(0) > 0


def test_the_room_of_that_resize_is_used_once_the_table_is_there(view):
    view.table_model.modelReset.connect(lambda: view.layout_of_columns.fit(700))
    view.table_model.set_table(NARROW)

    assert view.columnWidth(0) == 700
