"""A pupil at a glance: who it is, what for, and the evidence in a line or two."""

from collections.abc import Iterator

from PySide6.QtWidgets import QVBoxLayout, QWidget

from gtregister.core.identifying import evidence, pupil_entries
from gtregister.desktop import style
from gtregister.desktop.page import Desk
from gtregister.desktop.pupils import pupil_deeds
from gtregister.desktop.pupils.pupil_details_card import PupilDetailsCard
from gtregister.desktop.pupils.pupil_lines import MARKS, button, marked, row_of, text
from gtregister.desktop.pupils.pupil_part import PupilPart
from gtregister.desktop.widgets import tab_order
from gtregister.desktop.widgets.card import Card
from gtregister.i18n import _, format_date

_SHORT = 3  # referrals


class PupilSummaryPart(PupilPart):
    """The details stay as they are while they are edited; the rest is read again."""

    def __init__(self, desk: Desk, name: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, name, parent)
        self.details = PupilDetailsCard(desk)
        self.details.turned.connect(self._make_room)
        self._rest: QWidget | None = None
        body = QWidget()
        self._down = QVBoxLayout(body)
        self._down.setContentsMargins(2, 12, 2, 12)
        self._down.setSpacing(12)
        self._down.addWidget(self.details)
        self._down.addStretch(1)
        self.setWidget(body)

    def show_pupil(self, pupil_id: int) -> None:
        if pupil_id != self.pupil_id:
            self.verticalScrollBar().setValue(0)
        self.pupil_id = pupil_id
        self.details.show_pupil(pupil_id)
        if self._rest is not None:
            self._rest.hide()
            self._rest.deleteLater()
        self._rest = QWidget()
        down = QVBoxLayout(self._rest)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(12)
        for card in self.cards():
            down.addWidget(card)
        # Who is on the register for what comes before birthdays and codes.
        self._down.insertWidget(0, self._rest)
        self._rest.setVisible(not self.details.is_edited)

    def follow_in_order(self, before: QWidget) -> None:
        # The rest was made last and stands first.
        rest = tab_order.follow(self._rest, before) if self._rest else before
        tab_order.follow(self.details, rest)

    def _make_room(self, editing: bool) -> None:
        """Leave the part to the details while they are edited."""
        if self._rest is not None:
            self._rest.setVisible(not editing)
        self.verticalScrollBar().setValue(0)

    def cards(self) -> Iterator[QWidget]:
        yield self._entries()
        if not style.is_discreet():
            yield self._evidence()

    def _entries(self) -> Card:
        card = Card(parent=self)
        found = pupil_entries.of(self.register, self.pupil_id)
        card.rows.addWidget(text(_("On the register for"), "heading"))
        lasting = [one for one in found if one.is_open]
        for episode in lasting:
            said = _("{area}: {status}")
            words = said.format(area=episode.area, status=episode.status_words)
            card.rows.addWidget(marked(MARKS[episode.status], words))
            decided = [episode.dates]
            if episode.decisions:
                last = episode.decisions[0]
                by = _("{what} by {name} on {day}.")
                day = format_date(last.on)
                decided.append(by.format(what=last.what, name=last.by, day=day))
            card.rows.addWidget(text(" ".join(decided), quiet=True))
        if not lasting:
            ended = any(one.status == "left" for one in found)
            none = _("Not on the register now; see what was decided before.")
            none = none if ended else _("Not on the register.")
            card.rows.addWidget(text(none, quiet=True))
        if self.register.can_write:
            add = button(_("&Add to the register…"), self._add, "add-entry")
            card.rows.addWidget(row_of([add]))
        return card

    def _add(self) -> None:
        pupil_deeds.add_entry(self.desk, self.pupil_id)

    def _evidence(self) -> Card:
        card = Card(parent=self)
        card.rows.addWidget(text(_("Evidence in short"), "heading"))
        numbers = evidence.in_short(evidence.results(self.register, self.pupil_id))
        for words in numbers:
            card.rows.addWidget(text(words))
        proposals = evidence.proposals(self.register, self.pupil_id)[:_SHORT]
        said = _("{name}, {subject}: “{reason}”")
        for one in proposals:
            subject = one.subject or _("All-round")
            words = said.format(name=one.by, subject=subject, reason=one.reason)
            card.rows.addWidget(text(words))
        if not numbers and not proposals:
            card.rows.addWidget(text(_("No scores and no referrals."), quiet=True))
        return card
