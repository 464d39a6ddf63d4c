"""From a school's KS2 sheet to the printed register, in twelve clicks or fewer."""

from collections.abc import Iterator
from pathlib import Path

import pypdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from gtregister import resources
from gtregister.core.identifying import entries, policies
from gtregister.core.register import Register
from gtregister.core.roll import pupils
from gtregister.desktop import looks
from gtregister.desktop.exports.print_dialog import PrintDialog
from gtregister.desktop.exports.print_options import PrintOptions
from gtregister.desktop.imports.import_window import ImportWindow
from gtregister.desktop.main_window import MainWindow
from tests.conftest import TODAY
from tests.journeys.hands import Hands, button

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

SHEET = resources.ROOT / "sample" / "KS2 Year 8.xlsx"
BUDGET = 12


@pytest.fixture
def window(path: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    """The window of a new register whose policy is chosen."""
    looks.put_in_force()
    register = Register.open(path, "C Hall", today=TODAY)
    policies.use(register, "high-prior-attainers")
    found = MainWindow(register, "today")
    qtbot.addWidget(found)
    with qtbot.waitActive(found):
        found.show()
        found.activateWindow()
    yield found
    found.close()


@pytest.fixture
def printed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file that the printer of this office prints to."""
    out = tmp_path / "printed.pdf"

    def printer(_options: PrintOptions, title: str, _pages: int) -> QPrinter:
        made = QPrinter()
        made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        made.setOutputFileName(str(out))
        made.setResolution(72)
        made.setDocName(title)
        return made

    names = staticmethod(lambda: ["Office"])
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", names)
    monkeypatch.setattr(PrintOptions, "printer", printer)
    return out


def is_on_paper(window: MainWindow) -> bool:
    return "sent to the printer" in window.notices.text()


def pages(printed: Path) -> int:
    return len(pypdf.PdfReader(printed).pages)


def test_with_the_mouse(qtbot: QtBot, window: MainWindow, printed: Path) -> None:
    hands = Hands(qtbot, window)
    hands.drop(SHEET)
    asks = hands.dialog(ImportWindow)
    assert isinstance(asks, ImportWindow)
    hands.wait(lambda: asks.conversation.plan is not None)
    while not asks.outcome.isVisible():
        hands.click(asks.next)
        hands.wait(lambda: not asks.conversation.is_busy)
    hands.click(asks.outcome.candidates)
    listing = window.listing()
    assert listing is not None
    hands.wait(lambda: listing.model.rowCount() > 0)
    waiting = listing.model.rowCount()
    hands.click(button(listing.view, "Tick all that are shown"))
    hands.click(button(window, "Add"))
    hands.wait(lambda: entries.count(window.register) == waiting)
    hands.click(button(window.rail, "Register"))
    hands.click(button(window, "Print…"))
    preview = hands.dialog(PrintDialog)
    assert isinstance(preview, PrintDialog)
    hands.click(preview.print_button)
    hands.wait(lambda: is_on_paper(window))
    assert pupils.count(window.register) > 200
    assert waiting > 20
    assert pages(printed) >= 1
    assert hands.clicks <= BUDGET


def test_with_keys_alone(
    qtbot: QtBot,
    window: MainWindow,
    printed: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    chosen = staticmethod(lambda *_asked: (str(SHEET), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", chosen)
    control = Qt.KeyboardModifier.ControlModifier
    hands = Hands(qtbot, window)
    hands.press(Qt.Key.Key_I, control | Qt.KeyboardModifier.ShiftModifier)
    asks = hands.dialog(ImportWindow)
    assert isinstance(asks, ImportWindow)
    hands.press(Qt.Key.Key_Space)
    hands.wait(lambda: asks.conversation.plan is not None)
    while not asks.outcome.isVisible():
        hands.press(Qt.Key.Key_Return)
        hands.wait(lambda: not asks.conversation.is_busy)
    hands.press(Qt.Key.Key_Space)
    listing = window.listing()
    assert listing is not None
    hands.wait(lambda: listing.model.rowCount() > 0)
    waiting = listing.model.rowCount()
    hands.press(Qt.Key.Key_A, control)
    hands.press(Qt.Key.Key_A)
    hands.wait(lambda: entries.count(window.register) == waiting)
    hands.press(Qt.Key.Key_2, control)
    hands.press(Qt.Key.Key_P, control)
    preview = hands.dialog(PrintDialog)
    assert isinstance(preview, PrintDialog)
    hands.press(Qt.Key.Key_Return)
    hands.wait(lambda: is_on_paper(window))
    assert pages(printed) >= 1
    assert hands.clicks <= BUDGET
