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


def worded(*texts):
    columns = tuple(Column(f"c{n}", f"C{n}") for n in range(len(texts)))
    return Table("Worded", columns, [texts])


def test_columns_of_many_words_part_what_room_there_is(view):
    view.table_model.set_table(worded("7A", "why " * 30, "route " * 20))
    view.layout_of_columns.fit(700)

    short, why, route = (view.columnWidth(place) for place in range(3))
    assert short + why + route <= 700
    assert abs(why - route) <= 1
    assert why > 250


def test_a_column_that_needs_less_leaves_the_rest_to_the_others(view):
    view.table_model.set_table(worded("7A", "why " * 30, "a route of some words"))
    view.layout_of_columns.fit(700)

    _short, why, route = (view.columnWidth(place) for place in range(3))
    assert route < why
    assert route >= view.fontMetrics().horizontalAdvance("a route of some words")


def test_without_room_columns_of_many_words_stay_wide_enough_to_be_read(view):
    view.table_model.set_table(worded(*["why " * 30] * 6))
    view.layout_of_columns.fit(300)

    assert min(view.columnWidth(place) for place in range(6)) >= 140
