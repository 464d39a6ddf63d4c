"""From a file to the register by the window of an import, and back again by Undo."""

from hashlib import sha256
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from gtregister.core.register import Register
from gtregister.core.roll import pupils
from gtregister.desktop.help.help_window import HelpWindow
from gtregister.desktop.imports.import_window import ImportWindow
from gtregister.desktop.main_window import MainWindow
from tests import builders
from tests.desktop.conftest import Opens
from tests.desktop.imports import given

FILE, COLUMNS, PUPILS, CHECK, IMPORT = range(5)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A list of three new pupils, one of them with an impossible birthday."""
    return given.year_7(tmp_path)


def print_of(window: MainWindow) -> str:
    return sha256(window.register.path.read_bytes()).hexdigest()


def go_on(qtbot: QtBot, found: ImportWindow) -> None:
    given.press(qtbot, found.next, found)


def go_to_the_end(qtbot: QtBot, found: ImportWindow) -> None:
    for _page in found.pages:
        if found.place != IMPORT:
            go_on(qtbot, found)
    assert found.place == IMPORT, found.notice.text()


def import_it(qtbot: QtBot, found: ImportWindow) -> None:
    go_to_the_end(qtbot, found)
    go_on(qtbot, found)
    qtbot.waitUntil(found.outcome.isVisible)


def test_next_goes_from_page_to_page_where_something_is_to_decide(
    qtbot: QtBot, window: MainWindow, source: Path
) -> None:
    found = given.asked(qtbot, window, source)
    seen = [found.place]
    while found.place != IMPORT:
        go_on(qtbot, found)
        seen.append(found.place)
    assert seen == [FILE, COLUMNS, CHECK, IMPORT]
    found.reject()


def test_a_page_that_was_skipped_can_be_gone_to(
    qtbot: QtBot, window: MainWindow, source: Path
) -> None:
    found = given.asked(qtbot, window, source)
    assert [button.isEnabled() for button in found.steps.buttons] == [True] + 4 * [
        False
    ]
    go_to_the_end(qtbot, found)
    qtbot.mouseClick(found.steps.buttons[PUPILS], Qt.MouseButton.LeftButton)
    assert found.place == PUPILS
    assert not found.pages[PUPILS].is_needed()
    found.reject()


def test_back_keeps_the_answers(qtbot: QtBot, window: MainWindow, source: Path) -> None:
    found = given.asked(qtbot, window, source)
    go_on(qtbot, found)
    given.choose(qtbot, found, found.pages[COLUMNS].time.year, 8)
    given.press(qtbot, found.back)
    assert found.place == FILE
    go_on(qtbot, found)
    assert found.pages[COLUMNS].time.year.currentData() == 8
    found.reject()


@pytest.mark.parametrize("place", [FILE, COLUMNS, PUPILS, CHECK, IMPORT])
def test_cancel_at_any_page_leaves_every_byte_as_it_was(
    qtbot: QtBot, window: MainWindow, source: Path, place: int
) -> None:
    before = print_of(window)
    found = given.asked(qtbot, window, source)
    go_to_the_end(qtbot, found)
    found.go_to(place)
    given.press(qtbot, found.cancel)
    assert QApplication.activeModalWidget() is None
    assert print_of(window) == before


def test_importing_then_undo_puts_everything_back(
    qtbot: QtBot, window: MainWindow, source: Path
) -> None:
    before = builders.contents(window.register)
    found = given.asked(qtbot, window, source)
    import_it(qtbot, found)
    assert "3 pupils added" in found.outcome.said.text()
    assert pupils.count(window.register) == 63
    given.press(qtbot, found.outcome.undo)
    qtbot.waitUntil(lambda: pupils.count(window.register) == 60)
    assert builders.contents(window.register) == before


def test_the_same_file_again_has_nothing_to_do_and_says_so(
    qtbot: QtBot, window: MainWindow, source: Path
) -> None:
    found = given.asked(qtbot, window, source)
    import_it(qtbot, found)
    given.press(qtbot, found.cancel)
    again = given.asked(qtbot, window, source)
    assert "imported this file on 23 November 2026" in again.pages[FILE].said.text()
    go_to_the_end(qtbot, again)
    assert not again.next.isEnabled()
    again.reject()


def test_a_file_that_cannot_be_read_is_one_sentence_and_another_may_be_chosen(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, source: Path
) -> None:
    broken = tmp_path / "Broken.xlsx"
    broken.write_bytes(b"\x00\x01 not a workbook")
    found = given.asked(qtbot, window, broken)
    assert "Broken.xlsx" in found.notice.text()
    assert not found.next.isEnabled()
    found.open_file(source)
    given.settle(qtbot, found)
    assert not found.notice.isVisible()
    assert found.next.isEnabled()
    found.reject()


def test_the_menu_opens_the_window_at_its_first_page(
    qtbot: QtBot, window: MainWindow, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen = staticmethod(lambda *_asked: (str(source), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", chosen)
    found = given.modal(qtbot, ImportWindow, window.desk.actions.bring_in.trigger)
    assert isinstance(found, ImportWindow)
    given.press(qtbot, found.pages[FILE].choose_button, found)
    assert found.conversation.plan is not None
    found.reject()


def test_what_was_copied_in_excel_can_be_pasted(
    qtbot: QtBot, window: MainWindow
) -> None:
    found = given.modal(qtbot, ImportWindow, window.desk.actions.bring_in.trigger)
    assert isinstance(found, ImportWindow)
    QApplication.clipboard().setText("nothing of the kind")
    given.press(qtbot, found.pages[FILE].paste_button, found)
    assert "Copy the cells" in found.notice.text()
    QApplication.clipboard().setText(
        f"UPN\tSurname\tForename\tYear\n{builders.upn(910)}\tLee\tBen\t7\n"
    )
    given.press(qtbot, found.pages[FILE].paste_button, found)
    import_it(qtbot, found)
    assert pupils.by_upn(window.register, builders.upn(910))["surname"] == "Lee"
    found.reject()


def test_closing_the_window_while_it_reads_does_no_harm(
    qtbot: QtBot, window: MainWindow, source: Path
) -> None:
    from gtregister.desktop.imports import importing

    found = importing.plan(window.desk, source)
    found.close()
    qtbot.wait(300)
    assert QApplication.activeModalWidget() is None


def test_a_register_open_to_be_read_imports_nothing(
    school: Path, opens: Opens, source: Path
) -> None:
    window = opens(Register.open_to_read(school, "B Patel"))
    assert not window.desk.actions.bring_in.isEnabled()
    window.take_file(source)
    assert QApplication.activeModalWidget() is None


def test_a_file_that_was_imported_is_offered_again(
    qtbot: QtBot, window: MainWindow, source: Path
) -> None:
    found = given.asked(qtbot, window, source)
    import_it(qtbot, found)
    found.reject()
    again = given.modal(qtbot, ImportWindow, window.desk.actions.bring_in.trigger)
    assert isinstance(again, ImportWindow)
    offered = [
        action.text() for action in again.pages[FILE].recent_button.menu().actions()
    ]
    assert offered == ["&1 Year 7.csv"]
    again.reject()


def test_the_second_file_of_a_layout_is_two_clicks_next_and_import(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    def file(number: int, name: str) -> Path:
        row = f"{builders.upn(number)},Li,Mei{number},03/09/2014,7,7A,Red"
        return given.csv(tmp_path, row, name=name)

    found = given.asked(qtbot, window, file(910, "First.csv"))
    import_it(qtbot, found)
    found.reject()
    again = given.asked(qtbot, window, file(911, "Second.csv"))
    go_on(qtbot, again)
    assert again.place == IMPORT
    go_on(qtbot, again)
    qtbot.waitUntil(again.outcome.isVisible)
    assert pupils.by_upn(window.register, builders.upn(911))["forename"] == "Mei911"
    again.reject()


def test_a_layout_is_not_remembered_against_a_persons_will(
    qtbot: QtBot, window: MainWindow, source: Path
) -> None:
    found = given.asked(qtbot, window, source)
    go_on(qtbot, found)
    given.press(qtbot, found.pages[COLUMNS].remember, found)
    import_it(qtbot, found)
    found.reject()
    assert window.register.value("select count(*) from layouts") == 0


def test_undoing_an_import_forgets_its_columns_too(
    qtbot: QtBot, window: MainWindow, source: Path
) -> None:
    found = given.asked(qtbot, window, source)
    import_it(qtbot, found)
    assert window.register.value("select count(*) from layouts") == 1
    given.press(qtbot, found.outcome.undo)
    qtbot.waitUntil(lambda: pupils.count(window.register) == 60)
    assert window.register.value("select count(*) from layouts") == 0


def test_f1_opens_the_manual_at_the_import(
    qtbot: QtBot, window: MainWindow, source: Path
) -> None:
    found = given.asked(qtbot, window, source)

    qtbot.keyClick(found, Qt.Key.Key_F1)

    manual = found.findChild(HelpWindow)
    assert manual is not None
    assert "import" in manual.text.toPlainText().lower()
    found.reject()
