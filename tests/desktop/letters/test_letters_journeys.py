"""Letters to new families in four clicks; 40 slips; who lives apart; who left."""

from datetime import date
from pathlib import Path

import pypdf
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gtregister.core.register import Register
from gtregister.core.telling import answers, letters, notices, owed, slips, wishes
from gtregister.core.telling.slip_numbers import number
from gtregister.desktop.letters.letters_dialog import LettersDialog
from gtregister.desktop.letters.letters_page import LettersPage
from gtregister.desktop.letters.reply_dialog import ReplyDialog
from gtregister.desktop.main_window import MainWindow
from gtregister.desktop.widgets.question_dialog import QuestionDialog
from tests.builders import pupil, upn
from tests.desktop.conftest import Opens
from tests.desktop.given import TODAY
from tests.desktop.letters.doing import LEFT, asked, press, states
from tests.families import leave, newcomer, offer, parent, stay


def send_all(register: Register) -> list[str]:
    """Print what is due, and give the numbers of the slips."""
    prepared = letters.write(register, letters.due(register))
    letters.mark_printed(register, prepared.letters)
    return [one.letter.slip.number for one in prepared.letters if one.letter.slip]


def test_letters_to_new_families_in_four_clicks(
    qtbot: QtBot, window: MainWindow, paper: Path
) -> None:
    clicks = 0
    qtbot.mouseClick(window.rail._buttons["letters"], LEFT)
    clicks += 1
    page = window.page
    assert isinstance(page, LettersPage)
    qtbot.mouseClick(page._view.kinds.buttons[0], LEFT)
    clicks += 1
    dialog = asked(qtbot, LettersDialog)
    assert dialog.preview.pages.pageCount() >= 8
    press(qtbot, dialog, "Print 8")
    clicks += 1
    qtbot.waitUntil(
        lambda: "marked as printed" in window.notices.text(), timeout=20_000
    )

    assert clicks <= 4
    assert states(window.register) == {"printed": 8, "stopped": 1}
    assert len(pypdf.PdfReader(paper).pages) >= 8
    assert page._view.parts.buttons["told"].text() == "Sent 8"

    press(qtbot, window.notices, "Undo Letters printed: Joined the register")
    qtbot.waitUntil(lambda: states(window.register)["due"] == 8)
    assert letters.table(window.register).rows == []


def test_the_letters_are_printed_by_the_keyboard_alone(
    qtbot: QtBot, window: MainWindow, paper: Path
) -> None:
    window.go_to("letters")
    page = window.page
    assert isinstance(page, LettersPage)
    button = page._view.kinds.buttons[0]
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    dialog = asked(qtbot, LettersDialog)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: states(window.register)["printed"] == 8, timeout=20_000)
    assert paper.exists()


def test_a_family_that_lives_apart_gets_two_letters_each_with_its_own_address(
    qtbot: QtBot, page: LettersPage
) -> None:
    wanted = page._view._lists
    assert wanted is not None
    keys = [o.key for o in wanted.every if o.audience == "parents"]
    page._view.does.preview(keys)
    dialog = asked(qtbot, LettersDialog)
    chloe = [one for one in dialog.chosen() if one.letter.child.startswith("Chloé")]

    assert len(chloe) == 2
    addresses = ["\n".join(one.letter.address) for one in chloe]
    texts = [one.letter.text for one in chloe]
    assert "Mill Lane" in addresses[0]
    assert "Harbour Walk" in addresses[1]
    assert not any("Harbour" in text or "Mill Lane" in text for text in texts)
    dialog.reject()


