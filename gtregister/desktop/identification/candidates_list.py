"""The candidates of one list at a time, the one that one is at in full, and what if."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gtregister.core.identifying import make_up, referrals, shortlist
from gtregister.core.identifying.placing import Place
from gtregister.core.identifying.shortlist import Candidate, Shortlist
from gtregister.core.register import Register
from gtregister.core.roll import field_words, pupils
from gtregister.desktop.identification.candidate_panel import CandidatePanel
from gtregister.desktop.identification.place_bar import PlaceBar
from gtregister.desktop.identification.preview_bar import PreviewBar
from gtregister.desktop.widgets.empty_state import EmptyState
from gtregister.desktop.widgets.table_list import TableList
from gtregister.i18n import N_, _, translated

_NOBODY: dict[Place, tuple[str, str]] = {
    "meets": (
        N_("You have decided on everyone"),
        N_("Nobody who meets the policy waits for a decision."),
    ),
    "nearly": (N_("No near misses"), N_("Nobody nearly meets the policy.")),
    "not_known": (N_("Enough data"), N_("Everybody on roll could be judged.")),
    "not_now": (
        N_("Nobody is put off"),
        N_("Pupils whom you put off come back here at the start of the next term."),
    ),
    "no": (N_("Nobody was turned away"), N_("Whom you decide not to add stands here.")),
}


class CandidatesList(QWidget):
    """Buttons for the lists, one list with its details, what adding would change."""

    def __init__(
        self,
        register: Register,
        deeds: Sequence[QAction],
        make_panel: Callable[[], CandidatePanel],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._register = register
        self._make_panel = make_panel
        self._shortlist: Shortlist | None = None
        self._panel: CandidatePanel | None = None
        self._nobody: EmptyState | None = None
        self.places = PlaceBar(self)
        self.places.chosen.connect(self.show_place)
        self.listing = self._make_list(deeds)
        self.preview = PreviewBar(self)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(12)
        down.addWidget(self.places)
        down.addWidget(self.listing, 1)
        down.addWidget(self.preview)

    def _make_list(self, deeds: Sequence[QAction]) -> TableList:
        listing = TableList(
            name=_("Candidates"),
            hint=_("Find by name, form or UPN"),
            fold=pupils.folded,
            empty=self._make_empty,
            parent=self,
        )
        listing.add_choice("year_group", _("Year"), words=_year)
        listing.add_choice("routes", _("Route"))
        listing.view.layout_of_columns.keep_private({"why"})
        listing.view.hide_columns({"year_group"})  # the form says it
        listing.view.addActions(deeds)
        listing.set_deeds(deeds)
        listing.set_details(self._build_panel)
        listing.current_changed.connect(self._show_current)
        listing.chosen_changed.connect(self._preview_chosen)
        return listing

    def _make_empty(self) -> EmptyState:
        later = QAction(_("&See not now"), self)
        later.triggered.connect(partial(self.places.choose, "not_now"))
        self._nobody = EmptyState("candidates", "", "", (later,))
        self._say_why_empty()
        return self._nobody

    def _build_panel(self) -> CandidatePanel:
        self._panel = self._make_panel()
        self._show_current(self.listing.view.current_key())
        return self._panel

    def show_shortlist(self, found: Shortlist) -> None:
        """Show who waits now; what is found, chosen and ticked stays."""
        self._shortlist = found
        self.places.show_counts(found.counts())
        self.preview.show_roll(make_up.roll(self._register))
        self._show_rows()

    def show_place(self) -> None:
        """Show the list that is chosen, from its first row."""
        self.listing.view.untick()
        self._show_rows()

    def _show_rows(self) -> None:
        if self._shortlist is None:
            return
        self._say_why_empty()
        self.listing.show_table(shortlist.table(self._shortlist, self.places.place))
        self.listing.view.show_first()
        self._show_current(self.listing.view.current_key())
        self._preview_chosen()

    @property
    def is_filled(self) -> bool:
        """Say whether anybody was judged yet."""
        return self._shortlist is not None

    def facts(self) -> list[str]:
        """Say which list it is, and what is left out of it."""
        said = _("The list: {list}.")
        place = translated(shortlist.LISTS[self.places.place])
        lines = [said.format(list=place)]
        if words := self.listing.filters.words():
            left_out = _("Only part of it: {filters}.")
            lines.append(left_out.format(filters=", ".join(words)))
        return lines

    def chosen(self) -> list[Candidate]:
        """Give the candidates that are chosen."""
        return [
            found for key in self.listing.chosen() if (found := self.candidate(key))
        ]

    def candidate(self, pupil_id: int | None) -> Candidate | None:
        """Find a candidate by the pupil's id."""
        if self._shortlist is None or pupil_id is None:
            return None
        return self._shortlist.everybody.get(pupil_id)

    def row_of_first(self) -> int:
        """Say in which row the first of those who are chosen stands."""
        rows = [self.listing.model.row_of(key) for key in self.listing.chosen()]
        return min((row for row in rows if row is not None), default=0)

    def go_to_row(self, row: int) -> None:
        """Be at a row, or at the last one if there are fewer."""
        last = self.listing.model.rowCount() - 1
        if last >= 0:
            self.listing.view.selectRow(min(row, last))

    def _say_why_empty(self) -> None:
        if self._nobody is not None:
            title, text = _NOBODY[self.places.place]
            self._nobody.say(translated(title), translated(text))

    def _show_current(self, pupil_id: int | None) -> None:
        if self._panel is None:
            return
        referred = referrals.of_pupil(self._register, pupil_id) if pupil_id else ()
        self._panel.show_candidate(self.candidate(pupil_id), referred)

    def _preview_chosen(self) -> None:
        self.preview.show_adding(self.listing.chosen())
        self.setTabOrder(self.listing.last_stop, self.preview.table_button)


def _year(year: object) -> str:
    return field_words.year(year) if isinstance(year, int) else str(year)
