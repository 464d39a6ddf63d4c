"""The register: who is on it, as what, since when, and why."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from gtregister.core.identifying import entries
from gtregister.core.register import Register
from gtregister.core.roll import pupils
from gtregister.desktop.page import Page
from gtregister.desktop.pupils import PLACE, register_views
from gtregister.desktop.pupils.register_actions import RegisterActions
from gtregister.desktop.widgets.empty_state import EmptyState
from gtregister.desktop.widgets.list_memory import ListMemory
from gtregister.desktop.widgets.notice_bar import NoticeBar
from gtregister.desktop.widgets.table_list import TableList
from gtregister.desktop.widgets.table_model import Mark
from gtregister.desktop.widgets.views_button import ViewsButton
from gtregister.i18n import N_, _, format_date, format_number, ngettext, translated

if TYPE_CHECKING:
    from gtregister.desktop.pupils.pupil_view import PupilView

_MARKS = {
    "on": Mark("●", "success"),
    "watching": Mark("○", "note"),
    "paused": Mark("◐", "warning"),
}
# What leaves no room for the reasons; View > Columns shows it.
_RARE = {"scope", "tier", "review_due", "areas", "activities"}
# Printed with the register, but they tell scores to whoever sees the screen.
_PRIVATE = {"reason"}
_REST = 80  # milliseconds at a row before its pupil is read


class RegisterPage(Page):
    """A row is one entry: a pupil may be on the register in several subjects."""

    place = PLACE
    watches = frozenset(
        {
            *("entries", "pupils", "school", "subjects", "decisions", "results"),
            *("places", "activities", "notices", "contacts", "tier_words"),
        }
    )

    def build(self) -> None:
        actions = self.desk.actions
        self._on: date | None = None
        self._facts: str | None = None
        self._panel: PupilView | None = None
        self.header.add_button(actions.print)
        self.header.add_button(actions.export)
        self._add = self._make_add()
        self.header.add_button(self._add)
        self.header.add_button(actions.bring_in, primary=True)
        self._past = NoticeBar(self, can_go=False)
        self.body.addWidget(self._past)
        self._list = TableList(
            name=_("Pupils on the register"),
            hint=_("Find by name, form or UPN"),
            fold=pupils.folded,
            empty=self._empty,
            marks={translated(entries.STATUSES[s]): m for s, m in _MARKS.items()},
            unmatched=N_("No pupils match {filters}."),
        )
        layout = self._list.view.layout_of_columns
        layout.hide(_RARE)
        layout.keep_private(_PRIVATE)
        register_views.add_filters(self._list, self.register)
        self.memory = ListMemory(self._list, "register")
        self._add_views()
        # It goes with the page, and its actions with the list.
        self._actions = RegisterActions(self.desk, self._list)
        self.deeds = self._actions.deeds
        self._list.set_deeds(self.deeds)
        self._list.set_details(self._make_panel)
        self._list.current_changed.connect(self._show_soon)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_REST)
        self._soon.timeout.connect(self._show_rested)
        self._list.counted.connect(self.described)
        self.body.addWidget(self._list, 1)
        self.listing = self._list

    def _add_views(self) -> None:
        as_at = QAction(_("As &at a date…"), self)
        as_at.triggered.connect(self._ask_day)
        shipped = partial(register_views.shipped, self.register)
        views = ViewsButton(self.memory, shipped, self._list.filters, [as_at])
        views.asked_to_save.connect(self._save_view)
        views.asked_to_rename.connect(self._rename_view)
        views.forgot.connect(self._tell_forgotten)
        views.asked_to_arrange.connect(self._arrange)
        self._list.filters.add_at_end(views)

    def _make_add(self) -> QAction:
        add = QAction(_("Add p&upil…"), self)
        add.setShortcut(QKeySequence("Ctrl+N"))
        add.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        add.setEnabled(self.register.can_write)
        add.triggered.connect(self.desk.actions.add_pupil.trigger)
        self.addAction(add)
        return add

    def _empty(self) -> EmptyState:
        candidates = self.link(_("Go to &candidates"), "candidates")
        actions = (self.desk.actions.bring_in, self._add, candidates)
        return EmptyState("register", "", "", actions)

    def _say_empty(self) -> None:
        if self._list.empty is None:
            return
        title = _("No one is on the register yet")
        said = _(
            "Import your pupils, then choose candidates. You can drop a spreadsheet "
            "anywhere on this window."
        )
        if self._on is not None:
            title = _("No one was on the register")
            said = _("On {day} it was empty.").format(day=format_date(self._on))
        self._list.empty.say(title, said)

    def refresh(self) -> None:
        self._facts = None
        table = entries.table(self.register, on=self._on)
        self.header.show_title(table.title)
        self._list.show_table(table)
        self._say_empty()

    def narrow(self, wanted: Mapping[str, object]) -> None:
        self._list.narrow(wanted)

    def describe(self) -> None:
        if self._facts is None:  # asked again whenever something else is found
            self._facts = _in_words(self.register, self._on)
            self.header.show_facts(self._facts)

    def facts(self) -> tuple[str, ...]:
        lines = entries.facts(self.register, self._on)
        if filters := self._list.filters.words():
            said = _("Only part of the register: {filters}.")
            quoted = ", ".join(f"“{words}”" for words in filters)
            lines += (said.format(filters=quoted),)
        return lines

    @classmethod
    def count(cls, register: Register) -> int:
        return entries.count(register)

    def show_as_at(self, day: date) -> None:
        """Show the register as it stood on a day; today is the usual one."""
        self._on = None if day == self.register.today else day
        self._past.setVisible(self._on is not None)
        if self._on is not None:
            back = QAction(_("&Back to today"), self._past)
            back.triggered.connect(partial(self.show_as_at, self.register.today))
            said = _(
                "This is the register as it stood on {day}. Year, form and scores are "
                "those of today."
            )
            self._past.say(said.format(day=format_date(day)), "note", [back])
        self.refresh()

    def _ask_day(self) -> None:
        from gtregister.desktop.pupils import register_asking

        now = self._on or self.register.today
        register_asking.ask_day(self.desk, now, self.show_as_at)

    def _save_view(self) -> None:
        from gtregister.desktop.pupils import register_asking

        register_asking.save_view(self.desk, self.memory)

    def _rename_view(self, name: str) -> None:
        from gtregister.desktop.pupils import register_asking

        register_asking.rename_view(self.desk, self.memory, name)

    def _tell_forgotten(self, name: str, bring_back: Callable[[], None]) -> None:
        back = QAction(_("&Bring it back"), self.desk.notices)
        back.triggered.connect(bring_back)
        back.triggered.connect(self.desk.notices.hide)
        said = _("Forgot the view “{name}”.").format(name=name)
        self.desk.notices.say(said, "success", [back])

    def _arrange(self) -> None:
        from gtregister.desktop.widgets.columns_dialog import ColumnsDialog

        ColumnsDialog(self._list.view.layout_of_columns, self.desk.window).open()

    def _make_panel(self) -> QWidget:
        from gtregister.desktop.pupils.pupil_view import PupilView

        self._panel = PupilView(self.desk, self)
        self._show_pupil()
        return self._panel

    def _show_soon(self) -> None:
        # Somebody who holds an arrow key down goes past most pupils.
        self._soon.start()

    def _show_rested(self) -> None:
        if self.desk.window.isVisible():  # or else the register is closed by now
            self._show_pupil()

    def _show_pupil(self) -> None:
        if self._panel is not None:
            self._panel.show_pupil(self._current_pupil())

    def _current_pupil(self) -> int | None:
        entry_id = self._list.view.current_key()
        return None if entry_id is None else entries.pupil_of(self.register, entry_id)


def _in_words(register: Register, day: date | None) -> str:
    """Say how many are on the register, and when it was last decided on."""
    on, roll = entries.count(register, day), pupils.count(register)
    if not roll:
        return _("There are no pupils in this register yet.")
    if day is not None:
        return ngettext(
            "{n} pupil was on the register on {day}.",
            "{n} pupils were on the register on {day}.",
            on,
            day=format_date(day),
        )
    said = _("{on} of {roll} pupils are on the register ({share}%).")
    share = format_number(round(100 * on / roll))
    facts = said.format(on=format_number(on), roll=format_number(roll), share=share)
    if (decided := entries.last_decision(register)) is None:
        return facts
    last = _("Last decision {day}.").format(day=format_date(decided))
    return f"{facts} {last}"


PAGE = RegisterPage
