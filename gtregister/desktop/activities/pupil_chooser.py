"""Choosing pupils from the whole roll: find as you type, tick as many as are wanted."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gtregister.core.enrichment import invitees
from gtregister.core.register import Register
from gtregister.core.roll import pupils, whole_roll
from gtregister.core.roll.whole_roll import Named
from gtregister.desktop.widgets import sizing
from gtregister.desktop.widgets.empty_state import EmptyState
from gtregister.desktop.widgets.lines import line
from gtregister.desktop.widgets.table_list import TableList
from gtregister.errors import UserError
from gtregister.i18n import N_, _, ngettext
from gtregister.table import Column, Table

_COLUMNS = (
    Column("surname", N_("Surname")),
    Column("forename", N_("Forename")),
    Column("year_group", N_("Year"), "number"),
    Column("form", N_("Form")),
    Column("upn", N_("UPN"), sensitive=True),
)


class PupilList(TableList):
    """The roll, to find in by typing; Enter ticks the pupil one is at."""

    def __init__(
        self,
        register: Register,
        left_out: Sequence[int],
        parent: QWidget,
        *,
        with_leavers: bool = True,
    ) -> None:
        super().__init__(
            name=_("Pupils on roll"),
            hint=_("Find by name, form or UPN"),
            fold=pupils.folded,
            empty=lambda: EmptyState(
                "register", _("Nobody is on the roll"), _("Import your pupils first.")
            ),
            parent=parent,
            unmatched=N_("No pupils match {filters}."),
        )
        self.add_choice("year_group", _("Year"))
        self.view.hide_columns({"upn"})
        self.view.show_ticks()
        self.opened.connect(self._turn)
        names = whole_roll.names if with_leavers else invitees.everybody
        self.show_table(_table(names(register), set(left_out)))

    def ticked(self) -> list[int]:
        """Give the pupils that are ticked, or the one that was found alone."""
        ticked = self.model.ticked()
        if not ticked and self.filters.is_in_use() and self.model.rowCount() == 1:
            only = self.model.key_at(0)
            return [] if only is None else [only]
        return ticked

    def _turn(self, key: int) -> None:
        row = self.model.row_of(key)
        self.model.tick([key], on=row is not None and not self.model.is_ticked(row))
        self.filters.find_box.setFocus()
        self.filters.find_box.selectAll()


class PupilChooser(QDialog):
    """Asks which pupils; stays open, with a sentence, if they cannot be taken."""

    def __init__(
        self,
        register: Register,
        title: str,
        words: str,
        answer: Callable[[list[int]], None],
        left_out: Sequence[int],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._answer = answer
        self._words = words
        self.list = PupilList(register, left_out, self, with_leavers=False)
        self._said = line(quiet=True, folds=True)
        self.ok = QPushButton(words, self)
        self.ok.setDefault(True)
        self.ok.clicked.connect(self._finish)
        cancel = QPushButton(_("Cancel"), self)
        cancel.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self._said, 1)
        foot.addWidget(self.ok)
        foot.addWidget(cancel)
        down = QVBoxLayout(self)
        down.setContentsMargins(24, 20, 24, 20)
        down.setSpacing(12)
        down.addWidget(line(title, "subtitle", folds=True))
        down.addWidget(self.list, 1)
        down.addLayout(foot)
        self.list.chosen_changed.connect(self._count)
        self.list.counted.connect(self._count)
        sizing.fit(self, 720, 620)
        self._count()
        self.list.filters.find_box.setFocus()

    def _count(self) -> None:
        n = len(self.list.ticked())
        self.ok.setEnabled(n > 0)
        hint = _("Type a name, then press Down and Enter to tick it.")
        self._said.setText(ngettext("{n} pupil", "{n} pupils", n) if n else hint)

    def _finish(self) -> None:
        try:
            self._answer(self.list.ticked())
        except UserError as error:
            self._said.setText(error.text)
            return
        self.accept()


def ask(
    register: Register,
    title: str,
    words: str,
    answer: Callable[[list[int]], None],
    parent: QWidget,
    left_out: Sequence[int] = (),
) -> PupilChooser:
    """Open the dialog."""
    dialog = PupilChooser(register, title, words, answer, left_out, parent)
    dialog.open()
    return dialog


def _table(names: Sequence[Named], left_out: set[int]) -> Table:
    named = [n for n in names if n.id not in left_out]
    rows = [(n.surname, n.forename, n.year_group, n.form, n.upn) for n in named]
    return Table(N_("Pupils on roll"), _COLUMNS, rows, [n.id for n in named])
