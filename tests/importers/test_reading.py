"""Which sheet of a workbook is read, and what is said about the others."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gtregister.errors import Cancelled, UserError
from gtregister.importers import Ask, Sheet, reading
from tests.importers.given import AISHA, NOAH, read, workbook
from tests.importers.samples import SAMPLES


@pytest.fixture
def three_years(tmp_path):
    def more(book):
        notes = book.create_sheet("Notes", 0)
        notes.append(["These are the results of years 7 and 8."])
        year_8 = book.create_sheet("Year 8")
        for row in SAMPLES["ks2_wide"][:3]:
            year_8.append(row)
        old = book.create_sheet("Old")
        old.sheet_state = "hidden"
        for row in [*SAMPLES["ks2_wide"], *SAMPLES["ks2_wide"][1:]]:
            old.append(row)
        book.create_sheet("Empty")

    return workbook(tmp_path, SAMPLES["ks2_wide"], title="Year 7", change=more)


def test_the_sheet_that_reads_best_is_read_and_the_others_are_named(three_years):
    found = read(three_years)
    assert found.sheet == "Year 7"
    notes = [p.text for p in found.problems if p.level == "note"]
    assert any("Year 8" in note for note in notes)
    assert any("Old" in note for note in notes)


def test_a_person_may_choose_a_sheet_even_a_hidden_one(three_years):
    assert len(read(three_years, sheet="Year 8").records) == 2
    assert len(read(three_years, sheet=" old ").records) == 6


def test_a_wrong_sheet_is_refused_with_those_there_are(three_years):
    with pytest.raises(
        UserError, match=r"Notes, Year 7, Year 8, Old, Empty"
    ) as refused:
        read(three_years, sheet="Year 9")
    assert refused.value.field == "sheet"


def test_an_empty_sheet_is_refused(three_years):
    with pytest.raises(UserError, match="“Empty” is empty"):
        read(three_years, sheet="Empty")


def test_a_hidden_sheet_is_never_read_by_itself(tmp_path):
    def hide(book):
        book.create_sheet("Front").append(["Hello"])
        book["Year 7"].sheet_state = "hidden"

    path = workbook(tmp_path, SAMPLES["ks2_wide"], change=hide)
    with pytest.raises(UserError, match="hidden sheet “Year 7”"):
        read(path)


def test_a_mapping_chooses_the_sheet_that_has_its_headings(three_years):
    def add(book):
        book["Year 8"]["G1"] = "KS2 wr"

    found = read(
        workbook(
            three_years.parent,
            [["UPN", "Surname", "Ref 1"], [AISHA, "Ahmed", NOAH]],
            change=lambda book: book.create_sheet("B").append(
                ["UPN", "Surname", "Form"]
            ),
        ),
        mapping={"Form": "form"},
    )
    assert found.sheet == "B"


def test_reading_can_be_given_up(three_years):
    def stop(_done, _of):
        raise Cancelled

    with pytest.raises(Cancelled):
        reading.read(three_years, step=stop)


def test_the_same_file_reads_the_same_twice(three_years):
    assert read(three_years) == read(three_years)


WORDS = st.sampled_from(
    (
        "UPN",
        "Name",
        "Surname",
        "KS2",
        "Reading",
        "SS",
        "CAT4 V",
        "Subject",
        "Total",
        "Year",
    )
)
CELLS = st.one_of(
    WORDS, st.text(max_size=5), st.integers(0, 130), st.dates(), st.none()
)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.lists(CELLS, max_size=5), min_size=1, max_size=8),
    st.sampled_from((None, *SAMPLES)),
    st.lists(st.tuples(*[st.integers(0, 4)] * 3), max_size=2),
)
def test_any_sheet_at_all_is_read_without_loss_or_refused_in_words(rows, key, merged):
    sheet = Sheet("Sheet1", rows, merged=merged)
    try:
        found = reading.read_sheets([sheet], Ask(format=key), "list.csv")
    except UserError:
        return
    told = [
        found.heading_row,
        *(record.row for record in found.records),
        *(aside.row for aside in (*found.skipped, *found.ignored)),
    ]
    assert len(told) == len(set(told)) <= len(rows)
