"""Trips, clubs, competitions and lectures, and who has a place."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QStackedWidget, QWidget

from gtregister.core.enrichment import activities
from gtregister.core.enrichment.activities import NewActivity
from gtregister.desktop.activities import PLACE
from gtregister.desktop.activities.catalogue import (
    CALENDAR,
    CHOICES,
    RADAR,
    Catalogue,
)
from gtregister.desktop.page import Page
from gtregister.errors import UserError
from gtregister.i18n import _, ngettext

if TYPE_CHECKING:
    from gtregister.desktop.activities.activity_panel import ActivityPanel
    from gtregister.desktop.activities.activity_view import ActivityView
    from gtregister.desktop.activities.calendar_view import CalendarView
    from gtregister.desktop.activities.choices_view import ChoicesView
    from gtregister.desktop.activities.radar_view import RadarView


class ActivitiesPage(Page):
    """The list of activities, who has had nothing, or one activity by itself."""

    place = PLACE
    watches = frozenset(
        {
            *("activities", "activity_subjects", "activity_years", "activity_staff"),
            *("activity_kinds", "activity_funding", "partners", "buses", "sessions"),
            *("places", "attendance", "evaluations", "outcomes", "feedback"),
            *("pupils", "entries", "terms", "closures", "school", "tier_words"),
            *("choices", "choice_rounds", "round_activities", "preferences"),
            *("questions", "follow_ups"),
        }
    )

    def build(self) -> None:
        self._panel: ActivityPanel | None = None
        self._view: ActivityView | None = None
        self._new = self._action(_("&New activity…"), self.plan_new, "Ctrl+N")
        self._log = self._action(_("Enter a pa&st one…"), self.log_past)
        self.header.add_button(self._log)
        self.header.add_button(self._new, primary=True)
        open_it = self._action(_("&Open"), self._open_chosen, writes=False)
        roster = self._action(_("Roster…"), self._show_rosters, writes=False)
        self.deeds = [open_it, roster]
        starts = (self._new, self._log)
        self._catalogue = Catalogue(
            self.desk, self.deeds, starts, self._make_panel, self
        )
        self._catalogue.offer(RADAR, self._make_radar)
        self._catalogue.offer(CALENDAR, self._make_calendar)
        self._catalogue.offer(CHOICES, self._make_choices)
        self._catalogue.chosen.connect(lambda _when: self._show_list())
        self._catalogue.opened.connect(self.open_activity)
        self._catalogue.list.current_changed.connect(self._show_current)
        self._catalogue.list.counted.connect(self.described)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._catalogue)
        self.body.addWidget(self._stack, 1)
        self.listing = self._catalogue.list

    def _action(
        self,
        words: str,
        do: Callable[[], object],
        keys: str = "",
        *,
        writes: bool = True,
    ) -> QAction:
        action = QAction(words, self)
        action.triggered.connect(lambda _on=False: do())
        action.setEnabled(self.register.can_write or not writes)
        if keys:
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            self.addAction(action)
        return action

    def _make_panel(self) -> QWidget:
        from gtregister.desktop.activities.activity_panel import ActivityPanel

        self._panel = ActivityPanel(self.desk)
        self._panel.opened.connect(self.open_activity)
        self._panel.roster_wanted.connect(self.show_roster)
        self._show_current(self._catalogue.list.view.current_key())
        return self._panel

    def _show_current(self, activity_id: int | None) -> None:
        if self._panel is not None:
            self._panel.show_activity(activity_id)

    def refresh(self) -> None:
        if self._view is not None:
            try:
                self._view.refresh()
            except UserError:  # it was undone, and there is nothing to show of it
                self.close_activity()
            return
        self._catalogue.refresh()
        self._show_current(self._catalogue.list.view.current_key())

    def describe(self) -> None:
        coming = len(activities.upcoming(self.register).keys)
        said = ngettext(
            "{n} session in the next 14 days.",
            "{n} sessions in the next 14 days.",
            coming,
        )
        self.header.show_facts(said)

    def narrow(self, wanted: Mapping[str, object]) -> None:
        activity_id, invited = wanted.get("activity"), wanted.get("invite")
        if isinstance(invited, list | tuple):
            self.invite([int(pupil_id) for pupil_id in invited])
        elif wanted.get("do") == RADAR:
            self.close_activity()
            self._catalogue.show_when(RADAR)
        elif wanted.get("do") == "new":
            self.plan_new()
        elif wanted.get("do") == "roster":
            self.show_roster(activity_id if isinstance(activity_id, int) else None)
        elif isinstance(activity_id, int):
            self.open_activity(activity_id, str(wanted.get("part", "pupils")))
        elif self._view is None:
            self._catalogue.list.narrow(wanted)

    def parts(self) -> list[QWidget]:
        if self._view is not None:
            listing = self._view.listing()
            more = listing.parts() if listing else [self._view.part()]
            chosen = self._view.bar.buttons[self._view.bar.key]
            return [chosen, *more]
        return self._catalogue.parts()

    def open_activity(self, activity_id: int, part: str = "pupils") -> None:
        """Show one activity by itself."""
        from gtregister.desktop.activities.activity_view import ActivityView

        self.close_activity()
        view = ActivityView(self.desk, activity_id, self)
        view.bar.choose(part, silently=True)
        view.left.connect(self.close_activity)
        view.shown.connect(self._follow_part)
        self._stack.addWidget(view)
        self._view = view
        view.refresh()
        self.header.hide()
        self._stack.setCurrentWidget(view)
        self._follow_part()

    def close_activity(self) -> None:
        """Go back to the list."""
        if self._view is None:
            return
        view, self._view = self._view, None
        self.header.show()
        self._stack.removeWidget(view)
        view.deleteLater()
        self.refresh()  # the list was not read again while the activity was shown
        self._show_list()
        self._catalogue.list.go_to_table()

    def _follow_part(self) -> None:
        """Let Find, Print and Copy be about the list that is shown."""
        if self._view is not None:
            self.listing = self._view.listing()
            self.described.emit()

    def _show_list(self) -> None:
        """Show the list, or the view that stands in its place."""
        if self._view is None:
            self.listing = self._catalogue.listing
            self._stack.setCurrentWidget(self._catalogue)
            self.described.emit()

    def _make_radar(self) -> "RadarView":
        from gtregister.desktop.activities.radar_view import RadarView

        radar = RadarView(self.desk, self._new, self)
        radar.list.counted.connect(self.described)
        radar.invited.connect(self.invite)
        radar.planned.connect(self.plan_new)
        return radar

    def _make_calendar(self) -> "CalendarView":
        from gtregister.desktop.activities.calendar_view import CalendarView

        calendar = CalendarView(self.desk, self)
        calendar.opened.connect(self.open_activity)
        return calendar

    def _make_choices(self) -> "ChoicesView":
        from gtregister.desktop.activities.choices_view import ChoicesView

        choices = ChoicesView(self.desk, self)
        choices.list.counted.connect(self.described)
        return choices

    def plan_new(self, start: NewActivity | None = None) -> None:
        """Ask for a new activity, and go on to its pupils."""
        from gtregister.desktop.activities import planning

        planning.plan(self.desk, self.open_activity, start)

    def log_past(self) -> None:
        """Ask for something that took place already."""
        from gtregister.desktop.activities import log_dialog

        log_dialog.ask(self.desk)

    def invite(self, pupil_ids: list[int]) -> None:
        """Ask to which activity pupils are to be invited; plan one if there is none."""
        from gtregister.desktop.activities import planning

        planning.invite(self.desk, self.open_activity, pupil_ids)

    def _open_chosen(self) -> None:
        for activity_id in self._catalogue.list.chosen()[:1]:
            self.open_activity(activity_id)

    def _show_rosters(self) -> None:
        for activity_id in self._catalogue.list.chosen()[:1]:
            self.show_roster(activity_id)

    def show_roster(self, activity_id: int | None) -> None:
        """Show the roster of an activity, or of the next one, as it will be printed."""
        from gtregister.desktop.activities import roster_dialog

        coming = [activity_id] if activity_id else self._coming()
        if not coming:
            raise UserError(_("No session is planned. Plan an activity first."))
        roster_dialog.show(self.desk, coming[0])

    def _coming(self) -> Sequence[int]:
        return activities.upcoming(self.register, days=366).keys


PAGE = ActivitiesPage
