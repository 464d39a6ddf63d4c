"""The list of activities: what is coming, what was, and what is only an idea."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Protocol, cast

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gtregister.core.enrichment import activities
from gtregister.core.enrichment.activities import STATUSES
from gtregister.core.roll import pupils
from gtregister.desktop.page import Desk
from gtregister.desktop.widgets.choice_bar import ChoiceBar
from gtregister.desktop.widgets.empty_state import EmptyState
from gtregister.desktop.widgets.table_list import TableList
from gtregister.desktop.widgets.table_model import Mark
from gtregister.i18n import N_, _, translated
from gtregister.table import Column, Table

MARKS = {
    "idea": Mark("?", "quiet"),
    "planned": Mark("○", "note"),
    "open": Mark("○", "success"),
    "full": Mark("●", "success"),
    "done": Mark("✓", "quiet"),
    "cancelled": Mark("✗", "error"),
}
# What the panel tells, and leaves no room for titles in a list beside it.
_RARE = {
    *("number", "kind", "partner", "venue", "waiting", "due"),
    *("taken", "places_most"),
}
_FIRST = ("day", "starts_at", "title", "filled", "unconsented", "status")
RADAR, CALENDAR, CHOICES = "radar", "calendar", "choices"


class View(Protocol):
    """What may stand in the place of the list: a widget with a list of its own."""

    list: TableList

    def refresh(self) -> None:
        """Read again what is shown."""


class Catalogue(QWidget):
    """Which activities, as buttons, over the list; three lead to views of their own."""

    chosen = Signal(str)  # upcoming, past, ideas, calendar or radar
    opened = Signal(int)

    def __init__(
        self,
        desk: Desk,
        deeds: Sequence[QAction],
        starts: tuple[QAction, ...],
        details: Callable[[], QWidget],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._starts = starts
        names = {
            "upcoming": _("Upcoming"),
            "past": _("Past"),
            "ideas": _("Ideas"),
            CALENDAR: _("Calendar"),
            CHOICES: _("Choices"),
            RADAR: _("Who has had nothing"),
        }
        self._makes: dict[str, Callable[[], QWidget]] = {}
        self.views: dict[str, QWidget] = {}
        self.bar = ChoiceBar(_("Which activities"), names, self)
        self.bar.chosen.connect(self._choose)
        self.list = self._make_list(deeds, details)
        self._down = QVBoxLayout(self)
        self._down.setContentsMargins(0, 0, 0, 0)
        self._down.setSpacing(12)
        self._down.addWidget(self.bar)
        self._down.addWidget(self.list, 1)

    def _make_list(
        self, deeds: Sequence[QAction], details: Callable[[], QWidget]
    ) -> TableList:
        found = TableList(
            name=_("Activities"),
            hint=_("Find by title, place or partner"),
            fold=pupils.folded,
            empty=self._empty,
            marks={translated(STATUSES[s]): mark for s, mark in MARKS.items()},
            parent=self,
            unmatched=N_("No activities match {filters}."),
        )
        for key, title in (("kind", _("Kind")), ("status", _("Status"))):
            found.add_choice(key, title)
        found.view.hide_columns(_RARE)
        found.set_deeds(deeds)
        found.set_details(details)
        found.view.opened.connect(self.opened)
        return found

    def offer(self, key: str, make: Callable[[], QWidget]) -> None:
        """Let a view, made when it is first asked for, stand in the list's place."""
        self._makes[key] = make

    @property
    def view(self) -> QWidget | None:
        """Give the view that stands in the place of the list, if one does."""
        return self.views.get(self.bar.key)

    @property
    def listing(self) -> TableList:
        """Give the list that is shown."""
        return cast("View", self.view).list if self.view else self.list

    def parts(self) -> list[QWidget]:
        """Name the parts that F6 goes through."""
        inside = getattr(self.view, "parts", self.listing.parts)
        return [self.bar.buttons[self.bar.key], *inside()]

    def refresh(self) -> None:
        """Read again what is shown."""
        if self.view is not None:
            cast("View", self.view).refresh()
            return
        table = activities.table(self._desk.register, self.bar.key)
        self.list.show_table(_listed(table))
        self._say_empty()

    def show_when(self, when: str) -> None:
        """Show those that are upcoming, past or ideas, or the radar."""
        self.bar.choose(when)

    def _choose(self, when: str) -> None:
        if when in self._makes and when not in self.views:
            self.views[when] = self._makes[when]()
            self._down.addWidget(self.views[when], 1)
        self.list.setVisible(self.view is None)
        for view in self.views.values():
            view.setVisible(view is self.view)
        self.refresh()
        self.chosen.emit(when)

    def _empty(self) -> EmptyState:
        return EmptyState("activities", "", "", self._starts)

    def _say_empty(self) -> None:
        if self.list.empty is None:
            return
        said = {
            "upcoming": (
                _("Nothing is planned"),
                _("Add a trip, club, competition or lecture."),
            ),
            "past": (
                _("Nothing has been held yet"),
                _("What took place already can be entered with its pupils."),
            ),
            "ideas": (
                _("No ideas are noted"),
                _("Add an activity and say in its plan that it is an idea."),
            ),
        }
        self.list.empty.say(*said[self.bar.key])


def _listed(table: Table) -> Table:
    """Put first what a list says, with pupils and places in one column: 12/18."""
    shorter = {"unconsented": N_("No consent")}
    columns = (
        *(replace(c, title=shorter.get(c.key, c.title)) for c in table.columns),
        Column("filled", N_("Places")),
    )
    taken, most = table.position("taken"), table.position("places_most")
    rows = [
        (*row, f"{row[taken]}/{row[most]}" if row[most] else str(row[taken]))
        for row in table.rows
    ]
    rest = [c.key for c in columns if c.key not in _FIRST]
    return replace(table, columns=columns, rows=rows).only((*_FIRST, *rest))
