"""Settings hold as soon as they are chosen, and those of the school can be undone."""

from datetime import date

from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from gtregister import settings
from gtregister.core import backup, calendar, exports, school, undo, words
from gtregister.core.enrichment import activity_kinds, partners
from gtregister.core.importing import layouts
from gtregister.core.roll import staff
from gtregister.desktop import style
from gtregister.desktop.main_window import MainWindow
from gtregister.desktop.school.form_card import FormCard
from gtregister.desktop.school.list_card import ListCard
from gtregister.desktop.school.settings_page import SettingsPage
from gtregister.desktop.widgets.action_button import ActionButton
from gtregister.desktop.widgets.question_dialog import QuestionDialog


def page(window: MainWindow) -> SettingsPage:
    window.go_to("settings")
    assert isinstance(window.page, SettingsPage)
    return window.page


def form(window: MainWindow, key: str) -> FormCard:
    forms = [card for card in page(window).cards if isinstance(card, FormCard)]
    return next(card for card in forms if key in card.form.answers())


def choose(card: FormCard, key: str, value: str) -> None:
    box = card.form.field(key)
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())


def write(card: FormCard, key: str, text: str) -> None:
    card.form.field(key).setText(text)
    card.form.field(key).editingFinished.emit()


def lists(window: MainWindow) -> list[ListCard]:
    return [card for card in page(window).cards if isinstance(card, ListCard)]


def answer(answers: dict[str, str]) -> None:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QuestionDialog)
    for key, text in answers.items():
        dialog.form.field(key).setText(text)
    dialog.ok.click()
    assert not dialog.isVisible()


def press(card: ListCard, words: str) -> None:
    from PySide6.QtWidgets import QPushButton

    buttons = card.findChildren(QPushButton)
    next(b for b in buttons if b.text().replace("&", "") == words).click()


def test_a_theme_and_a_text_size_hold_at_once(window: MainWindow) -> None:
    card = form(window, "theme")
    choose(card, "theme", "dark")
    choose(card, "text_size", "125")
    assert style.colours().is_dark
    assert style.scaled(100) == 125
    assert (settings.load().theme, settings.load().text_size) == ("dark", 125)


def test_what_is_chosen_in_the_menu_is_shown_here(window: MainWindow) -> None:
    window.desk.actions.larger.trigger()
    assert form(window, "theme").form.answers()["text_size"] == "110"


def test_a_name_is_remembered_on_this_computer(window: MainWindow) -> None:
    write(form(window, "person"), "person", "  C Hall ")
    assert settings.person() == "C Hall"


def test_the_name_of_the_school_is_saved_at_once_and_can_be_undone(
    qtbot: QtBot, window: MainWindow
) -> None:
    write(form(window, "dfe"), "school", "Larkmere Academy")
    assert window.windowTitle().startswith("Larkmere Academy")
    assert window.desk.actions.undo.text() == "&Undo School settings changed"
    undo.undo(window.register)
    assert school.of(window.register).name == "Greenfield Academy"
    assert form(window, "dfe").form.answers()["school"] == "Greenfield Academy"


def test_what_cannot_be_is_said_beside_it_and_what_was_typed_stays(
    window: MainWindow,
) -> None:
    card = form(window, "dfe")
    write(card, "dfe", "12")
    assert card.form.field("dfe").text() == "12"
    assert "7 digits" in card.form.field("dfe").accessibleDescription()
    assert school.of(window.register).dfe_number == "9994025"


def test_looking_at_the_settings_changes_nothing(window: MainWindow) -> None:
    before = window.register.value("select count(*) from changes")
    for card in page(window).cards:
        if isinstance(card, FormCard):
            card.save()
    assert window.register.value("select count(*) from changes") == before


def test_the_academic_year_is_shown_and_starts_with_its_pupils(
    window: MainWindow,
) -> None:
    card = form(window, "dfe")
    assert "academic_year" not in card.form.answers()
    shown = [label.text() for label in card.findChildren(QLabel)]
    said = "Academic year: 2026 to 2027. The next one can be started from"
    assert any(text.startswith(said) for text in shown)
    start = card.findChildren(ActionButton)[0]
    start.click()
    assert "can be started from 1 September 2027" in window.notices.text()


def test_strands_are_called_what_the_school_calls_them(window: MainWindow) -> None:
    write(form(window, "gifted"), "gifted", "Academic")
    assert school.strands(window.register)["gifted"] == "Academic"


def test_a_tier_is_called_what_the_school_calls_it_until_it_has_no_words(
    window: MainWindow,
) -> None:
    with window.register.change("Tier") as db:
        db.update("entries", 1, {"tier": "top 5%"})
    card = card_called(window, "Tiers")
    assert card._model.table.rows == [("top 5%", None, 1)]
    card.view.selectRow(0)
    press(card, "Rename…")
    answer({"words": "Gold"})
    assert words.of(window.register).tier("top 5%") == "Gold"
    card.view.selectRow(0)
    press(card, "Rename…")
    answer({"words": ""})
    assert words.of(window.register).tier("top 5%") == "top 5%"


