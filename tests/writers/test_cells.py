from datetime import date

import pytest

from gtregister.writers import cells


@pytest.mark.parametrize(
    ("value", "kind", "stands"),
    [
        ("0071", "text", "0071"),
        (71, "text", "71"),
        (71, "number", 71),
        (71.0, "number", 71),
        ("AS", "number", "AS"),
        (None, "number", None),
        ("", "text", None),
        (True, "yes_no", "Yes"),
        (date(2015, 3, 7), "date", date(2015, 3, 7)),
        ("summer 2015", "date", "summer 2015"),
    ],
)
def test_a_value_stands_in_a_cell_as_what_its_column_holds(value, kind, stands):
    content = cells.content(value, kind)
    assert (content, type(content)) == (stands, type(stands))


def test_a_footer_is_cut_without_leaving_half_a_command():
    foot = cells.footer("&" * 60)
    assert len(foot) <= 75
    assert foot.rstrip("…").count("&") % 2 == 0
    assert cells.footer("x" * 80) == "x" * 74 + "…"


def test_a_name_of_music_is_not_cut_within_a_note():
    assert cells.sheet_name("🎻" * 20) == "🎻" * 15
