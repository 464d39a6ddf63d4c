"""The candidates once they are judged, and what stands there before."""

from collections.abc import Callable, Collection, Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QStackedWidget, QWidget

from gtregister.core.identifying import (
    identification,
    policies,
    shortlist,
    shortlist_count,
)
from gtregister.core.identifying.deciding import What
from gtregister.core.identifying.identification import Judgement
from gtregister.core.identifying.placing import Key
from gtregister.core.identifying.shortlist import Candidate
from gtregister.desktop import style
from gtregister.desktop.identification import deciding
from gtregister.desktop.identification.candidate_panel import CandidatePanel
from gtregister.desktop.identification.candidates_list import CandidatesList
from gtregister.desktop.page import Desk
from gtregister.desktop.widgets.empty_state import EmptyState
from gtregister.i18n import _, ngettext

_ROOM_FOR_ROUTES = 700  # pixels at a text size of 100 %


class CandidatesView(QStackedWidget):
    """Judges everybody off the window's thread, shows them, and takes decisions."""

    judged = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._register = desk.register
        self.criteria = self._action(_("&Criteria…"), self.show_criteria)
        self.criteria.setToolTip(_("The policy in words and numbers, and what if"))
        self.deeds = [
            self._deed(_("Add"), "added", "A"),
            self._deed(_("Not now"), "not_now", "N"),
            self._deed(_("No…"), "declined", "X", "Del"),
            self._keyed(_("Compare"), self.compare, "C"),
        ]
        self.list = CandidatesList(self._register, self.deeds, self._make_panel)
        self.list.places.chosen.connect(self.judged)
        self.listing = self.list.listing
        self._without_policy = self._set_criteria()
        self._judging = EmptyState("candidates", _("Judging every pupil…"))
        for part in (self.list, self._without_policy, self._judging):
            self.addWidget(part)

    def _action(self, words: str, act: Callable[[], None]) -> QAction:
        action = QAction(words, self)
        action.triggered.connect(act)
        return action

    def _deed(self, words: str, what: What, *keys: str) -> QAction:
        deed = self._keyed(words, partial(self.decide, what), *keys)
        deed.setEnabled(self._register.can_write)
        return deed

    def _keyed(self, words: str, act: Callable[[], None], *keys: str) -> QAction:
        deed = self._action(words, act)
        deed.setShortcuts([QKeySequence(key) for key in keys])
        # A single letter is a key only while the table has the focus.
        deed.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        deed.setToolTip(_("{deed} ({key})").format(deed=words, key=keys[0]))
        return deed

    def _make_panel(self) -> CandidatePanel:
        panel = CandidatePanel(can_write=self._register.can_write)
        panel.decided.connect(self._decide_by_route)
        panel.opened.connect(self._desk.show_pupil)
        return panel

    def _set_criteria(self) -> EmptyState:
        text = _(
            "Tell us what makes a candidate, such as a KS2 maths score of 115 or more. "
            "The program only suggests; you decide."
        )
        choose = self._action(_("&Set criteria…"), self.show_criteria)
        actions = (choose, self._desk.actions.bring_in)
        return EmptyState("candidates", _("No policy is chosen yet"), text, actions)

    def refresh(self) -> None:
        """Show who waits now; judge everybody first if evidence was changed."""
        if policies.current(self._register) is None:
            self.setCurrentWidget(self._without_policy)
            return
        judgement = identification.known(self._register)
        if judgement is not None:
            self._take(judgement)
            return
        if self.currentWidget() is not self.list or not self.list.is_filled:
            self.setCurrentWidget(self._judging)
        self._desk.tasks.run(
            identification.judgement,
            then=self._take,
            what=_("Judging every pupil by the policy…"),
        )

    def _take(self, judgement: Judgement) -> None:
        identification.keep(self._register, judgement)
        shortlist_count.note(self._register, judgement)
        # First to be seen, so that the details get their share of the width.
        self.setCurrentWidget(self.list)
        self.list.show_shortlist(shortlist.of(self._register, judgement))
        self.judged.emit()

    def decide(self, what: What) -> None:
        """Decide the same on everybody who is chosen, by the routes of the list."""
        candidates = self.list.chosen()
        self._decide(what, candidates, [key for c in candidates for key in c.keys])

    def _decide_by_route(self, what: What, keys: Collection[Key]) -> None:
        """Decide by one route on the pupil one is at."""
        candidate = self.list.candidate(self.listing.view.current_key())
        if candidate is not None:
            self._decide(what, [candidate], keys)

    def _decide(
        self, what: What, candidates: list[Candidate], keys: Collection[Key]
    ) -> None:
        go_on = partial(self.list.go_to_row, self.list.row_of_first())
        deciding.decide(self._desk, what, candidates, keys, go_on)

    def compare(self) -> None:
        """Show those who are chosen side by side."""
        from gtregister.desktop.identification import compare_dialog

        compare_dialog.show(self._desk, self.list.chosen())

    def show_criteria(self) -> None:
        """Show the policy in words and numbers, to change or try out."""
        from gtregister.desktop.identification.criteria_dialog import CriteriaDialog

        CriteriaDialog(self._desk, self).open()

    def narrow(self, wanted: Mapping[str, object]) -> None:
        """Show the criteria, or one list, narrowed by its filters."""
        if wanted.get("policy"):
            self.show_criteria()
            return
        place = wanted.get("place", "meets")
        self.list.places.choose(next(p for p in shortlist.LISTS if p == place))
        self.listing.narrow(wanted)

    def in_words(self) -> str:
        """Say how many wait, and by which policy."""
        current = policies.current(self._register)
        waiting = shortlist_count.known(self._register)
        if current is None or waiting is None:
            return ""
        said = ngettext(
            "{n} pupil meets the policy “{policy}”, version {version}, and waits.",
            "{n} pupils meet the policy “{policy}”, version {version}, and wait.",
            waiting,
            policy=current.policy.name,
            version=current.version,
        )
        if self.width() < style.scaled(_ROOM_FOR_ROUTES):
            return said
        routes = "; ".join(route.title for route in current.policy.routes)
        return _("{said} {routes}.").format(said=said, routes=routes)

    def facts(self) -> list[str]:
        """Say which list it is, for what is printed."""
        return self.list.facts()
