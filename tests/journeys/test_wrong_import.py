"""A wrong import is put back in two clicks, and everything is as it was."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gtregister.core.register import Register
from gtregister.core.roll import pupils
from gtregister.desktop import looks
from gtregister.desktop.imports.import_window import ImportWindow
from gtregister.desktop.main_window import MainWindow
from tests import builders
from tests.conftest import TODAY
from tests.journeys.hands import Hands, button

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
BUDGET = 2


@pytest.fixture
def window(path: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    """The window of a register with two pupils."""
    looks.put_in_force()
    register = Register.open(path, "C Hall", today=TODAY)
    for number in (1, 2):
        builders.pupil(register, f"Ben{number}", upn=builders.upn(number), form="7A")
    found = MainWindow(register, "today")
    qtbot.addWidget(found)
    with qtbot.waitActive(found):
        found.show()
        found.activateWindow()
    yield found
    found.close()


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    """Last year's list: forms that are over, and a pupil who has left."""
    path = tmp_path / "Year 7 of last year.csv"
    rows = [f"{builders.upn(n)},Ahmed,Ben{n},03/09/2014,7,7Z" for n in (1, 2, 3)]
    path.write_text("\n".join(("UPN,Surname,Forename,DOB,Year,Form", *rows)))
    return path


def imported(hands: Hands, window: MainWindow, wrong: Path) -> ImportWindow:
    hands.drop(wrong)
    asks = hands.dialog(ImportWindow)
    assert isinstance(asks, ImportWindow)
    hands.wait(lambda: asks.conversation.plan is not None)
    while not asks.outcome.isVisible():
        hands.click(asks.next)
        hands.wait(lambda: not asks.conversation.is_busy)
    assert pupils.by_upn(window.register, builders.upn(1))["form"] == "7Z"
    return asks


def test_at_once_by_the_button_beside_what_was_done(
    qtbot: QtBot, window: MainWindow, wrong: Path
) -> None:
    before = builders.contents(window.register)
    asks = imported(Hands(qtbot, window), window, wrong)
    hands = Hands(qtbot, window)
    hands.click(asks.outcome.undo)
    hands.wait(lambda: pupils.count(window.register) == 2)
    assert builders.contents(window.register) == before
    assert hands.clicks <= BUDGET


def test_later_by_the_notice_in_the_window(
    qtbot: QtBot, window: MainWindow, wrong: Path
) -> None:
    before = builders.contents(window.register)
    asks = imported(Hands(qtbot, window), window, wrong)
    hands = Hands(qtbot, window)
    hands.click(asks.cancel)
    hands.click(button(window.notices, "Undo import"))
    hands.wait(lambda: pupils.count(window.register) == 2)
    assert builders.contents(window.register) == before
    assert hands.clicks <= BUDGET


def test_by_keys_from_any_page(qtbot: QtBot, window: MainWindow, wrong: Path) -> None:
    before = builders.contents(window.register)
    asks = imported(Hands(qtbot, window), window, wrong)
    asks.reject()
    hands = Hands(qtbot, window)
    hands.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    hands.wait(lambda: pupils.count(window.register) == 2)
    assert builders.contents(window.register) == before
    assert hands.clicks <= BUDGET
