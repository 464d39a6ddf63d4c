"""The pupils of one activity: suggested, invited, waiting in order, come and gone."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from gtregister.core.enrichment import (
    activity_figures,
    place_lists,
    places,
    waiting_lists,
)
from gtregister.core.enrichment.places import STATES
from gtregister.core.register import Register, Row
from gtregister.desktop.activities import inviting, part, telling
from gtregister.desktop.page import Desk
from gtregister.desktop.widgets.empty_state import EmptyState
from gtregister.desktop.widgets.lines import line
from gtregister.desktop.widgets.table_list import TableList
from gtregister.desktop.widgets.table_model import Mark
from gtregister.i18n import N_, _, ngettext, translated

MARKS = {
    "accepted": Mark("✓", "success"),
    "invited": Mark("○", "note"),
    "suggested": Mark("?", "note"),
    "waiting": Mark("◐", "warning"),
    "declined": Mark("✗", "quiet"),
    "withdrawn": Mark("–", "quiet"),
    "removed": Mark("–", "quiet"),
}
_RARE = {
    *("upn", "pupil_premium", "medical", "dietary", "bus", "consent", "payment"),
    *("consent_requested_on", "consent_answered_on", "paid_on"),
}
_REASONS = (
    N_("The school decided so"),
    N_("Did not come"),
    N_("The place is needed for somebody else"),
)


class PupilsPart(QWidget):
    """A row is one pupil's place; what is done to chosen rows is told with Undo."""

    def __init__(self, desk: Desk, activity_id: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._register = desk.register
        self._id = activity_id
        self.suggest = self._action(_("&Suggest pupils…"), self._suggest)
        self.add = self._action(_("Add pupi&ls…"), self._add)
        self._figures = line(quiet=True, folds=True)
        self.list = self._make_list()
        self._buttons = part.buttons(self, self.suggest, self.add)
        part.fill(self, part.head(self._figures, *self._buttons), self.list)

    def _make_list(self) -> TableList:
        found = part.make_list(
            self,
            _("Pupils of the activity"),
            _("Find by name or form"),
            self._empty,
            marks={STATES[state]: mark for state, mark in MARKS.items()},
            choices={"state": _("Status"), "year_group": _("Year")},
            rare=_RARE,
            private={"why", "override"},
            deeds=self._deeds(),
            unmatched=N_("No pupils match {filters}."),
        )
        found.opened.connect(self._show_pupil)
        return found

    def _deeds(self) -> list[QAction]:
        return [
            self._action(_("A&ccept"), self._accept),
            self._action(_("&Decline"), partial(self._answer, "declined")),
            self._action(_("&Invite"), self._invite),
            self._action(_("&Give up place"), partial(self._answer, "withdrawn")),
            self._action(_("Ta&ke place away…"), self._remove),
            self._action(_("&Note for the day…"), self._note),
            self._action(_("Put on a &bus…"), self._put_on_bus),
            self._action(_("Sooner in the line"), partial(self._move, -1)),
            self._action(_("Later in the line"), partial(self._move, 1)),
            self._action(_("&Open pupil"), self._open_pupil, writes=False),
        ]

    def _action(
        self, words: str, do: Callable[[], object], *, writes: bool = True
    ) -> QAction:
        can = self._register.can_write or not writes
        return part.action(self, words, do, can=can)

    def _empty(self) -> EmptyState:
        text = _(
            "Let pupils be suggested by strand and subject, fewest activities and a "
            "mix of years, or add them by hand."
        )
        actions = (self.suggest, self.add)
        return EmptyState("register", _("Nobody is invited yet"), text, actions)

    def refresh(self) -> None:
        """Read again who has a place."""
        table = place_lists.table(self._register, self._id)
        self.list.show_table(table)
        part.show_some(self._buttons, table)
        row = activity_figures.of(self._register, self._id)
        self._figures.setText(in_words(row))

    def _suggest(self) -> None:
        from gtregister.desktop.activities import suggest_dialog

        suggest_dialog.show(self._desk, self._id)

    def _add(self) -> None:
        from gtregister.desktop.activities import pupil_chooser

        held = place_lists.table(self._register, self._id).keys
        seated = [
            row["pupil_id"]
            for row in places.rows_of(self._register, held)
            if row["state"] in {*places.SEATED, "waiting"}
        ]
        pupil_chooser.ask(
            self._register,
            _("Add pupils"),
            _("&Invite"),
            partial(inviting.invite, self._desk, self._id),
            self._desk.window,
            seated,
        )

    def _invite(self) -> None:
        rows = places.rows_of(self._register, self.list.chosen())
        inviting.invite(self._desk, self._id, [row["pupil_id"] for row in rows])
        self.list.view.untick()

    def _accept(self) -> None:
        """Note who takes up a place; a clash needs a reason, which is kept."""
        chosen = self.list.chosen()

        def deed(why: str) -> None:
            self._do("accepted", partial(places.accept, override=why), chosen)

        telling.unless_stopped(self._desk, deed)

    def _answer(self, answer: str) -> None:
        acts: dict[str, Callable[[Register, Sequence[int]], None]] = {
            "declined": places.decline,
            "withdrawn": places.withdraw,
        }
        self._do(answer, acts[answer], self.list.chosen())

    def _remove(self) -> None:
        chosen = self.list.chosen()

        def answer(why: str) -> None:
            self._do("removed", partial(places.remove, why=why), chosen)

        n = len(chosen)
        title = ngettext("Take {n} place away", "Take {n} places away", n)
        telling.ask_why(self._desk, title, _REASONS, _("&Take away"), answer)

    def _do(
        self,
        state: str,
        deed: Callable[[Register, Sequence[int]], None],
        chosen: Sequence[int],
    ) -> None:
        """Do it, and say who was offered a place that came free by it."""
        waiting = place_lists.table(self._register, self._id, "waiting").keys
        before = self._register.latest_change
        deed(self._register, chosen)
        self.list.view.untick()
        if self._register.latest_change == before:
            # An offer to undo would take back whatever was done before.
            words = _("Nothing is changed: it stands so already.")
            self._desk.notices.say(words, "note")
            return
        told = _("{pupils}: {state}.")
        n = len(chosen)
        pupils_said = ngettext("{n} pupil", "{n} pupils", n)
        said = told.format(pupils=pupils_said, state=translated(STATES[state]).lower())
        telling.told(self._desk, said, self._promoted(waiting, chosen))

    def _promoted(self, waiting: Sequence[int], chosen: Sequence[int]) -> str:
        before = [place for place in waiting if place not in chosen]
        rows = places.rows_of(self._register, before)
        offered = [row for row in rows if row["state"] == "invited"]
        if not offered:
            return ""
        name = _("{forename} {surname}")
        names = ", ".join(name.format(**dict(row)) for row in offered)
        n = len(offered)
        return ngettext(
            "The place is offered to {names}, who waited first.",
            "The places are offered to {names}, who waited first.",
            n,
            names=names,
        )

    def _note(self) -> None:
        from gtregister.desktop.activities import place_notes

        for place_id in self.list.chosen()[:1]:
            place_notes.ask_for_notes(self._desk, place_id)

    def _put_on_bus(self) -> None:
        from gtregister.desktop.activities import place_notes

        place_notes.ask_for_bus(self._desk, self._id, self.list.chosen())

    def _move(self, step: int) -> None:
        for place_id in self.list.chosen()[:1]:
            (row,) = places.rows_of(self._register, [place_id])
            number = (row["waiting_number"] or 0) + step
            waiting_lists.move(self._register, place_id, max(number, 1))
            said = _("Number {number} in the waiting list now.")
            telling.told(self._desk, said.format(number=max(number, 1)))

    def _open_pupil(self) -> None:
        for place_id in self.list.chosen()[:1]:
            self._show_pupil(place_id)

    def _show_pupil(self, place_id: int) -> None:
        (row,) = places.rows_of(self._register, [place_id])
        self._desk.show_pupil(row["pupil_id"])


def in_words(row: Row) -> str:
    """Say how many places are taken, and how many pupils wait or are suggested."""
    taken, most = row["taken"], row["places_most"]
    if most is None:
        said = ngettext("{n} pupil has a place.", "{n} pupils have a place.", taken)
    else:
        words = _("{taken} of {most} places are taken.")
        said = words.format(taken=taken, most=most)
    parts = [said]
    if n := row["invited"]:
        parts.append(ngettext("{n} has not answered.", "{n} have not answered.", n))
    if n := row["waiting"]:
        parts.append(ngettext("{n} waits.", "{n} wait.", n))
    if n := row["suggested"]:
        parts.append(ngettext("{n} is suggested.", "{n} are suggested.", n))
    return " ".join(parts)
