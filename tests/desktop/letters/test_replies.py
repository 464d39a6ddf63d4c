"""Replies by the list: entered with ticks, and reminded of when they are late."""

from datetime import date
from pathlib import Path

from pytestqt.qtbot import QtBot

from gtregister.core.register import Register
from gtregister.core.telling import letters, slips
from gtregister.core.telling.slip_numbers import number
from gtregister.desktop.letters.letters_dialog import LettersDialog
from gtregister.desktop.letters.letters_page import LettersPage
from gtregister.desktop.letters.reply_dialog import ReplyDialog
from gtregister.desktop.widgets.question_dialog import QuestionDialog
from tests.desktop.conftest import Opens
from tests.desktop.given import TODAY
from tests.desktop.letters.doing import asked, press, states

LATER = date(2027, 1, 11)


def replies(families: Path, opens: Opens, today: date) -> LettersPage:
    """Print everything on 23 November, and look at the replies on a day."""
    with Register.open(families, "C Hall", today=TODAY) as register:
        prepared = letters.write(register, letters.due(register))
        letters.mark_printed(register, prepared.letters)
    page = opens(Register.open(families, "C Hall", today=today), "letters").page
    assert isinstance(page, LettersPage)
    page._view.parts.choose("replies")
    assert page.listing is not None
    page.listing.view.selectRow(0)
    return page


def test_a_reply_is_entered_from_the_list(
    qtbot: QtBot, families: Path, opens: Opens
) -> None:
    page = replies(families, opens, TODAY)
    assert page._view.parts.buttons["replies"].text() == "Replies due 4"
    assert page.listing is not None
    [slip_id] = page.listing.chosen()
    press(qtbot, page, "Enter the reply…")
    dialog = asked(qtbot, QuestionDialog)
    dialog.form.field("read").setChecked(True)
    dialog.finish()

    answers = slips.find(page.register, number(slip_id)).answers
    assert answers == {"read": True, "talk": False, "objection": False}
    assert page._view.parts.buttons["replies"].text() == "Replies due 3"


def test_one_types_at_once_when_replies_are_to_be_entered(
    qtbot: QtBot, families: Path, opens: Opens
) -> None:
    page = replies(families, opens, TODAY)
    press(qtbot, page, "Enter replies…")
    dialog = asked(qtbot, ReplyDialog)

    assert dialog.focusWidget() is dialog.field
    dialog.close()


def test_nobody_is_reminded_before_the_day_to_reply(
    qtbot: QtBot, families: Path, opens: Opens
) -> None:
    page = replies(families, opens, TODAY)
    press(qtbot, page, "Remind…")

    assert "the day to reply has not passed" in page.desk.notices.text()


def test_a_reminder_that_is_sent_leaves_the_letter_chased(
    qtbot: QtBot, families: Path, opens: Opens
) -> None:
    page = replies(families, opens, LATER)
    press(qtbot, page, "Remind…")
    dialog = asked(qtbot, LettersDialog)
    assert len(dialog.chosen()) == 1
    dialog.mark_button.click()

    qtbot.waitUntil(lambda: states(page.register)["chased"] == 1)
    newest = letters.table(page.register).only(["kind"]).rows[0]
    assert tuple(newest) == ("Reminder",)


def test_a_late_slip_counts_and_is_said_to_be_late(
    qtbot: QtBot, families: Path, opens: Opens
) -> None:
    page = replies(families, opens, LATER)
    press(qtbot, page, "Enter replies…")
    dialog = asked(qtbot, ReplyDialog)
    qtbot.keyClicks(dialog.field, f"{number(1)} y")
    dialog.enter()

    assert "It came late, and counts." in dialog.said.text()
    assert dialog.entered.item(0).text().endswith("(late)")
    dialog.reject()
