"""Page 4: the cells that cannot be right, mended in place or left out."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QPushButton

from gtregister.core.importing import corrections
from gtregister.core.importing.questions import SKIP
from gtregister.desktop import style
from gtregister.desktop.imports import tables
from gtregister.desktop.imports.findings import Finding, findings, table_of
from gtregister.desktop.imports.import_page import ImportPage
from gtregister.desktop.widgets.lines import line
from gtregister.desktop.widgets.shown_rows import wanted
from gtregister.desktop.widgets.text_field import TextField
from gtregister.i18n import N_, _, ngettext, translated
from gtregister.importers import ColumnMatch, Problem

_SHOWN = (
    ("all", N_("Everything")),
    ("problem", N_("Problems")),
    ("look", N_("To look at")),
    ("note", N_("Notes")),
    ("fixed", N_("Fixed")),
    ("skipped", N_("Left out")),
)


class CellField(TextField):
    """Holds the text of a cell; Enter is its own, and does not press Next."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()


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
        self.view.opened.connect(lambda _key: self.cell.setFocus())
        self.body.addLayout(head)
        self.body.addWidget(self.view, 1)
        self._add_panel()
        for keys, steps in (("F8", 1), ("Shift+F8", -1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(partial(self._go_on, steps))

    def _add_panel(self) -> None:
        self.which = line(folds=True)
        self.cell = CellField("", self)
        self.cell.setMinimumWidth(style.scaled(150))
        self.cell.textEdited.connect(self._check)
        self.cell.returnPressed.connect(self._fix)
        self.live = line(folds=True)
        self.use = QPushButton(self)
        self.use.clicked.connect(self._use)
        self.fix = QPushButton(_("&Fix"), self)
        self.fix.clicked.connect(self._fix)
        self.fix_all = QPushButton(self)
        self.fix_all.clicked.connect(self._fix_all)
        self.skip = QPushButton(_("S&kip row"), self)
        self.skip.clicked.connect(self._skip)
        across = QHBoxLayout()
        across.setSpacing(12)
        for part in (self.cell, self.fix, self.use, self.fix_all, self.skip):
            across.addWidget(part)
        across.addStretch(1)
        for whole in (self.which, self.live):
            self.body.addWidget(whole)
        self.body.insertLayout(self.body.indexOf(self.live), across)

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
        column = found.column if found else None
        can_fix = column is not None
        self.cell.setEnabled(can_fix)
        self.fix.setEnabled(False)  # until something else is typed
        self.skip.setEnabled(found is not None and found.can_skip)
        self._offer(found, column)
        self.live.hide()
        if found is None:
            self.which.setText(_("There is nothing to check."))
            return
        where = _("Row {row}") if found.row else _("The whole file")
        if found.heading:
            where = _("Row {row}, {column}")
        place = where.format(row=found.row, column=found.heading)
        said = _("{place}: {text}")
        self.which.setText(said.format(place=place, text=found.text))
        with QSignalBlocker(self.cell):
            self.cell.setText(found.value if can_fix else "")
        self.cell.setAccessibleName(place)
        self.cell.setAccessibleDescription(found.text)
        is_skipped = found.level == "skipped"
        self.skip.setText(_("Ta&ke it after all") if is_skipped else _("S&kip row"))

    def _offer(self, found: Finding | None, column: ColumnMatch | None) -> None:
        meant = None
        if found is not None and column is not None:
            meant = corrections.suggestion(column, found.value)
        self.use.setVisible(meant is not None)
        self.use.setText(_("&Use {value}").format(value=meant or ""))
        self.use.setProperty("meant", meant)
        like = len(self._like(found)) if found else 0
        self.fix_all.setVisible(like > 1)
        self.fix_all.setEnabled(meant is not None)
        words = ngettext("Fix &all {n} like this", "Fix &all {n} like this", like)
        if meant is not None:
            words = ngettext(
                "Use {value} for &all {n}",
                "Use {value} for &all {n}",
                like,
                value=meant,
            )
        self.fix_all.setText(words)

    def _like(self, found: Finding) -> list[Finding]:
        """Find the cells of the same column that say the same."""
        return [
            other
            for other in self._found
            if other.column is not None
            and (other.heading, other.value) == (found.heading, found.value)
            and other.level == found.level
        ]

    def _check(self, text: str) -> None:
        """Say while one types whether it can stand there."""
        found = self._current()
        if found is None or found.column is None:
            return
        wrong = corrections.wrong_with(found.column, text)
        said = _("▲ {wrong}").format(wrong=wrong) if wrong else _("● This can go in.")
        self.live.setText(said)
        self.live.show()
        self.fix.setEnabled(not wrong)
        self.fix_all.setEnabled(not wrong)
        like = len(self._like(found))
        words = ngettext("Fix &all {n} like this", "Fix &all {n} like this", like)
        self.fix_all.setText(words)
        self.cell.setAccessibleDescription(said)

    def _fix(self) -> None:
        found = self._current()
        if found is not None and self.fix.isEnabled():
            self._correct([found], self.cell.text())

    def _use(self) -> None:
        found = self._current()
        if found is not None:
            self._correct([found], str(self.use.property("meant")))

    def _fix_all(self) -> None:
        found = self._current()
        if found is None:
            return
        meant = self.use.property("meant")
        typed = self.cell.text()
        text = str(meant) if meant and typed == found.value else typed
        self._correct(self._like(found), text)

    def _correct(self, found: list[Finding], text: str) -> None:
        """Give cells another text, then go on to the next problem."""
        problems = {one.cell: one.problem for one in found if one.problem is not None}
        self._go_on(1, past=found)
        self.conversation.correct(dict.fromkeys(problems, text.strip()), problems)

    def _skip(self) -> None:
        found = self._current()
        if found is None:
            return
        answer = None if found.level == "skipped" else SKIP
        self._go_on(1, past=[one for one in self._found if one.row == found.row])
        self.conversation.answer({found.row: answer})

    def _go_on(self, steps: int, past: list[Finding] | None = None) -> None:
        """Go to the next problem in the list, or back to the one before, and round."""
        model = self.view.table_model
        count = model.rowCount()
        here = self.view.currentIndex().row()
        for step in range(1, count + 1):
            row = (here + steps * step) % count
            key = model.key_at(row)
            found = self._found[key] if key is not None else None
            if found and found.level == "problem" and found not in (past or []):
                self.view.selectRow(row)
                self.cell.setFocus(Qt.FocusReason.ShortcutFocusReason)
                self.cell.selectAll()
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
        self.live.setText(said.format(name=path.name))
        self.live.show()
