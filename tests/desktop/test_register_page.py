"""The register on the screen: found, filtered, and counted."""

from pytestqt.qtbot import QtBot

from gtregister.core.register import Register
from gtregister.desktop.main_window import MainWindow
from gtregister.desktop.widgets.table_list import TableList
from tests.desktop.conftest import Opens


def listing(window: MainWindow) -> TableList:
    found = window.listing()
    assert found is not None
    return found


def column(window: MainWindow, key: str) -> list[object]:
    table = listing(window).model.shown()
    return [row[table.position(key)] for row in table.rows]


def test_typing_finds_pupils_whatever_their_accents(
    qtbot: QtBot, window: MainWindow
) -> None:
    qtbot.keyClicks(listing(window).filters.find_box, "zielinska")
    assert set(column(window, "surname")) == {"Zielińska"}


def test_a_upn_is_found_though_its_column_is_hidden(window: MainWindow) -> None:
    upn = str(column(window, "upn")[3])
    listing(window).filters.find_box.setText(upn.lower())
    assert column(window, "upn") == [upn]
    assert "upn" not in [c.key for c in listing(window).shown().columns]


def test_a_year_and_a_strand_leave_only_theirs(window: MainWindow) -> None:
    year, strand = listing(window).filters._boxes
    strands = column(window, "strand")
    some = column(window, "year_group")[strands.index("Talented")]
    year.setCurrentIndex(year.findData(some))
    strand.setCurrentIndex(strand.findData("talented"))
    assert set(column(window, "year_group")) == {some}
    assert set(column(window, "strand")) == {"Talented"}
    shown, _of, whole, _shown = listing(window).count_in_words().split()
    assert (int(shown), int(whole)) == (len(column(window, "strand")), 24)


def test_filters_outlive_a_refresh(window: MainWindow) -> None:
    year, _strand = listing(window).filters._boxes
    year.setCurrentIndex(year.findData(9))
    window.refresh()
    assert year.value() == 9
    assert set(column(window, "year_group")) == {9}


def test_what_is_left_out_is_said_over_what_is_printed(window: MainWindow) -> None:
    listing(window).filters.find_box.setText("baker")
    facts = window.page.facts()
    assert facts[0].startswith("As at 23 November 2026, 24 of 60 pupils")
    assert facts[-1] == "Only part of the register: “baker”."


def test_an_empty_register_says_what_to_do_first(
    register: Register, opens: Opens
) -> None:
    window = opens(register.twin())
    assert listing(window)._empty is not None
    assert window.page.header.facts() == "There are no pupils in this register yet."
