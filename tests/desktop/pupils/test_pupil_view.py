"""A pupil on one page: read, edited in place, and read again when changed."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gtregister.core.identifying import episodes, policies
from gtregister.core.register import Register
from gtregister.core.roll import contacts, pupils
from gtregister.core.roll.contacts import NewContact
from gtregister.desktop import style
from gtregister.desktop.main_window import MainWindow
from gtregister.desktop.pupils import pupil_deeds
from gtregister.desktop.pupils.pupil_view import PupilView
from gtregister.desktop.widgets.question_dialog import QuestionDialog
from tests.builders import score, upn
from tests.desktop.audit import nameless

PUPIL = 1
SUMMARY, EVIDENCE, ENTRIES, CONTACTS, LETTERS, HISTORY = range(6)


@pytest.fixture
def view(qtbot: QtBot, window: MainWindow) -> PupilView:
    """The page of the first pupil, as a panel of 380 pixels."""
    shown = PupilView(window.desk)
    qtbot.addWidget(shown)
    shown.resize(380, 680)
    shown.show_pupil(PUPIL)
    with qtbot.waitExposed(shown):
        shown.show()
    shown.activateWindow()
    return shown


def said(view: QWidget) -> str:
    """Read all lines that are to be seen."""
    lines = view.findChildren(QLabel)
    return "\n".join(line.text() for line in lines if line.isVisible())


def press(view: QWidget, name: str) -> None:
    buttons = view.findChildren(QPushButton)
    found = [b for b in buttons if b.accessibleName() == name and b.isVisible()]
    found[0].click()


def field(view: PupilView, key: str):
    return view.summary.details._fields[key].box


def dialog() -> QuestionDialog:
    found = QApplication.activeModalWidget()
    assert isinstance(found, QuestionDialog)
    return found


def test_the_summary_says_who_it_is_and_for_what(view: PupilView) -> None:
    words = said(view)
    assert "Aisha Ahmed" in words
    assert "Year 8 · 8B · on the register since 14 September 2026" in words
    assert "● Gifted, Mathematics: On the register" in words
    assert "Date of birth" in words
    assert "2 February 2013" in words


def test_every_part_shows_the_pupil_and_has_names_for_all(
    qtbot: QtBot, view: PupilView
) -> None:
    register = view.register
    policies.use(register, "eic")
    score(register, PUPIL, "118")
    contacts.add(register, PUPIL, NewContact("Baker", "Tom", no_contact=True))
    expected = {
        EVIDENCE: "118",
        ENTRIES: "by C Hall",
        CONTACTS: "✕ Must not be contacted",
        HISTORY: "File imported: Pupil list.xlsx",
    }
    for part, words in expected.items():
        view.tabs.choose(part)
        assert words in said(view)
        assert nameless(view) == []


def test_a_typed_detail_is_saved_on_leaving_its_field(
    qtbot: QtBot, view: PupilView
) -> None:
    view.edit_details()
    form = field(view, "form")
    form.setFocus()
    form.selectAll()
    qtbot.keyClicks(form, "8C")
    qtbot.keyClick(form, Qt.Key.Key_Return)

    assert pupils.get(view.register, PUPIL)["form"] == "8C"
    assert "Year 8 · 8C" in said(view)
    assert form.hasFocus()


def test_what_is_wrong_is_said_and_stays_as_it_was_typed(
    qtbot: QtBot, view: PupilView
) -> None:
    view.edit_details()
    born = field(view, "dob")
    born.setText("31/02/2014")
    view.summary.details.settle()

    assert "⚠ “31/02/2014” is not a date." in said(view)
    view.refresh()
    assert born.text() == "31/02/2014"
    qtbot.keyClick(born, Qt.Key.Key_Escape)
    assert born.text() == born.saved == "02/02/2013"
    view.summary.details.settle()
    assert "⚠" not in said(view)


def test_a_wrong_check_letter_is_saved_with_a_look(view: PupilView) -> None:
    wrong = ("B" if upn(1)[0] != "B" else "C") + upn(1)[1:]
    view.edit_details()
    field(view, "upn").setText(wrong)
    view.summary.details.settle()

    assert pupils.get(view.register, PUPIL)["upn"] == wrong
    assert "does not fit its digits" in said(view)


def test_yes_no_and_not_known_are_chosen(view: PupilView) -> None:
    view.edit_details()
    premium = field(view, "pupil_premium")
    for words, stored in (("Yes", 1), ("No", 0), ("Not known", None)):
        premium.setCurrentText(words)
        assert pupils.get(view.register, PUPIL)["pupil_premium"] == stored


def test_the_wheel_never_changes_a_detail(view: PupilView) -> None:
    view.edit_details()
    year = field(view, "year_group")
    turn = QWheelEvent(
        QPointF(5, 5),
        QPointF(year.mapToGlobal(QPoint(5, 5))),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(year, turn)
    assert pupils.get(view.register, PUPIL)["year_group"] == 8


def test_what_is_typed_is_saved_before_another_pupil_is_shown(view: PupilView) -> None:
    view.edit_details()
    field(view, "form").setText("8C")
    view.show_pupil(PUPIL + 1)

    assert pupils.get(view.register, PUPIL)["form"] == "8C"
    assert pupils.get(view.register, PUPIL + 1)["form"] == "9C"
    assert field(view, "form").text() == "9C"


def test_what_cannot_be_saved_before_another_pupil_is_shown_is_said(
    view: PupilView,
) -> None:
    view.edit_details()
    field(view, "dob").setText("nonsense")
    view.show_pupil(PUPIL + 1)

    assert "One detail was not saved." in view.desk.notices.text()
    assert pupils.get(view.register, PUPIL + 1)["dob"] == "2012-03-03"


def test_a_change_by_anybody_is_shown(view: PupilView) -> None:
    pupils.change(view.register, PUPIL, "preferred_forename", "Nono")
    assert "Nono Ahmed" in said(view)


def test_a_hidden_view_reads_nothing_until_it_is_seen(view: PupilView) -> None:
    view.hide()
    pupils.change(view.register, PUPIL, "preferred_forename", "Nono")
    assert "Nono" not in view._name.text()
    view.show()
    assert view._name.text() == "Nono Ahmed"


def test_nobody_and_a_pupil_who_is_gone_are_said(view: PupilView) -> None:
    view.show_pupil(None)
    assert said(view) == "Choose a pupil to see who it is."
    view.show_pupil(9999)
    assert "not in the register any more" in said(view)


def test_an_entry_is_paused_with_a_reason(view: PupilView) -> None:
    view.tabs.choose(ENTRIES)
    press(view, "Change status: Gifted, Mathematics")
    asked = dialog()
    asked.form.field("status").setCurrentText("Paused")
    asked.finish()
    assert "Say why" in said(asked)
    asked.form.field("reason").setText("Long illness")
    asked.finish()

    assert "◐ Paused" in said(view)
    assert "Long illness" in said(view)
    assert view.desk.notices.text() == "Gifted, Mathematics: Paused."


def test_the_focus_stays_where_it_was_when_the_part_is_read_again(
    view: PupilView,
) -> None:
    view.tabs.choose(ENTRIES)
    moving = next(
        b for b in view.findChildren(QPushButton) if b.objectName().startswith("move-")
    )
    moving.setFocus()
    pupils.change(view.register, PUPIL, "form", "8C")
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus is not moving
    assert focus.objectName() == moving.objectName()


def test_an_entry_and_a_result_are_added_by_hand(view: PupilView) -> None:
    pupil_deeds.add_entry(view.desk, PUPIL)
    area = dialog().form.field("area")
    area.setCurrentText("Talented: Music")
    dialog().form.field("reason").setText("Grade 6 violin")
    dialog().finish()
    assert "● Talented, Music: On the register" in said(view)

    view.tabs.choose(EVIDENCE)
    pupil_deeds.add_result(view.desk, PUPIL)
    dialog().form.field("value").setText("118")
    dialog().finish()
    assert "Typed in by C Hall on 23 November 2026" in said(view)
    press(view, "Remove: Maths, scaled score")
    assert "No results are held of this pupil." in said(view)


def test_a_review_date_and_another_subject_are_set(view: PupilView) -> None:
    view.tabs.choose(ENTRIES)
    press(view, "Review date: Gifted, Mathematics")
    dialog().form.field("review_due").setText("27 3 2027")
    dialog().finish()
    assert "Review due 27 March 2027." in said(view)
    press(view, "Move: Gifted, Mathematics")
    dialog().form.field("area").setCurrentText("Gifted: Science")
    dialog().form.field("reason").setText("A slip of the pen")
    dialog().finish()
    assert "Gifted, Science" in said(view)


def test_a_pupil_leaves_and_comes_back(view: PupilView) -> None:
    press(view, "Mark as left")
    dialog().form.field("left_on").setText("20 11 2026")
    dialog().finish()
    assert "left on 20 November 2026" in said(view)
    press(view, "Put back on the roll")
    assert "left on" not in said(view)


def test_contacts_are_added_edited_and_removed(view: PupilView) -> None:
    view.tabs.choose(CONTACTS)
    press(view, "Add a contact")
    for key, words in (("surname", "Baker"), ("address", "1 Long Lane, Larkmere")):
        dialog().form.field(key).setText(words)
    dialog().finish()
    assert "1 Long Lane, Larkmere" in said(view)
    press(view, "Edit: Baker")
    dialog().form.field("no_contact").setChecked(True)
    dialog().finish()
    assert "✕ Must not be contacted" in said(view)
    press(view, "Remove: Baker")
    assert "No parent or carer is known." in said(view)


def test_a_pupil_is_added_by_hand(
    view: PupilView, monkeypatch: pytest.MonkeyPatch
) -> None:
    pupil_deeds.add_pupil(view.desk)
    dialog().form.field("surname").setText("Görlitz")
    dialog().finish()
    assert "Enter the forename" in said(dialog())
    dialog().form.field("forename").setText("Zoë")
    asked = dialog()
    asked.finish()
    assert pupils.count(view.register) == 61
    assert not asked.isVisible()


def test_the_history_tells_each_detail_and_who_changed_one(view: PupilView) -> None:
    pupils.change(view.register, PUPIL, "form", "8C")
    pupils.change(view.register, PUPIL, "feeder_school", "Larkmere Primary")
    view.tabs.choose(HISTORY)
    assert "Form: 8B → 8C" in said(view)
    view.parts[HISTORY].narrow("pupils.form")
    assert "Form: 8B → 8C" in said(view)
    assert "Larkmere Primary" not in said(view)


def test_discreet_view_hides_scores_and_what_is_sensitive(view: PupilView) -> None:
    score(view.register, PUPIL, "118")
    pupils.change(view.register, PUPIL, "pupil_premium", 1)
    style.be_discreet(on=True)
    try:
        view.refresh()
        for part in range(6):
            view.tabs.choose(part)
            words = said(view)
            assert "118" not in words
            assert "→ Yes" not in words
            assert "2 February 2013" not in words
    finally:
        style.be_discreet(on=False)


def test_ctrl_tab_goes_through_the_parts_and_round(
    qtbot: QtBot, view: PupilView
) -> None:
    for part in (EVIDENCE, ENTRIES, CONTACTS, LETTERS, HISTORY, SUMMARY):
        focus = QApplication.focusWidget() or view
        qtbot.keyClick(focus, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
        assert view.tabs.place() == part


def test_a_register_that_is_only_read_offers_no_change(
    qtbot: QtBot, view: PupilView
) -> None:
    episodes.pause(view.register, 2, "Long illness")
    register = Register.open_to_read(view.register.path, "B Patel")
    window = MainWindow(register)
    qtbot.addWidget(window)
    reading = PupilView(window.desk)
    qtbot.addWidget(reading)
    reading.show_pupil(PUPIL)
    reading.show()
    shown = []
    for part in range(6):
        reading.tabs.choose(part)
        buttons = reading._part().findChildren(QPushButton)
        shown += [b.text() for b in buttons if b.isVisible()]
    assert shown == []
    assert not reading._leave_button.isVisible()
    window.close()


def cut_off(view: QWidget) -> list[str]:
    """List the lines and buttons that have less room than their words need."""
    lines = [
        line.text()
        for line in view.findChildren(QLabel)
        if line.isVisible() and line.heightForWidth(line.width()) > line.height()
    ]
    buttons = [
        b.text()
        for b in view.findChildren(QPushButton)
        if b.isVisible() and b.sizeHint().width() > b.width()
    ]
    return lines + buttons


@pytest.mark.parametrize(("wide", "size"), [(380, 100), (900, 100), (620, 200)])
def test_no_words_are_cut_off(
    qtbot: QtBot, view: PupilView, wide: int, size: int
) -> None:
    register = view.register
    policies.use(register, "eic")
    score(register, PUPIL, "4b", "maths", "level")
    contacts.add(register, PUPIL, NewContact("Baker", "Tom", no_contact=True))
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    style.apply(app, "dark", size)
    view.resize(wide, 700)
    for part in range(6):
        view.tabs.choose(part)
        view.refresh()
        qtbot.wait(20)
        assert cut_off(view) == []
    view.edit_details()
    qtbot.wait(20)
    assert cut_off(view) == []


def test_a_row_of_buttons_goes_on_in_the_next_line(
    qtbot: QtBot, view: PupilView
) -> None:
    assert view.tabs.heightForWidth(1000) < view.tabs.heightForWidth(200)
    leave = view._leave_button
    view.resize(900, 680)
    qtbot.waitUntil(lambda: leave.y() == view.print_button.y())
    view.resize(240, 680)
    qtbot.waitUntil(lambda: leave.y() > view.print_button.y())


def test_a_level_stands_with_its_number(view: PupilView) -> None:
    with view.register.change("Result added") as db:
        whose = {"pupil_id": PUPIL, "assessment": "ks2", "subject": "maths"}
        result = {"measure": "level", "value": "4b", "number": 4.5}
        db.insert("results", whose | result)
    view.tabs.choose(EVIDENCE)
    assert "4b (4.5)" in said(view)
