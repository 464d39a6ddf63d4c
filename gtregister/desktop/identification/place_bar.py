"""The lists of candidates, as buttons with how many pupils stand in each."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from gtregister.core.identifying import shortlist
from gtregister.core.identifying.placing import Place
from gtregister.desktop.widgets.choice_bar import ChoiceBar
from gtregister.i18n import _, format_number, translated


class PlaceBar(ChoiceBar):
    """“Meets 31”, “Nearly 27” …: one of them is chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        titles: dict[str, str] = {
            place: translated(words) for place, words in shortlist.LISTS.items()
        }
        super().__init__(_("Lists of candidates"), titles, parent)
        self.show_counts({})

    @property
    def place(self) -> Place:
        """Say which list is chosen."""
        return next(place for place in shortlist.LISTS if place == self.key)

    def show_counts(self, counts: Mapping[Place | None, int]) -> None:
        """Say how many pupils stand in each list."""
        for place, words in shortlist.LISTS.items():
            count = format_number(counts.get(place, 0))
            said = _("{list} {count}").format(list=translated(words), count=count)
            self.say(place, said)
