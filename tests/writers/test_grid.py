from collections import defaultdict
from dataclasses import replace
from itertools import chain, pairwise

import pytest

from gtregister.table import Column, Table
from gtregister.writers.fonts import Ink, Letters
from gtregister.writers.frame import BOTTOM, LEFT, RIGHT, Frame
from gtregister.writers.grid import Grid
from tests.writers.lists import HOSTILE, IMPRINT, register

TOP = 500.0
Text = tuple[float, float, float, str]


class Noted(Ink):
    """Ink that notes what it should draw: from where to where, how low, and what."""

    def __init__(self) -> None:
        self.texts: list[Text] = []

    def at(self, x: float, y: float, text: str, letters: Letters) -> str:
        self.texts.append((x, x + letters.width(text), y, text))
        return ""


def drawn(table: Table) -> list[list[Text]]:
    grid = Grid(table)
    pages = []
    for page in grid.pages(TOP - BOTTOM):
        ink = Noted()
        grid.draw(ink, page, TOP)
        pages.append(ink.texts)
    return pages


@pytest.mark.parametrize("rows", [1, 29, 30, 31, 61, 2_000])
def test_each_row_stands_on_one_page_and_no_page_is_without_rows(rows):
    pages = [[text for *_where, text in page] for page in drawn(register(rows))]
    pupils = [[text for text in page if text.startswith("Pupil-")] for page in pages]
    assert all(pupils)
    assert list(chain(*pupils)) == [f"Pupil-{row:05}" for row in range(1, rows + 1)]
    assert all("Date of birth" in page for page in pages)


def test_texts_stay_in_their_columns_on_the_page_and_off_each_other():
    columns = tuple(Column(f"c{n}", f"Heading of column {n}") for n in range(9))
    shifted = [HOSTILE[n:] + HOSTILE[:n] for n in range(0, len(HOSTILE), 2)]
    table = Table("L", columns, [row[:9] for row in shifted])
    for page in drawn(table):
        lines = defaultdict(list)
        for left, right, y, _text in page:
            assert BOTTOM < y < TOP
            lines[y].append((left, right))
        for spans in lines.values():
            spans.sort()
            assert spans[0][0] >= LEFT
            assert spans[-1][1] <= RIGHT + 0.01
            assert all(a[1] < b[0] for a, b in pairwise(spans))


def test_a_long_text_takes_three_lines_and_says_that_it_was_cut():
    columns = (Column("a", "Name"), Column("b", "Reasons"))
    (page,) = drawn(Table("L", columns, [("Ann", "because " * 200), ("Bo", "short")]))
    reasons = [(y, text) for _x, _right, y, text in page if "because" in text]
    assert len(reasons) == 3
    assert reasons[-1][1].endswith("…")
    assert [text for *_where, text in page if text in {"Ann", "Bo"}] == [
        "Ann",
        "Bo",
    ]
    assert next(y for *_x, y, text in page if text == "Bo") < reasons[-1][0]


def test_numbers_end_at_one_edge_and_so_does_their_heading():
    columns = (Column("a", "Name"), Column("b", "Score", "number"))
    (page,) = drawn(Table("L", columns, [("Ann", 7), ("Bo", 12140), ("Cy", 99.5)]))
    ends = {text: round(right, 3) for _x, right, _y, text in page}
    assert ends["Score"] == ends["7"] == ends["12,140"] == ends["99.5"]


def test_an_empty_list_says_that_there_are_none():
    (page,) = drawn(register(0))
    assert page[-1][-1] == "There are none."
    assert "Surname" in [text for *_where, text in page]


def test_many_facts_leave_room_for_the_rows():
    frame = Frame("L", replace(IMPRINT, facts=("a fact of some length " * 30,) * 9))
    assert frame.below - BOTTOM > 300