def test_a_pupil_who_is_withdrawn_by_the_family(
    qtbot: QtBot, page: LettersPage
) -> None:
    """The slip says so, somebody decides, and the family is told of leaving."""
    register = page.register
    child = pupil(register, "Ewa", upn=upn(9), form="7A")
    parent(register, child, "Anna", surname="Nowak")
    entry = stay(register, child, on=date(2026, 11, 2))
    mine = {o.key for o in owed.every(register) if o.event.pupil_id == child}
    prepared = letters.write(register, notices.chosen(register, mine))
    letters.mark_printed(register, prepared.letters)
    slip = next(one.letter.slip for one in prepared.letters if one.letter.slip)
    answers.enter(register, slip.number, ["y n y"])

    page._view.parts.choose("wishes")
    assert page._view.parts.buttons["wishes"].text() == "Wishes 1"
    assert page.listing is not None
    page.listing.view.selectRow(0)
    press(qtbot, page, "Decide…")
    dialog = asked(qtbot, QuestionDialog)
    dialog.form.field("why").setText("The family would rather wait a year.")
    dialog.finish()
    assert wishes.table(register, child, is_open=True).rows == []
    leave(register, entry)

    lists = page._view._lists
    assert lists is not None
    [left] = [group for group in lists.groups if group.kind == "left"]
    assert left.ready == 2
    page._view.does.preview(left.keys)
    preview = asked(qtbot, LettersDialog)
    assert {one.letter.child for one in preview.chosen()} == {"Ewa Ahmed"}
    assert not any("taken off" in one.letter.text for one in preview.chosen())
    preview.reject()


def test_forty_slips_are_typed_in(qtbot: QtBot, families: Path, opens: Opens) -> None:
    register = Register.open(families, "C Hall", today=TODAY)
    for n in range(10, 50):
        newcomer(register, f"Pupil {n}", upn=upn(n))
    offer(register)
    numbers = send_all(register)[:40]
    window = opens(register, "letters")
    press(qtbot, window.page, "Enter replies…")
    dialog = asked(qtbot, ReplyDialog)

    for slip in numbers:
        qtbot.keyClicks(dialog.field, f"{slip} ynn")
        qtbot.keyClick(dialog.field, Qt.Key.Key_Return)

    assert dialog.entered.count() == 40
    answered = [slips.find(register, slip).answers for slip in numbers]
    assert all(list(a.values()).count(True) == 1 for a in answered)
    assert notices.not_told(register).notices == 1
    dialog.reject()
    assert isinstance(window.page, LettersPage)
    assert window.page._view.parts.buttons["replies"].text() == "Replies due 4"


def test_a_wrong_digit_a_repeat_and_other_answers_are_said_at_once(
    qtbot: QtBot, page: LettersPage
) -> None:
    register = page.register
    slip = send_all(register)[0]
    press(qtbot, page, "Enter replies…")
    dialog = asked(qtbot, ReplyDialog)

    def enter(words: str) -> str:
        dialog.field.clear()
        qtbot.keyClicks(dialog.field, words)
        qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
        return dialog.said.text()

    assert "Check each digit" in enter("10010 y")
    assert "Aisha" in enter(f"{slip} ynn")
    assert "with the same answers" in enter(f"{slip} ynn")
    assert "with other answers" in enter(f"{slip} nnn")
    assert dialog.these.isVisible()
    press(qtbot, dialog, "These are right")
    assert set(slips.find(register, slip).answers.values()) == {False}
    assert dialog.entered.count() == 2
    dialog.reject()


def test_a_reply_is_undone_where_it_was_entered(
    qtbot: QtBot, page: LettersPage
) -> None:
    register = page.register
    slip = send_all(register)[0]
    press(qtbot, page, "Enter replies…")
    dialog = asked(qtbot, ReplyDialog)
    qtbot.keyClicks(dialog.field, f"{slip} yyy")
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    assert register.value("select count(*) from wishes") == 1
    press(qtbot, dialog, "Undo this reply")

    qtbot.waitUntil(lambda: "Undone" in dialog.entered.item(0).text())
    assert slips.find(register, slip).answers == {}
    assert register.value("select count(*) from wishes") == 0
    dialog.reject()


def test_the_slip_is_named_as_soon_as_its_number_is_typed(
    qtbot: QtBot, page: LettersPage
) -> None:
    slip = send_all(page.register)[0]
    press(qtbot, page, "Enter replies…")
    dialog = asked(qtbot, ReplyDialog)
    qtbot.keyClicks(dialog.field, slip)

    assert slip == number(1)
    assert dialog.slip.text().startswith(f"Slip {slip}: Aisha Ahmed")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert QApplication.activeModalWidget() is None
