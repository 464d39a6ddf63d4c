"""One activity: its plan, pupils, sessions, consents, attendance and evaluation."""

from importlib import import_module
from typing import Protocol, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from gtregister.core.enrichment import activities, activity_figures, roster_facts
from gtregister.desktop import style
from gtregister.desktop.page import Desk
from gtregister.desktop.widgets.choice_bar import ChoiceBar
from gtregister.desktop.widgets.lines import line
from gtregister.desktop.widgets.menu_button import MenuButton
from gtregister.desktop.widgets.table_list import TableList
from gtregister.i18n import _, translated

_LOW = 340  # the least height of a part, at 100 %


class Part(Protocol):
    """One part of the page of an activity: a widget that can read itself again."""

    def refresh(self) -> None:
        """Read again what is shown."""


def _make(key: str, desk: Desk, activity_id: int, parent: QWidget) -> QWidget:
    """Make a part, loaded when somebody looks at it."""
    module = import_module(f"gtregister.desktop.activities.{key}_part")
    made: QWidget = getattr(module, f"{key.capitalize()}Part")(
        desk, activity_id, parent
    )
    return made


class ActivityView(QWidget):
    """Shows one part at a time; a part is built when it is first asked for."""

    left = Signal()  # the person goes back to the list
    shown = Signal()  # another part is shown

    def __init__(self, desk: Desk, activity_id: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self.activity_id = activity_id
        self.parts: dict[str, QWidget] = {}
        self._stale: set[str] = set()
        self._title = line("", "title", folds=True)
        self._facts = line(quiet=True, folds=True)
        self.bar = ChoiceBar(_("Parts of the activity"), _names(), self)
        self.bar.chosen.connect(self.show_part)
        self._stack = QStackedWidget(self)
        self._stack.setMinimumHeight(style.scaled(_LOW))
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(10)
        down.addLayout(self._head())
        down.addWidget(self._title)
        down.addWidget(self._facts)
        down.addWidget(self.bar)
        down.addWidget(self._stack, 1)

    def _head(self) -> QHBoxLayout:
        back = QPushButton(_("‹ All activities"), self)
        back.setAccessibleName(_("Back to all activities"))
        back.clicked.connect(self.left)
        self.roster = QPushButton(_("Roster…"), self)
        self.roster.setProperty("primary", True)
        self.roster.setAccessibleName(_("Roster"))
        self.roster.clicked.connect(lambda _on: self.show_roster())
        self.more = MenuButton(_("More"), self)
        self.more.setAccessibleName(_("More about this activity"))
        self.more.clicked.connect(self._show_more)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(back)
        head.addStretch(1)
        head.addWidget(self.roster)
        head.addWidget(self.more)
        return head

    def refresh(self) -> None:
        """Read again what is shown; UserError if the activity is there no more."""
        self._tell()
        self._stale = set(self.parts)
        if self.bar.key in self.parts:
            self._freshen(self.bar.key)
        else:
            self.show_part(self.bar.key)

    def show_part(self, key: str) -> None:
        """Show a part as it is now."""
        if key not in self.parts:
            self.parts[key] = _make(key, self._desk, self.activity_id, self)
            self._stack.addWidget(self.parts[key])
            self._stale.add(key)
        if self.bar.key != key:
            self.bar.choose(key, silently=True)
        self._stack.setCurrentWidget(self.parts[key])
        self._freshen(key)
        self.shown.emit()

    def part(self) -> QWidget:
        """Give the part that is shown."""
        return self.parts[self.bar.key]

    def listing(self) -> TableList | None:
        """Give the list of the part that is shown, if it has one."""
        found = getattr(self.part(), "list", None)
        return found if isinstance(found, TableList) else None

    def show_roster(self) -> None:
        """Show the roster as it will be printed."""
        from gtregister.desktop.activities import roster_dialog

        roster_dialog.show(self._desk, self.activity_id)

    def _freshen(self, key: str) -> None:
        if key in self._stale:
            self._stale.discard(key)
            cast("Part", self.parts[key]).refresh()

    def _tell(self) -> None:
        register, activity_id = self._desk.register, self.activity_id
        row = activity_figures.of(register, activity_id)
        activity = activities.of(register, activity_id)
        held = roster_facts.session(register, activity_id)
        when = roster_facts.facts(register, activity, held, "cover")[:1]
        status = translated(activities.STATUSES[row["status"]])
        self._title.setText(activity.title)
        self._facts.setText(" · ".join(filter(None, (status, *when))))
        taken, most = row["taken"], row["places_most"]
        count = f"{taken}/{most}" if most is not None else str(taken)
        said = _("Pupils {count}").format(count=count)
        self.bar.say("pupils", said if taken or most else _("Pupils"))
        given = taken - row["unconsented"]
        consents = _("Consents {given}/{taken}").format(given=given, taken=taken)
        needed = row["consent_rule"] == "needed" and taken
        self.bar.say("money", consents if needed else _("Consents and money"))

    def _show_more(self) -> None:
        from gtregister.desktop.activities import more_deeds

        self.more.open(more_deeds.menu(self._desk, self.activity_id, self))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _names() -> dict[str, str]:
    return {
        "plan": _("Plan"),
        "pupils": _("Pupils"),
        "sessions": _("Sessions"),
        "money": _("Consents and money"),
        "attendance": _("Attendance"),
        "evaluation": _("Evaluation"),
    }
