"""Why a pupil is on the register: each entry, and what was decided on it."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtWidgets import QWidget

from gtregister.core.identifying import pupil_entries
from gtregister.core.identifying.pupil_entries import Decision, Episode
from gtregister.desktop import style
from gtregister.desktop.pupils import pupil_deeds
from gtregister.desktop.pupils.pupil_lines import MARKS, button, marked, row_of, text
from gtregister.desktop.pupils.pupil_part import PupilPart
from gtregister.desktop.widgets.card import Card
from gtregister.i18n import _, format_date

_MET = {True: "✓", False: "✗", None: "?"}


class PupilEntriesPart(PupilPart):
    """A card for each entry; the newest decision stands first in it."""

    def cards(self) -> Iterator[QWidget]:
        found = pupil_entries.of(self.register, self.pupil_id)
        if self.register.can_write:
            add = partial(pupil_deeds.add_entry, self.desk, self.pupil_id)
            yield row_of([button(_("&Add to the register…"), add, "add-entry")])
        if not found:
            yield text(_("Nothing has been decided about this pupil yet."), quiet=True)
        for episode in found:
            yield self._card(episode)

    def _card(self, episode: Episode) -> Card:
        card = Card(parent=self)
        card.rows.addWidget(text(episode.area, "heading"))
        card.rows.addWidget(marked(MARKS[episode.status], episode.status_words))
        card.rows.addWidget(text(_facts(episode), quiet=True))
        if buttons := self._buttons(episode):
            card.rows.addWidget(row_of(buttons))
        for decision in episode.decisions:
            card.rows.addSpacing(8)
            for told in _lines(decision):
                card.rows.addWidget(told)
        return card

    def _buttons(self, episode: Episode) -> list[QWidget]:
        if not self.register.can_write or episode.status in {"left", "declined"}:
            return []
        deeds = [
            (_("Change status…"), pupil_deeds.set_status, "status"),
            (_("Review date…"), pupil_deeds.set_review, "review"),
            (_("Move…"), pupil_deeds.move, "move"),
        ]
        return [
            button(
                words,
                partial(deed, self.desk, episode),
                f"{key}-{episode.id}",
                about=episode.area,
            )
            for words, deed, key in deeds
        ]


def _facts(episode: Episode) -> str:
    """Say from when to when it lasts, and what it is measured against."""
    scope = _("Measured against: {scope}.").format(scope=episode.scope.lower())
    tier = episode.tier and _("Tier: {tier}.").format(tier=episode.tier)
    return " ".join(filter(None, (episode.dates, scope, tier)))


def _lines(decision: Decision) -> Iterator[QWidget]:
    """Tell a decision; in discreet view without its reasons, where scores stand."""
    said = _("{what}, {day}, by {name}")
    day = format_date(decision.on)
    yield text(said.format(what=decision.what, day=day, name=decision.by), "heading")
    if style.is_discreet():
        yield text(_("The reason is hidden in discreet view."), quiet=True)
        return
    yield text(decision.reason or _("No reason was given."))
    if decision.policy:
        under = _("Under the policy {policy}.").format(policy=decision.policy)
        yield text(under, quiet=True)
    if decision.grounds:
        yield text(_("The evidence as it stood that day:"), quiet=True)
    for ground in decision.grounds:
        yield text(f"{_MET[ground.met]} {ground.text}", quiet=True)
