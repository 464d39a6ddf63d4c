"""Reports: one press shows an answer, and Print and Export are about it."""

import pytest
from PySide6.QtCore import Qt

from tests.builders import pupil
from tests.reports.test_year_by_subject import entry


@pytest.fixture
def page(window, qtbot):
    for n in range(3):
        entry(window.register, pupil(window.register, f"Pupil {n}"), "maths")
    window.go_to("reports")
    qtbot.waitUntil(lambda: window.page.listing.model.rowCount() > 0)
    return window.page


def choose(page, qtbot, title):
    row = next(
        page._names.row(item)
        for item in page._names.findItems(title, Qt.MatchFlag.MatchExactly)
    )
    with qtbot.waitSignal(page.listing.counted):
        page._names.setCurrentRow(row)


def test_the_first_report_is_there_without_a_press(page):
    assert page.listing.model.table.title == "More able register by year group"


def test_choosing_a_report_shows_its_answer_and_its_questions(page, qtbot):
    choose(page, qtbot, "Reviews due")
    page._form.field("days").setText("400")
    with qtbot.waitSignal(page.listing.counted):
        page._show.click()

    assert page.listing.model.table.title == "Reviews due"


def test_an_answer_that_is_no_number_is_said_and_the_report_stays(page, qtbot):
    choose(page, qtbot, "Reviews due")
    page._form.field("days").setText("soon")
    page._show.click()

    assert "is not a number" in page._form.wrong.text()


def test_another_page_may_ask_for_a_report(page, qtbot):
    with qtbot.waitSignal(page.listing.counted):
        page.desk.go_to("reports", {"report": "representation"})

    assert page.listing.model.table.title.endswith("and school compared")


def test_what_is_printed_says_what_was_asked(page):
    assert page.facts() == (page._about.text(),)


def test_reports_stand_under_what_a_coordinator_asks_about(page, qtbot):
    names = page._names
    rows = [names.item(row) for row in range(names.count())]
    headings = [item.text() for item in rows if not item.flags()]

    assert headings == [
        *("The register", "Identification", "Enrichment", "Telling families"),
        "The whole school",
    ]
    assert names.item(0).text() == "The register"


def test_arrow_keys_go_past_the_headings(page, qtbot):
    choose(page, qtbot, "Reviews due")
    qtbot.keyClick(page._names, Qt.Key.Key_Down)

    assert page._names.currentItem().flags()
    assert page._names.currentItem().text() == "Every stored result"
