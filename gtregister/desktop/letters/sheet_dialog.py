"""Replies from a file: what will happen to each row, and then all of them at once."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
)

from gtregister.core.register import Register
from gtregister.core.roll import pupils
from gtregister.core.telling import answer_sheets
from gtregister.core.telling.answer_sheets import OUTCOMES, Outcome, Plan
from gtregister.desktop.page import Desk
from gtregister.desktop.widgets import sizing
from gtregister.desktop.widgets.empty_state import EmptyState
from gtregister.desktop.widgets.lines import line
from gtregister.desktop.widgets.table_list import TableList
from gtregister.desktop.widgets.table_model import Mark
from gtregister.i18n import _, ngettext, translated

_MARKS: dict[Outcome, Mark] = {
    "new": Mark("✓", "success"),
    "late": Mark("◐", "warning"),
    "differs": Mark("⚠", "warning"),
    "repeated": Mark("–", "quiet"),
    "twice": Mark("⚠", "warning"),
    "refused": Mark("✕", "error"),
}


def choose(desk: Desk) -> None:
    """Ask for a file of replies, read it, and show what it would enter."""
    chosen, _kind = QFileDialog.getOpenFileName(
        desk.window,
        _("Choose the spreadsheet with the replies"),
        "",
        _("Spreadsheets and CSV (*.xlsx *.xlsm *.xls *.ods *.csv *.tsv *.txt)"),
    )
    if chosen:
        show(desk, Path(chosen))


def show(desk: Desk, path: Path) -> None:
    """Read a file of replies, and show what it would enter."""
    desk.tasks.run(
        partial(answer_sheets.plan, path=path, step=desk.tasks.step),
        then=lambda planned: SheetDialog(desk, planned).open(),
        what=_("Reading {name}…").format(name=path.name),
    )


class SheetDialog(QDialog):
    """A row of the list is a row of the file; nothing is entered before the button."""

    def __init__(self, desk: Desk, planned: Plan) -> None:
        super().__init__(desk.window)
        title = _("Replies of {name}").format(name=planned.file)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._plan = planned
        empty = _("No row of this file has an answer.")
        self.list = TableList(
            name=title,
            hint=_("Find in this list"),
            fold=pupils.folded,
            empty=lambda: EmptyState("spreadsheet", title, empty),
            marks={translated(OUTCOMES[key]): mark for key, mark in _MARKS.items()},
        )
        self.list.add_choice("outcome", _("What happens"))
        self.list.show_table(answer_sheets.table(planned))
        self.why = line(quiet=True, folds=True)
        self.list.current_changed.connect(self._tell_why)
        self.list.view.show_first()
        self.others_too = self._tick(planned.count("differs"))
        down = QVBoxLayout(self)
        down.setContentsMargins(20, 16, 20, 16)
        down.setSpacing(8)
        down.addWidget(line(title, "subtitle"))
        down.addWidget(line(_read_as(planned), quiet=True, folds=True))
        down.addWidget(self.list, 1)
        down.addWidget(self.why)
        down.addWidget(line(_left_out(planned), folds=True))
        down.addWidget(self.others_too)
        down.addLayout(self._foot())
        self._say_count()
        sizing.fit(self, 960, 620)

    def _tick(self, differs: int) -> QCheckBox:
        """Offer to let other answers than those entered before count."""
        words = ngettext(
            "Put answers of this file in the place of {n} earlier one",
            "Put answers of this file in the place of {n} earlier ones",
            differs,
        )
        box = QCheckBox(words, self)
        box.setVisible(differs > 0)
        box.toggled.connect(self._say_count)
        return box

    def _foot(self) -> QHBoxLayout:
        self.enter_button = QPushButton(self)
        self.enter_button.setProperty("primary", True)
        self.enter_button.setDefault(True)
        self.enter_button.clicked.connect(self.enter)
        cancel = QPushButton(_("Cancel"), self)
        cancel.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addStretch(1)
        foot.addWidget(self.enter_button)
        foot.addWidget(cancel)
        return foot

    def _tell_why(self) -> None:
        """Say all of what is odd about the row that one is at."""
        at = self.list.view.current_key()
        whys = {o.row: o.why for o in self._plan.lines}
        why = whys.get(at, "") if at is not None else ""
        said = _("Row {row}: {why}")
        self.why.setText(said.format(row=at, why=why) if why else "")

    def _say_count(self) -> None:
        n = len(self._plan.replies(others_too=self.others_too.isChecked()))
        words = ngettext("&Enter {n} reply", "&Enter {n} replies", n)
        self.enter_button.setText(words)
        self.enter_button.setEnabled(n > 0 and self._desk.register.can_write)

    def enter(self) -> None:
        """Enter the rows that can be entered, in one change."""
        self._desk.tasks.run(
            partial(_enter, planned=self._plan, others_too=self.others_too.isChecked()),
            then=partial(_tell, self._desk),
            what=_("Entering the replies…"),
        )
        self.accept()


def _enter(register: Register, planned: Plan, others_too: bool) -> int:
    return answer_sheets.enter(register, planned, replace=others_too)


def _tell(desk: Desk, n: int) -> None:
    said = ngettext("{n} reply is entered.", "{n} replies are entered.", n)
    desk.notices.say(said, "success", [desk.actions.undo])


def _read_as(planned: Plan) -> str:
    """Say in which sheet the replies were found, and what each column is taken for."""
    said = _("Sheet “{sheet}”, headings in row {row}: {columns}.")
    column = _("“{heading}” is {meaning}")
    columns = "; ".join(
        column.format(heading=heading, meaning=meaning)
        for heading, meaning in planned.columns
    )
    return said.format(sheet=planned.sheet, row=planned.heading_row, columns=columns)


def _left_out(planned: Plan) -> str:
    n = planned.count("refused", "twice")
    if not n:
        return _("Every row can be entered, or was before.")
    return ngettext(
        "{n} row is left out. Its reason stands in the list.",
        "{n} rows are left out. Their reasons stand in the list.",
        n,
    )
