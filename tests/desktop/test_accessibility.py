"""Every window serves those who see little, and those who use no mouse."""

import pkgutil
import re
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from gtregister import desktop, options
from gtregister.core.register import Register
from gtregister.desktop import looks
from gtregister.desktop.backups.restore_dialog import RestoreDialog
from gtregister.desktop.crash_dialog import CrashDialog
from gtregister.desktop.exports import printing
from gtregister.desktop.exports.print_dialog import PrintDialog
from gtregister.desktop.finding.find_dialog import FindDialog
from gtregister.desktop.help.help_window import HelpWindow
from gtregister.desktop.history.history_window import HistoryWindow
from gtregister.desktop.history.import_history_window import ImportHistoryWindow
from gtregister.desktop.main_window import MainWindow
from gtregister.desktop.welcome.register_dialog import RegisterDialog
from gtregister.desktop.welcome.welcome_window import WelcomeWindow
from gtregister.desktop.widgets.columns_dialog import ColumnsDialog
from gtregister.desktop.widgets.question_dialog import QuestionDialog
from tests.desktop import audit, given, longer
from tests.desktop.conftest import Opens
from tests.desktop.test_main_window import PLACES

Audit = Callable[[QWidget], list[str]]

# Where a person is asked before something is done; everywhere else it can be undone.
CONFIRMS = {"opening.py", "restore_dialog.py"}


def _print_dialog(window: MainWindow) -> QWidget:
    listing = window.listing()
    assert listing is not None
    pdf = printing.pages_of(window.register, listing.shown(), ())
    sheet = printing.print_sheet(listing.shown(), listing.rows_shown())
    return PrintDialog("Register", pdf, window, sheet)


def _question(window: MainWindow) -> QWidget:
    asked = (options.text("name", "Name"), options.yes_no("left", "Has left"))
    return QuestionDialog("Staff", asked, "&Save", lambda _answers: None, window)


def _columns(window: MainWindow) -> QWidget:
    listing = window.listing()
    assert listing is not None
    return ColumnsDialog(listing.view.layout_of_columns, window)


def _welcome(_window: MainWindow) -> QWidget:
    made = WelcomeWindow()
    made.show_set_up()
    return made


DIALOGS: dict[str, Callable[[MainWindow], QWidget]] = {
    "columns": _columns,
    "crash": lambda _window: CrashDialog("KeyError"),
    "find": lambda window: FindDialog(window.desk),
    "help": lambda window: HelpWindow(window.desk.actions, window),
    "history": lambda window: HistoryWindow(window.desk),
    "import history": lambda window: ImportHistoryWindow(window.desk),
    "new register": lambda _window: RegisterDialog(),
    "print": _print_dialog,
    "question": _question,
    "restore": lambda window: RestoreDialog(window.desk),
    "welcome": _welcome,
}


@pytest.fixture(params=DIALOGS)
def dialog(request: pytest.FixtureRequest, qtbot: QtBot, window: MainWindow) -> QWidget:
    """Each dialog in turn."""
    made = DIALOGS[request.param](window)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def settle(qtbot: QtBot, window: MainWindow) -> None:
    """Wait until every job has come back and what it brought is laid out."""
    qtbot.waitUntil(lambda: not window.tasks.is_busy)
    qtbot.wait(20)


def stands(qtbot: QtBot, window: MainWindow, audited: Audit) -> None:
    """Assert that a page comes to rest with nothing found; a layout takes its turns."""

    def nothing_is_found() -> None:
        assert audited(window) == []

    settle(qtbot, window)
    qtbot.waitUntil(nothing_is_found)


@pytest.mark.parametrize("place", PLACES)
def test_nothing_is_wrong_with_a_page(
    qtbot: QtBot, window: MainWindow, place: str
) -> None:
    window.go_to(place)
    stands(qtbot, window, audit.findings)


def test_nothing_is_wrong_with_a_dialog(dialog: QWidget) -> None:
    assert audit.findings(dialog) == []


@pytest.mark.parametrize("place", PLACES)
def test_tab_goes_down_a_page_and_not_back_up(
    qtbot: QtBot, window: MainWindow, place: str
) -> None:
    window.resize(1366, 728)
    window.go_to(place)
    stands(qtbot, window, audit.backwards)


