"""What families and pupils are to be told, and whether they have been."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from gtregister.core.register import Register
from gtregister.desktop.letters import PLACE
from gtregister.desktop.page import Page


class LettersPage(Page):
    """A row is one household or pupil and one thing that they are to be told.

    What writes letters is loaded when the page is first gone to.
    """

    place = PLACE
    watches = frozenset(
        {
            *("activities", "answers", "contacts", "decisions", "entries"),
            *("households", "letter_settings", "letter_templates", "letters"),
            *("notice_people", "notice_rules", "notices", "offers", "places"),
            *("pupils", "referrals", "sessions", "slips", "wishes"),
        }
    )

    def build(self) -> None:
        from gtregister.desktop.letters.letters_view import LettersView

        self._view = LettersView(self.desk, self)
        self._view.does.set_up.triggered.connect(self._offer_to_set_up)
        self._set_up = self.header.add_button(self._view.does.set_up)
        self.header.add_button(self._view.does.enter_replies, primary=True)
        self.body.addWidget(self._view, 1)
        self._view.turned.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        """Take what Export, Print and the Pupil menu are about from the part shown."""
        self.listing = self._view.listing
        self.deeds = self._view.deeds
        self.described.emit()

    def _offer_to_set_up(self) -> None:
        self._view.does.offer_to_set_up(self._set_up)

    def refresh(self) -> None:
        self._view.refresh()

    def narrow(self, wanted: Mapping[str, object]) -> None:
        self._view.narrow(wanted)

    def describe(self) -> None:
        self.header.show_facts(self._view.in_words())

    def facts(self) -> tuple[str, ...]:
        return tuple(filter(None, (self._view.in_words(),)))

    def parts(self) -> list[QWidget]:
        first = [b for b in self._view.kinds.buttons[:1] if b.isVisibleTo(self)]
        return [*first, *super().parts()]

    @classmethod
    def count(cls, register: Register) -> int | None:
        from gtregister.core.telling import letter_lists

        found = letter_lists.known(register)
        return None if found is None else found.ready

    @classmethod
    def count_slowly(cls, register: Register) -> int:
        from gtregister.core.telling import letter_lists

        return letter_lists.counted(register).found.ready


PAGE = LettersPage
