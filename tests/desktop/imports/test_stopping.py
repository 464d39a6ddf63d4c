"""One Cancel, which stops what runs and leaves the register as it was."""

from hashlib import sha256
from pathlib import Path

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from gtregister.desktop.imports.file_page import FilePage
from gtregister.desktop.imports.summary_page import SummaryPage
from gtregister.desktop.main_window import MainWindow
from tests import builders
from tests.desktop.imports import given
from tests.desktop.imports.conftest import Asked


def print_of(window: MainWindow) -> str:
    return sha256(window.register.path.read_bytes()).hexdigest()


def test_there_is_one_cancel_however_long_it_takes(asked: Asked) -> None:
    found = asked(given.lee(901, "110"))
    progress = found.foot.progress
    progress.begin("Reading…")
    progress._show_sign()
    progress._show_bar()

    words = [b.text() for b in found.findChildren(QPushButton) if b.isVisible()]

    assert words.count("Cancel") == 1


def test_cancel_stops_an_import_and_the_window_stays(
    qtbot: QtBot, window: MainWindow, asked: Asked
) -> None:
    rows = [given.lee(n, "110") for n in range(300, 999)]
    found = asked(*rows)
    before = print_of(window)
    given.page(found, SummaryPage)
    found.conversation.apply()

    found.reject()

    given.settle(qtbot, found)
    assert found.isVisible()
    assert "was stopped" in found.notice.text()
    assert print_of(window) == before


def test_the_letters_of_a_text_can_be_read_otherwise(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    source = tmp_path / "Central.csv"
    row = f"{builders.upn(901)},Zielińska,Ewa,03/09/2014,7,7A,Red"
    source.write_bytes(f"{given.HEADINGS}\n{row}".encode("cp1250"))
    found = given.asked(qtbot, window, source)
    page = given.page(found, FilePage)
    assert page.encoding.isVisible()

    given.choose(qtbot, found, page.encoding, "cp1250")

    plan = found.conversation.plan
    assert plan is not None
    assert plan.new[0].details["surname"] == "Zielińska"
    shown = page.preview.rows
    assert shown.index(1, 1).data() == "Zielińska"
    found.reject()


def test_only_a_text_asks_how_its_letters_are_written(
    qtbot: QtBot, window: MainWindow
) -> None:
    from gtregister import resources

    found = given.asked(qtbot, window, resources.ROOT / "sample" / "KS2 Year 8.xlsx")

    assert not given.page(found, FilePage).encoding.isVisible()
    found.reject()
