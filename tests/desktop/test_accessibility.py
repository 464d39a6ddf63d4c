"""Everything that takes the focus has a name, in every page and dialog."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from gtregister.desktop.crash_dialog import CrashDialog
from gtregister.desktop.exports.print_dialog import PrintDialog
from gtregister.desktop.help.help_window import HelpWindow
from gtregister.desktop.main_window import MainWindow
from gtregister.desktop.welcome.register_dialog import RegisterDialog
from gtregister.desktop.welcome.welcome_window import WelcomeWindow
from tests.desktop.test_main_window import PLACES


def nameless(widget: QWidget) -> list[str]:
    """List what takes the focus and has no name for a screen reader."""
    QAccessible.setActive(True)
    return [
        f"{part.role().name} in {type(part.object()).__name__}"
        for part in _walk(QAccessible.queryAccessibleInterface(widget))
        if _takes_focus(part) and not part.text(QAccessible.Text.Name).strip()
    ]


def _walk(part: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    yield part
    for place in range(part.childCount()):
        child = part.child(place)
        # Cells take their names from what they show; the model's tests see to them.
        if child is not None and child.role() != QAccessible.Role.Cell:
            yield from _walk(child)


def _takes_focus(part: QAccessibleInterface) -> bool:
    found = part.object()
    return (
        isinstance(found, QWidget)
        and found.isVisible()
        and found.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not found.isWindow()
    )


@pytest.mark.parametrize("place", PLACES)
def test_everything_on_a_page_has_a_name(window: MainWindow, place: str) -> None:
    window.go_to(place)
    assert nameless(window) == []


def test_everything_in_a_dialog_has_a_name(qtbot: QtBot, window: MainWindow) -> None:
    pdf = _pages(window)
    for dialog in (
        CrashDialog("KeyError"),
        RegisterDialog(),
        HelpWindow(window.desk),
        PrintDialog("Register", pdf, window),
        WelcomeWindow(),
    ):
        qtbot.addWidget(dialog)
        with qtbot.waitExposed(dialog):
            dialog.show()
        assert nameless(dialog) == [], type(dialog).__name__


def _pages(window: MainWindow) -> bytes:
    from gtregister.desktop.exports import printing

    listing = window.listing()
    assert listing is not None
    return printing.pages_of(window.register, listing.shown(), ())


def test_tab_goes_round_the_whole_page_and_comes_back(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    listing = window.listing()
    assert listing is not None
    listing.filters.find_box.setFocus()
    seen: list[QWidget | None] = []
    for _press in range(30):
        qtbot.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
        if seen[-1] is listing.filters.find_box:
            break
    assert listing.view in seen
    assert window.rail.chosen_button() in seen
    assert seen[-1] is listing.filters.find_box
    assert len(seen) == len(set(seen))


def test_every_menu_has_access_keys_that_do_not_clash(window: MainWindow) -> None:
    menus = window.menuBar().findChildren(QMenu)
    for menu in [*menus]:
        menu.aboutToShow.emit()
    clashes = {}
    for menu in menus:
        keys = [
            text[text.index("&") + 1].casefold()
            for action in menu.actions()
            if "&" in (text := action.text().replace("&&", ""))
        ]
        if len(keys) != len(set(keys)):
            clashes[menu.title()] = keys
    assert clashes == {}
    assert [menu.text() for menu in window.menuBar().actions()] == [
        *("&File", "&Edit", "&View", "&Help"),
    ]
