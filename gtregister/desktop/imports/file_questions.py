"""What is asked about a file itself: its sheet, headings, kind and letters."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QComboBox, QFormLayout, QHBoxLayout, QSpinBox, QWidget

from gtregister.desktop.imports.conversation import Conversation
from gtregister.desktop.widgets.lines import line
from gtregister.i18n import _, ngettext, translated
from gtregister.importers import Layout, Sheet, encodings, reading


class FileQuestions(QWidget):
    """Shows what was found out of the file; each of it can be chosen otherwise."""

    def __init__(
        self, conversation: Conversation, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._conversation = conversation
        self.sheet = _box(self)
        self.sheet.activated.connect(self._ask_sheet)
        self.heading = QSpinBox(self)
        self.heading.setRange(1, 1)
        self.heading.setKeyboardTracking(False)
        self.heading.valueChanged.connect(self._ask_heading)
        self.found = line(quiet=True, folds=True)
        self.kind = _box(self)
        self.kind.activated.connect(self._ask_kind)
        self.encoding = _box(self)
        self.encoding.activated.connect(self._ask_encoding)
        said = _("If letters look wrong, choose another.")
        self._letters = line(said, quiet=True, folds=True)
        self._assemble()

    def _assemble(self) -> None:
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setVerticalSpacing(8)
        self._form.setHorizontalSpacing(16)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for words, field, more in (
            (_("&Sheet"), self.sheet, None),
            (_("&Headings are in row"), self.heading, self.found),
            (_("&What is in it"), self.kind, None),
            (_("Text &encoding"), self.encoding, self._letters),
        ):
            label = line(words)
            label.setBuddy(field)
            field.setAccessibleName(words.replace("&", ""))
            if more is None:
                self._form.addRow(label, field)
                continue
            beside = QHBoxLayout()
            beside.setSpacing(12)
            beside.addWidget(field)
            beside.addWidget(more, 1)
            self._form.addRow(label, beside)

    def show_file(self, sheets: Sequence[Sheet], layout: Layout) -> None:
        """Show what was found in a file, and which of its sheets is shown."""
        self._show_sheets(sheets, layout.sheet)
        self._show_heading(layout)
        self._show_kinds()
        self._show_encoding(layout.sheet)

    def _show_sheets(self, sheets: Sequence[Sheet], shown: Sheet) -> None:
        with QSignalBlocker(self.sheet):
            self.sheet.clear()
            for sheet in sorted(sheets, key=lambda sheet: not sheet.parts):
                self.sheet.addItem(_in_words(sheet), sheet.name)
            self.sheet.setCurrentIndex(max(0, self.sheet.findData(shown.name)))
        self.sheet.setEnabled(len(sheets) > 1)

    def _show_heading(self, layout: Layout) -> None:
        row = layout.sheet.first_row + layout.heading
        with QSignalBlocker(self.heading):
            last = layout.sheet.first_row + len(layout.sheet.rows) - 1
            self.heading.setRange(layout.sheet.first_row, max(row, last))
            self.heading.setValue(row)
        chosen = self._conversation.choices.ask.heading_row is not None
        how = _("chosen by you") if chosen else _("found automatically")
        above = layout.heading
        if above == 0:
            self.found.setText(how)
            return
        rows = ngettext(
            "{n} row above is left out", "{n} rows above are left out", above
        )
        self.found.setText(_("{how}; {rows}").format(how=how, rows=rows))

    def _show_kinds(self) -> None:
        plan = self._conversation.plan
        asked = self._conversation.choices.ask.format
        with QSignalBlocker(self.kind):
            self.kind.clear()
            if asked is None and plan is not None:
                title = translated(reading.formats()[plan.reading.format].title)
                self.kind.addItem(_("{kind} (found)").format(kind=title), None)
            elif asked is None:
                self.kind.addItem(_("Not known: choose what it is"), None)
            else:
                self.kind.addItem(_("Find out by itself"), None)
            for key, kind in reading.formats().items():
                self.kind.addItem(translated(kind.title), key)
            self.kind.setCurrentIndex(max(0, self.kind.findData(asked)))

    def _show_encoding(self, sheet: Sheet) -> None:
        """Offer other encodings of a text; a workbook and the clipboard have none."""
        self._form.setRowVisible(self._form.rowCount() - 1, bool(sheet.encoding))
        asked = self._conversation.choices.ask.encoding
        with QSignalBlocker(self.encoding):
            self.encoding.clear()
            if asked is None:
                title = encodings.title(sheet.encoding)
                self.encoding.addItem(_("{kind} (found)").format(kind=title), None)
            else:
                self.encoding.addItem(_("Find out by itself"), None)
            for key, title in encodings.TITLES.items():
                self.encoding.addItem(translated(title), key)
            self.encoding.setCurrentIndex(max(0, self.encoding.findData(asked)))

    def _ask_sheet(self) -> None:
        sheet = self.sheet.currentData()
        self._conversation.ask(sheet=sheet, heading_row=None, mapping={})

    def _ask_heading(self, row: int) -> None:
        self._conversation.ask(heading_row=row, mapping={})

    def _ask_kind(self) -> None:
        self._conversation.ask(format=self.kind.currentData())

    def _ask_encoding(self) -> None:
        self._conversation.read_letters_as(self.encoding.currentData())


def _box(parent: QWidget) -> QComboBox:
    box = QComboBox(parent)
    box.setSizeAdjustPolicy(
        QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
    )
    box.setMinimumContentsLength(28)
    return box


def _in_words(sheet: Sheet) -> str:
    if sheet.parts:
        return ngettext(
            "All {n} sheet with these headings ({sheets})",
            "All {n} sheets with these headings ({sheets})",
            len(sheet.parts),
            sheets=sheet.name,
        )
    rows = ngettext("{n} row", "{n} rows", len(sheet.rows))
    said = _("{sheet} ({rows}, hidden)") if sheet.hidden else _("{sheet} ({rows})")
    return said.format(sheet=sheet.name, rows=rows)
