"""What the new school year brings each pupil, to look through before it is started."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout

from gtregister.core.roll import field_words, new_year, pupils
from gtregister.core.roll.new_year import Plan, What
from gtregister.desktop import style
from gtregister.desktop.page import Desk
from gtregister.desktop.widgets import sizing
from gtregister.desktop.widgets.empty_state import EmptyState
from gtregister.desktop.widgets.lines import line
from gtregister.desktop.widgets.table_list import TableList
from gtregister.errors import UserError
from gtregister.i18n import N_, _, format_academic_year, format_number, ngettext
from gtregister.table import Value

_ROOM_FOR_HINT = 420  # pixels of height at a text size of 100 %


class NewYearDialog(QDialog):
    """Lists everybody with what happens to them, which a person may know better.

    `said` is what was changed by hand, by the pupil's id. Nothing is written before
    Start is pressed.
    """

    def __init__(self, desk: Desk, found: Plan) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self.said: dict[int, What] = {}
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("New school year"))
        year = format_academic_year(found.academic_year)
        self.counts = line(size="heading", folds=True)
        self.list = self._make_list()
        title = _("The school year {year}").format(year=year)
        hint = _(
            "Choose pupils and change what you know better. Nothing is moved before "
            "you press Start, and it can be undone."
        )
        self._hint = line(hint, quiet=True, folds=True)
        down = QVBoxLayout(self)
        down.setContentsMargins(24, 20, 24, 20)
        down.setSpacing(10)
        down.addWidget(line(title, "subtitle", folds=True))
        down.addWidget(self._hint)
        down.addWidget(self.counts)
        down.addWidget(self.list, 1)
        # Made after the list, since Tab goes by that order.
        self.start = QPushButton(_("&Start {year}").format(year=year), self)
        self.start.setDefault(True)
        self.start.clicked.connect(self._start)
        down.addLayout(self._foot())
        sizing.fit(self, 900, 640)
        self._show_plan(found)
        self.list.go_to_table()

    def _make_list(self) -> TableList:
        found = TableList(
            name=_("What happens to each pupil"),
            hint=_("Find by name or form"),
            fold=pupils.folded,
            empty=_nobody,
            parent=self,
            unmatched=N_("No pupils match {filters}."),
        )
        found.add_choice("year_group", _("Year"), words=_year)
        found.add_choice("what", _("What happens"))
        deeds = self._deeds()
        found.view.addActions(deeds)
        found.set_deeds(deeds)
        return found

    def _deeds(self) -> Sequence[QAction]:
        return (
            self._deed(_("Moves up"), "U", "up"),
            self._deed(_("Leaves"), "L", "leaves"),
            self._deed(_("Stays"), "S", "stays"),
            self._deed(_("As planned"), "P", None),
        )

    def _deed(self, words: str, key: str, what: What | None) -> QAction:
        deed = QAction(words, self)
        deed.setShortcut(QKeySequence(key))
        # A single letter is a key only while the table has the focus.
        deed.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        deed.setToolTip(_("{deed} ({key})").format(deed=words, key=key))
        deed.triggered.connect(lambda _on: self.say(what))
        return deed

    def _foot(self) -> QHBoxLayout:
        paper = QPushButton(_("P&rint…"), self)
        paper.setToolTip(_("Print the list, for whoever knows the pupils"))
        paper.clicked.connect(self._print)
        cancel = QPushButton(_("Cancel"), self)
        cancel.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(paper)
        foot.addStretch(1)
        foot.addWidget(self.start)
        foot.addWidget(cancel)
        return foot

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # On a small screen the list needs the room more.
        self._hint.setVisible(self.height() >= style.scaled(_ROOM_FOR_HINT))

    def say(self, what: What | None) -> None:
        """Say what happens to the pupils who are chosen; None is what was planned."""
        for pupil_id in self.list.chosen():
            self.said.pop(pupil_id, None)
            if what is not None:
                self.said[pupil_id] = what
        self.list.view.untick()
        self._show_plan(new_year.plan(self._desk.register, self.said))

    def _show_plan(self, found: Plan) -> None:
        self.list.show_table(new_year.table(found))
        counts = _("Move up: {up}. Leave the school: {leaves}. Stay: {stays}.")
        said = _count(found, counts)
        if n := len(self.said):
            by_hand = ngettext("{n} is as you said.", "{n} are as you said.", n)
            said = f"{said} {by_hand}"
        self.counts.setText(said)

    def _print(self) -> None:
        self._desk.print_list(self.list.rows_shown(), (self.counts.text(),))

    def _start(self) -> None:
        tasks = self._desk.tasks
        start = partial(new_year.start, said=dict(self.said), step=tasks.step)
        tasks.run(start, then=partial(_tell, self._desk), what=_("Moving pupils up…"))
        self.accept()


def show(desk: Desk) -> None:
    """Show what the new school year brings, or say when it can be started."""
    try:
        found = new_year.plan(desk.register)
    except UserError as error:
        desk.notices.say(error.text)
        return
    NewYearDialog(desk, found).open()


def _tell(desk: Desk, done: Plan) -> None:
    said = _(
        "The school year {year} is started. Moved up: {up}. Left the school: {leaves}. "
        "Stayed: {stays}. Import the new pupil list next."
    )
    actions = [desk.actions.undo, desk.actions.bring_in]
    desk.notices.say(_count(done, said), "success", actions)


def _count(found: Plan, said: str) -> str:
    whats: tuple[What, ...] = ("up", "leaves", "stays")
    numbers = {what: format_number(len(found.of(what))) for what in whats}
    return said.format(year=format_academic_year(found.academic_year), **numbers)


def _year(group: Value) -> str:
    return field_words.year(group) if isinstance(group, int) else ""


def _nobody() -> EmptyState:
    words = _("Start the year all the same, then import the pupil list.")
    return EmptyState("register", _("Nobody on roll has a year group"), words)
