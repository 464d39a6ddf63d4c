"""Pupils proposed by staff, families, other pupils or themselves."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence

from gtregister.core.identifying import referrals
from gtregister.core.register import Register
from gtregister.core.roll import pupils
from gtregister.desktop.page import Desk, Page
from gtregister.desktop.referrals import PLACE
from gtregister.desktop.widgets.empty_state import EmptyState
from gtregister.desktop.widgets.table_list import TableList
from gtregister.desktop.widgets.table_model import Mark
from gtregister.i18n import _, ngettext, translated

if TYPE_CHECKING:
    from gtregister.desktop.referrals.referral_panel import ReferralPanel

Done = Callable[[], None]

_MARKS = {
    "waiting": Mark("○", "warning"),
    "more_wanted": Mark("◐", "note"),
    "accepted": Mark("✓", "success"),
    "declined": Mark("✗", "error"),
    "withdrawn": Mark("–", "quiet"),
}
_RARE = {"number", "year_group", "triage_by", "triage_due", "triage_note"}


class ReferralsPage(Page):
    """A row is one referral; those that wait for an answer stand first."""

    place = PLACE
    watches = frozenset({"referrals", "pupils", "subjects"})

    def build(self) -> None:
        self._panel: ReferralPanel | None = None
        self._new = self._action(_("&New referral…"), self.note_new, writes=True)
        self._form = self._action(_("Print &blank form…"), self.print_form)
        self._new.setShortcut(QKeySequence("Ctrl+N"))
        self._new.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.addAction(self._new)
        self.header.add_button(self._form)
        self.header.add_button(self.desk.actions.export)
        self.header.add_button(self._new, primary=True)
        self.deeds = [
            self._answer(_("Accept"), "accept"),
            self._answer(_("Ask for more…"), "ask_for_more"),
            self._answer(_("Decline…"), "decline"),
            self._answer(_("Withdraw"), "withdraw"),
            self._action(_("Look into…"), self.look_into, writes=True),
            self._action(_("Edit…"), self.edit, writes=True),
        ]
        self._list = TableList(
            name=_("Referrals"),
            hint=_("Find by name, form, UPN or who referred"),
            fold=pupils.folded,
            empty=self._empty,
            marks={translated(referrals.STATUSES[s]): m for s, m in _MARKS.items()},
        )
        for key, title in (("status", _("Status")), ("source", _("From"))):
            self._list.add_choice(key, title)
        self._list.view.layout_of_columns.keep_private({"reason"})
        self._list.view.hide_columns(_RARE)
        self._list.set_deeds(self.deeds)
        self._list.set_details(self._make_panel)
        self._list.counted.connect(self.described)
        self._list.current_changed.connect(self._show_current)
        self.body.addWidget(self._list, 1)
        self.listing = self._list

    def _action(
        self, words: str, deed: Callable[[], object], *, writes: bool = False
    ) -> QAction:
        action = QAction(words, self)
        action.triggered.connect(deed)
        action.setEnabled(self.register.can_write or not writes)
        return action

    def _answer(self, words: str, how: str) -> QAction:
        return self._action(words, partial(self.answer, how), writes=True)

    def _make_panel(self) -> "ReferralPanel":
        from gtregister.desktop.referrals.referral_panel import ReferralPanel

        self._panel = ReferralPanel()
        self._panel.opened.connect(self.desk.show_pupil)
        self._show_current(self._list.view.current_key())
        return self._panel

    def _empty(self) -> EmptyState:
        text = _(
            "Colleagues, families, other pupils and pupils themselves may propose "
            "somebody. Give them the form, and note here what they say. A referral is "
            "evidence like a test result: your policy says what it counts for."
        )
        title = _("No referrals are waiting")
        return EmptyState(self.icon, title, text, (self._form, self._new))

    def refresh(self) -> None:
        self._list.show_table(referrals.table(self.register))
        if not self._list.chosen():
            self._list.view.selectRow(max(0, self._list.view.currentIndex().row()))
        self._show_current(self._list.view.current_key())

    def narrow(self, wanted: Mapping[str, object]) -> None:
        if wanted.get("do") == "new":
            self.note_new()
        else:
            self._list.narrow(wanted)

    def describe(self) -> None:
        count = referrals.count_open(self.register)
        said = ngettext("{n} referral waits.", "{n} referrals wait.", count)
        self.header.show_facts(said if self._list.model.table.rows else "")

    def _show_current(self, number: int | None) -> None:
        if self._panel is not None:
            found = referrals.find(self.register, number) if number else None
            self._panel.show_referral(found)

    def note_new(self) -> None:
        """Ask for a referral and note it."""
        from gtregister.desktop.referrals import referral_dialog

        referral_dialog.ask_for_new(self.register, self.desk.window, self._go_to)

    def _go_to(self, number: int) -> None:
        row = self._list.model.row_of(number)
        if row is not None:
            self._list.view.selectRow(row)
        said = _("Noted. It waits for an answer.")
        self.desk.notices.say(said, "success", [self.desk.actions.undo])

    def edit(self) -> None:
        """Put right what was noted of the referral one is at."""
        from gtregister.desktop.referrals import referral_dialog

        for number in self._list.chosen()[:1]:
            referral_dialog.ask_to_change(self.register, self.desk.window, number)

    def answer(self, how: str) -> None:
        """Answer the chosen referrals, and go on to the next one."""
        # Loaded when somebody answers, since the window comes first.
        from gtregister.desktop.referrals import answering

        answers: dict[str, Callable[[Desk, Sequence[int], Done], object]] = {
            "accept": answering.accept,
            "ask_for_more": answering.ask_for_more,
            "decline": answering.decline,
            "withdraw": answering.withdraw,
        }
        if not (chosen := self._list.chosen()):
            return
        rows = [self._list.model.row_of(number) for number in chosen]
        first = min((row for row in rows if row is not None), default=0)
        answers[how](self.desk, chosen, partial(self._go_to_row, first))

    def _go_to_row(self, row: int) -> None:
        last = self._list.model.rowCount() - 1
        self._list.view.selectRow(min(row, last))

    def look_into(self) -> None:
        """Note who looks into the first of the chosen referrals."""
        from gtregister.desktop.referrals import answering

        for number in self._list.chosen()[:1]:
            answering.look_into(self.desk, number)

    def print_form(self) -> None:
        """Show the form that colleagues and families fill in."""
        from gtregister.desktop.referrals import blank_form

        blank_form.show(self.desk)

    @classmethod
    def count(cls, register: Register) -> int:
        return referrals.count_open(register)


PAGE = ReferralsPage
