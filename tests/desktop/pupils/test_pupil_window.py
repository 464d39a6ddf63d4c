"""One pupil in a window: one for each, that names nobody, and goes by keys."""

from io import BytesIO

from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gtregister.core.roll import pupils
from gtregister.desktop.exports.print_dialog import PrintDialog
from gtregister.desktop.main_window import MainWindow
from gtregister.desktop.pupils.pupil_window import PupilWindow
from gtregister.reports import roll
from tests.desktop.audit import findings, sideways, unseen_focus

CONTROL = Qt.KeyboardModifier.ControlModifier


def shown(window: MainWindow) -> list[PupilWindow]:
    return [w for w in window.findChildren(PupilWindow) if w.isVisible()]


def opened(qtbot: QtBot, window: MainWindow, pupil_id: int = 1) -> PupilWindow:
    window.desk.show_pupil(pupil_id)
    [found] = [w for w in shown(window) if w.view.pupil_id == pupil_id]
    found.activateWindow()
    qtbot.waitUntil(found.isActiveWindow)
    return found


def test_its_title_names_nobody(qtbot: QtBot, window: MainWindow) -> None:
    one = opened(qtbot, window)
    assert one.windowTitle() == "Pupil - gtregister"


def test_every_part_can_be_used_by_those_who_see_little_or_use_no_mouse(
    qtbot: QtBot, window: MainWindow
) -> None:
    one = opened(qtbot, window)
    for part in range(6):
        one.view.tabs.choose(part)
        qtbot.wait(20)
        assert findings(one) + unseen_focus(one) + sideways(one) == []
    one.view.edit_details()
    qtbot.wait(20)
    assert findings(one) + sideways(one) == []


def test_keys_scroll_what_is_longer_than_its_room(
    qtbot: QtBot, window: MainWindow
) -> None:
    one = opened(qtbot, window)
    one.resize(683, 364)
    bar = one.view.summary.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    tab = one.view.tabs.chosen_button()
    qtbot.keyClick(tab, Qt.Key.Key_End)
    assert bar.value() == bar.maximum()
    qtbot.keyClick(tab, Qt.Key.Key_PageUp)
    assert bar.value() < bar.maximum()


def test_a_pupil_has_one_window(qtbot: QtBot, window: MainWindow) -> None:
    first = opened(qtbot, window)
    opened(qtbot, window, 2)
    window.desk.show_pupil(1)
    assert len(shown(window)) == 2
    assert opened(qtbot, window) is first


def test_esc_closes_it_but_first_takes_back_what_is_typed(
    qtbot: QtBot, window: MainWindow
) -> None:
    one = opened(qtbot, window)
    one.view.edit_details()
    form = one.view.summary.details._fields["form"].box
    form.setFocus()
    qtbot.keyClicks(form, "x")
    qtbot.keyClick(form, Qt.Key.Key_Escape)
    assert one.isVisible()
    qtbot.keyClick(form, Qt.Key.Key_Escape)
    assert shown(window) == []
    assert pupils.get(window.register, 1)["form"] == "8B"


def test_ctrl_w_closes_it_and_saves_what_is_typed(
    qtbot: QtBot, window: MainWindow
) -> None:
    one = opened(qtbot, window)
    one.view.edit_details()
    form = one.view.summary.details._fields["form"].box
    form.setFocus()
    form.setText("8C")
    qtbot.keyClick(form, Qt.Key.Key_W, CONTROL)
    assert shown(window) == []
    assert pupils.get(window.register, 1)["form"] == "8C"


def test_keys_go_to_the_next_pupil_of_the_roll_and_back(
    qtbot: QtBot, window: MainWindow
) -> None:
    one = opened(qtbot, window)
    before, after = pupils.neighbours(window.register, 1)
    qtbot.keyClick(one, Qt.Key.Key_PageDown, CONTROL)
    assert one.view.pupil_id == after
    qtbot.keyClick(one, Qt.Key.Key_PageUp, CONTROL)
    qtbot.keyClick(one, Qt.Key.Key_PageUp, CONTROL)
    assert one.view.pupil_id == before


def test_after_the_last_pupil_it_says_so(qtbot: QtBot, window: MainWindow) -> None:
    last = list(roll.REPORT.table(window.register).keys)[-1]
    one = opened(qtbot, window, last)
    qtbot.keyClick(one, Qt.Key.Key_PageDown, CONTROL)
    assert one.view.pupil_id == last
    assert "last pupil" in one.notices.text()


def test_what_is_undone_is_shown_at_once(qtbot: QtBot, window: MainWindow) -> None:
    one = opened(qtbot, window)
    pupils.change(window.register, 1, "preferred_forename", "Nono")
    assert one.view._name.text() == "Nono Ahmed"
    qtbot.keyClick(one, Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: one.view._name.text() == "Aisha Ahmed")


def test_it_closes_with_the_register_and_saves_what_is_typed(
    qtbot: QtBot, window: MainWindow
) -> None:
    one = opened(qtbot, window)
    one.view.edit_details()
    one.view.summary.details._fields["form"].box.setText("8C")
    path = window.register.path
    window.close()
    assert shown(window) == []
    from gtregister.core.register import Register

    with Register.open_to_read(path, "C Hall") as register:
        assert pupils.get(register, 1)["form"] == "8C"


def test_a_closed_window_hears_of_nothing_any_more(
    qtbot: QtBot, window: MainWindow
) -> None:
    before = len(window.register.watchers)
    one = opened(qtbot, window)
    assert len(window.register.watchers) == before + 1
    with qtbot.waitSignal(one.destroyed):
        one.close()
    assert len(window.register.watchers) == before


def test_the_page_is_previewed_before_it_is_printed(
    qtbot: QtBot, window: MainWindow
) -> None:
    one = opened(qtbot, window)
    qtbot.keyClick(one, Qt.Key.Key_P, CONTROL)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), PrintDialog))
    preview = QApplication.activeModalWidget()
    assert preview is not None
    assert "Ahmed" not in preview.windowTitle()
    preview.close()


def test_it_is_no_larger_than_the_screen(qtbot: QtBot, window: MainWindow) -> None:
    one = opened(qtbot, window)
    assert one.height() <= one.screen().availableSize().height()
    one.resize(683, 364)
    assert (one.width(), one.height()) == (683, 364)


def test_what_is_sensitive_is_printed_only_if_it_is_asked_for(
    qtbot: QtBot, window: MainWindow
) -> None:
    one = opened(qtbot, window)
    upn = pupils.get(window.register, 1)["upn"]
    for ask, is_there in ((one.view.print, False), (one.view.print_whole, True)):
        ask()
        qtbot.waitUntil(
            lambda: isinstance(QApplication.activeModalWidget(), PrintDialog)
        )
        preview = QApplication.activeModalWidget()
        assert isinstance(preview, PrintDialog)
        pages = PdfReader(BytesIO(preview.pdf)).pages
        assert (upn in "".join(page.extract_text() for page in pages)) is is_there
        preview.close()
