"""The radar: who has had nothing, what is missing, who is invited every time."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from gtregister.core.enrichment import participation, provision, provision_gaps
from gtregister.core.enrichment.activities import NewActivity
from gtregister.core.enrichment.provision import Radar
from gtregister.core.enrichment.provision_gaps import Gap
from gtregister.core.register import Register
from gtregister.core.roll import pupils
from gtregister.desktop.activities.groups_view import GroupsView
from gtregister.desktop.page import Desk
from gtregister.desktop.widgets.empty_state import EmptyState
from gtregister.desktop.widgets.lines import line
from gtregister.desktop.widgets.option_form import Choices
from gtregister.desktop.widgets.table_list import TableList
from gtregister.i18n import N_, _, ngettext, translated
from gtregister.table import Table

_GAPS, _GROUPS = "gaps", "groups"
_LISTS: Mapping[str, tuple[str, Callable[[Register], Table]]] = {
    "term": (N_("Nothing this term"), lambda r: provision.without(r, "term")),
    "year": (N_("Nothing this year"), lambda r: provision.without(r, "year")),
    _GAPS: (N_("Subjects and activities"), provision_gaps.table),
    "often": (N_("Invited most often"), provision.often),
    _GROUPS: (N_("Groups compared"), participation.shares),
}


class RadarView(QWidget):
    """One of five lists; from each, pupils are invited in one step."""

    invited = Signal(list)  # ids of pupils
    planned = Signal(object)  # the NewActivity to begin with

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
        self.invite = self._deed(_("Add to activit&y…"), self._invite)
        self.plan = self._deed(_("P&lan an activity…"), self._plan)
        self.open = self._deed(_("&Open pupil"), self._open, writes=False)
        self.list = self._make_list()
        self.groups = GroupsView(desk.register, self)
        self.groups.invited.connect(self.invited)
        across = QHBoxLayout()
        across.setSpacing(12)
        across.addWidget(self.which)
        across.addWidget(self._said, 1)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(12)
        down.addLayout(across)
        down.addWidget(self.list, 1)
        down.addWidget(self.groups, 1)

    def _deed(
        self, words: str, do: Callable[[], None], *, writes: bool = True
    ) -> QAction:
        deed = QAction(words, self)
        deed.triggered.connect(lambda _on=False: do())
        deed.setEnabled(self._desk.register.can_write or not writes)
        return deed

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
        found.set_deeds([self.invite, self.plan, self.open])
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
        self.list.setVisible(key != _GROUPS)
        self.groups.setVisible(key == _GROUPS)
        if key == _GROUPS:
            self.groups.refresh()
        self.open.setVisible(key != _GAPS)
        self.plan.setVisible(key == _GAPS)
        now = provision.at_a_glance(self._desk.register)
        self._said.setText(_in_words(now))

    def parts(self) -> list[QWidget]:
        """Name the parts that F6 goes through."""
        if self.which.currentData() == _GROUPS:
            return [self.which, self.groups.which]
        return [self.which, *self.list.parts()]

    def _gaps(self) -> list[Gap]:
        """Give the subjects that are chosen, if the list has subjects."""
        if self.which.currentData() != _GAPS:
            return []
        known = provision_gaps.gaps(self._desk.register)
        return [known[number - 1] for number in self.list.chosen()]

    def _invite(self) -> None:
        """Ask where to, for the chosen pupils or those of the chosen subjects."""
        chosen = self.list.chosen()
        if self.which.currentData() == _GAPS:
            register, gaps = self._desk.register, self._gaps()
            found = (provision_gaps.pupils_of(register, gap) for gap in gaps)
            chosen = list(dict.fromkeys(key for keys in found for key in keys))
        if chosen:
            self.invited.emit(chosen)

    def _plan(self) -> None:
        """Begin an activity for the subject one is at."""
        for gap in self._gaps()[:1]:
            subjects = (gap.subject,) if gap.subject else ()
            start = NewActivity(
                title="", kind="club", strand=gap.strand, subjects=subjects
            )
            self.planned.emit(start)

    def _open(self) -> None:
        for pupil_id in self.list.chosen()[:1]:
            self._open_one(pupil_id)

    def _open_one(self, key: int) -> None:
        if self.which.currentData() == _GAPS:
            self._invite()
        else:
            self._desk.show_pupil(key)


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
