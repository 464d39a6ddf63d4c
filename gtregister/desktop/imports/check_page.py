"""Page 4: the cells that cannot be right, mended in place or left out."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QPushButton

from gtregister.core.importing import corrections
from gtregister.core.importing.questions import SKIP
from gtregister.desktop.imports import tables
from gtregister.desktop.imports.findings import Finding, findings, table_of
from gtregister.desktop.imports.import_page import ImportPage
from gtregister.desktop.imports.mend_panel import MendPanel
from gtregister.desktop.widgets.lines import line
from gtregister.desktop.widgets.shown_rows import wanted
from gtregister.i18n import N_, _, ngettext, translated
from gtregister.importers import Problem

_SHOWN = (
    ("all", N_("Everything")),
    ("problem", N_("Problems")),
    ("look", N_("To look at")),
    ("note", N_("Notes")),
    ("fixed", N_("Fixed")),
    ("skipped", N_("Left out")),
)


class CheckPage(ImportPage):
    """Lists what is wrong; the chosen cell can be typed again under the list."""

    title = N_("Check")

    def build(self) -> None:
        self._found: list[Finding] = []
        self.facts = line(folds=True)
        self.shown = QComboBox(self)
        self.shown.setAccessibleName(_("Show"))
        for key, words in _SHOWN:
            self.shown.addItem(translated(words), key)
        self.shown.activated.connect(self._filter)
        self.save_button = QPushButton(_("Save &problems…"), self)
        self.save_button.clicked.connect(self._save)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.facts, 1)
        head.addWidget(self.shown)
        head.addWidget(self.save_button)
        self.view = tables.view(_("What is wrong in the file"), self)
        self.view.current_changed.connect(self._show_current)
        self.panel = MendPanel(self)
        self.panel.corrected.connect(self._correct)
        self.panel.skipped.connect(self._skip)
        self.view.opened.connect(lambda _key: self.panel.cell.setFocus())
        self.body.addLayout(head)
        self.body.addWidget(self.view, 1)
        self.body.addWidget(self.panel)
        for keys, steps in (("F8", 1), ("Shift+F8", -1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(partial(self._go_on, steps))

    def is_needed(self) -> bool:
        plan = self.conversation.plan
        if plan is None:
            return False
        return any(p.level == "problem" for p in plan.problems) or bool(
            plan.reading.skipped
        )

    def begin(self) -> None:
        tables.go_to(self.view, None)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_read(self) -> None:
        read = self.conversation.read
        if read is None or read.plan is None:
            return
        key = self.view.current_key()
        self._found = findings(read, self.conversation.fixed)
        self.view.table_model.set_table(table_of(self._found))
        self._describe()
        tables.go_to(self.view, key)
        self._show_current(None)

    def _describe(self) -> None:
        levels = [found.level for found in self._found]
        problems = levels.count("problem")
        looks = levels.count("look")
        said = _(
            "{problems}, {looks}. Cells with problems are left out; the rest goes in."
        )
        self.facts.setText(
            said.format(
                problems=ngettext("{n} problem", "{n} problems", problems),
                looks=ngettext("{n} thing to look at", "{n} things to look at", looks),
            )
        )
        self.save_button.setEnabled(bool(problems) or "skipped" in levels)

    def _filter(self) -> None:
        key = self.shown.currentData()
        words = () if key == "all" else (translated(tables.LEVELS[key]),)
        self.view.table_model.choose("level", wanted(words))
        tables.go_to(self.view, None)
        self._show_current(None)

    def _current(self) -> Finding | None:
        key = self.view.current_key()
        return self._found[key] if key is not None and key < len(self._found) else None

    def _show_current(self, _key: object) -> None:
        found = self._current()
        self.panel.show_finding(found, self._like(found) if found else [])

    def _like(self, found: Finding) -> list[Finding]:
        """Find the cells of the same column that say the same."""
        return [
            other
            for other in self._found
            if other.column is not None
            and (other.heading, other.value) == (found.heading, found.value)
            and other.level == found.level
        ]

    def _correct(self, found: list[Finding], text: str) -> None:
        """Give cells another text, then go on to the next problem."""
        problems = {one.cell: one.problem for one in found if one.problem is not None}
        self._go_on(1, past=found)
        self.conversation.correct(dict.fromkeys(problems, text.strip()), problems)

    def _skip(self, found: Finding) -> None:
        answer = None if found.level == "skipped" else SKIP
        self._go_on(1, past=[one for one in self._found if one.row == found.row])
        self.conversation.answer({found.row: answer})

    def _go_on(self, steps: int, past: Sequence[Finding] = ()) -> None:
        """Go to the next problem in the list, or back to the one before, and round."""
        passed = {id(one) for one in past}
        model = self.view.table_model
        count = model.rowCount()
        here = self.view.currentIndex().row()
        for step in range(1, count + 1):
            row = (here + steps * step) % count
            key = model.key_at(row)
            found = self._found[key] if key is not None else None
            if found and found.level == "problem" and id(found) not in passed:
                self.view.selectRow(row)
                self.panel.type_again()
                return

    def _save(self) -> None:
        read = self.conversation.read
        if read is None:
            return
        wrong = [
            found.problem or Problem(found.row, "", "", "problem", found.text)
            for found in self._found
            if found.level in ("problem", "skipped")
        ]
        table = corrections.to_mend(read.layout, wrong)
        stem = read.plan.source.stem if read.plan else ""
        name = _("{name}, to mend.xlsx").format(name=stem)
        kinds = _("Excel workbooks (*.xlsx)")
        chosen, _kind = QFileDialog.getSaveFileName(
            self, _("Save problems"), name, kinds
        )
        if not chosen:
            return
        path = Path(chosen)
        if path.suffix.lower() != ".xlsx":
            path = path.with_name(f"{path.name}.xlsx")
        self.conversation.desk.tasks.run(
            lambda register: corrections.save(register, table, path),
            then=lambda _done: self._tell_saved(path),
            what=_("Saving {name}…").format(name=path.name),
        )

    def _tell_saved(self, path: Path) -> None:
        said = _("Saved as {name}. Mend it in Excel, then import it.")
        self.panel.say(said.format(name=path.name))
