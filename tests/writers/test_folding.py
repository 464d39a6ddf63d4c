import pytest

from gtregister.writers.folding import fold, longest_word


def letters(text: str) -> float:
    return len(text)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("short", ["short"]),
        ("", [""]),
        ("two words here", ["two words", "here"]),
        ("Kowalska-Nowak", ["Kowalska-", "Nowak"]),
        ("of 2026-05-12", ["of", "2026-05-12"]),
        ("Featherstonehaugh", ["Featherston", "ehaugh"]),
        ("one two three four five six seven", ["one two", "three four", "five six s…"]),
        ("unbreakable" * 9, ["unbreakable", "unbreakable", "unbreakabl…"]),
    ],
)
def test_a_text_is_broken_where_a_reader_would(text, lines):
    assert fold(text, 11, letters, most=3) == lines


def test_a_text_that_is_cut_says_so_even_in_one_line():
    assert fold("Ysgol Dyfrig", 6, letters, most=1) == ["Ysgol…"]


def test_a_column_too_narrow_for_anything_still_shows_something():
    assert fold("abc", 0.5, letters, most=3) == ["a", "b", "c…"]


def test_an_accent_stays_with_its_letter():
    assert fold("ab\u0301c", 2, letters, most=3) == ["a", "b\u0301", "c"]


def test_a_text_of_a_megabyte_is_cut_as_quickly_as_a_short_one():
    asked = []

    def noted(text: str) -> float:
        asked.append(len(text))
        return len(text)

    assert fold("word " * 200_000, 40, noted, most=3)[-1].endswith("…")
    assert max(asked) <= 500


def test_the_longest_word_is_what_a_line_must_hold():
    assert longest_word("Kowalska-Nowak of Ham", letters) == len("Kowalska-")
    assert longest_word("", letters) == 0
