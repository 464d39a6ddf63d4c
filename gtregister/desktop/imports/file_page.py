"""Page 1: which file, which of its sheets, where its headings are, what it holds."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSpinBox,
    QWidget,
)

from gtregister.desktop.imports import recent
from gtregister.desktop.imports.import_page import ImportPage
from gtregister.desktop.imports.preview import Preview
from gtregister.desktop.imports.suffixes import SUFFIXES
from gtregister.desktop.widgets.empty_state import EmptyState
from gtregister.desktop.widgets.lines import line
from gtregister.i18n import N_, _, format_date, ngettext, translated
from gtregister.importers import Layout, Sheet, reading

_LONG = "ks2_results"


class FilePage(ImportPage):
    """Takes a file, and shows its rows as the program understands them."""

    title = N_("File")

    def build(self) -> None:
        self._add_ways_in()
        self.name = line(folds=True)
        self.body.addWidget(self.name)
        self._known = QWidget(self)
        self._add_questions()
        self.said = line(folds=True)
        self.preview = Preview(self)
        self.body.addWidget(self._known)
        self.body.addWidget(self.said)
        self.body.addWidget(self.preview, 1)
        self._empty = EmptyState(
            "spreadsheet",
            _("Drop a spreadsheet here"),
            _(
                "Or choose one, or copy cells in Excel and paste them. Nothing is "
                "changed before you press Import, and Undo puts an import back."
            ),
            parent=self,
        )
        self.body.addWidget(self._empty, 1)
        self.show_read()

    def _add_ways_in(self) -> None:
        self.choose_button = QPushButton(_("Choose a &file…"), self)
        self.choose_button.clicked.connect(self._choose)
        self.paste_button = QPushButton(_("&Paste from clipboard"), self)
        self.paste_button.clicked.connect(self._paste)
        self.recent_button = QPushButton(_("&Recent"), self)
        menu = QMenu(self.recent_button)
        for place, path in enumerate(recent.files(), 1):
            action = menu.addAction(f"&{place} {path.name.replace('&', '&&')}")
            action.triggered.connect(partial(self.conversation.open, path))
        self.recent_button.setMenu(menu)
        self.recent_button.setVisible(not menu.isEmpty())
        across = QHBoxLayout()
        across.setSpacing(12)
        for button in (self.choose_button, self.paste_button, self.recent_button):
            across.addWidget(button)
        across.addStretch(1)
        self.body.addLayout(across)

    def _add_questions(self) -> None:
        self.sheet = QComboBox(self)
        self.sheet.activated.connect(self._ask_sheet)
        self.heading = QSpinBox(self)
        self.heading.setRange(1, 1)
        self.heading.setKeyboardTracking(False)
        self.heading.valueChanged.connect(self._ask_heading)
        self.found = line(quiet=True, folds=True)
        beside = QHBoxLayout()
        beside.setSpacing(12)
        beside.addWidget(self.heading)
        beside.addWidget(self.found, 1)
        self.kind = QComboBox(self)
        self.kind.activated.connect(self._ask_kind)
        form = QFormLayout(self._known)
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(8)
        form.setHorizontalSpacing(16)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for words, field in (
            (_("&Sheet"), self.sheet),
            (_("&Headings are in row"), self.heading),
            (_("&What is in it"), self.kind),
        ):
            label = line(words)
            label.setBuddy(field)
            field.setAccessibleName(words.replace("&", ""))
            form.addRow(label, beside if field is self.heading else field)
        for box in (self.sheet, self.kind):
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            box.setMinimumContentsLength(28)

    def begin(self) -> None:
        if self.conversation.opened is None:
            self.choose_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_read(self) -> None:
        opened, read = self.conversation.opened, self.conversation.read
        is_there = opened is not None and read is not None
        for part in (self._known, self.said, self.preview):
            part.setVisible(is_there)
        self.name.setVisible(is_there)
        self._empty.setVisible(not is_there)
        if opened is None or read is None:
            return
        self.name.setText(_("File: {name}").format(name=opened.source.name))
        self._show_sheets(opened.sheets, read.layout.sheet)
        self._show_heading(read.layout)
        self._show_kinds()
        self._say()
        self.preview.show_layout(read.layout)

    def _show_sheets(self, sheets: Sequence[Sheet], shown: Sheet) -> None:
        with QSignalBlocker(self.sheet):
            self.sheet.clear()
            for sheet in sheets:
                self.sheet.addItem(_in_words(sheet), sheet.name)
            self.sheet.setCurrentIndex(max(0, self.sheet.findData(shown.name)))
        self.sheet.setEnabled(len(sheets) > 1)

    def _show_heading(self, layout: Layout) -> None:
        row = layout.sheet.first_row + layout.heading
        with QSignalBlocker(self.heading):
            last = layout.sheet.first_row + len(layout.sheet.rows) - 1
            self.heading.setRange(layout.sheet.first_row, max(row, last))
            self.heading.setValue(row)
        chosen = self.conversation.choices.ask.heading_row is not None
        how = _("chosen by you") if chosen else _("found automatically")
        above = layout.heading
        said = _("{how}; {rows}")
        if above == 0:
            self.found.setText(how)
            return
        rows = ngettext(
            "{n} row above is left out", "{n} rows above are left out", above
        )
        self.found.setText(said.format(how=how, rows=rows))

    def _show_kinds(self) -> None:
        plan = self.conversation.plan
        asked = self.conversation.choices.ask.format
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

    def _say(self) -> None:
        """Say what one should know before going on."""
        plan = self.conversation.plan
        said = []
        if plan and plan.before:
            day, person = plan.before
            again = _("You imported this file on {day}. Nothing in it is new.")
            if not plan.changes_nothing:
                again = _(
                    "This file was imported on {day} by {person}. Import it again?"
                )
            when = format_date(date.fromisoformat(day[:10]))
            said.append(again.format(day=when, person=person))
        if plan and plan.reading.format == _LONG:
            said.append(
                _(
                    "This file has a row for each subject. Each pupil is put together "
                    "from all of their rows."
                )
            )
        self.said.setText(" ".join(said))
        self.said.setVisible(bool(said))

    def _choose(self) -> None:
        endings = " ".join(f"*{suffix}" for suffix in SUFFIXES)
        kinds = _("Spreadsheets and lists ({endings})").format(endings=endings)
        chosen, _kind = QFileDialog.getOpenFileName(
            self, _("Import a file"), "", f"{kinds};;{_('All files')} (*)"
        )
        if chosen:
            self.conversation.open(Path(chosen))

    def _paste(self) -> None:
        self.conversation.paste(QGuiApplication.clipboard().text())

    def _ask_sheet(self) -> None:
        sheet = self.sheet.currentData()
        self.conversation.ask(sheet=sheet, heading_row=None, mapping={})

    def _ask_heading(self, row: int) -> None:
        self.conversation.ask(heading_row=row, mapping={})

    def _ask_kind(self) -> None:
        self.conversation.ask(format=self.kind.currentData())


def _in_words(sheet: Sheet) -> str:
    rows = ngettext("{n} row", "{n} rows", len(sheet.rows))
    said = _("{sheet} ({rows}, hidden)") if sheet.hidden else _("{sheet} ({rows})")
    return said.format(sheet=sheet.name, rows=rows)
