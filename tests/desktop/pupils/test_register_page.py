"""The register on the screen: found, filtered, arranged, and decided on."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from gtregister.core.identifying import entries
from gtregister.core.register import Register
from gtregister.core.roll import pupils
from gtregister.core.telling import letter_lists, notices, owed
from gtregister.desktop.main_window import MainWindow
from gtregister.desktop.pupils.pupil_view import PupilView
from gtregister.desktop.pupils.register_page import RegisterPage
from gtregister.desktop.widgets.cell_editor import CellEditor
from gtregister.desktop.widgets.choice_button import ChoiceButton
from gtregister.desktop.widgets.columns_dialog import ColumnsDialog
from gtregister.desktop.widgets.question_dialog import QuestionDialog
from gtregister.desktop.widgets.table_list import TableList
from gtregister.desktop.widgets.views_button import ViewsButton
from tests.desktop import audit
from tests.desktop.conftest import Opens


def page(window: MainWindow) -> RegisterPage:
    assert isinstance(window.page, RegisterPage)
    return window.page


def listing(window: MainWindow) -> TableList:
    found = window.listing()
    assert found is not None
    return found


def column(window: MainWindow, key: str) -> list[object]:
    table = listing(window).model.shown()
    return [row[table.position(key)] for row in table.rows]


def button(window: MainWindow, title: str) -> ChoiceButton:
    return next(b for b in listing(window).filters._buttons if b.title == title)


def headings(window: MainWindow) -> list[str]:
    return [c.key for c in listing(window).shown().columns]


def question(qtbot: QtBot) -> QuestionDialog:
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
    found = QApplication.activeModalWidget()
    assert isinstance(found, QuestionDialog)
    return found


def answer(asked: QuestionDialog, **answers: str) -> None:
    for key, value in answers.items():
        field = asked.form.field(key)
        if isinstance(field, QComboBox):
            field.setCurrentIndex(field.findData(value))
        elif isinstance(field, QLineEdit):
            field.setText(value)
    asked.finish()


def test_typing_finds_pupils_whatever_their_accents(
    qtbot: QtBot, window: MainWindow
) -> None:
    qtbot.keyClicks(listing(window).filters.find_box, "zielinska")
    assert set(column(window, "surname")) == {"Zielińska"}


def test_a_upn_is_found_though_its_column_is_hidden(window: MainWindow) -> None:
    upn = str(column(window, "upn")[3])
    listing(window).filters.find_box.setText(upn.lower())
    assert column(window, "upn") == [upn]
    assert "upn" not in headings(window)


def test_years_and_a_strand_leave_only_theirs(window: MainWindow) -> None:
    button(window, "Year").choose([7, 10])
    button(window, "Strand").choose(["Talented"])
    assert set(column(window, "year_group")) == {7, 10}
    assert set(column(window, "strand")) == {"Talented"}
    shown, _of, whole, _shown = listing(window).count_in_words().split()
    assert (int(shown), int(whole)) == (len(column(window, "strand")), 24)


def test_filters_outlive_a_refresh(window: MainWindow) -> None:
    button(window, "Year").choose([9])
    window.refresh()
    assert set(column(window, "year_group")) == {9}
    assert button(window, "Year").text() == "Year: 9"


def test_the_chart_of_another_page_can_ask_for_a_year_and_a_subject(
    window: MainWindow,
) -> None:
    window.go_to("register", {"year_group": 8, "subject": "Mathematics"})
    assert set(column(window, "year_group")) == {8}
    assert set(column(window, "subject")) == {"Mathematics"}


def test_what_is_left_out_is_said_over_what_is_printed(window: MainWindow) -> None:
    listing(window).filters.find_box.setText("baker")
    button(window, "Year").choose([7, 8])
    facts = window.page.facts()
    assert facts[0].startswith("As at 23 November 2026, 24 of 60 pupils")
    assert facts[-1] == "Only part of the register: “baker”, “Year: 7, 8”."


def test_an_empty_register_says_what_to_do_first(
    register: Register, opens: Opens
) -> None:
    window = opens(register.twin())
    empty = listing(window).empty
    assert empty is not None
    words = [label.text() for label in empty.findChildren(QLabel)]
    assert "No one is on the register yet" in words
    assert window.page.header.facts() == "There are no pupils in this register yet."


def test_the_pupil_of_a_row_stands_beside_the_table(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.resize(1300, 700)
    listing(window).view.selectRow(2)
    panel = page(window)._panel
    assert isinstance(panel, PupilView)
    entry_id = listing(window).view.current_key()
    assert entry_id is not None
    assert panel.pupil_id == entries.pupil_of(window.register, entry_id)
    listing(window).view.selectRow(5)
    other = listing(window).view.current_key()
    assert other is not None
    wanted = entries.pupil_of(window.register, other)
    qtbot.waitUntil(lambda: panel.pupil_id == wanted)


def test_f6_goes_to_the_panel_too(qtbot: QtBot, window: MainWindow) -> None:
    window.resize(1300, 700)
    listing(window).view.selectRow(2)
    parts = window.page.parts()
    assert len(parts) == 3
    panel = page(window)._panel
    assert panel is not None
    assert panel.isAncestorOf(parts[-1])


def test_delete_asks_why_and_removes_what_is_ticked(
    qtbot: QtBot, window: MainWindow
) -> None:
    names = column(window, "surname")
    view = listing(window).view
    view._tick_row(0)
    view._tick_row(3)
    window.activateWindow()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    asked = question(qtbot)
    answer(asked, reason="", more="")
    assert asked.isVisible()  # a reason is needed
    answer(asked, reason="", more="Moves to the music school")
    qtbot.waitUntil(lambda: len(column(window, "surname")) == 22)
    assert names[0] not in column(window, "surname")[:1] or names[0] == names[1]
    qtbot.waitUntil(lambda: "Removed 2 entries" in window.notices.text())
    left = window.register.rows("select id from entries where status = 'left'")
    assert len(left) == 2
    (reason,) = {
        row["reason"]
        for row in window.register.rows(
            "select reason from decisions where what = 'left'"
        )
    }
    assert reason == "Moves to the music school"
    window.desk.actions.undo.trigger()
    qtbot.waitUntil(lambda: len(column(window, "surname")) == 24)


def test_the_status_of_several_is_changed_at_once(
    qtbot: QtBot, window: MainWindow
) -> None:
    view = listing(window).view
    view.selectAll()
    next(d for d in window.page.deeds if "status" in d.text()).trigger()
    answer(question(qtbot), status="paused", reason="Waiting for the next results")
    qtbot.waitUntil(lambda: set(column(window, "status")) == {"Paused"})
    assert window.register.value("select count(*) from decisions where what = 'paused'")


def test_a_register_that_is_only_read_offers_no_deed_that_writes(
    window: MainWindow, opens: Opens
) -> None:
    reading = Register.open_to_read(window.register.path, "B Patel")
    second = opens(reading)
    listing(second).view.selectRow(0)
    enabled = {deed.text(): deed.isEnabled() for deed in second.page.deeds}
    assert enabled == {
        "&Open in a window": True,
        "&Add to activity…": False,
        "&Letter…": True,
        "Change &status…": False,
        "&Copy": True,
        "&Remove…": False,
    }


def test_a_past_day_is_said_over_the_list_and_on_paper(
    qtbot: QtBot, window: MainWindow
) -> None:
    page(window)._ask_day()
    asked = question(qtbot)
    answer(asked, day="24 12 2026")
    assert asked.isVisible()  # a day to come
    answer(asked, day="1 9 2026")
    assert column(window, "surname") == []
    assert "as it stood on 1 September 2026" in page(window)._past.text()
    assert page(window)._past.isVisible()
    assert page(window).facts()[0].startswith("As at 1 September 2026, 0 of 60")
    page(window).show_as_at(date(2026, 9, 14))
    assert len(column(window, "surname")) == 24
    page(window).show_as_at(window.register.today)
    assert not page(window)._past.isVisible()


def views(window: MainWindow) -> ViewsButton:
    found = window.page.findChild(ViewsButton)
    assert isinstance(found, ViewsButton)
    return found


def choose_view(window: MainWindow, name: str) -> None:
    menu = views(window).menu_now()
    next(a for a in menu.actions() if a.text() == name).trigger()


def test_shipped_views_show_what_they_say(window: MainWindow) -> None:
    choose_view(window, "Year 7, new this year")
    assert set(column(window, "year_group")) == {7}
    choose_view(window, "Several areas")
    assert column(window, "surname") == []
    choose_view(window, "&Everyone, and the usual columns")
    assert len(column(window, "surname")) == 24


def test_pupils_with_pupil_premium_and_reviews_that_are_due(
    window: MainWindow,
) -> None:
    with window.register.change("Given") as db:
        pupil_id = window.register.value("select pupil_id from entries")
        db.update("pupils", pupil_id, {"pupil_premium": 1})
        entry_id = window.register.value("select max(id) from entries")
        db.update("entries", entry_id, {"review_due": "2026-11-01"})
    choose_view(window, "Pupil premium on the register")
    assert column(window, "pupil_premium") == [1]
    choose_view(window, "Review due")
    assert listing(window).model.shown().keys == [entry_id]


def test_a_view_of_ones_own_is_saved_and_forgotten(
    qtbot: QtBot, window: MainWindow
) -> None:
    button(window, "Year").choose([8])
    page(window)._save_view()
    asked = question(qtbot)
    answer(asked, name="")
    assert asked.isVisible()
    answer(asked, name="Year & 8")
    listing(window).filters.clear()
    choose_view(window, "Year && 8")
    assert set(column(window, "year_group")) == {8}
    page(window)._rename_view("Year & 8")
    answer(question(qtbot), name="Eight")
    views(window)._forget(page(window).memory, "Eight")
    assert page(window).memory.views == []
    window.notices._buttons[0].click()
    assert [view.name for view in page(window).memory.views] == ["Eight"]


def test_f9_hides_what_is_sensitive_wherever_it_would_go(
    qtbot: QtBot, window: MainWindow
) -> None:
    listing(window).view.toggle_column("upn")
    assert {"upn", "reason"} <= set(headings(window))
    qtbot.keyClick(window, Qt.Key.Key_F9)
    assert window.desk.is_discreet
    assert not {"upn", "reason", "sen"} & set(headings(window))
    exported = {c.key for c in listing(window).rows_shown().columns}
    assert not {"upn", "dob", "sen", "eal", "ks2_maths", "reason"} & exported
    listing(window).view.copy()
    assert "UPN" not in QGuiApplication.clipboard().text()
    assert "Pupil premium" not in {b.title for b in listing(window).filters.buttons()}
    assert not window.status._discreet.isHidden()
    qtbot.keyClick(window, Qt.Key.Key_F9)
    assert {"upn", "reason"} <= set(headings(window))


def test_columns_are_arranged_in_a_dialog(qtbot: QtBot, window: MainWindow) -> None:
    page(window)._arrange()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ColumnsDialog)
    dialog.move_by(1)
    dialog.accept()
    assert headings(window)[:2] == ["forename", "surname"]


@pytest.mark.parametrize("keys", [Qt.Key.Key_Delete])
def test_delete_in_the_find_box_takes_a_letter_away(
    qtbot: QtBot, window: MainWindow, keys: Qt.Key
) -> None:
    listing(window).view._tick_row(0)
    box = listing(window).filters.find_box
    box.setFocus()
    box.setText("ab")
    box.home(False)
    qtbot.keyClick(box, keys)
    assert box.text() == "b"
    assert QApplication.activeModalWidget() is None


def test_a_pupil_can_be_added_though_others_are_on_the_register(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    listing(window).view.setFocus()
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(listing(window).view, Qt.Key.Key_N, control)
    assert "surname" in question(qtbot).form.answers()


def test_tab_goes_from_the_table_on_to_the_details_and_what_can_be_done(
    window: MainWindow,
) -> None:
    window.resize(1366, 728)
    listing(window).view.selectRow(0)
    QApplication.processEvents()
    assert audit.backwards(window) == []


def editor(qtbot: QtBot, window: MainWindow, row: int, key: str) -> CellEditor:
    """Press F2 in a cell."""
    view = listing(window).view
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    view.setFocus()
    place = listing(window).model.table.position(key)
    view.setCurrentIndex(listing(window).model.index(row, place))
    qtbot.keyClick(view, Qt.Key.Key_F2)
    return next(e for e in view.findChildren(CellEditor) if not e.isHidden())


def test_f2_types_over_a_detail_in_its_cell(qtbot: QtBot, window: MainWindow) -> None:
    field = editor(qtbot, window, 0, "form")
    qtbot.keyClicks(field, "9Z")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert "9Z" in column(window, "form")
    assert listing(window).view.hasFocus()
    window.desk.actions.undo.trigger()
    qtbot.waitUntil(lambda: "9Z" not in column(window, "form"))


def test_esc_leaves_the_cell_as_it_was(qtbot: QtBot, window: MainWindow) -> None:
    before = column(window, "surname")
    field = editor(qtbot, window, 0, "surname")
    qtbot.keyClicks(field, "Nobody")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert column(window, "surname") == before
    assert listing(window).view.hasFocus()


def test_what_cannot_be_is_said_and_stays_to_be_mended(
    qtbot: QtBot, window: MainWindow
) -> None:
    before = column(window, "year_group")
    field = editor(qtbot, window, 0, "year_group")
    qtbot.keyClicks(field, "99")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert "is not a year group" in window.notices.text()
    again = QApplication.focusWidget()
    assert isinstance(again, CellEditor)
    assert again.text() == "99"
    qtbot.keyClick(again, Qt.Key.Key_Escape)
    assert column(window, "year_group") == before


def test_a_name_that_is_preferred_is_typed_over_where_it_stands(
    qtbot: QtBot, window: MainWindow
) -> None:
    key = listing(window).model.key_at(0)
    pupil_id = entries.pupil_of(window.register, key or 0) or 0
    pupils.change(window.register, pupil_id, "preferred_forename", "Mo")
    before = pupils.get(window.register, pupil_id)
    field = editor(qtbot, window, column(window, "forename").index("Mo"), "forename")
    qtbot.keyClicks(field, "Max")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    after = pupils.get(window.register, pupil_id)
    assert after["preferred_forename"] == "Max"
    assert after["forename"] == before["forename"]


def test_a_cell_that_was_decided_says_where_it_is_changed(
    qtbot: QtBot, window: MainWindow
) -> None:
    with pytest.raises(StopIteration):
        editor(qtbot, window, 0, "reason")
    assert "Enter opens the pupil" in window.notices.text()


def view_named(window: MainWindow, name: str) -> None:
    views = window.findChild(ViewsButton)
    assert views is not None
    next(a for a in views.menu_now().actions() if a.text() == name).trigger()


def test_a_view_names_the_pupils_whose_parents_have_had_no_letter(
    window: MainWindow,
) -> None:
    waiting = letter_lists.parents_to_be_told(window.register)
    view_named(window, "No parent letter")
    keys = listing(window).model.shown().keys
    assert {entries.pupil_of(window.register, key) for key in keys} == waiting
    assert listing(window).filters.words() == ["No parent letter"]
    assert "Only part of the register: “No parent letter”." in window.page.facts()


def test_the_button_of_a_view_shows_the_others_again(
    qtbot: QtBot, window: MainWindow
) -> None:
    whole = listing(window).model.rowCount()
    view_named(window, "No parent letter")
    name = listing(window).filters._name
    assert name.isVisible()
    qtbot.mouseClick(name, Qt.MouseButton.LeftButton)
    assert not name.isVisible()
    assert listing(window).model.rowCount() == whole


def test_a_view_heeds_what_was_changed_since(window: MainWindow) -> None:
    view_named(window, "No parent letter")
    before = listing(window).model.rowCount()
    keys = [
        one.key
        for one in owed.every(window.register)
        if one.audience == "parents" and not one.is_told
    ]
    notices.tell(window.register, keys[:1], "hand")
    assert listing(window).model.rowCount() < before
