"""Pupils whom the school's policy suggests, waiting for a person's decision."""

from collections.abc import Mapping

from gtregister.core.identifying import shortlist_count
from gtregister.core.register import Register
from gtregister.desktop.identification import PLACE
from gtregister.desktop.page import Page


class CandidatesPage(Page):
    """A row is one pupil, with the routes by which the pupil stands in the list.

    What judges pupils is loaded when the page is first gone to, since the rail knows
    every page from the start.
    """

    place = PLACE
    watches = frozenset(
        {"entries", "decisions", "policies", "pupils", "referrals", "results", "terms"}
    )

    def build(self) -> None:
        from gtregister.desktop.identification.candidates_view import CandidatesView

        # Put into the page after the buttons of its head, since Tab goes by that order.
        self._view = CandidatesView(self.desk)
        self.header.add_button(self.desk.actions.print)
        self.header.add_button(self.desk.actions.export)
        self.header.add_button(self._view.criteria)
        self.body.addWidget(self._view, 1)
        self.deeds = self._view.deeds
        self.listing = self._view.listing
        self.listing.counted.connect(self.described)
        self._view.judged.connect(self.described)
        self._view.list.preview.said.connect(self.described)

    def refresh(self) -> None:
        self._view.refresh()

    def narrow(self, wanted: Mapping[str, object]) -> None:
        self._view.narrow(wanted)

    def describe(self) -> None:
        self.header.show_facts(self._view.in_words())

    def facts(self) -> tuple[str, ...]:
        lines = [self.header.facts(), *self._view.facts()]
        return tuple(line for line in lines if line)

    @classmethod
    def count(cls, register: Register) -> int | None:
        return shortlist_count.known(register)

    @classmethod
    def count_slowly(cls, register: Register) -> int:
        return shortlist_count.counted(register)


PAGE = CandidatesPage
