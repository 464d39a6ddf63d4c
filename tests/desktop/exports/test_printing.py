"""What is printed is what is shown: the very pages, without what is sensitive."""

import io
from pathlib import Path

import pypdf
import pytest
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from gtregister.core import history
from gtregister.core.register import Register
from gtregister.desktop.exports import paper, printing
from gtregister.desktop.exports.print_dialog import PrintDialog
from gtregister.desktop.main_window import MainWindow
from tests.desktop.conftest import Opens


def preview(qtbot: QtBot, window: MainWindow) -> PrintDialog:
    window.desk.actions.print.trigger()

    def is_there() -> bool:
        return isinstance(QApplication.activeModalWidget(), PrintDialog)

    qtbot.waitUntil(is_there, timeout=20_000)
    found = QApplication.activeModalWidget()
    assert isinstance(found, PrintDialog)
    return found


def pages(window: MainWindow) -> bytes:
    listing = window.listing()
    assert listing is not None
    return printing.pages_of(window.register, listing.shown(), window.page.facts())


def test_the_preview_has_the_pages_of_the_pdf(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    dialog = preview(qtbot, window)
    path = tmp_path / "Saved.pdf"
    count = dialog.preview.pages.pageCount()
    dialog.save(path)
    assert count == len(pypdf.PdfReader(path).pages) > 0
    qtbot.waitUntil(lambda: "Saved.pdf" in window.notices.text())


def test_no_upn_is_printed(window: MainWindow, tmp_path: Path) -> None:
    listing = window.listing()
    assert listing is not None
    listing.view.toggle_column("upn")
    path = tmp_path / "pages.pdf"
    path.write_bytes(pages(window))
    text = "".join(page.extract_text() for page in pypdf.PdfReader(path).pages)
    assert "Ahmed" in text
    upns = [row["upn"] for row in window.register.rows("select upn from pupils")]
    assert [upn for upn in upns if upn in text] == []


def test_nothing_is_left_on_the_disk_by_a_preview(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    preview(qtbot, window).reject()
    assert list(folder.iterdir()) == []


def test_printing_puts_every_page_on_paper_and_in_the_history(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    dialog = preview(qtbot, window)
    count = dialog.preview.pages.pageCount()
    printed = tmp_path / "printed.pdf"
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(printed))
    printer.setResolution(72)
    dialog.asked_to_print.emit(printer)
    dialog.accept()
    qtbot.waitUntil(
        lambda: "sent to the printer" in window.notices.text(), timeout=20_000
    )
    assert len(pypdf.PdfReader(printed).pages) == count

    def is_noted() -> bool:
        row = history.table(window.register).only(["what", "about"]).rows[0]
        return tuple(row) == ("Printed", "More able register")

    qtbot.waitUntil(is_noted)


def test_the_paper_lies_as_the_pages_do(window: MainWindow, tmp_path: Path) -> None:
    printed = tmp_path / "printed.pdf"
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(printed))
    printer.setResolution(72)
    paper.put(pages(window), printer, lambda _done, _of: None)
    box = pypdf.PdfReader(printed).pages[0].mediabox
    assert (round(box.width), round(box.height)) in {(842, 595), (841, 595)}


def test_without_a_printer_the_pages_can_still_be_saved(
    qtbot: QtBot,
    window: MainWindow,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(list))
    dialog = preview(qtbot, window)
    assert not dialog.print_button.isEnabled()
    path = tmp_path / "Register"
    answer = staticmethod(lambda *_asked: (str(path), ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    dialog.save_button.click()
    assert path.with_suffix(".pdf").read_bytes().startswith(b"%PDF")


def test_a_register_open_to_be_read_can_be_printed(
    qtbot: QtBot, school: Path, opens: Opens
) -> None:
    window = opens(Register.open_to_read(school, "B Patel"))
    preview(qtbot, window).reject()


def test_cancel_stops_the_printing_and_nothing_is_noted(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    before = len(history.table(window.register).rows)
    window.tasks.stepped.connect(window.tasks.cancel)
    pdf = _many_pages(pages(window), 40)
    with qtbot.waitSignal(window.tasks.stopped, timeout=60_000):
        printing.put_on_paper(window.desk, "Register", pdf, printer)
    assert len(history.table(window.register).rows) == before
    assert window.notices.text() == "Stopped. Nothing was changed."


def _many_pages(pdf: bytes, times: int) -> bytes:
    writer = pypdf.PdfWriter()
    for _time in range(times):
        writer.append(io.BytesIO(pdf))
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()
