"""Activities that are to be looked at again, to see what is left of them."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial

from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from gtregister.desktop.page import Desk
from gtregister.desktop.widgets.card import Card
from gtregister.desktop.widgets.lines import line
from gtregister.i18n import _, format_date
from gtregister.table import Value

_MOST = 4  # listed; the others come up as these are done


class FollowUpsCard(Card):
    """A line for each that is due, one press from done; hidden while none is."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Follow-up due"), parent)
        self._desk = desk
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self.rows.addLayout(self._grid)
        self.hide()

    def refresh(self) -> None:
        """Show what is due now."""
        # Loaded when the page is told: the window is painted before that.
        from gtregister.core.enrichment import follow_ups

        while item := self._grid.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()
        due = follow_ups.due(self._desk.register)
        keys = ("due_on", "activity", "surname", "forename", "what", "number")
        rows = due.only(keys).rows[:_MOST]
        for place, (key, row) in enumerate(zip(due.keys, rows, strict=False)):
            self._add(place, key, row)
        self.setVisible(bool(rows))

    def _add(self, place: int, key: int, row: Sequence[Value]) -> None:
        due_on, title, surname, forename, what, number = row
        day = format_date(due_on) if isinstance(due_on, date) else ""
        self._grid.addWidget(line(day, quiet=True), place, 0)
        words = _("{activity}: {what}").format(activity=title, what=what)
        if surname:
            named = _("{words} ({forename} {surname})")
            words = named.format(words=words, forename=forename, surname=surname)
        self._grid.addWidget(line(words, folds=True), place, 1)
        wanted = {"activity": number, "part": "evaluation"}
        self._button(place, 2, _("Open"), words, partial(self._go, wanted))
        done = self._button(place, 3, _("Done"), words, partial(self._finish, key))
        done.setEnabled(self._desk.register.can_write)

    def _button(
        self, place: int, column: int, said: str, about: str, do: Callable[[], None]
    ) -> QPushButton:
        button = QPushButton(said, self)
        button.setAccessibleName(f"{said}: {about}")
        button.clicked.connect(lambda _on: do())
        self._grid.addWidget(button, place, column)
        return button

    def _go(self, wanted: Mapping[str, object]) -> None:
        self._desk.go_to("activities", wanted)

    def _finish(self, key: int) -> None:
        from gtregister.core.enrichment import follow_ups

        follow_ups.finish(self._desk.register, key)
        said = _("The follow-up is done.")
        self._desk.notices.say(said, "success", [self._desk.actions.undo])
