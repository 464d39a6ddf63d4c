"""Files to import into windows, and the window of an import with one of them in it."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from gtregister.desktop.imports import importing
from gtregister.desktop.imports.import_page import ImportPage
from gtregister.desktop.imports.import_window import ImportWindow
from gtregister.desktop.main_window import MainWindow
from gtregister.desktop.widgets.table_view import TableView
from tests import builders

HEADINGS = "UPN,Surname,Forename,DOB,Year,Form,House"
KS2 = "UPN,Surname,Forename,DOB,Year,Form,KS2 reading scaled score"
P = TypeVar("P", bound=ImportPage)


def csv(
    folder: Path, *rows: str, name: str = "Year 7.csv", top: str = HEADINGS
) -> Path:
    """Write a file of rows under headings."""
    path = folder / name
    path.write_text("\n".join((top, *rows)), encoding="utf-8")
    return path


def year_7(folder: Path) -> Path:
    """A list of three new pupils, one of them with an impossible birthday."""
    return csv(
        folder,
        f"{builders.upn(901)},Zielińska,Ewa,03/09/2014,7,7A,Red",
        f"{builders.upn(902)},O’Neill,Seán,12/10/2014,7,7B,Blue",
        f"{builders.upn(903)},Brontë,Anne,31/02/2014,7,7B,Blue",
    )


def lee(number: int, reading: str, form: str = "7A") -> str:
    """A row of a KS2 file."""
    return f"{builders.upn(number)},Lee,Ben{number},04/05/2015,7,{form},{reading}"


def asked(qtbot: QtBot, window: MainWindow, source: Path) -> ImportWindow:
    """Open the window of an import with a file in it, and wait until it is read."""
    found = importing.plan(window.desk, source)
    settle(qtbot, found)
    return found


def settle(qtbot: QtBot, found: ImportWindow) -> None:
    """Wait until the worker has answered."""
    qtbot.waitUntil(lambda: not found.conversation.is_busy, timeout=20_000)


def press(qtbot: QtBot, button: QWidget, found: ImportWindow | None = None) -> None:
    """Click on a button with the mouse, and wait for what it asked for."""
    assert isinstance(button, QAbstractButton)
    assert button.isEnabled(), button.text()
    assert button.isVisible(), button.text()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    if found is not None:
        settle(qtbot, found)


def rows(view: TableView) -> list[tuple[object, ...]]:
    """Read a table as it is shown."""
    return [tuple(row) for row in view.table_model.shown().rows]


def modal(qtbot: QtBot, kind: type[QWidget], open_it: Callable[[], None]) -> QWidget:
    """Do what opens a dialog, and give it."""
    open_it()
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), kind))
    found = QApplication.activeModalWidget()
    assert found is not None
    return found


def page(found: ImportWindow, kind: type[P]) -> P:
    """Go to a page."""
    one = next(page for page in found.pages if isinstance(page, kind))
    found.go_to(found.pages.index(one))
    return one


def choose(qtbot: QtBot, found: ImportWindow, box: QComboBox, value: object) -> None:
    """Choose a value in a box, and wait for what comes of it."""
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())
    settle(qtbot, found)
