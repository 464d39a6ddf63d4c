"""Which letters of a batch are wanted, and how: form, audience, print, printer."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QWidget

from gtregister.core.telling import letter_pages
from gtregister.core.telling.letter_writing import Written
from gtregister.core.telling.owed import AUDIENCES
from gtregister.desktop.widgets.lines import line
from gtregister.desktop.widgets.option_form import Choices
from gtregister.i18n import _, translated

_ALL_AND_ONE = 2  # choices that come to the same


class LetterChoices(QWidget):
    """Asks; `changed` says that other letters, or other pages, are wanted."""

    changed = Signal()

    def __init__(
        self, letters: Sequence[Written], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._letters = letters
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        self._form.setVerticalSpacing(6)
        forms = dict.fromkeys(one.letter.form for one in letters)
        self.forms = self._choose(
            _("&Form"), _("All forms"), [(f, f or _("No form")) for f in forms]
        )
        audiences = dict.fromkeys(one.owed.audience for one in letters)
        self.audiences = self._choose(
            _("To &whom"),
            _("Everybody"),
            [(a, translated(AUDIENCES[a])) for a in audiences],
        )
        self.large = self._tick(_("All in &large print (18 point)"))
        self.two_sided = self._tick(_("Print on &both sides"))
        self.printers = Choices()
        self.printers.setMinimumContentsLength(16)
        self.printers.addItems(QPrinterInfo.availablePrinterNames())
        default = self.printers.findText(QPrinterInfo.defaultPrinterName())
        self.printers.setCurrentIndex(max(0, default))
        self._add(_("P&rinter"), self.printers)
        self.printers.setEnabled(bool(self.printers.count()))
        self._leave_out()

    def _leave_out(self) -> None:
        """Leave out what makes no difference, such as a choice of one form."""
        for combo in (self.forms, self.audiences):
            self._form.setRowVisible(combo, combo.count() > _ALL_AND_ONE)
        are_certificates = all(one.letter.is_certificate for one in self._letters)
        for box in (self.large, self.two_sided):
            self._form.setRowVisible(box, not are_certificates)

    def _choose(
        self, words: str, whole: str, several: Iterable[tuple[str, str]]
    ) -> QComboBox:
        combo = Choices()
        combo.setMinimumContentsLength(10)
        combo.addItem(whole, None)
        for value, said in several:
            combo.addItem(said, value)
        combo.activated.connect(self.changed)
        self._add(words, combo)
        return combo

    def _tick(self, words: str) -> QCheckBox:
        box = QCheckBox(words)
        box.clicked.connect(self.changed)
        self._form.addRow(box)
        return box

    def _add(self, words: str, field: QComboBox) -> None:
        label = line(words)
        label.setBuddy(field)
        field.setAccessibleName(words.replace("&", ""))
        self._form.addRow(label, field)

    def chosen(self) -> list[Written]:
        """Give the letters that are wanted, in their order."""
        form, audience = self.forms.currentData(), self.audiences.currentData()
        found = [
            one
            for one in self._letters
            if form in (None, one.letter.form) and audience in (None, one.owed.audience)
        ]
        return letter_pages.in_large_print(found) if self.large.isChecked() else found

    def is_two_sided(self) -> bool:
        """Say whether each letter is to begin on a fresh sheet."""
        return self.two_sided.isChecked()
