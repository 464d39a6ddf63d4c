from itertools import pairwise

import pytest

from gtregister.errors import UserError
from gtregister.table import Column, Table
from gtregister.writers import fonts
from gtregister.writers.columns import places, share
from gtregister.writers.frame import LEFT, RIGHT
from tests.writers.lists import register

NARROW, WIDE = [10.0, 10.0, 10.0], [20.0, 20.0, 400.0]


def test_columns_get_what_they_want_and_a_little_more_if_there_is_room():
    assert share(600, [NARROW, WIDE]) == [60, 60, 440]
    assert share(470, [NARROW, WIDE]) == [30, 30, 410]


def test_what_is_left_over_goes_mostly_to_the_column_that_lacks_most():
    widths = share(200, [NARROW, WIDE])
    assert sum(widths) == pytest.approx(200)
    assert widths[:2] == [20, 20]


def test_no_column_falls_below_the_level_that_fits():
    widths = share(31, [NARROW, WIDE])
    assert all(width >= 10 for width in widths)
    assert sum(widths) == pytest.approx(31)


def test_columns_stand_side_by_side_within_the_margins():
    _size, laid = places(register(30))
    assert laid[0].left == LEFT
    for left, right in pairwise(laid):
        assert left.left + left.width < right.left
    assert laid[-1].left + laid[-1].width <= RIGHT + 0.01


def test_letters_grow_smaller_before_words_are_broken():
    few = Table("L", tuple(Column(f"{n}", f"Heading{n}") for n in range(6)), [])
    many = Table("L", tuple(Column(f"{n}", f"Heading{n}") for n in range(16)), [])
    assert places(few)[0] == 9.0
    assert 6.0 <= places(many)[0] < 9.0


def test_a_column_of_sentences_does_not_push_the_names_off_the_page():
    columns = (Column("name", "Name"), Column("why", "Reasons"))
    table = Table("L", columns, [("Kowalska-Łęczyńska", "because " * 100)] * 5)
    size, (name, why) = places(table)
    assert name.width >= fonts.regular().width("Kowalska-Łęczyńska") * size
    assert why.width > 4 * name.width


def test_more_columns_than_a_page_is_wide_are_refused_with_a_way_out():
    table = Table("Results", tuple(Column(f"{n}", "x") for n in range(60)), [])
    with pytest.raises(UserError, match="60 columns, too many for the width of a page"):
        places(table)
