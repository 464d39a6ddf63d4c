"""The latest changes to the register, newest first."""

from datetime import date

from PySide6.QtWidgets import QGridLayout, QWidget

from gtregister.desktop.widgets.card import Card
from gtregister.desktop.widgets.lines import line
from gtregister.i18n import _, format_date
from gtregister.table import Table, Value

_LATEST = 5  # changes listed


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
        self.rows.addStretch(1)

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
