"""The frame: pages, what changes refresh, undo, keys, and who else has the file."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from gtregister.core.register import Register
from gtregister.core.roll import pupils
from gtregister.desktop.main_window import MainWindow
from gtregister.desktop.page import page_of
from gtregister.desktop.place import places
from gtregister.errors import UserError
from tests import builders
from tests.desktop import given
from tests.desktop.conftest import Opens

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
PLACES = [
    *("today", "register", "candidates", "referrals", "activities", "letters"),
    *("mentoring", "reports", "settings"),
]


def test_the_pages_are_found_in_their_order() -> None:
    assert list(places()) == PLACES


def test_the_title_names_the_school_and_the_year_but_no_pupil(
    window: MainWindow,
) -> None:
    assert window.windowTitle() == "Greenfield Academy 2026 to 2027 - gtregister"


@pytest.mark.parametrize("place", PLACES)
def test_every_page_opens_and_says_something(window: MainWindow, place: str) -> None:
    window.go_to(place)
    assert window.place == place
    assert window.page.isVisible()


def test_ctrl_and_a_digit_go_to_the_pages(qtbot: QtBot, window: MainWindow) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    for number, place in enumerate(PLACES, 1):
        qtbot.keyClick(window, Qt.Key(Key.Key_0 + number), CTRL)
        assert window.place == place


def test_f6_goes_round_the_parts_of_the_window(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    listing = window.listing()
    assert listing is not None
    listing.filters.find_box.setFocus()
    seen = []
    for _press in range(3):
        qtbot.keyClick(window, Key.Key_F6)
        seen.append(QApplication.focusWidget())
    assert seen == [
        *(listing.view, window.rail.chosen_button(), listing.filters.find_box),
    ]


def test_a_change_refreshes_the_page_that_shows_it(
    qtbot: QtBot, window: MainWindow
) -> None:
    listing = window.listing()
    assert listing is not None
    before = listing.model.rowCount()
    given.fill(window.register, 1, 1)
    assert listing.model.rowCount() == before + 1
    assert window.page.header.facts().startswith("25 of 61 pupils")


def test_a_change_on_the_worker_refreshes_the_page_too(
    qtbot: QtBot, window: MainWindow
) -> None:
    listing = window.listing()
    assert listing is not None
    before = listing.model.rowCount()
    window.tasks.run(lambda register: given.fill(register, 1, 1))
    qtbot.waitUntil(lambda: listing.model.rowCount() == before + 1)


def test_a_page_that_is_not_shown_is_fresh_when_it_is_gone_to(
    window: MainWindow,
) -> None:
    window.go_to("today")
    given.fill(window.register, 1, 1)
    window.go_to("register")
    listing = window.listing()
    assert listing is not None
    assert listing.model.rowCount() == 25


def test_undo_names_the_last_change_and_puts_it_back(
    qtbot: QtBot, window: MainWindow
) -> None:
    undo = window.desk.actions.undo
    before = pupils.count(window.register)
    builders.pupil(window.register)
    assert undo.text() == "&Undo Pupil added"
    undo.trigger()
    qtbot.waitUntil(lambda: "Undone: Pupil added" in window.notices.text())
    assert pupils.count(window.register) == before


def test_undo_goes_back_no_further_than_the_window_has_been_open(
    window: MainWindow,
) -> None:
    undo = window.desk.actions.undo
    assert not undo.isEnabled()
    assert undo.text() == "&Undo"


def test_undo_in_a_field_takes_back_what_was_typed(
    qtbot: QtBot, window: MainWindow
) -> None:
    listing = window.listing()
    assert listing is not None
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    builders.pupil(window.register)
    box = listing.filters.find_box
    box.setFocus()
    qtbot.keyClicks(box, "baker")
    qtbot.keyClick(box, Key.Key_Z, CTRL)
    assert box.text() == ""
    assert "Pupil added" in window.desk.actions.undo.text()


def test_the_status_bar_says_when_it_was_saved(window: MainWindow) -> None:
    builders.pupil(window.register)
    words = [label.text() for label in window.status.findChildren(object) if _is(label)]
    assert any(text.startswith("Saved at") for text in words)


def _is(part: object) -> bool:
    return hasattr(part, "text")


def test_a_second_window_can_only_read_and_says_who_has_the_register(
    window: MainWindow, school: Path, opens: Opens
) -> None:
    holder = window.register._lock.owner if window.register._lock else None
    second = opens(Register.open_to_read(school, "B Patel", holder=holder))
    assert second.locked.isVisible()
    said = second.locked.text()
    assert said.startswith("C Hall has had this register open on this computer since")
    actions = second.desk.actions
    for action in (actions.bring_in, actions.undo):
        assert not action.isEnabled()
        assert action.toolTip() == said
    assert actions.print.isEnabled()
    assert actions.export.isEnabled()


def test_a_problem_of_a_job_is_shown_as_one_sentence(
    qtbot: QtBot, window: MainWindow
) -> None:
    def job(_register: Register) -> None:
        raise UserError("Close the file first.")

    window.tasks.run(job)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    assert box.text() == "Close the file first."
    box.reject()


def _drag(window: MainWindow, path: Path) -> tuple[bool, QMimeData]:
    content = QMimeData()
    content.setUrls([QUrl.fromLocalFile(str(path))])
    enter = QDragEnterEvent(
        QPointF(400, 300),
        Qt.DropAction.CopyAction,
        content,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(window, enter)
    return enter.isAccepted(), content


def test_a_register_dropped_on_the_window_is_opened(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    other = tmp_path / "Other.gtreg"
    accepted, content = _drag(window, other)
    assert accepted
    assert window._overlay.isVisible()
    drop = QDropEvent(
        QPointF(400, 300),
        Qt.DropAction.CopyAction,
        content,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    with qtbot.waitSignal(window.asked_to_open) as asked:
        QApplication.sendEvent(window, drop)
    assert asked.args == [other]
    assert not window._overlay.isVisible()


def test_a_picture_cannot_be_dropped(window: MainWindow, tmp_path: Path) -> None:
    accepted, _content = _drag(window, tmp_path / "photo.png")
    assert not accepted


def test_the_rail_shows_only_icons_in_a_narrow_window(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.resize(900, 600)
    qtbot.waitUntil(lambda: window.rail.width() < 60)
    button = window.rail.chosen_button()
    assert button.toolTip() == "Register"
    assert button.accessibleName().startswith("Register")


def test_the_window_fits_a_small_screen_at_twice_the_text_size(
    qtbot: QtBot, window: MainWindow
) -> None:
    from gtregister.desktop import looks

    looks.choose(text_size=200)
    window.restyle()
    for place in PLACES:
        window.go_to(place)
        window.resize(1366, 728)
        qtbot.wait(1)
        assert (window.width(), window.height()) == (1366, 728), place
    looks.choose(text_size=100)
    window.restyle()
    window.resize(683, 364)
    qtbot.wait(1)
    assert (window.width(), window.height()) == (683, 364)


def test_copy_puts_the_chosen_rows_on_the_clipboard(window: MainWindow) -> None:
    listing = window.listing()
    assert listing is not None
    listing.view.selectRow(1)
    window.desk.actions.copy.trigger()
    assert len(QGuiApplication.clipboard().text().splitlines()) == 2


def test_printing_an_empty_list_is_refused_in_a_sentence(
    qtbot: QtBot, register: Register, opens: Opens
) -> None:
    window = opens(register.twin(), "today")
    with qtbot.captureExceptions() as caught:
        window.desk.actions.print.trigger()
    assert [kind for kind, _error, _trace in caught] == [UserError]


def test_a_page_that_counts_what_waits_says_so_in_its_place() -> None:
    counting = {key for key in places() if "count" in vars(page_of(key))}
    assert {key for key, place in places().items() if place.counts} == counting
