"""The sessions of a week or a month, of all activities."""

from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from gtregister.core.enrichment import sessions
from gtregister.desktop.activities import part
from gtregister.desktop.activities.sessions_part import MARKS
from gtregister.desktop.page import Desk
from gtregister.desktop.widgets.empty_state import EmptyState
from gtregister.desktop.widgets.lines import line
from gtregister.desktop.widgets.option_form import Choices
from gtregister.desktop.widgets.table_list import TableList
from gtregister.i18n import N_, _, format_date

_RARE = {"marked", "moved_from", "reason", "override", "activity"}


class CalendarView(QWidget):
    """A row is one session; Enter opens its activity."""

    opened = Signal(int)  # an activity

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._day: date = desk.register.today
        self.span = Choices(self)
        self.span.setAccessibleName(_("How many days"))
        self.span.addItem(_("Month"), "month")
        self.span.addItem(_("Week"), "week")
        self.span.activated.connect(lambda _at: self.refresh())
        self._said = line("", "heading", folds=True)
        before = QPushButton("‹", self)
        before.setAccessibleName(_("Earlier"))
        before.clicked.connect(lambda _on: self.go(-1))
        after = QPushButton("›", self)
        after.setAccessibleName(_("Later"))
        after.clicked.connect(lambda _on: self.go(1))
        across = QHBoxLayout()
        across.setSpacing(8)
        for widget in (self.span, before, after):
            across.addWidget(widget)
        across.addWidget(self._said, 1)
        save = part.action(self, _("Save for a calendar…"), self._save)
        save.setToolTip(_("All sessions, for other calendars; no pupil is named"))
        for button in part.buttons(self, save):
            across.addWidget(button)
        self.list = self._make_list()
        part.fill(self, across, self.list)

    def _make_list(self) -> TableList:
        found = part.make_list(
            self,
            _("Sessions"),
            _("Find by activity or place"),
            lambda: EmptyState(
                "activities",
                _("Nothing in these days"),
                _("Go on to other days, or plan an activity."),
            ),
            marks=MARKS,
            choices={"status": _("Status")},
            rare=_RARE,
            unmatched=N_("No sessions match {filters}."),
        )
        found.view.opened.connect(self._open)
        return found

    def days(self) -> tuple[date, date]:
        """Give the first and the last day that are shown."""
        if self.span.currentData() == "week":
            return sessions.week_of(self._day)
        return sessions.month_of(self._day)

    def go(self, step: int) -> None:
        """Show the days before, or those after."""
        first, last = self.days()
        self._day = last + timedelta(1) if step > 0 else first - timedelta(1)
        self.refresh()

    def refresh(self) -> None:
        """Read the sessions of these days again."""
        first, last = self.days()
        register = self._desk.register
        self.list.show_table(sessions.table(register, first=first, last=last))
        said = _("{first} to {last}")
        words = said.format(first=format_date(first), last=format_date(last))
        self._said.setText(words)

    def _save(self) -> None:
        from gtregister.desktop.activities import more_deeds

        more_deeds.choose_ics(self._desk, None)

    def _open(self, session_id: int) -> None:
        held = sessions.of(self._desk.register, session_id)
        self.opened.emit(held["activity_id"])
