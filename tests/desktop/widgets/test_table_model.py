"""Finding and sorting in any Table."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from gtregister.core.roll.pupils import folded
from gtregister.desktop import style
from gtregister.desktop.widgets.table_model import Mark, TableModel
from gtregister.table import Column, Table

ROWS = [
    ("O’Neill", "Ben", 8, "7A", date(2026, 9, 1), "On", 1),
    ("Zielińska", "Zoë", None, "8C", None, "Paused", 0),
    ("Ahmed", "Mary Ann", 7, None, date(2026, 1, 5), "On", None),
]
COLUMNS = (
    Column("surname", "Surname"),
    Column("forename", "Forename"),
    Column("year_group", "Year", "number"),
    Column("form", "Form"),
    Column("since", "Since", "date"),
    Column("status", "Status", "status"),
    Column("eal", "EAL", "yes_no"),
)
Role = Qt.ItemDataRole


@pytest.fixture
def model(qapp: object) -> TableModel:
    made = TableModel(folded, {"On": Mark("●", "success")})
    made.set_table(Table("Pupils", COLUMNS, ROWS, [11, 12, 13]))
    return made


def surnames(model: TableModel) -> list[object]:
    return [row[0] for row in model.shown().rows]


@pytest.mark.parametrize(
    ("sought", "found"),
    [
        ("oneill", ["O’Neill"]),
        ("O'Neill", ["O’Neill"]),
        ("ZIELINSKA", ["Zielińska"]),
        ("zoe", ["Zielińska"]),
        ("mary ann", ["Ahmed"]),
        ("ben 7a", ["O’Neill"]),
        ("7a ahmed", []),
        ("  ", ["O’Neill", "Zielińska", "Ahmed"]),
    ],
)
def test_finding_folds_case_accents_and_apostrophes(
    model: TableModel, sought: str, found: list[str]
) -> None:
    model.find(sought)
    assert surnames(model) == found


def test_what_is_not_known_stands_last_either_way(model: TableModel) -> None:
    model.sort(2, Qt.SortOrder.AscendingOrder)
    assert surnames(model) == ["Ahmed", "O’Neill", "Zielińska"]
    model.sort(2, Qt.SortOrder.DescendingOrder)
    assert surnames(model) == ["O’Neill", "Ahmed", "Zielińska"]


def test_names_sort_by_their_letters_and_not_by_their_accents(
    model: TableModel,
) -> None:
    rows = [("Ødegaard",), ("Olsen",), ("Éluard",), ("Zane",)]
    model.set_table(Table("Names", COLUMNS[:1], rows))
    model.sort(0)
    assert surnames(model) == ["Éluard", "Ødegaard", "Olsen", "Zane"]


def test_the_order_and_what_is_sought_outlive_a_refresh(model: TableModel) -> None:
    model.sort(4)
    model.find("a")
    before = surnames(model)
    model.set_table(Table("Pupils", COLUMNS, ROWS[::-1], [13, 12, 11]))
    assert surnames(model) == before


def test_no_column_sorted_by_is_the_order_of_the_table(model: TableModel) -> None:
    model.sort(0)
    model.sort(-1)
    assert surnames(model) == ["O’Neill", "Zielińska", "Ahmed"]


def test_a_row_keeps_its_key_wherever_it_stands(model: TableModel) -> None:
    model.sort(0)
    assert [model.key_at(row) for row in range(3)] == [13, 11, 12]
    model.find("zoe")
    assert model.row_of(12) == 0
    assert model.row_of(11) is None


def test_a_status_has_a_symbol_and_a_colour_beside_its_word(model: TableModel) -> None:
    index = model.index(0, 5)
    assert model.data(index) == "● On"
    ink = model.data(index, Role.ForegroundRole)
    assert ink == QColor(style.colours().success)


def test_an_empty_cell_still_says_something_to_a_screen_reader(
    model: TableModel,
) -> None:
    empty = model.index(2, 3)
    assert model.data(empty) == ""
    assert model.data(empty, Role.AccessibleTextRole) == "–"


def test_cells_read_as_people_write_them(model: TableModel) -> None:
    texts = [model.data(model.index(0, column)) for column in (2, 4, 6)]
    assert texts == ["8", "01/09/2026", "Yes"]


def test_the_model_keeps_qts_rules_while_it_changes(
    model: TableModel, qtbot: QtBot
) -> None:
    mode = QAbstractItemModelTester.FailureReportingMode.Warning
    tester = QAbstractItemModelTester(model, mode)
    model.find("zo")
    model.sort(1)
    model.find("")
    model.set_table(Table("Empty", COLUMNS, []))
    assert tester.model() is model
