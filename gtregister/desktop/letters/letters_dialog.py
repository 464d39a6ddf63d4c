"""Letters as they will be printed, what to know about them, and sending them out."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from gtregister.core.telling import letter_pages
from gtregister.core.telling.letter_settings import KINDS
from gtregister.core.telling.letter_writing import Written
from gtregister.desktop import style
from gtregister.desktop.letters import marking, sending
from gtregister.desktop.letters.check_lines import CheckLines
from gtregister.desktop.letters.letter_choices import LetterChoices
from gtregister.desktop.letters.made import Made
from gtregister.desktop.page import Desk
from gtregister.desktop.widgets import sizing
from gtregister.desktop.widgets.lines import line
from gtregister.desktop.widgets.menu_button import MenuButton
from gtregister.desktop.widgets.pdf_preview import PdfPreview
from gtregister.i18n import _, ngettext, translated

_PANEL = 304  # pixels at a text size of 100 %


class LettersDialog(QDialog):
    """Shows the very pages; printing them marks them as printed, with Undo."""

    def __init__(self, desk: Desk, made: Made) -> None:
        super().__init__(desk.window)
        self.setWindowTitle(_("Preview and print letters"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.desk = desk
        self._letters = made.prepared.letters
        self._pdf = made.pdf
        self.choices = LetterChoices(self._letters)
        self.choices.changed.connect(self._remake)
        self.preview = PdfPreview(made.pdf, _("Pages of the letters"), self)
        self.preview.turned.connect(self._say_page)
        self._page = line(quiet=True)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self.preview, 1)
        across.addWidget(self._panel(CheckLines(made.checks)))
        self._say_page(0)
        self._say_count()
        sizing.fit(self, 1120, 760)

    def _panel(self, checks: QWidget) -> QWidget:
        inner = QWidget()
        inside = QVBoxLayout(inner)
        inside.setContentsMargins(20, 20, 20, 0)
        inside.setSpacing(12)
        kinds = dict.fromkeys(one.owed.event.kind for one in self._letters)
        titles = ", ".join(translated(KINDS[kind]) for kind in kinds)
        inside.addWidget(line(titles, "subtitle", folds=True))
        inside.addWidget(self._page)
        inside.addWidget(checks)
        inside.addWidget(self.choices)
        if not self.choices.printers.count():
            text = _(
                "No printer is set up on this computer. Save the letters as a PDF."
            )
            inside.addWidget(line(text, folds=True))
        inside.addStretch(1)
        frame = QScrollArea()
        frame.setWidget(inner)
        frame.setWidgetResizable(True)
        frame.setFrameShape(QFrame.Shape.NoFrame)
        frame.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        frame.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        panel = QWidget(self)
        panel.setFixedWidth(style.scaled(_PANEL))
        down = QVBoxLayout(panel)
        down.setContentsMargins(0, 0, 0, 16)
        down.setSpacing(0)
        down.addWidget(frame, 1)
        down.addLayout(self._buttons())
        return panel

    def _buttons(self) -> QVBoxLayout:
        self.print_button = QPushButton()
        self.print_button.clicked.connect(self._print)
        self.send_button = MenuButton(_("&Save or send…"))
        self.send_button.setAccessibleName(_("Save or send"))
        self.send_button.clicked.connect(self._offer_to_send)
        self.mark_button = QPushButton()
        self.mark_button.clicked.connect(self._mark)
        close = QPushButton(_("Close"))
        close.clicked.connect(self.reject)
        can_print = bool(self.choices.printers.count())
        (self.print_button if can_print else self.send_button).setDefault(True)
        down = QVBoxLayout()
        down.setContentsMargins(20, 12, 20, 0)
        down.setSpacing(8)
        for button in (self.print_button, self.send_button, self.mark_button, close):
            down.addWidget(button)
        return down

    def chosen(self) -> list[Written]:
        """Give the letters that are shown, in large print if that is ticked."""
        return self.choices.chosen()

    def _remake(self) -> None:
        """Make the pages again as they are wanted now."""
        self._say_count()
        wanted = self.chosen()
        self.desk.tasks.run(
            partial(
                letter_pages.of,
                written=wanted,
                two_sided=self.choices.is_two_sided(),
                step=self.desk.tasks.step,
            ),
            then=partial(self._show_pages, len(wanted)),
            what=_("Making the pages…"),
        )

    def _show_pages(self, count: int, pdf: bytes) -> None:
        if count == len(self.chosen()):
            self._pdf = pdf
            self.preview.show_pdf(pdf)
            self._say_page(0)
            self._say_count()

    def _say_page(self, page: int) -> None:
        count = self.preview.pages.pageCount()
        said = _("Page {page} of {pages}")
        self._page.setText(said.format(page=page + 1, pages=count))

    def _say_count(self) -> None:
        n = len(self.chosen())
        can_print = n > 0 and bool(self.choices.printers.count())
        can_write = self.desk.register.can_write
        self.print_button.setText(ngettext("&Print {n}", "&Print {n}", n))
        self.print_button.setAccessibleName(
            ngettext(
                "Print {n} letter and mark it as printed",
                "Print {n} letters and mark them as printed",
                n,
            )
        )
        self.print_button.setEnabled(can_print)
        self.send_button.setEnabled(n > 0)
        self.mark_button.setText(ngettext("&Mark {n} as sent", "&Mark {n} as sent", n))
        self.mark_button.setEnabled(n > 0 and can_write)

    def _print(self) -> None:
        marking.print_out(self.desk, self.chosen(), self._pdf, self._printer())
        self.accept()

    def _printer(self) -> QPrinter:
        name = self.choices.printers.currentText()
        printer = QPrinter(QPrinterInfo.printerInfo(name))
        printer.setDocName(_("Letters"))
        if self.choices.is_two_sided():
            printer.setDuplex(QPrinter.DuplexMode.DuplexLongSide)
        return printer

    def _mark(self) -> None:
        marking.mark_sent(self.desk, self.chosen())
        self.accept()

    def _offer_to_send(self) -> None:
        menu = QMenu(self)
        ways: list[tuple[str, Callable[..., bool]]] = [
            (_("&PDF, one file…"), sending.save_pdf),
            (_("PDF, one file for each &form…"), sending.save_by_form),
            (_("&Word…"), sending.save_word),
            (_("Word, with the school's &template…"), sending.save_by_template),
            (_("&E-mail drafts, one for each family…"), sending.save_drafts),
            (_("&Address labels…"), sending.save_labels),
            (_("&List for a messaging system (CSV)…"), sending.save_messages),
            (_("&Copy as text"), sending.copy_text),
        ]
        for words, way in ways:
            menu.addAction(words, partial(self._send, way))
        self.send_button.open(menu)

    def _send(self, way: Callable[..., bool]) -> None:
        two_sided = self.choices.is_two_sided()
        if way(self.desk, self.chosen(), two_sided=two_sided):
            self.accept()
