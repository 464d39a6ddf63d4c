"""The radar: who has had nothing, what is missing, who is invited every time."""

from collections.abc import Callable, Mapping

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from gtregister.core.enrichment import provision
from gtregister.core.enrichment.provision import Radar
from gtregister.core.register import Register
from gtregister.core.roll import pupils
from gtregister.desktop.activities import inviting
from gtregister.desktop.page import Desk
from gtregister.desktop.widgets.empty_state import EmptyState
from gtregister.desktop.widgets.lines import line
from gtregister.desktop.widgets.option_form import Choices
from gtregister.desktop.widgets.table_list import TableList
from gtregister.errors import UserError
from gtregister.i18n import N_, _, ngettext, translated
from gtregister.table import Table

_LISTS: Mapping[str, tuple[str, Callable[[Register], Table]]] = {
    "term": (N_("Nothing this term"), lambda r: provision.without(r, "term")),
    "year": (N_("Nothing this year"), lambda r: provision.without(r, "year")),
    "gaps": (N_("Subjects and activities"), provision.table_of_gaps),
    "often": (N_("Invited most often"), provision.often),
}


class RadarView(QWidget):
    """One of four lists; pupils of three of them can be invited in one step."""

    def __init__(self, desk: Desk, new: QAction, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._new = new
        self.which: QComboBox = Choices(self)
        self.which.setAccessibleName(_("Which list"))
        for key, (title, _table) in _LISTS.items():
            self.which.addItem(translated(title), key)
        self.which.activated.connect(lambda _at: self.refresh())
        self._said = line(quiet=True, folds=True)
        self.invite = QAction(_("Add to activit&y…"), self)
        self.invite.triggered.connect(lambda _on=False: self._invite())
        self.invite.setEnabled(desk.register.can_write)
        self.open = QAction(_("&Open pupil"), self)
        self.open.triggered.connect(lambda _on=False: self._open())
        self.list = self._make_list()
        across = QHBoxLayout()
        across.setSpacing(12)
        across.addWidget(self.which)
        across.addWidget(self._said, 1)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(12)
        down.addLayout(across)
        down.addWidget(self.list, 1)

    def _make_list(self) -> TableList:
        found = TableList(
            name=_("Who has had nothing"),
            hint=_("Find by name, form or subject"),
            fold=pupils.folded,
            empty=self._empty,
            parent=self,
            unmatched=N_("No pupils match {filters}."),
        )
        found.add_choice("year_group", _("Year"))
        found.add_choice("subjects", _("Subject"))
        found.add_choice("pupil_premium", _("Pupil premium"))
        found.view.hide_columns({"upn", "pupil_premium"})
        found.set_deeds([self.invite, self.open])
        found.view.opened.connect(self._open_one)
        return found

    def _empty(self) -> EmptyState:
        text = _("Everybody on the register has had something.")
        return EmptyState("success", _("Nobody is left out"), text, (self._new,))

    def refresh(self) -> None:
        """Read the list that is chosen again."""
        key = str(self.which.currentData())
        self.list.view.untick()
        self.list.show_table(_LISTS[key][1](self._desk.register))
        now = provision.at_a_glance(self._desk.register)
        self._said.setText(_in_words(now))

    def _invite(self) -> None:
        chosen = self._chosen()
        if chosen and not inviting.ask_where(self._desk, chosen):
            self._new.trigger()

    def _chosen(self) -> list[int]:
        if not self.list.model.table.keys:
            said = _("These rows are subjects. Choose another list to invite pupils.")
            raise UserError(said)
        return self.list.chosen()

    def _open(self) -> None:
        for pupil_id in self._chosen()[:1]:
            self._open_one(pupil_id)

    def _open_one(self, pupil_id: int) -> None:
        self._desk.show_pupil(pupil_id)


def _in_words(now: Radar) -> str:
    """Say what the lists come to; what is nobody or none is not said."""
    term, year, gaps = (
        now.without_this_term,
        now.without_this_year,
        now.subjects_without,
    )
    told = (
        (
            term,
            ngettext(
                "{n} pupil has had nothing this term.",
                "{n} pupils have had nothing this term.",
                term,
            ),
        ),
        (year, ngettext("{n} nothing this year.", "{n} nothing this year.", year)),
        (
            gaps,
            ngettext(
                "{n} subject has no activity.", "{n} subjects have no activity.", gaps
            ),
        ),
    )
    return " ".join(said for n, said in told if n)
