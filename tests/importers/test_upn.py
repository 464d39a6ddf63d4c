import pytest
from hypothesis import given
from hypothesis import strategies as st

from gtregister.importers import upn

# Valid ones from public documents and test files, the last three of them temporary.
RIGHT = (
    *("H801200001001", "R674123101121", "B801200005001", "N999199900001"),
    *("A313999209026", "A305300210002", "R662332011222", "Z205210200010"),
    *("A30535001104A",),
)


@pytest.mark.parametrize("right", RIGHT)
def test_a_right_upn_is_taken_as_it_is(right):
    assert upn.parse(right) == (right, None)
    assert upn.check_letter(right) == right[0]


@pytest.mark.parametrize(
    "typed", [" b801200005001 ", "B801 2000 05001", "b801200005001\xa0"]
)
def test_spaces_and_small_letters_do_not_matter(typed):
    assert upn.parse(typed) == ("B801200005001", None)


@pytest.mark.parametrize("wrong", ["A801200005001", "A123456789001", "A999999609170"])
def test_a_wrong_letter_is_looked_at_and_the_upn_kept(wrong):
    value, trouble = upn.parse(wrong)
    assert value == wrong
    assert trouble.level == "look"


@pytest.mark.parametrize(
    "bad",
    [
        *("0381021010022", "B80120000500", "B8012000050011", "I801200005001"),
        *("B80120000500O", "Ｂ801200005001", "B８01200005001", "unknown", 801200005001),
    ],
)
def test_what_has_another_shape_is_left_out(bad):
    value, trouble = upn.parse(bad)
    assert value is None
    assert trouble.level == "problem"
    assert str(bad) in trouble.text


@given(st.integers(0, 999_999_999_999), st.sampled_from("ABCDEFGHJKLMNPQRTUVWXYZ"))
def test_one_letter_of_twenty_three_is_right_for_every_number(number, letter):
    rest = f"{number:012}"
    _value, trouble = upn.parse(letter + rest)
    assert (trouble is None) == (upn.check_letter("A" + rest) == letter)


@given(
    st.lists(
        st.one_of(
            st.text(max_size=14),
            st.sampled_from(
                (*RIGHT, "A801200005001", " B801200005001", "B80120000500²")
            ),
            st.integers(0, 999_999_999_999).map(lambda number: f"B{number:012}"),
            st.integers(),
            st.none(),
        )
    )
)
def test_many_at_once_are_judged_as_each_by_itself(cells):
    singly = [c for c in cells if c and upn.parse(c) == (c, None) and c[-1].isdigit()]
    assert upn.right(cells) == singly


@given(st.integers(0, 99_999_999_999), st.integers(2, 12), st.integers(1, 9))
def test_a_digit_typed_wrong_is_noticed(number, place, by):
    rest = f"{number:012}"
    digit = str((int(rest[place - 2]) + by) % 10)
    wrong = rest[: place - 2] + digit + rest[place - 1 :]
    assert upn.check_letter("A" + rest) != upn.check_letter("A" + wrong)
