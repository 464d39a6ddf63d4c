"""Page 5: what the import would do, of which nothing is done yet."""

from collections.abc import Iterable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QPushButton

from gtregister.core.importing import differences
from gtregister.core.importing.differences import Offer
from gtregister.core.register import Row
from gtregister.desktop.imports import summary_words
from gtregister.desktop.imports.figures import Figures
from gtregister.desktop.imports.import_page import ImportPage
from gtregister.desktop.imports.tick_dialog import TickDialog
from gtregister.desktop.widgets.lines import line
from gtregister.i18n import N_, _, ngettext, translated
from gtregister.table import Column, Table

_RULES = (
    ("edited", N_("use the file, except where I edited by hand")),
    ("file", N_("use the file")),
    ("register", N_("keep what the register has")),
)
_LEAVERS = (
    Column("surname", N_("Surname")),
    Column("forename", N_("Forename")),
    Column("year_group", N_("Year"), "number"),
    Column("form", N_("Form")),
)


class SummaryPage(ImportPage):
    """Says in numbers what would happen, and asks what only a person may decide."""

    title = N_("Import")

    def build(self) -> None:
        self._offers: list[Offer] = []
        self.figures = Figures(self)
        self.body.addWidget(self.figures)
        self.changes_button = QPushButton(_("&See the changes…"), self)
        self.changes_button.clicked.connect(self._show_changes)
        self.kept = line(folds=True)
        self.rule = QComboBox(self)
        for key, words in _RULES:
            self.rule.addItem(translated(words), key)
        self.rule.activated.connect(self._choose_rule)
        label = line(_("If the file and the register &disagree"))
        label.setBuddy(self.rule)
        self.rule.setAccessibleName(label.text().replace("&", ""))
        self.missing = line(folds=True)
        self.left_button = QPushButton(_("Mark as &left…"), self)
        self.left_button.clicked.connect(self._show_missing)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(1, 1)
        beside = QHBoxLayout()
        beside.addWidget(self.rule)
        beside.addStretch(1)
        grid.addWidget(self.changes_button, 0, 0, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(self.kept, 0, 1)
        grid.addWidget(label, 1, 0)
        grid.addLayout(beside, 1, 1)
        grid.addWidget(self.left_button, 2, 0, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(self.missing, 2, 1)
        self.body.addLayout(grid)
        self.more = line(folds=True)
        self.skipped = line(folds=True)
        self.body.insertWidget(self.body.indexOf(self.figures) + 1, self.more)
        self.body.addWidget(self.skipped)
        self.promise = line(quiet=True, folds=True)
        self.body.addWidget(self.promise)
        self.body.addStretch(1)

    def show_read(self) -> None:
        read = self.conversation.read
        if read is None or read.plan is None:
            return
        plan = read.plan
        self.figures.show_plan(plan)
        changed = sum(len(k.changes) + len(k.amended) for k in plan.known)
        self.changes_button.setEnabled(bool(changed or plan.kept))
        self.kept.setText(summary_words.kept(plan.kept))
        with QSignalBlocker(self.rule):
            self.rule.setCurrentIndex(self.rule.findData(read.choices.rule))
        self._show_leavers(read.missing)
        self.promise.setText(summary_words.promise(plan))
        self.more.setText(summary_words.more(plan.counts()))
        self.more.setVisible(bool(self.more.text()))
        self.skipped.setText(summary_words.left_out(plan.skipped, plan.counts().asked))
        self.skipped.setVisible(bool(self.skipped.text()))

    def _show_leavers(self, missing: Iterable[Row]) -> None:
        rows = list(missing)
        left = len(self.conversation.choices.left)
        is_there = bool(rows)
        self.missing.setVisible(is_there)
        self.left_button.setVisible(is_there)
        years = sorted({row["year_group"] for row in rows})
        said = ngettext(
            "{n} pupil of year {years} is not in this file.",
            "{n} pupils of year {years} are not in this file.",
            len(rows),
            years=", ".join(map(str, years)),
        )
        if left:
            more = ngettext(
                "{n} will be marked as left.", "{n} will be marked as left.", left
            )
            said = f"{said} {more}"
        self.missing.setText(said)

    def _choose_rule(self) -> None:
        choices = self.conversation.choices
        rule = self.rule.currentData()
        self.conversation.choose(
            replace(choices, rule=rule, details={}, results={}, contacts={})
        )

    def _show_changes(self) -> None:
        plan = self.conversation.plan
        if plan is None:
            return
        register = self.conversation.desk.register
        self._offers = differences.offers(plan, differences.values(register, plan))
        table = differences.table_of(self._offers, differences.names(register))
        said = _("What is ticked goes in; the rest stays as the register has it.")
        going = [n for n, one in enumerate(self._offers) if one.goes_in]
        dialog = TickDialog(table, said, _("&Use what is ticked"), going, "field", self)
        dialog.agreed.connect(self._take_changes)
        dialog.saved.connect(partial(self.conversation.export, table))
        dialog.open()

    def _take_changes(self, ticked: frozenset[int]) -> None:
        choices = self.conversation.choices
        for place, one in enumerate(self._offers):
            if (place in ticked) != one.goes_in:
                choices = differences.chosen(choices, one, goes_in=not one.goes_in)
        self.conversation.choose(choices)

    def _show_missing(self) -> None:
        read = self.conversation.read
        if read is None:
            return
        rows = [tuple(row[c.key] for c in _LEAVERS) for row in read.missing]
        keys = [row["id"] for row in read.missing]
        table = Table(_("Pupils who are not in the file"), _LEAVERS, rows, keys)
        said = _(
            "Tick those who have left. They keep their results and their place in the "
            "history, and are marked as left today when you import."
        )
        left = self.conversation.choices.left
        dialog = TickDialog(table, said, _("&Mark as left"), left, "form", self)
        dialog.agreed.connect(self._take_leavers)
        dialog.saved.connect(partial(self.conversation.export, table))
        dialog.open()

    def _take_leavers(self, ticked: frozenset[int]) -> None:
        self.conversation.choose(replace(self.conversation.choices, left=ticked))
