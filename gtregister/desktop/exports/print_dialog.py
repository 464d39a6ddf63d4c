"""The pages as they will be printed, with the printer beside them."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from gtregister.desktop import problems, style
from gtregister.desktop.widgets import sizing
from gtregister.desktop.widgets.lines import line
from gtregister.desktop.widgets.pdf_preview import PdfPreview
from gtregister.errors import UserError
from gtregister.i18n import _, ngettext


class PrintDialog(QDialog):
    """Shows pages; asks to print them, or saves the very same PDF."""

    asked_to_print = Signal(object)  # the QPrinter
    saved = Signal(str)  # the name of the file

    def __init__(self, title: str, pdf: bytes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Print {title}").format(title=title))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._title = title
        self._pdf = pdf
        self.preview = PdfPreview(pdf, _("Pages of {title}").format(title=title), self)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self.preview, 1)
        across.addWidget(self._panel())
        self.preview.turned.connect(self._show_page)
        self._show_page(0)
        sizing.fit(self, 1080, 680)

    def _panel(self) -> QWidget:
        self._printers = QComboBox()
        self._printers.setAccessibleName(_("Printer"))
        self._printers.setMinimumContentsLength(16)
        self._printers.addItems(QPrinterInfo.availablePrinterNames())
        default = self._printers.findText(QPrinterInfo.defaultPrinterName())
        self._printers.setCurrentIndex(max(0, default))
        self._copies = QSpinBox()
        self._copies.setAccessibleName(_("Copies"))
        self._copies.setRange(1, 99)
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.setVerticalSpacing(6)
        form.addRow(_labelled(_("P&rinter"), self._printers), self._printers)
        form.addRow(_labelled(_("&Copies"), self._copies), self._copies)
        self.print_button = QPushButton(_("&Print"))
        self.print_button.setDefault(True)
        self.print_button.clicked.connect(self._print)
        self.save_button = QPushButton(_("&Save as PDF…"))
        self.save_button.clicked.connect(self._choose_file)
        close = QPushButton(_("Close"))
        close.clicked.connect(self.reject)
        self._page = line(quiet=True)
        panel = QWidget(self)
        panel.setFixedWidth(style.scaled(248))
        down = QVBoxLayout(panel)
        down.setContentsMargins(20, 20, 20, 20)
        down.setSpacing(12)
        down.addWidget(line(self._title, "subtitle"))
        down.addWidget(self._page)
        down.addLayout(form)
        if not self._printers.count():
            self._do_without_printer(down)
        down.addStretch(1)
        for button in (self.print_button, self.save_button, close):
            down.addWidget(button)
        return panel

    def _do_without_printer(self, down: QVBoxLayout) -> None:
        self.print_button.setEnabled(False)
        self.print_button.setDefault(False)
        self.save_button.setDefault(True)
        self._printers.setEnabled(False)
        self._copies.setEnabled(False)
        text = _("No printer is set up on this computer. Save the pages as a PDF.")
        down.addWidget(line(text, folds=True))

    def _show_page(self, page: int) -> None:
        count = self.preview.pages.pageCount()
        pages = ngettext("{n} page", "{n} pages", count)
        said = _("Page {page} of {pages}")
        self._page.setText(
            pages if count < 2 else said.format(page=page + 1, pages=count)
        )

    def _print(self) -> None:
        printer = QPrinter(QPrinterInfo.printerInfo(self._printers.currentText()))
        printer.setCopyCount(self._copies.value())
        printer.setDocName(self._title)
        self.asked_to_print.emit(printer)
        self.accept()

    def _choose_file(self) -> None:
        chosen, _kind = QFileDialog.getSaveFileName(
            self, _("Save as PDF"), f"{self._title}.pdf", _("PDF (*.pdf)")
        )
        if chosen:
            self.save(Path(chosen).with_suffix(".pdf"))

    def save(self, path: Path) -> None:
        """Save the pages as they were made, with words that can be searched."""
        try:
            path.write_bytes(self._pdf)
        except OSError as error:
            said = _("{name} cannot be written: {why}. Choose another folder.")
            why = error.strerror or ""
            problems.show(self, UserError(said.format(name=path.name, why=why)))
            return
        self.saved.emit(path.name)
        self.accept()


def _labelled(words: str, field: QWidget) -> QWidget:
    label = line(words)
    label.setBuddy(field)
    return label
