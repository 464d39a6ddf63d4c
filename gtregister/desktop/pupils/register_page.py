"""The register: who is on it, as what, since when, and why."""

from functools import partial

from PySide6.QtGui import QAction

from gtregister.core import entries, pupils, school
from gtregister.core.register import Register
from gtregister.desktop.page import Page
from gtregister.desktop.widgets.empty_state import EmptyState
from gtregister.desktop.widgets.filter_bar import Choice
from gtregister.desktop.widgets.table_list import TableList
from gtregister.desktop.widgets.table_model import Mark
from gtregister.i18n import N_, _, format_number, translated

_MARKS = {
    "on": Mark("●", "success"),
    "watching": Mark("○", "note"),
    "paused": Mark("◐", "warning"),
}
# What leaves no room for the reasons; View > Columns shows it.
_RARE = {"scope", "tier", "review_due"}


class RegisterPage(Page):
    """A row is one entry: a pupil may be on the register in several subjects."""

    title = N_("Register")
    icon = "register"
    order = 20
    watches = frozenset({"entries", "pupils", "school", "subjects", "decisions"})

    def build(self) -> None:
        actions = self.desk.actions
        self.header.add_button(actions.print)
        self.header.add_button(actions.export)
        self.header.add_button(actions.bring_in, primary=True)
        candidates = self.link(_("Go to &candidates"), "candidates")
        self._list = TableList(
            name=_("Pupils on the register"),
            hint=_("Find by name, form or UPN"),
            fold=pupils.folded,
            empty=partial(self._empty, actions.bring_in, candidates),
            marks={translated(entries.STATUSES[s]): m for s, m in _MARKS.items()},
        )
        filters = self._list.filters
        self._year = filters.add_choice(_("Year"), self._years())
        strands = [(key, translated(words)) for key, words in entries.STRANDS.items()]
        all_strands = (None, _("Both strands"))
        self._strand = filters.add_choice(_("Strand"), [all_strands, *strands])
        filters.chosen.connect(self.refresh)
        self._list.counted.connect(self.described)
        self._list.view.hide_columns(_RARE)
        self.body.addWidget(self._list, 1)
        self.listing = self._list

    def _empty(self, *actions: QAction) -> EmptyState:
        text = _(
            "Import your pupils and their results first. Your policy then suggests"
            " candidates, and you decide who goes on the register. You can drop a "
            "spreadsheet anywhere on this window."
        )
        title = _("No one is on the register yet")
        return EmptyState("register", title, text, actions)

    def _years(self) -> list[Choice]:
        found = school.of(self.register)
        years = range(found.lowest_year, found.highest_year + 1)
        return [(None, _("All years")), *((year, in_words(year)) for year in years)]

    def refresh(self) -> None:
        self._year.offer(self._years())
        year, strand = self._year.value(), self._strand.value()
        table = entries.table(
            self.register,
            year=year if isinstance(year, int) else None,
            strand=strand if isinstance(strand, str) else None,
        )
        filtered = year is not None or strand is not None
        whole = len(entries.table(self.register).rows) if filtered else len(table.rows)
        self._list.show_table(table, whole)

    def describe(self) -> None:
        on, roll = entries.count(self.register), pupils.count(self.register)
        self.header.show_facts(_facts(on, roll))

    def facts(self) -> tuple[str, ...]:
        lines = entries.facts(self.register)
        if words := self._list.filters.words():
            said = _("Only part of the register: {filters}.")
            lines += (said.format(filters=", ".join(words)),)
        return lines

    @classmethod
    def count(cls, register: Register) -> int:
        return entries.count(register)


def _facts(on: int, roll: int) -> str:
    if not roll:
        return _("There are no pupils in this register yet.")
    said = _("{on} of {roll} pupils are on the register ({share}%).")
    share = format_number(round(100 * on / roll))
    return said.format(on=format_number(on), roll=format_number(roll), share=share)


def in_words(year: int) -> str:
    """Name a year group: Year 7, Reception."""
    if year > 0:
        return _("Year {year}").format(year=year)
    return _("Reception") if year == 0 else _("Nursery {year}").format(year=year + 3)


PAGE = RegisterPage