def test_tab_goes_down_a_dialog_and_not_back_up(dialog: QWidget) -> None:
    assert audit.backwards(dialog) == []


@pytest.mark.parametrize("place", PLACES)
def test_the_focus_can_be_seen_wherever_it_is_on_a_page(
    qtbot: QtBot, window: MainWindow, place: str
) -> None:
    window.go_to(place)
    stands(qtbot, window, audit.unseen_focus)


def test_the_focus_can_be_seen_wherever_it_is_in_a_dialog(dialog: QWidget) -> None:
    assert audit.unseen_focus(dialog) == []


@pytest.mark.parametrize("place", PLACES)
def test_a_page_is_usable_on_a_small_screen_at_twice_the_scale(
    qtbot: QtBot, window: MainWindow, place: str
) -> None:
    window.go_to(place)
    window.resize(683, 364)
    stands(qtbot, window, audit.sideways)
    assert (window.width(), window.height()) == (683, 364)


def test_a_dialog_is_usable_on_a_small_screen_at_twice_the_scale(
    qtbot: QtBot, dialog: QWidget
) -> None:
    dialog.resize(683, 364)
    qtbot.wait(10)
    assert dialog.width() <= 683
    assert dialog.height() <= 364


@pytest.mark.parametrize("size", [100, 200])
@pytest.mark.parametrize("place", PLACES)
def test_no_words_of_a_page_are_cut_off(
    qtbot: QtBot, window: MainWindow, place: str, size: int
) -> None:
    looks.choose(text_size=size)
    window.restyle()
    window.resize(1366, 728)
    window.go_to(place)
    stands(qtbot, window, audit.cut_off)


@pytest.mark.parametrize("place", PLACES)
def test_a_language_40_per_cent_longer_has_room_on_a_page(
    qtbot: QtBot, school: Path, opens: Opens, place: str
) -> None:
    with longer.spoken():
        window = opens(Register.open(school, "C Hall", today=given.TODAY), place)
        window.resize(1366, 728)
        stands(qtbot, window, audit.cut_off)


def test_no_words_of_a_dialog_are_cut_off(qtbot: QtBot, dialog: QWidget) -> None:
    qtbot.wait(20)
    assert audit.cut_off(dialog) == []


def test_tab_goes_round_the_whole_page_and_comes_back(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    listing = window.listing()
    assert listing is not None
    listing.filters.find_box.setFocus()
    seen: list[QWidget | None] = []
    for _press in range(40):
        qtbot.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
        if seen[-1] is listing.filters.find_box:
            break
    assert listing.view in seen
    assert window.rail.chosen_button() in seen
    assert seen[-1] is listing.filters.find_box
    assert len(seen) == len(set(seen))


def test_every_window_was_audited(request: pytest.FixtureRequest) -> None:
    tests = Path(__file__).parent
    audits = {
        path
        for path in tests.rglob("test_*.py")
        if re.search(r"\bfindings\(", path.read_text(encoding="utf-8"))
    }
    if not audits <= {item.path for item in request.session.items}:
        pytest.skip("says something only of a run of every audit")
    assert [kind for kind in window_kinds() if kind not in audit.audited] == []


def window_kinds() -> list[type]:
    """Find every kind of window and dialog that the program has."""
    for module in pkgutil.walk_packages(desktop.__path__, f"{desktop.__name__}."):
        import_module(module.name)
    kinds, found = [QDialog, QMainWindow], []
    while kinds:
        kind = kinds.pop()
        kinds += kind.__subclasses__()
        if kind.__module__.startswith(desktop.__name__):
            found.append(kind)
    return found


def test_nobody_is_asked_whether_they_are_sure_but_where_it_is_allowed() -> None:
    folder = Path(desktop.__path__[0])
    asks = re.compile(r"QMessageBox\.(question|warning|information|critical)\(")
    agrees = "ButtonRole.AcceptRole"
    texts = {path: path.read_text(encoding="utf-8") for path in folder.rglob("*.py")}
    assert [path.name for path, text in texts.items() if asks.search(text)] == []
    confirming = {path.name for path, text in texts.items() if agrees in text}
    assert confirming <= CONFIRMS