def test_terms_and_holidays_are_entered(window: MainWindow) -> None:
    calendar_card = card_called(window, "Terms and holidays")
    press(calendar_card, "Enter terms…")
    answer({"0.0": "2026-09-03", "0.1": "2026-12-18"})
    press(calendar_card, "Add a holiday…")
    answer({"name": "Half-term", "first_on": "2026-10-26", "last_on": "2026-10-30"})
    assert [t.name for t in calendar.terms(window.register)] == ["Autumn term"]
    why = calendar.why_closed(window.register, date(2026, 10, 27))
    assert why == "Half-term"
    names = [row[2] for row in calendar_card._model.table.rows]
    assert {"Half-term", "Autumn term"} <= set(names)


def test_staff_are_added_and_leave_without_being_forgotten(
    window: MainWindow,
) -> None:
    card = card_called(window, "Staff")
    press(card, "Add staff…")
    answer({"name": "Ms Roy", "role": "Head of drama"})
    card.view.selectRow(0)
    press(card, "Change…")
    answer({"telephone": "07700 900001"})
    card.view.selectRow(0)
    press(card, "Has left")
    assert staff.table(window.register).rows == [
        ("Ms Roy", "Head of drama", None, "07700 900001", window.register.today)
    ]


def test_a_subject_of_the_schools_own_is_added(window: MainWindow) -> None:
    press(card_called(window, "Subjects"), "Add a subject…")
    answer({"name": "Latin"})
    assert school.subject_key(window.register, "Latin") == "latin"


def test_no_confidential_line_is_printed_unless_it_is_wanted(
    window: MainWindow,
) -> None:
    assert exports.imprint(window.register).confidential
    form(window, "confidential").form.field("confidential").click()
    assert not exports.imprint(window.register).confidential


def test_who_only_reads_cannot_change_the_school(school: object, opens) -> None:
    from gtregister.core.register import Register

    window = opens(Register.open_to_read(school, "B Patel"), "settings")
    assert not form(window, "dfe").isEnabled()
    assert form(window, "theme").isEnabled()


def test_remembered_columns_are_told_in_words_and_can_be_forgotten(
    window: MainWindow,
) -> None:
    said = {"Rdg": "ks2.reading.scaled_score", "House": ""}
    layouts.remember(window.register, ["UPN", "Rdg", "House"], "ks2_wide", said)
    memory = next(card for card in lists(window) if "Rdg" in str(card._read().rows))
    shown = str(memory._read().rows)
    assert "Rdg → KS2 reading, scaled score" in shown
    assert "House → not used" in shown
    memory.refresh()
    memory.view.selectRow(0)
    press(memory, "Forget")
    assert not layouts.table(window.register).rows


def test_the_only_backup_is_not_called_the_newest_of_one(
    qtbot: QtBot, window: MainWindow
) -> None:
    for made in backup.listed(window.register.path):
        made.unlink()
    window.desk.actions.back_up.trigger()
    qtbot.waitUntil(lambda: len(backup.listed(window.register.path)) == 1)

    shown = [label.text() for label in page(window).findChildren(QLabel)]

    assert any("The only backup was made" in said for said in shown)


def card_called(window: MainWindow, title: str) -> ListCard:
    return next(c for c in lists(window) if c.view.accessibleName() == title)


def test_kinds_of_activity_are_renamed_added_and_hidden(window: MainWindow) -> None:
    card = card_called(window, "Kinds of activity")
    card.view.selectRow(0)
    press(card, "Rename…")
    answer({"name": "Society"})
    press(card, "Add a kind…")
    answer({"name": "Poetry slam"})
    card.view.selectRow(1)
    press(card, "Hide or bring back")

    offered = activity_kinds.offered(window.register)
    assert offered["club"] == "Society"
    assert offered["poetryslam"] == "Poetry slam"
    assert "masterclass" not in offered
    press(card, "Hide or bring back")
    assert "masterclass" in activity_kinds.offered(window.register)


def test_partners_are_entered_changed_and_removed(window: MainWindow) -> None:
    card = card_called(window, "Partners")
    press(card, "Add a partner…")
    answer({"name": "Larkmere College", "contact": "Dr Hart", "telephone": "01632"})
    card.view.selectRow(0)
    press(card, "Change…")
    answer({"email": "hart@example.org"})
    (key,) = partners.table(window.register).keys
    held = partners.of(window.register, key)
    assert (held.contact, held.email) == ("Dr Hart", "hart@example.org")
    card.view.selectRow(0)
    press(card, "Remove")
    assert not partners.table(window.register).rows
