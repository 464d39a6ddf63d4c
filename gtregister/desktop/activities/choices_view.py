"""Ranked choices: a round of activities, who gets which of them, and why."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from gtregister.core.enrichment import choice_lists, choice_rounds
from gtregister.core.enrichment.choice_lists import Standing
from gtregister.desktop import style
from gtregister.desktop.activities import choices_deeds, part, preferring
from gtregister.desktop.page import Desk
from gtregister.desktop.widgets.action_button import ActionButton
from gtregister.desktop.widgets.empty_state import EmptyState
from gtregister.desktop.widgets.folded_row import FoldedRow
from gtregister.desktop.widgets.lines import line
from gtregister.desktop.widgets.menu_button import MenuButton
from gtregister.desktop.widgets.option_form import Choices
from gtregister.desktop.widgets.table_list import TableList
from gtregister.desktop.widgets.table_model import Mark
from gtregister.i18n import N_, _, ngettext

_REST = 300  # milliseconds after the last change, such as choices that are typed
_MARKS = {N_("No place"): Mark("✗", "error")}


class ChoicesView(QWidget):
    """A row is a pupil who chose: the place, which choice it was, why no higher one."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._register = desk.register
        self._round: int | None = None
        self.rounds = Choices(self)
        self.rounds.setAccessibleName(_("Round of choices"))
        fits = Choices.SizeAdjustPolicy.AdjustToContents
        self.rounds.setSizeAdjustPolicy(fits)
        self.rounds.setMinimumWidth(style.scaled(160))
        self.rounds.activated.connect(lambda _at: self._choose())
        self._said = line(folds=True)
        self._make_actions()
        self._row = self._make_row()
        self.list = self._make_list()
        self._why = line(folds=True)
        self._why.hide()
        self._sought = line(quiet=True, folds=True)
        down = part.fill(self, self._row, self._said, self.list, spacing=10)
        down.addWidget(self._why)
        down.addWidget(self._sought)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_REST)
        self._soon.timeout.connect(self._draw)

    def _make_actions(self) -> None:
        self.new = self._action(
            _("&New round…"), partial(choices_deeds.begin, self._desk)
        )
        self.settle = self._action(_("&Give places"), self._with(choices_deeds.settle))
        self.enter = self._action(_("Enter &choices…"), self._with(choices_deeds.enter))
        self.form = self._action(
            _("Blank for&m…"), self._with(choices_deeds.print_form), writes=False
        )
        self.read = self._action(_("Rea&d from a sheet…"), self._choose_sheet)
        self.paste = self._action(_("&Paste choices"), self._paste)
        self._rare = [
            self.paste,
            self._action(_("&Change the round…"), self._with(choices_deeds.change)),
            self._action(_("&Take the round out"), self._with(choices_deeds.remove)),
        ]

    def _make_row(self) -> FoldedRow:
        """Put what is done with a round beside its name, the usual things first."""
        row = FoldedRow(self)
        self._settle_button = ActionButton(self.settle, row, primary=True)
        self._more = MenuButton(_("More"), row)
        self._more.setAccessibleName(_("More about this round"))
        self._more.clicked.connect(self._show_more)
        usual = (self.enter, self.form, self.read, self.new)
        buttons = [ActionButton(action, row) for action in usual]
        row.put([self.rounds, self._settle_button, *buttons, self._more])
        return row

    def _show_more(self) -> None:
        menu = QMenu(self)
        menu.addActions(self._rare)
        self._more.open(menu)

    def _action(
        self, words: str, do: Callable[[], object], *, writes: bool = True
    ) -> QAction:
        can = self._register.can_write or not writes
        return part.action(self, words, do, can=can)

    def _with(self, deed: Callable[[Desk, int], object]) -> Callable[[], object]:
        """Make a deed on the round that is shown."""
        return lambda: None if self._round is None else deed(self._desk, self._round)

    def _make_list(self) -> TableList:
        found = part.make_list(
            self,
            _("Choices of pupils"),
            _("Find by name, form or activity"),
            self._empty,
            marks=_MARKS,
            choices={"place": _("Place"), "rank": _("Choice"), "form": _("Form")},
            private={"why"},
            deeds=[
                self._action(_("P&in…"), self._of_chosen(preferring.pin_choice)),
                self._action(_("&Bar…"), self._of_chosen(preferring.bar_choice)),
                self._action(_("Neither"), self._of_chosen(preferring.release_choices)),
                self._action(_("&Open pupil"), self._open, writes=False),
            ],
            unmatched=N_("No pupils match {filters}."),
        )
        found.opened.connect(self._desk.show_pupil)
        found.current_changed.connect(self._tell_why)
        return found

    def _empty(self) -> EmptyState:
        text = _(
            "Let pupils rank several activities: print a blank form, enter their "
            "choices or read them from a sheet, see who would get what and why, and "
            "invite them all at once."
        )
        return EmptyState(
            "activities", _("No choices yet"), text, (self.new, self.enter)
        )

    def _of_chosen(
        self, deed: Callable[[Desk, int, list[int]], object]
    ) -> Callable[[], None]:
        def act() -> None:
            if self._round is not None:
                deed(self._desk, self._round, self.list.chosen())
                self.list.view.untick()

        return act

    def _open(self) -> None:
        for pupil_id in self.list.chosen()[:1]:
            self._desk.show_pupil(pupil_id)

    def refresh(self) -> None:
        """Read the rounds again; a new one is shown at once."""
        rows = choice_rounds.every(self._register)
        ids = [row["id"] for row in rows]
        known = [self.rounds.itemData(at) for at in range(self.rounds.count())]
        fresh = [one for one in ids if one not in known] if known else []
        self.rounds.clear()
        for row in rows:
            self.rounds.addItem(_titled(row["title"], row["settled_on"]), row["id"])
        kept = fresh[0] if fresh else self._round
        self.rounds.setCurrentIndex(max(0, self.rounds.findData(kept)))
        self._choose(soon=self._round is not None and not fresh)

    def _choose(self, *, soon: bool = False) -> None:
        """Show the round that is chosen; a draft follows once the changes rest."""
        self._round = self.rounds.currentData()
        is_one = self._round is not None
        settled = is_one and choice_rounds.of(self._register, self._round)["settled_on"]
        for widget in (self._row, self._said, self._sought):
            widget.setVisible(is_one)
        self._settle_button.setVisible(is_one and not settled)
        can = is_one and self._register.can_write
        self.form.setEnabled(is_one)
        self._rare[-1].setEnabled(can)
        for action in (self.enter, self.read, *self._rare[:-1]):
            action.setEnabled(can and not settled)
        if soon:
            self._soon.start()
        else:
            self._draw()

    def _draw(self) -> None:
        if not self.window().isVisible():
            return  # it was closed while the changes rested
        if self._round is None:
            empty = choice_lists.nobody()
            self._show(None, empty)
            return
        self._desk.tasks.run(
            partial(choice_lists.standing, round_id=self._round),
            then=partial(self._show, self._round),
            what=_("Choosing places…"),
        )

    def _show(self, round_id: int | None, standing: Standing) -> None:
        """Show a draft, unless another round was chosen meanwhile."""
        if round_id != self._round:
            return
        self.list.show_table(standing.pupils)
        self._tell_why(self.list.view.current_key())
        # What each activity takes stands under the list, which is looked for first.
        self._said.setText(" ".join((*standing.lines[:1], *standing.lines[2:])))
        self._sought.setText("".join(standing.lines[1:2]))
        n = standing.met
        words = ngettext("&Give {n} place", "&Give {n} places", n)
        self.settle.setText(words)
        can = self._register.can_write and n > 0 and not standing.is_settled
        self.settle.setEnabled(can)

    def _tell_why(self, pupil_id: int | None) -> None:
        """Say the whole reason of the pupil that one is at."""
        table, found = self.list.model.table, None
        if pupil_id in table.keys and not self._desk.is_discreet:
            found = table.rows[table.keys.index(pupil_id)][table.position("why")]
        self._why.setText(str(found or ""))
        self._why.setVisible(bool(found))

    def _choose_sheet(self) -> None:
        path, _kind = QFileDialog.getOpenFileName(
            self._desk.window,
            _("Choices of pupils"),
            "",
            _("Sheets (*.xlsx *.xls *.ods *.csv)"),
        )
        if path and self._round is not None:
            choices_deeds.read(self._desk, self._round, Path(path))

    def _paste(self) -> None:
        if self._round is not None:
            text = QGuiApplication.clipboard().text()
            choices_deeds.paste(self._desk, self._round, text)


def _titled(title: str, settled_on: str | None) -> str:
    said = _("{title} (settled)")
    return said.format(title=title) if settled_on else title
