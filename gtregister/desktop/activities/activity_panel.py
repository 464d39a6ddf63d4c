"""What is worth knowing of the activity that one is at in the list."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from gtregister.core.enrichment import (
    activities,
    activity_figures,
    activity_kinds,
    roster_facts,
)
from gtregister.core.register import Register, Row
from gtregister.desktop.activities.pupils_part import in_words
from gtregister.desktop.activities.words import pounds
from gtregister.desktop.page import Desk
from gtregister.desktop.widgets.lines import line
from gtregister.i18n import _, ngettext, translated


class ActivityPanel(QWidget):
    """Title, when and where, pupils, consents, and the way to more."""

    opened = Signal(int)
    roster_wanted = Signal(int)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._register: Register = desk.register
        self._id: int | None = None
        self.title = line("", "subtitle", folds=True)
        self.words = line("", folds=True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        inside = QWidget()
        told = QVBoxLayout(inside)
        told.setContentsMargins(8, 0, 4, 0)
        told.setSpacing(12)
        told.addWidget(self.title)
        told.addWidget(self.words)
        told.addStretch(1)
        area = QScrollArea(self)
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.open = QPushButton(_("&Open"), self)
        self.open.clicked.connect(lambda _on: self.opened.emit(self._id))
        self.roster = QPushButton(_("Roster…"), self)
        self.roster.clicked.connect(lambda _on: self.roster_wanted.emit(self._id))
        self.head = across = QHBoxLayout()  # where Close stands too
        across.setSpacing(8)
        across.addWidget(self.open)
        across.addWidget(self.roster)
        across.addStretch(1)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.addWidget(area, 1)
        down.addLayout(across)

    def show_activity(self, activity_id: int | None) -> None:
        """Tell of an activity, or of none."""
        self._id = activity_id
        for button in (self.open, self.roster):
            button.setEnabled(activity_id is not None)
        self.title.setText("")
        self.words.setText("")
        if activity_id is not None:
            row = activity_figures.of(self._register, activity_id)
            self.title.setText(row["title"])
            self.words.setText("\n\n".join(self._lines(activity_id, row)))

    def _lines(self, activity_id: int, row: Row) -> list[str]:
        activity = activities.of(self._register, activity_id)
        held = roster_facts.session(self._register, activity_id)
        kind = activity_kinds.names(self._register)[activity.kind]
        status = translated(activities.STATUSES[row["status"]])
        lines = [f"{kind} · {status}", activity.aim or ""]
        lines += roster_facts.facts(self._register, activity, held, "base")
        lines.append(in_words(row))
        if row["consent_rule"] == "needed":
            n = row["unconsented"]
            said = ngettext("{n} consent is missing.", "{n} consents are missing.", n)
            lines.append(said if n else _("All consents are given."))
        if activity.charge:
            n = row["due"]
            due = ngettext("{n} payment is due.", "{n} payments are due.", n)
            said = _("The charge is £{amount}. {due}")
            lines.append(said.format(amount=pounds(activity.charge), due=due))
        return [words for words in lines if words]
