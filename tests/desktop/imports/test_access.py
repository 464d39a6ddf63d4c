"""The pages of an import by keys and ears alone, and on a small screen."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget
from pytestqt.qtbot import QtBot

from gtregister.desktop.imports.import_window import ImportWindow
from gtregister.desktop.imports.tick_dialog import TickDialog
from gtregister.desktop.main_window import MainWindow
from gtregister.table import Column, Table
from tests import builders
from tests.desktop import audit
from tests.desktop.imports import given

SMALL = (683, 364)  # logical pixels: 1366x768 at 200 %


@pytest.fixture
def asks(qtbot: QtBot, window: MainWindow, tmp_path: Path):
    """The window of an import with something on each page."""
    builders.pupil(window.register, "Jack", surname="Hughes", dob="2015-01-04")
    source = given.csv(
        tmp_path,
        ",Hughes,James,04/01/2015,7,7A,Red",
        f"{builders.upn(903)},Brontë,Anne,31/02/2014,7,7B,Blue",
    )
    found = given.asked(qtbot, window, source)
    yield found
    found.reject()


@pytest.mark.parametrize("place", range(5))
def test_each_page_serves_who_sees_little_or_uses_no_mouse(
    asks: ImportWindow, place: int
) -> None:
    asks.go_to(place)
    assert audit.findings(asks) == []
    assert audit.unseen_focus(asks) == []


@pytest.mark.parametrize("place", range(5))
def test_tab_goes_round_and_leaves_every_table(
    qtbot: QtBot, asks: ImportWindow, place: int
) -> None:
    asks.go_to(place)
    asks.activateWindow()
    qtbot.waitUntil(asks.isActiveWindow)
    asks.cancel.setFocus()
    seen: list[QWidget | None] = []
    for _press in range(30):
        qtbot.keyClick(QApplication.focusWidget() or asks, Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
        if seen[-1] is asks.cancel:
            break
    assert seen[-1] is asks.cancel
    tables = asks.page.findChildren(QAbstractItemView)
    in_sight = {t for t in tables if t.isVisible() and t.focusPolicy()}
    assert in_sight <= {*seen, *(t for t in tables if t.window() is not asks)}


@pytest.mark.parametrize("place", range(5))
def test_a_small_screen_is_enough(asks: ImportWindow, place: int) -> None:
    asks.resize(*SMALL)
    asks.go_to(place)
    assert (asks.width(), asks.height()) == SMALL
    assert audit.sideways(asks) == []
    area = asks._stack.currentWidget()
    assert area.widget().minimumSizeHint().width() <= area.viewport().width()


def test_a_page_goes_where_its_question_is(asks: ImportWindow, qtbot: QtBot) -> None:
    asks.activateWindow()
    qtbot.waitUntil(asks.isActiveWindow)
    asks.go_to(2)
    assert QApplication.focusWidget() is asks.pages[2].view


def test_a_table_to_tick_has_names_and_lets_go(qtbot: QtBot) -> None:
    table = Table("Changes", (Column("field", "What"),), [("Form",)], [0])
    dialog = TickDialog(table, "What is ticked goes in.", "&Use", [0], "field")
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    assert audit.findings(dialog) == []
    with qtbot.waitSignal(dialog.agreed) as agreed:
        dialog.yes.click()
    assert agreed.args == [frozenset({0})]
