"""Page 1: which file, which of its sheets, where its headings are, what it holds."""

from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QMenu, QPushButton

from gtregister.core.importing.import_plan import Before
from gtregister.desktop.imports import recent
from gtregister.desktop.imports.file_questions import FileQuestions
from gtregister.desktop.imports.import_page import ImportPage
from gtregister.desktop.imports.preview import Preview
from gtregister.desktop.imports.suffixes import SUFFIXES
from gtregister.desktop.widgets.empty_state import EmptyState
from gtregister.desktop.widgets.lines import line
from gtregister.i18n import N_, _, format_date

_LONG = "ks2_results"


def _again(before: Before, *, is_new: bool) -> str:
    """Say when the very same file, or sheet of it, was imported already."""
    again = _("You imported this file on {day}. Nothing in it is new.")
    if before.sheet:
        again = _("You imported “{sheet}” of this file on {day}. Nothing in it is new.")
    if is_new:
        again = _("This file was imported on {day} by {person}. Import it again?")
    if is_new and before.sheet:
        again = _(
            "“{sheet}” of this file was imported on {day} by {person}. Import it again?"
        )
    day = format_date(date.fromisoformat(before.day[:10]))
    return again.format(day=day, person=before.person, sheet=before.sheet)


class FilePage(ImportPage):
    """Takes a file, and shows its rows as the program understands them."""

    title = N_("File")

    def build(self) -> None:
        self._add_ways_in()
        self.name = line(folds=True)
        self.body.addWidget(self.name)
        self.asked = FileQuestions(self.conversation, self)
        self.sheet, self.heading = self.asked.sheet, self.asked.heading
        self.kind, self.encoding = self.asked.kind, self.asked.encoding
        self.found = self.asked.found
        self.said = line(folds=True)
        self.preview = Preview(self)
        self.body.addWidget(self.asked)
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

    def begin(self) -> None:
        if self.conversation.opened is None:
            self.choose_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_read(self) -> None:
        opened, read = self.conversation.opened, self.conversation.read
        is_there = opened is not None and read is not None
        for part in (self.asked, self.said, self.preview):
            part.setVisible(is_there)
        self.name.setVisible(is_there)
        self._empty.setVisible(not is_there)
        if opened is None or read is None:
            return
        self.name.setText(_("File: {name}").format(name=opened.source.name))
        self.asked.show_file(opened.sheets, read.layout)
        self._say()
        self.preview.show_layout(read.layout)

    def _say(self) -> None:
        """Say what one should know before going on."""
        plan = self.conversation.plan
        said = []
        if plan and plan.before:
            said.append(_again(plan.before, is_new=not plan.changes_nothing))
        if plan and plan.reading.format == _LONG:
            said.append(
                _(
                    "This file has a row for each subject. Each pupil is put together "
                    "from all of their rows."
                )
            )
        said += self._of_sheets()
        self.said.setText(" ".join(said))
        self.said.setVisible(bool(said))

    def _of_sheets(self) -> list[str]:
        """Say what of a file with several sheets is read now, and what is not."""
        opened, read = self.conversation.opened, self.conversation.read
        if opened is None or read is None:
            return []
        seen = [s for s in opened.sheets if s.rows and not (s.hidden or s.parts)]
        parts = read.layout.sheet.parts
        said = []
        if parts:
            said.append(
                _(
                    "These sheets have the same headings and different pupils, so they "
                    "are imported together. Choose one of them under “Sheet” if you "
                    "want it alone."
                )
            )
        if parts and len(seen) > len(parts):
            said.append(_("The other sheets are not imported with them."))
        if not parts and len(seen) > 1:
            said.append(
                _("One list is imported at a time; choose the others under “Sheet”.")
            )
        return said

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
