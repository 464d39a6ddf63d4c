"""The pages as they will be printed, with what can be chosen beside them."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from gtregister.desktop import problems, style
from gtregister.desktop.exports.print_options import PrintOptions, Sheet
from gtregister.desktop.widgets import sizing
from gtregister.desktop.widgets.lines import line
from gtregister.desktop.widgets.pdf_preview import PdfPreview
from gtregister.errors import UserError
from gtregister.i18n import _, ngettext


class PrintDialog(QDialog):
    """Shows pages; asks to print them, or saves the very same PDF.

    With a `sheet` its columns and its direction can be chosen: `asked_for` says how the
    pages are wanted, and `show_pages` shows them.
    """

    asked_to_print = Signal(object)  # the QPrinter
    asked_for = Signal(object)  # a Layout
    asked_for_excel = Signal(object)  # the Path of the workbook to write
    saved = Signal(str)  # the name of the file

    def __init__(
        self,
        title: str,
        pdf: bytes,
        parent: QWidget | None = None,
        sheet: Sheet | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Print {title}").format(title=title))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._title = title
        self._pdf = pdf
        self.options = PrintOptions(sheet)
        self.options.laid_out.connect(self.asked_for)
        self.preview = PdfPreview(pdf, _("Pages of {title}").format(title=title), self)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self.preview, 1)
        across.addWidget(self._panel(is_list=sheet is not None))
        self.preview.turned.connect(self._show_page)
        self._show_page(0)
        sizing.fit(self, 1080, 720)

    def _panel(self, *, is_list: bool) -> QWidget:
        self._page = line(quiet=True)
        choices = QWidget()
        inside = QVBoxLayout(choices)
        inside.setContentsMargins(20, 20, 20, 0)
        inside.setSpacing(12)
        inside.addWidget(line(self._title, "subtitle", folds=True))
        inside.addWidget(self._page)
        if not self.options.printers.count():
            text = _("No printer is set up on this computer. Save the pages as a PDF.")
            inside.addWidget(line(text, folds=True))
        inside.addWidget(self.options)
        inside.addStretch(1)
        frame = QScrollArea()
        frame.setWidget(choices)
        frame.setWidgetResizable(True)
        frame.setFrameShape(QFrame.Shape.NoFrame)
        frame.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        never = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        frame.setHorizontalScrollBarPolicy(never)
        panel = QWidget(self)
        panel.setFixedWidth(style.scaled(288))
        down = QVBoxLayout(panel)
        down.setContentsMargins(0, 0, 0, 16)
        down.setSpacing(0)
        down.addWidget(frame, 1)
        down.addLayout(self._buttons(is_list=is_list))
        return panel

    def _buttons(self, *, is_list: bool) -> QVBoxLayout:
        self.print_button = QPushButton(_("&Print"))
        self.print_button.clicked.connect(self._print)
        self.save_button = QPushButton(_("&Save as PDF…"))
        self.save_button.clicked.connect(self._choose_pdf)
        self.excel_button = QPushButton(_("Open in &Excel…"))
        self.excel_button.clicked.connect(self._choose_workbook)
        self.excel_button.setVisible(is_list)
        close = QPushButton(_("Close"))
        close.clicked.connect(self.reject)
        can_print = bool(self.options.printers.count())
        self.print_button.setEnabled(can_print)
        (self.print_button if can_print else self.save_button).setDefault(True)
        down = QVBoxLayout()
        down.setContentsMargins(20, 12, 20, 0)
        down.setSpacing(8)
        for button in (self.print_button, self.save_button, self.excel_button, close):
            down.addWidget(button)
        return down

    @property
    def pdf(self) -> bytes:
        """Give the pages that are shown."""
        return self._pdf

    def show_pages(self, pdf: bytes) -> None:
        """Show other pages in the place of these."""
        self._pdf = pdf
        self.preview.show_pdf(pdf)
        self._show_page(0)

    def _show_page(self, page: int) -> None:
        count = self.preview.pages.pageCount()
        pages = ngettext("{n} page", "{n} pages", count)
        said = _("Page {page} of {pages}")
        self._page.setText(
            pages if count < 2 else said.format(page=page + 1, pages=count)
        )

    def _print(self) -> None:
        try:
            count = self.preview.pages.pageCount()
            printer = self.options.printer(self._title, count)
        except UserError as error:
            problems.show(self, error)
            self.options.pages.setFocus()
            return
        self.asked_to_print.emit(printer)
        self.accept()

    def _choose_pdf(self) -> None:
        chosen, _kind = QFileDialog.getSaveFileName(
            self, _("Save as PDF"), f"{self._title}.pdf", _("PDF (*.pdf)")
        )
        if chosen:
            self.save(Path(chosen).with_suffix(".pdf"))

    def _choose_workbook(self) -> None:
        chosen, _kind = QFileDialog.getSaveFileName(
            self,
            _("Save as a workbook and open it"),
            f"{self._title}.xlsx",
            _("Excel workbook (*.xlsx)"),
        )
        if chosen:
            self.asked_for_excel.emit(Path(chosen).with_suffix(".xlsx"))
            self.accept()

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
