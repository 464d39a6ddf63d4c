from pathlib import Path

import pytest
from pypdf import PdfReader

from gtregister.table import Column, Table
from gtregister.writers import roster_pdf
from gtregister.writers.roster import Roster
from tests.writers.lists import HOSTILE, IMPRINT

COLUMNS = (
    Column("number", "No.", "number"),
    Column("surname", "Surname"),
    Column("forename", "Forename"),
    Column("bus", "Bus"),
    Column("medical", "Medical"),
    Column("out", "Out"),
)
NAMES = ("Featherstonehaugh-Winterbourne-Smythe", "Ng", "Łęczyński", "Шевченко")


def roster(count: int, **more: object) -> Roster:
    """Make a roster whose pupils are called Pupil-001 and so on, on two buses."""
    rows = [
        (
            n,
            f"{NAMES[n % 4]} Pupil-{n:03}",
            "Bartholomew Montgomery",
            f"Coach {1 + (2 * n > count)}",
            None,
            None,
        )
        for n in range(1, count + 1)
    ]
    known = {
        "facts": ("Thursday 26 November 2026, Leeds",),
        "totals": (f"{count} pupils in all.",),
        "sign": ("Counted out by", "Counted back by"),
        "ticks": frozenset({"out"}),
        "by_hand": frozenset({"medical"}),
    }
    return Roster(Table("Trip: bus list", COLUMNS, rows), **known | more)


def pages(made: Roster, folder: Path) -> list[str]:
    path = folder / "roster.pdf"
    roster_pdf.write(made, IMPRINT, path)
    return [page.extract_text() for page in PdfReader(path).pages]


@pytest.mark.parametrize("group", [None, "bus"])
@pytest.mark.parametrize("count", [1, 30, 31, 61, 200])
def test_every_pupil_is_printed_once_and_the_end_only_at_the_end(
    tmp_path, count, group
):
    found = pages(roster(count, group=group), tmp_path)
    together = "\n".join(found)

    for n in range(1, count + 1):
        assert together.count(f"Pupil-{n:03}") == 1
    for number, page in enumerate(found, 1):
        assert f"Page {number} of {len(found)}" in page
        assert "Trip: bus list" in page
        assert "Surname" in page
        assert "Pupil-" in page, "no page has headings or totals alone"
        assert "Confidential. Printed 26 November 2026 by C Hall." in page
    assert together.count(f"{count} pupils in all.") == 1
    assert together.count("Counted back by") == 1
    assert "Counted back by" in found[-1]
    assert together.count("Coach 1") <= 1 or group is None


@pytest.mark.parametrize("count", range(20, 80))
def test_no_heading_of_a_group_is_left_alone_at_the_foot_of_a_page(tmp_path, count):
    for page in pages(roster(count, group="bus"), tmp_path):
        lines = [line for line in page.splitlines() if line.strip()]
        for number, line in enumerate(lines):
            if line.startswith("Coach "):
                assert any("Pupil-" in later for later in lines[number:])


def test_thirty_pupils_fit_on_one_upright_page(tmp_path):
    path = tmp_path / "roster.pdf"
    roster_pdf.write(roster(30), IMPRINT, path)

    (page,) = PdfReader(path).pages

    assert (round(page.mediabox.width), round(page.mediabox.height)) == (595, 842)


def test_many_columns_turn_the_page(tmp_path):
    columns = tuple(Column(f"c{n}", f"Heading {n}") for n in range(12))
    rows = [tuple(f"Words of {n}" for n in range(12))] * 40
    path = tmp_path / "roster.pdf"

    roster_pdf.write(Roster(Table("Wide", columns, rows)), IMPRINT, path)

    box = PdfReader(path).pages[0].mediabox
    assert (round(box.width), round(box.height)) == (842, 595)


def test_a_box_is_drawn_in_each_row_of_a_column_to_tick(tmp_path):
    path = tmp_path / "roster.pdf"
    roster_pdf.write(roster(7), IMPRINT, path)

    drawn = PdfReader(path).pages[0].get_contents().get_data()

    assert drawn.count(b" 9.0 9.0 re") == 7


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_any_words_can_stand_on_it(tmp_path, text):
    table = Table(text, COLUMNS, [(1, text, text, text, text, None)])
    made = Roster(table, (text,), (text,), (text,), group="bus")

    assert pages(made, tmp_path)


def test_an_empty_roster_is_one_page_that_says_so(tmp_path):
    made = Roster(Table("Trip", COLUMNS, []))

    (page,) = pages(made, tmp_path)

    assert "There are none." in page


def test_the_same_roster_gives_the_same_bytes(tmp_path):
    path = tmp_path / "roster.pdf"
    roster_pdf.write(roster(31), IMPRINT, path)
    first = path.read_bytes()
    roster_pdf.write(roster(31), IMPRINT, path)

    assert path.read_bytes() == first
