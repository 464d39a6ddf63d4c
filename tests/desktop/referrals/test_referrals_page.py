"""Referrals: accepted and added in three clicks, and all of it by keys too."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gtregister.core.identifying import entries, referrals
from gtregister.core.register import Register
from gtregister.desktop.exports.print_dialog import PrintDialog
from gtregister.desktop.main_window import MainWindow
from gtregister.desktop.referrals.pupil_picker import PupilPicker
from gtregister.desktop.referrals.referrals_page import ReferralsPage
from gtregister.desktop.widgets.question_dialog import QuestionDialog
from tests.desktop.conftest import Opens
from tests.desktop.given import TODAY

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton


def status(window: QWidget, number: int) -> str:
    assert isinstance(window, MainWindow)
    return str(referrals.find(window.register, number)["status"])


def press(qtbot: QtBot, inside: QWidget, words: str) -> None:
    found = [
        b
        for b in inside.findChildren(QPushButton)
        if b.text().replace("&", "") == words and b.isVisible() and b.isEnabled()
    ]
    assert found, words
    qtbot.mouseClick(found[0], LEFT)


def asked(qtbot: QtBot) -> QuestionDialog:
    def is_there() -> bool:
        return isinstance(QApplication.activeModalWidget(), QuestionDialog)

    qtbot.waitUntil(is_there)
    found = QApplication.activeModalWidget()
    assert isinstance(found, QuestionDialog)
    return found


def test_a_referral_is_accepted_and_added_in_three_clicks(
    qtbot: QtBot, window: MainWindow
) -> None:
    clicks = 0
    qtbot.mouseClick(window.rail._buttons["referrals"], LEFT)
    clicks += 1
    page = window.page
    press(qtbot, page, "Accept")
    clicks += 1

    def offered() -> bool:
        buttons = window.notices.findChildren(QPushButton)
        words = [b.text().replace("&", "") for b in buttons if b.isVisible()]
        return "Add to the register" in words

    qtbot.waitUntil(offered, timeout=20_000)
    press(qtbot, window.notices, "Add to the register")
    clicks += 1

    assert clicks == 3
    assert status(window, 2) == "accepted"
    assert entries.count(window.register) == 1
    row = window.register.row("select * from register_entries")
    assert row is not None
    assert (row["strand"], row["subject"]) == ("talented", "performing_arts")
    assert row["reason"] == "Referred by Ms Roy: Leads the class"


def test_after_an_answer_the_next_that_waits_is_current(
    qtbot: QtBot, page: ReferralsPage
) -> None:
    listing = page.listing
    assert listing is not None
    assert listing.view.current_key() == 2

    press(qtbot, page, "Accept")

    assert listing.view.current_key() == 1
    assert page.header.facts() == "1 referral waits."


def test_a_referral_is_noted_with_the_keyboard_alone(
    qtbot: QtBot, page: ReferralsPage
) -> None:
    window = page.window()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    page.note_new()
    dialog = asked(qtbot)
    qtbot.waitUntil(dialog.isActiveWindow)

    def type_in(words: str) -> None:
        focus = QApplication.focusWidget()
        assert focus is not None
        qtbot.keyClicks(focus, words)

    def tab() -> None:
        qtbot.keyClick(QApplication.focusWidget() or dialog, Key.Key_Tab)

    type_in("oneill")
    qtbot.keyClick(QApplication.focusWidget() or dialog, Key.Key_Return)
    qtbot.keyClick(QApplication.focusWidget() or dialog, Key.Key_Down)
    tab()
    type_in("Mrs Neill")
    tab()
    tab()
    type_in("Writes a novel")
    qtbot.keyClick(QApplication.focusWidget() or dialog, Key.Key_Return)

    row = referrals.find(page.register, 3)
    assert (row["shown_surname"], row["source"]) == ("O’Neill", "parent")
    assert (row["referrer"], row["reason"]) == ("Mrs Neill", "Writes a novel")
    assert row["referred_on"] == "2026-11-23"
    listing = page.listing
    assert listing is not None
    assert listing.view.current_key() == 3


def test_ctrl_n_asks_for_a_new_referral_dated_as_people_write(
    qtbot: QtBot, page: ReferralsPage
) -> None:
    page.window().activateWindow()
    qtbot.waitUntil(page.window().isActiveWindow)
    page.listing.view.setFocus()
    qtbot.keyClick(page.listing.view, Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert asked(qtbot).form.field("referred_on").text() == "23/11/2026"


def test_a_pupil_is_found_by_any_part_and_those_that_begin_so_come_first(
    qtbot: QtBot, page: ReferralsPage
) -> None:
    page.note_new()
    [picker] = asked(qtbot).findChildren(PupilPicker)
    qtbot.keyClicks(picker.field, "8c")
    assert picker.list.count() == 3
    picker.field.clear()
    qtbot.keyClicks(picker.field, "s")
    assert picker.pupil_id() == 3
    qtbot.keyClick(picker.field, Key.Key_Down)
    assert picker.pupil_id() == 1
    picker.field.clear()
    qtbot.keyClicks(picker.field, "zzz")
    assert picker.pupil_id() is None


def test_without_a_pupil_the_dialog_says_what_to_do(
    qtbot: QtBot, page: ReferralsPage
) -> None:
    page.note_new()
    dialog = asked(qtbot)
    dialog.form.field("name").setText("Ms Roy")
    dialog.finish()

    assert dialog.isVisible()
    assert referrals.count_open(page.register) == 2


def test_asking_for_more_says_what_is_wanted(qtbot: QtBot, page: ReferralsPage) -> None:
    press(qtbot, page, "Ask for more…")
    dialog = asked(qtbot)
    dialog.finish()
    assert dialog.isVisible()
    dialog.form.field("reason").setText("A recording")
    dialog.finish()

    assert status(page.window(), 2) == "more_wanted"
    assert referrals.find(page.register, 2)["outcome"] == "A recording"


def test_several_are_declined_with_one_reason_and_undone_at_once(
    qtbot: QtBot, page: ReferralsPage
) -> None:
    listing = page.listing
    assert listing is not None
    listing.view.selectAll()
    press(qtbot, page, "Decline…")
    asked(qtbot).finish()

    assert status(page.window(), 1) == status(page.window(), 2) == "declined"
    press(qtbot, page.desk.notices, "Undo Referral declined")
    qtbot.waitUntil(lambda: status(page.window(), 1) == "waiting")
    assert status(page.window(), 2) == "waiting"


def test_what_was_noted_is_put_right(qtbot: QtBot, page: ReferralsPage) -> None:
    page.edit()
    dialog = asked(qtbot)
    assert dialog.form.field("name").text() == "Ms Roy"
    dialog.form.field("reason").setText("Wrote the play")
    dialog.finish()

    assert referrals.find(page.register, 2)["reason"] == "Wrote the play"


def test_who_looks_into_it_is_noted(qtbot: QtBot, page: ReferralsPage) -> None:
    page.look_into()
    dialog = asked(qtbot)
    dialog.form.field("by").setText("Mr Cole")
    dialog.form.field("due").setText("soon")
    dialog.finish()
    assert dialog.isVisible()
    dialog.form.field("due").setText("2026-12-04")
    dialog.finish()

    row = referrals.find(page.register, 2)
    assert (row["triage_by"], row["triage_due"]) == ("Mr Cole", "2026-12-04")


def test_the_blank_form_is_one_page_in_the_preview(
    qtbot: QtBot, page: ReferralsPage
) -> None:
    page.print_form()

    def is_there() -> bool:
        return isinstance(QApplication.activeModalWidget(), PrintDialog)

    qtbot.waitUntil(is_there, timeout=20_000)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, PrintDialog)
    assert dialog.preview.pages.pageCount() == 1
    dialog.reject()


def test_who_may_only_read_answers_nothing(referred: Path, opens: Opens) -> None:
    register = Register.open_to_read(referred, "B Patel", today=TODAY)
    page = opens(register, "referrals").page

    assert not any(deed.isEnabled() for deed in page.deeds)


def test_an_empty_page_offers_the_form(school: Path, opens: Opens) -> None:
    register = Register.open(school, "C Hall", today=TODAY)
    page = opens(register, "referrals").page
    words = [b.text().replace("&", "") for b in page.findChildren(QPushButton)]

    assert words.count("Print blank form…") == 2
    assert page.header.facts() == ""
