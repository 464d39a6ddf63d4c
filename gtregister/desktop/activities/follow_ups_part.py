"""Looking at an activity again: planned by the week, done with one press."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from gtregister.core.enrichment import follow_ups
from gtregister.desktop.activities import part, telling
from gtregister.desktop.page import Desk
from gtregister.desktop.widgets.lines import line
from gtregister.desktop.widgets.text_field import TextField
from gtregister.i18n import _, format_date
from gtregister.table import Value

_USUAL = 6  # weeks
_KEYS = ("due_on", "surname", "forename", "what", "done_on", "found")


class FollowUpsPart(QWidget):
    """A line for each follow-up; those to come have a field and a button."""

    def __init__(self, desk: Desk, activity_id: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._register = desk.register
        self._id = activity_id
        self._shown: object = None
        self._lines: list[QWidget] = []
        self._room = QVBoxLayout()
        self._room.setSpacing(6)
        self.weeks = QSpinBox(self)
        self.weeks.setRange(0, 104)
        self.weeks.setValue(_USUAL)
        self.weeks.setAccessibleName(_("Weeks after the last session"))
        self.what = TextField(follow_ups.usual(), self)
        self.what.setAccessibleName(_("What to look at again"))
        self.plan = part.action(
            self, _("Plan &it"), self._plan, can=self._register.can_write
        )
        label = line(_("Look a&gain, weeks after the last session"))
        label.setBuddy(self.weeks)
        across = QHBoxLayout()
        across.setSpacing(12)
        across.addWidget(self.weeks)
        across.addWidget(self.what, 1)
        for button in part.buttons(self, self.plan):
            across.addWidget(button)
        title = line(_("Follow-up"), "subtitle")
        part.fill(self, title, label, across, self._room, spacing=8)

    def refresh(self) -> None:
        """Read again what is to be looked at, unless nothing is another."""
        table = follow_ups.table(self._register, activity_id=self._id)
        rows = [tuple(row) for row in table.only(_KEYS).rows]
        if (shown := (rows, table.keys)) == self._shown:
            return
        self._shown = shown
        for widget in self._lines:
            self._room.removeWidget(widget)
            widget.deleteLater()
        self._lines = [
            self._line(key, row) for key, row in zip(table.keys, rows, strict=True)
        ]
        for widget in self._lines:
            self._room.addWidget(widget)

    def _line(self, key: int, row: Sequence[Value]) -> QWidget:
        due_on, surname, forename, what, done_on, found = row
        name = f"{forename} {surname}" if surname else ""
        told = _("{name}: {what}").format(name=name, what=what) if name else str(what)
        if isinstance(done_on, date):
            said = _("✓ {what} Done on {day}. {found}")
            day = format_date(done_on)
            words = said.format(what=told, day=day, found=found or "").strip()
            return line(words, parent=self, quiet=True, folds=True)
        return self._open_line(key, told, due_on)

    def _open_line(self, key: int, what: str, due_on: Value) -> QWidget:
        """Show what is to come, with a field for what is found and a button."""
        is_due = isinstance(due_on, date) and due_on <= self._register.today
        said = _("Follow-up due: {what}") if is_due else _("From {day}: {what}")
        day = format_date(due_on) if isinstance(due_on, date) else ""
        row = QWidget(self)
        field = TextField(parent=row)
        field.setPlaceholderText(_("What you found, if anything"))
        field.setAccessibleName(_("What you found: {what}").format(what=what))
        done = QPushButton(_("Done"), row)
        done.setAccessibleName(_("Done: {what}").format(what=what))
        finish = partial(self._finish, key, field)
        done.clicked.connect(lambda _on: finish())
        field.returnPressed.connect(finish)
        for widget in (field, done):
            widget.setEnabled(self._register.can_write)
        across = QHBoxLayout()
        across.setSpacing(12)
        across.addWidget(field, 1)
        across.addWidget(done)
        words = line(said.format(what=what, day=day), parent=row, folds=True)
        part.fill(row, words, across, spacing=4)
        return row

    def _finish(self, key: int, field: TextField) -> None:
        follow_ups.finish(self._register, key, field.text())
        telling.told(self._desk, _("The follow-up is done."))

    def _plan(self) -> None:
        what, weeks = self.what.text(), self.weeks.value()
        follow_ups.plan(self._register, self._id, what, weeks=weeks)
        keys = follow_ups.table(self._register, activity_id=self._id)
        newest = max(zip(keys.keys, keys.rows, strict=True))[1][0]
        said = _("It comes up on Today from {day}.")
        day = format_date(newest) if isinstance(newest, date) else ""
        telling.told(self._desk, said.format(day=day))
