"""A drafted list of pupils: who is on it and why, pinned and barred by hand."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
)

from gtregister.core.enrichment import activities, places, suggestions
from gtregister.core.enrichment.suggestion_rules import Rules
from gtregister.core.enrichment.suggestions import Draft
from gtregister.core.register import Register
from gtregister.desktop.activities import inviting, part, preferring, telling
from gtregister.desktop.page import Desk
from gtregister.desktop.widgets import sizing
from gtregister.desktop.widgets.empty_state import EmptyState
from gtregister.desktop.widgets.lines import line
from gtregister.desktop.widgets.table_list import TableList
from gtregister.i18n import N_, _, ngettext

_MANY = 20  # pupils drafted for an activity that has no most
_REST = 250  # milliseconds after the last press of the number
_PREMIUM = "pupil_premium"


class SuggestDialog(QDialog):
    """Drafts again whenever the rules, the number, a pin or a bar is another one."""

    def __init__(self, desk: Desk, draft: Draft) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._draft = draft
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = inviting.title_of(desk, draft.activity_id)
        self.setWindowTitle(_("Suggested pupils"))
        self._rules = line(quiet=True, folds=True)
        self._reason = line(folds=True)
        self.list = self._make_list()
        down = QVBoxLayout(self)
        down.setContentsMargins(24, 20, 24, 20)
        down.setSpacing(12)
        heading = _("Suggested for {title}").format(title=title)
        down.addWidget(line(heading, "subtitle", folds=True))
        down.addWidget(self._rules)
        down.addLayout(self._choices())
        down.addWidget(self.list, 1)
        down.addWidget(self._reason)
        down.addLayout(self._foot())
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_REST)
        self._soon.timeout.connect(self.draft_again)
        sizing.fit(self, 1180, 680)
        self.show_draft(draft)

    def _make_list(self) -> TableList:
        found = part.make_list(
            self,
            _("Suggested pupils"),
            _("Find by name, form or reason"),
            lambda: EmptyState(
                "register",
                _("Nobody may come"),
                _("Say in the plan who may come: other years, or any pupil."),
            ),
            choices={"chosen": _("Suggested"), "year_group": _("Year")},
            rare={"upn", "pupil_premium", "position"},
            private={"reason"},
            deeds=[
                part.action(self, _("&Pin…"), self._pin),
                part.action(self, _("&Bar…"), self._bar),
                part.action(self, _("&Neither"), self._release),
            ],
            unmatched=N_("No pupils match {filters}."),
        )
        found.current_changed.connect(self._tell_reason)
        return found

    def _choices(self) -> QHBoxLayout:
        self.number = QSpinBox(self)
        self.number.setRange(1, 999)
        self.number.setValue(len(self._draft.chosen) or 1)
        self.number.setAccessibleName(_("How many pupils"))
        self.number.valueChanged.connect(lambda _number: self._soon.start())
        self.premium = QCheckBox(_("Pupil p&remium comes sooner"), self)
        self.premium.setChecked(_PREMIUM in self._draft.rules.order)
        self.premium.toggled.connect(lambda _on: self.draft_again())
        label = line(_("&How many"))
        label.setBuddy(self.number)
        across = QHBoxLayout()
        across.setSpacing(12)
        across.addWidget(label)
        across.addWidget(self.number)
        across.addWidget(self.premium)
        across.addStretch(1)
        return across

    def _foot(self) -> QHBoxLayout:
        self.invite = QPushButton(self)
        self.invite.setDefault(True)
        self.invite.clicked.connect(self._invite)
        self.keep = QPushButton(_("&Keep the list"), self)
        self.keep.setToolTip(_("Keep these pupils as suggested, and invite them later"))
        self.keep.clicked.connect(self._keep)
        paper = QPushButton(_("Print…"), self)
        paper.setToolTip(_("Print everybody with the reason for yes or no"))
        paper.clicked.connect(self._print)
        cancel = QPushButton(_("Cancel"), self)
        cancel.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(paper)
        foot.addStretch(1)
        for button in (self.invite, self.keep, cancel):
            foot.addWidget(button)
        return foot

    def show_draft(self, draft: Draft) -> None:
        """Show who is on the list, who is not, and why."""
        self._draft = draft
        self.list.show_table(suggestions.table(draft))
        n = len(draft.chosen)
        words = ngettext("&Invite {n} pupil", "&Invite {n} pupils", n)
        self.invite.setText(words)
        self.invite.setAccessibleName(words.replace("&", ""))
        self.invite.setEnabled(n > 0)
        self.keep.setEnabled(n > 0)
        rules = suggestions.in_words(draft.rules)
        self._rules.setText(" ".join(f"{rule}." for rule in rules[:-1]))
        self._rules.setToolTip(rules[-1])
        self._tell_reason(self.list.view.current_key())

    def draft_again(self) -> None:
        """Draft by the rules that are chosen now."""
        order = [rule for rule in self._draft.rules.order if rule != _PREMIUM]
        if self.premium.isChecked():
            order.insert(order.index("fit") + 1 if "fit" in order else 0, _PREMIUM)
        number = self.number.value()
        rules = replace(self._draft.rules, order=tuple(order), places=number)
        make = partial(_drafted, activity_id=self._draft.activity_id, rules=rules)
        self._desk.tasks.run(make, then=self.show_draft, what=_("Choosing pupils…"))

    def _tell_reason(self, pupil_id: int | None) -> None:
        found = (
            s.reason
            for s in self._draft.suggestions
            if s.candidate.pupil_id == pupil_id
        )
        said = "" if self._desk.is_discreet else next(found, "")
        self._reason.setText(said)
        self._reason.setVisible(bool(said))

    def _pin(self) -> None:
        self._ask_why(_("Pin"), preferring.PIN, suggestions.pin)

    def _bar(self) -> None:
        self._ask_why(_("Bar"), preferring.BAR, suggestions.bar)

    def _ask_why(
        self,
        words: str,
        reasons: Sequence[str],
        deed: Callable[[Register, int, list[int], str], None],
    ) -> None:
        chosen = self.list.chosen()

        def answer(why: str) -> None:
            deed(self._desk.register, self._draft.activity_id, chosen, why)
            self.list.view.untick()
            self.draft_again()

        preferring.ask_why(self, words, len(chosen), reasons, answer)

    def _release(self) -> None:
        register, activity_id = self._desk.register, self._draft.activity_id
        suggestions.release(register, activity_id, self.list.chosen())
        self.list.view.untick()
        self.draft_again()

    def _keep(self) -> None:
        suggestions.keep(self._desk.register, self._draft)
        self.accept()
        n = len(self._draft.chosen)
        said = ngettext("{n} pupil is suggested.", "{n} pupils are suggested.", n)
        telling.told(self._desk, said)

    def _invite(self) -> None:
        draft, register = self._draft, self._desk.register
        with register.change(N_("Pupils invited"), about=self._title()):
            suggestions.keep(register, draft)
            given = places.invite(register, draft.activity_id, draft.chosen)
        self.accept()
        telling.told(self._desk, inviting.in_words(given))

    def _print(self) -> None:
        facts = (self._title(), *suggestions.in_words(self._draft.rules))
        self._desk.print_list(suggestions.table(self._draft), facts)

    def _title(self) -> str:
        return inviting.title_of(self._desk, self._draft.activity_id)


def show(desk: Desk, activity_id: int) -> None:
    """Draft a list for an activity and show it."""
    desk.tasks.run(
        partial(_first, activity_id=activity_id),
        then=partial(_open, desk),
        what=_("Choosing pupils…"),
    )


def _open(desk: Desk, draft: Draft) -> None:
    SuggestDialog(desk, draft).open()


def _first(register: Register, activity_id: int) -> Draft:
    rules = suggestions.rules_of(register, activity_id)
    left = activities.of(register, activity_id).places_left
    number = _MANY if left is None else max(left, 1)
    return suggestions.draft(register, activity_id, replace(rules, places=number))


def _drafted(register: Register, activity_id: int, rules: Rules) -> Draft:
    return suggestions.draft(register, activity_id, rules)
