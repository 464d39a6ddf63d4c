"""Which rows are shown, whatever is found, chosen and sorted by."""

from collections.abc import Callable

import pytest

from gtregister.core.roll.pupils import folded
from gtregister.desktop.widgets.shown_rows import Choice, ShownRows
from gtregister.table import Table, Value
from tests.desktop.widgets.test_table_model import COLUMNS, ROWS


@pytest.fixture
def rows() -> ShownRows:
    made = ShownRows(folded)
    made.show(Table("Pupils", COLUMNS, ROWS))
    return made


def surnames(rows: ShownRows) -> list[Value]:
    return [rows.table.rows[number][0] for number in rows.numbers]


def test_several_values_of_one_column_and_of_two(rows: ShownRows) -> None:
    rows.choose("year_group", Choice(frozenset({7, 8})))
    assert surnames(rows) == ["O’Neill", "Ahmed"]
    rows.choose("form", Choice(frozenset({"7A"})))
    assert surnames(rows) == ["O’Neill"]
    rows.choose("year_group", None)
    rows.choose("form", None)
    assert len(rows.numbers) == 3


def test_what_is_not_known_can_be_chosen(rows: ShownRows) -> None:
    rows.choose("year_group", Choice(frozenset({None})))
    assert surnames(rows) == ["Zielińska"]


def test_values_can_be_put_together_first(rows: ShownRows) -> None:
    group: Callable[[Value], Value] = lambda year: "low" if year == 7 else "high"  # noqa: E731 - a value for the test
    rows.choose("year_group", Choice(frozenset({"high"}), group))
    assert surnames(rows) == ["O’Neill", "Zielińska"]
    assert rows.counts("year_group", group) == {"high": 2, "low": 1}


def test_counts_heed_the_other_filters_but_not_their_own(rows: ShownRows) -> None:
    rows.choose("status", Choice(frozenset({"On"})))
    assert rows.counts("status", None) == {"On": 2, "Paused": 1}
    assert rows.counts("year_group", None) == {8: 1, 7: 1}
    rows.find("ahmed")
    assert rows.counts("year_group", None) == {7: 1}


def test_going_on_with_a_word_and_taking_letters_back(rows: ShownRows) -> None:
    for sought, found in (("z", 1), ("zo", 1), ("zox", 0), ("zo", 1), ("", 3)):
        rows.find(sought)
        assert len(rows.numbers) == found, sought


def test_a_second_word_is_looked_for_in_the_whole_row(rows: ShownRows) -> None:
    rows.find("mary")
    rows.find("mary ahm")
    assert surnames(rows) == ["Ahmed"]


def test_sorting_by_several_columns_and_unknown_last(rows: ShownRows) -> None:
    rows.sort((("status", False), ("year_group", True)))
    assert surnames(rows) == ["O’Neill", "Ahmed", "Zielińska"]
    rows.sort((("status", True), ("year_group", False)))
    assert surnames(rows) == ["Zielińska", "Ahmed", "O’Neill"]
    rows.sort((("eal", True),))
    assert surnames(rows) == ["O’Neill", "Zielińska", "Ahmed"]


def test_a_column_of_numbers_and_words_can_be_sorted() -> None:
    rows = ShownRows(folded)
    values = [("B",), (110,), (None,), (95.5,), ("A",)]
    rows.show(Table("Values", COLUMNS[:1], values))
    rows.sort((("surname", False),))
    assert surnames(rows) == ["A", "B", 95.5, 110, None]


def test_a_choice_and_an_order_by_a_column_that_went_are_passed_over(
    rows: ShownRows,
) -> None:
    rows.choose("form", Choice(frozenset({"7A"})))
    rows.sort((("form", False),))
    rows.show(Table("Pupils", COLUMNS[:2], [row[:2] for row in ROWS]))
    assert len(rows.numbers) == 3
    assert rows.counts("form", None) == {}
