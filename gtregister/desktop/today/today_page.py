"""How things stand today: the numbers, what to do first, and the latest changes."""

from datetime import date

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from gtregister.core import entries, history, pupils
from gtregister.desktop.page import Desk, Page
from gtregister.desktop.widgets.action_button import ActionButton
from gtregister.desktop.widgets.card import Card
from gtregister.desktop.widgets.empty_state import Symbol
from gtregister.desktop.widgets.figure_card import FigureCard
from gtregister.desktop.widgets.lines import line
from gtregister.i18n import N_, _, format_date, format_number, ngettext
from gtregister.table import Table, Value

_LATEST = 8  # changes listed


class TodayPage(Page):
    """The first page: nothing on it is more than one press away from its place."""

    title = N_("Today")
    icon = "today"
    order = 10

    def build(self) -> None:
        actions = self.desk.actions
        self.header.add_button(actions.bring_in, primary=True)
        self._on = FigureCard(_("on the register"), self)
        self._on.clicked.connect(self._go_to_register)
        self._roll = FigureCard(_("pupils on roll"), self)
        self._roll.clicked.connect(self._go_to_register)
        figures = QHBoxLayout()
        figures.setSpacing(12)
        figures.addWidget(self._on)
        figures.addWidget(self._roll)
        self.body.addLayout(figures)
        self._steps = FirstSteps(
            self.desk, self.link(_("&Go to candidates"), "candidates")
        )
        self.body.addWidget(self._steps)
        self._latest = LatestChanges(self)
        self.body.addWidget(self._latest)
        self.body.addStretch(1)

    @classmethod
    def heeds(cls, tables: frozenset[str]) -> bool:
        # Every change is listed, also one that touches no table.
        return True

    def describe(self) -> None:
        on, roll = entries.count(self.register), pupils.count(self.register)
        words = ngettext("pupil on the register", "pupils on the register", on)
        self._on.show_figure(format_number(on), words)
        words = ngettext("pupil on roll", "pupils on roll", roll)
        self._roll.show_figure(format_number(roll), words)
        self.header.show_facts(format_date(self.register.today))
        self._steps.show_done(imported=roll > 0, decided=on > 0)
        self._latest.show_changes(history.table(self.register), self.register.today)

    def _go_to_register(self) -> None:
        self.go_to.emit("register")


class FirstSteps(Card):
    """What to do with a new register, each step ticked once it is done."""

    def __init__(self, desk: Desk, to_candidates: QAction) -> None:
        super().__init__(_("First steps"))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)
        actions = desk.actions
        self._ticks = [
            self._step(0, _("Import your pupils and their results"), actions.bring_in),
            self._step(1, _("Decide who goes on the register"), to_candidates),
        ]
        self._step(2, _("Print the register"), actions.print).hide()
        self.rows.addLayout(self._grid)

    def _step(self, row: int, words: str, action: QAction) -> Symbol:
        tick = Symbol("success", 20, "success", self)
        policy = tick.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        tick.setSizePolicy(policy)
        self._grid.addWidget(tick, row, 0)
        self._grid.addWidget(line(f"{row + 1}.  {words}"), row, 1)
        self._grid.addWidget(ActionButton(action, self), row, 2)
        return tick

    def show_done(self, *, imported: bool, decided: bool) -> None:
        """Tick what is done; the card goes once the rest is plain sailing."""
        self._ticks[0].setVisible(imported)
        self._ticks[1].setVisible(decided)
        self.setVisible(not (imported and decided))


class LatestChanges(Card):
    """The latest changes to the register, newest first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Latest changes"), parent)
        self._none = line(_("Nothing has been changed yet."), quiet=True)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self.rows.addWidget(self._none)
        self.rows.addLayout(self._grid)

    def show_changes(self, changes: Table, today: date) -> None:
        """Show when each was made, what it was, and by whom."""
        while item := self._grid.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()
        rows = changes.only(["made_on", "made_at", "what", "about", "made_by"]).rows
        self._none.setVisible(not rows)
        for place, (day, time, what, about, by) in enumerate(rows[:_LATEST]):
            when = _day(day, today)
            said = _("{what}: {about}") if about else "{what}"
            self._grid.addWidget(line(f"{when}, {time}", quiet=True), place, 0)
            what_line = line(said.format(what=what, about=about), folds=True)
            self._grid.addWidget(what_line, place, 1)
            self._grid.addWidget(line(str(by), quiet=True), place, 2)


def _day(day: Value, today: date) -> str:
    if not isinstance(day, date):
        return ""
    return _("Today") if day == today else format_date(day)


PAGE = TodayPage
