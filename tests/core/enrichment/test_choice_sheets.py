from io import BytesIO

import pytest
from pypdf import PdfReader

from gtregister.core.enrichment import choice_form, choice_rounds, choice_sheets
from gtregister.errors import UserError
from tests.builders import pupil, upn
from tests.programme import activity


@pytest.fixture
def spring(register):
    """A round of three clubs; Aisha and two pupils of the same name."""
    titles = ("Chess club", "Drama", "Robots")
    offered = [activity(register, title) for title in titles]
    number = choice_rounds.begin(register, "Spring clubs", offered)
    aisha = pupil(register, "Aisha", surname="Ahmed", upn=upn(1), form="7A")
    twins = [
        pupil(register, "Sam", surname="Lee", upn=upn(n), form=form)
        for n, form in ((2, "7A"), (3, "8B"))
    ]
    return number, offered, aisha, twins


def test_titles_letters_and_beginnings_are_read_by_name_and_form(register, spring):
    number, (chess, drama, robots), aisha, (_sam, other) = spring
    copied = (
        "Clubs for spring\n"
        "Name\tForm\tFirst choice\t2nd choice\tChoice 3\n"
        "Aisha Ahmed\t7A\tdrama\tA\tRobots (Thursday)\n"
        "Lee, Sam\t8B\tChess\t\tC\n"
    )

    found = choice_sheets.pasted(register, number, copied)

    assert found.looks == ()
    assert found.chosen == {aisha: [drama, chess, robots], other: [chess, robots]}
    assert choice_sheets.enter(register, number, found) == 2
    assert choice_sheets.enter(register, number, found) == 0


def test_a_column_for_each_activity_may_hold_the_numbers(register, spring, tmp_path):
    number, (chess, drama, robots), aisha, _twins = spring
    sheet = tmp_path / "choices.csv"
    text = f"UPN,Chess club,Robots,Drama\n{upn(1)},3,1,2nd\n"
    sheet.write_text(text, encoding="utf-8")

    found = choice_sheets.read(register, number, sheet)

    assert found.chosen == {aisha: [robots, drama, chess]}


def test_what_cannot_be_read_is_said_by_its_row(register, spring):
    number, (chess, *_others), aisha, _twins = spring
    copied = (
        "Surname\tForename\t1st\t2nd\n"
        "Ahmed\tAisha\tGolf\tChess club\n"
        "Lee\tSam\tDrama\t\n"
        "Nobody\tAtAll\tDrama\t\n"
    )

    found = choice_sheets.pasted(register, number, copied)

    assert found.chosen == {aisha: [chess]}
    assert found.looks == (
        "Row 2: “Golf” is none of the activities of this round.",
        "Row 3: Several pupils are called Lee Sam. Add their form or UPN.",
        "Row 4: Nobody on roll is called Nobody AtAll. Check the spelling.",
    )


def test_a_sheet_without_such_headings_is_refused(register, spring):
    number, *_rest = spring
    with pytest.raises(UserError, match="headings for pupils and choices"):
        choice_sheets.pasted(register, number, "Colour\tFood\nred\tcake\n")


def test_the_blank_form_is_one_page_with_every_activity(register, spring):
    number, *_rest = spring
    for more in range(20):
        choice_rounds.edit(
            register,
            number,
            "Spring clubs",
            [
                *(one.id for one in choice_rounds.offered(register, number)),
                activity(register, f"Club {more}"),
            ],
            places_each=1,
            seed=None,
        )

    pages = PdfReader(BytesIO(choice_form.blank(register, number))).pages

    assert len(pages) == 1
    text = pages[0].extract_text()
    assert all(title in text for title in ("Chess club", "Club 19", "My choices"))
