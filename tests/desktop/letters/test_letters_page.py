"""The Letters page: who was not told and why, and what is noted about it."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from gtregister.core.register import Register
from gtregister.core.roll import contacts
from gtregister.core.telling import (
    letter_lists,
    letter_settings,
    letters,
    notices,
    offers,
    owed,
)
from gtregister.desktop.letters import every_letter, setting_up
from gtregister.desktop.letters.letters_dialog import LettersDialog
from gtregister.desktop.letters.letters_page import LettersPage
from gtregister.desktop.main_window import MainWindow
from gtregister.desktop.pupils.pupil_letters_part import PupilLettersPart
from gtregister.desktop.widgets.question_dialog import QuestionDialog
from tests.desktop.conftest import Opens
from tests.desktop.given import TODAY
from tests.desktop.letters.doing import asked, press, states


def stopped_row(page: LettersPage) -> int:
    """Go to the one letter that cannot be written."""
    page._view.parts.choose("untold")
    lists = page._view._lists
    assert lists is not None
    assert page.listing is not None
    [key] = [one.key for one in lists.every if one.state == "stopped"]
    row = page.listing.model.row_of(key)
    assert row is not None
    page.listing.view.selectRow(row)
    return key


def test_the_parts_say_how_many_there_are(page: LettersPage) -> None:
    words = [button.text() for button in page._view.parts.buttons.values()]

    assert page.parts()[0] is page._view.kinds.buttons[0]
    assert words == ["To print 8", "Not told 9", "Sent 0", "Replies due 0", "Wishes 0"]
    assert page.header.facts().startswith("Letters about 4 pupils wait")


def test_the_rail_counts_what_may_go_out(qtbot: QtBot, window: MainWindow) -> None:
    button = window.rail._buttons["letters"]
    qtbot.waitUntil(lambda: button.accessibleName() == "Letters 8")


def test_why_a_letter_is_stopped_and_where_to_mend_it_are_said(
    page: LettersPage,
) -> None:
    page.window().resize(1366, 728)
    stopped_row(page)
    text = page._view._panels["untold"].text.toPlainText()

    assert "⚠ Mrs Raj Patel has no address" in text
    assert "“Open pupil”, then Contacts" in text


def test_a_letter_is_no_longer_stopped_once_there_is_an_address(
    page: LettersPage,
) -> None:
    register = page.register
    [stopped] = [o for o in owed.every(register) if o.state == "stopped"]
    assert stopped.household is not None
    contact = stopped.household.contact_ids[0]
    contacts.update(register, contact, address="1 High Street", postcode="GF1 9ZZ")

    assert page._view.parts.buttons["ready"].text() == "To print 9"


def test_people_are_marked_as_told_otherwise(qtbot: QtBot, page: LettersPage) -> None:
    assert page.listing is not None
    page.listing.view.selectRow(0)
    press(qtbot, page, "Told otherwise…")
    dialog = asked(qtbot, QuestionDialog)
    dialog.form.field("said").setText("At the school gate")
    dialog.finish()

    assert states(page.register)["sent"] == 1
    assert page.desk.notices.text() == "1 marked as told."
    press(qtbot, page.desk.notices, "Undo Told: Joined the register")
    qtbot.waitUntil(lambda: states(page.register)["due"] == 8)


def test_a_letter_that_is_not_needed_says_why(qtbot: QtBot, page: LettersPage) -> None:
    key = stopped_row(page)
    press(qtbot, page, "Not needed…")
    dialog = asked(qtbot, QuestionDialog)
    dialog.form.field("words").setText("Dad lives with us at school")
    dialog.finish()

    [one] = notices.chosen(page.register, [key])
    assert one.state == "not_needed"
    assert one.why.endswith("Dad lives with us at school")


def test_the_letters_of_chosen_pupils_are_shown_from_the_register(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.go_to("register")
    listing = window.listing()
    assert listing is not None
    listing.view.selectRow(0)
    press(qtbot, window.page, "Letter…")

    page = window.page
    assert isinstance(page, LettersPage)
    assert page._view._only.text().startswith("Only letters about")
    assert page.listing is not None
    names = {row[2] for row in page.listing.model.table.rows}
    assert len(names) == 1
    press(qtbot, page._view._only, "Certificate…")
    question = asked(qtbot, QuestionDialog)
    question.form.field("award").setText("a fine poem")
    question.finish()
    dialog = asked(qtbot, LettersDialog)
    assert len(dialog.chosen()) == 1
    dialog.mark_button.click()
    qtbot.waitUntil(lambda: len(letters.table(window.register).rows) == 1)
    press(qtbot, page._view._only, "Show everybody")
    assert page._view.parts.buttons["untold"].text() == "Not told 9"


def test_today_says_who_was_not_told_and_leads_there(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.go_to("today")
    said = "4 pupils or families were not told yet."
    qtbot.waitUntil(
        lambda: any(
            said in str(label.text())
            for label in window.page.findChildren(type(window.page.header._facts))
        )
    )
    press(qtbot, window.page, "Show who")

    assert window.place == "letters"
    assert isinstance(window.page, LettersPage)
    assert window.page._view.parts.key == "untold"


def test_a_letter_as_it_was_sent_stands_on_the_pupils_page(
    qtbot: QtBot, page: LettersPage
) -> None:
    register = page.register
    prepared = letters.write(register, letters.due(register))
    letters.mark_printed(register, prepared.letters)
    part = PupilLettersPart(page.desk, "Letters")
    qtbot.addWidget(part)
    part.show_pupil(1)
    part.show()
    press(qtbot, part, "Read")

    words = [label.text() for label in part.findChildren(type(page.header._title))]
    assert any("Dear Aisha" in text or "Dear Mrs Ahmed" in text for text in words)
    assert sum(b.text() == "Read" for b in part.findChildren(QPushButton)) == 1


def test_a_wish_is_noted_on_the_pupils_page_and_the_pupil_stays(
    qtbot: QtBot, page: LettersPage
) -> None:
    part = PupilLettersPart(page.desk, "Letters")
    qtbot.addWidget(part)
    part.show_pupil(1)
    part.show()
    press(qtbot, part, "Note a wish…")
    dialog = asked(qtbot, QuestionDialog)
    dialog.finish()
    assert dialog.isVisible()
    dialog.form.field("by").setText("Mrs Ahmed, by telephone")
    dialog.form.field("on").setText("2026-11-20")
    dialog.finish()

    row = page.register.row("select * from wishes")
    assert row is not None
    assert (row["said_by"], row["said_on"]) == ("Mrs Ahmed, by telephone", "2026-11-20")
    assert page._view.parts.buttons["wishes"].text() == "Wishes 1"


def test_what_is_offered_is_added_and_without_any_letters_stop(
    qtbot: QtBot, page: LettersPage
) -> None:
    register = page.register
    dialog = setting_up.show_offers(page.desk)
    dialog.list.view.selectRow(0)
    press(qtbot, dialog, "Remove")
    assert states(register) == {"stopped": 9}
    press(qtbot, dialog, "Add…")
    question = asked(qtbot, QuestionDialog)
    question.form.field("offer").setText("a maths circle")
    question.finish()

    assert len(offers.table(register).rows) == 1
    assert states(register)["due"] == 8
    dialog.reject()


def test_what_is_on_every_letter_is_changed_and_its_other_lines_stay(
    page: LettersPage,
) -> None:
    register = page.register
    lines = "1 High Street, Greenfield\n01632 960100\na\nb\nwww.greenfield.example"
    held = replace(letter_settings.of(register), letterhead=lines)
    letter_settings.update(register, held)
    dialog = every_letter.edit(page.desk)
    assert dialog.form.field("line_1").text() == "1 High Street, Greenfield"
    dialog.form.field("line_3").setText("")
    dialog.form.field("signatory").setText("Mrs J Osei")
    dialog.finish()

    kept = letter_settings.of(register)
    assert kept.signatory == "Mrs J Osei"
    assert kept.letterhead == lines.replace("a\n", "", 1)


def test_a_rule_of_telling_is_changed(qtbot: QtBot, page: LettersPage) -> None:
    dialog = setting_up.show_rules(page.desk)
    dialog.list.view.selectRow(0)
    press(qtbot, dialog, "Change…")
    question = asked(qtbot, QuestionDialog)
    question.form.field("to_pupil").setChecked(False)
    question.finish()

    assert not letter_settings.rules(page.register)["joined"].to_pupil
    assert states(page.register) == {"due": 4, "stopped": 1}
    dialog.reject()


def test_who_may_only_read_marks_nothing(families: Path, opens: Opens) -> None:
    register = Register.open_to_read(families, "B Patel", today=TODAY)
    page = opens(register, "letters").page
    assert isinstance(page, LettersPage)
    words = [d.text() for d in page.deeds if d.isEnabled()]

    assert words == ["Preview and print…", "Open pupil"]
    assert not page._view.does.enter_replies.isEnabled()


def test_an_empty_school_says_what_will_wait_here(
    qtbot: QtBot, school: Path, opens: Opens
) -> None:
    register = Register.open(school, "C Hall", today=TODAY)
    with register.change("Emptied") as db:
        for table in ("decisions", "entries"):
            rows = register.rows(f"select id from {table}")
            db.delete(table, [row["id"] for row in rows])
    page = opens(register, "letters").page
    assert isinstance(page, LettersPage)

    qtbot.waitUntil(lambda: page.header.facts() == "Everybody has been told.")
    assert not page._view.kinds.isVisible()
    assert letter_lists.of(page.register).groups == ()
