"""Choices from paper: a letter for each, pupil after pupil, in the order of a form."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton

from gtregister.core.enrichment import choice_rounds, choice_sheets, invitees
from gtregister.core.enrichment.choice_rounds import LETTERS
from gtregister.core.roll.whole_roll import Named
from gtregister.desktop.activities import part
from gtregister.desktop.page import Desk
from gtregister.desktop.widgets import sizing
from gtregister.desktop.widgets.letter_grid import Cell, LetterGrid
from gtregister.desktop.widgets.lines import line
from gtregister.desktop.widgets.option_form import Choices
from gtregister.errors import UserError
from gtregister.i18n import _, format_number, ngettext

_MOST = 6  # choices that have a column; more can come from a sheet


class RankGrid(LetterGrid):
    """Goes on to the next choice after a letter, and then to the next pupil."""

    def next_after(self, index: QModelIndex) -> QModelIndex:
        right = index.siblingAtColumn(index.column() + 1)
        return right if right.isValid() else index.sibling(index.row() + 1, 0)


class RankDialog(QDialog):
    """A row is a pupil of the form that is chosen; each letter is kept at once."""

    def __init__(self, desk: Desk, round_id: int) -> None:
        super().__init__(desk.window)
        self.setWindowTitle(_("Enter choices"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._register = desk.register
        self._round = round_id
        self._offered = choice_rounds.offered(desk.register, round_id)
        self._letters = dict(
            zip((each.id for each in self._offered), LETTERS, strict=False)
        )
        self._roll = invitees.everybody(desk.register)
        self._shown: list[Named] = []
        self.forms = Choices(self)
        self.forms.setAccessibleName(_("Form"))
        for form in dict.fromkeys(each.form or "" for each in _by_form(self._roll)):
            self.forms.addItem(form or _("Without a form"), form)
        self.forms.activated.connect(lambda _at: self.show_form())
        self._said = line(quiet=True, folds=True)
        self.grid = RankGrid(_("Choices"), "".join(self._letters.values()), {}, self)
        self.grid.typed.connect(self._type)
        self.grid.pasted.connect(self._paste)
        self._assemble()
        self.show_form()

    def _assemble(self) -> None:
        told = _("{letter} {title}")
        letters = "   ".join(
            told.format(letter=self._letters[each.id], title=each.title)
            for each in self._offered
        )
        hint = _("Type the letters, the first choice first; Delete takes one out.")
        close = QPushButton(_("Close"), self)
        close.clicked.connect(self.accept)
        close.setAutoDefault(False)
        across = QHBoxLayout()
        across.setSpacing(12)
        across.addWidget(self.forms)
        across.addWidget(self._said, 1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        title = choice_rounds.of(self._register, self._round)["title"]
        down = part.fill(
            self,
            line(title, "subtitle", folds=True),
            line(letters, folds=True),
            line(hint, quiet=True, folds=True),
            across,
            self.grid,
        )
        down.setContentsMargins(24, 20, 24, 20)
        down.addLayout(foot)
        sizing.fit(self, 860, 640)

    def show_form(self) -> None:
        """Show the pupils of the form that is chosen, and begin at the first."""
        form = self.forms.currentData()
        self._shown = [each for each in self._roll if (each.form or "") == form]
        self._show_cells()
        self.grid.go_to(0, 0)
        self.grid.setFocus()

    def _show_cells(self) -> None:
        chosen = choice_rounds.by_pupil(self._register, self._round)
        width = min(len(self._offered), _MOST)
        name = _("{surname}, {forename}")
        names = [
            name.format(surname=each.surname, forename=each.forename)
            for each in self._shown
        ]
        said = _("Choice {n}")
        titles = [said.format(n=format_number(n)) for n in range(1, width + 1)]
        cells = []
        for each in self._shown:
            letters = [self._letters[one] for one in chosen.get(each.id, ())[:width]]
            cells.append([*letters, *[None] * (width - len(letters))])
        self.grid.show_cells(names, titles, cells)
        n = sum(each.id in chosen for each in self._shown)
        self._tell(ngettext("{n} pupil here chose.", "{n} pupils here chose.", n))

    def _tell(self, words: str) -> None:
        self._said.setText(words)
        self.grid.setAccessibleDescription(words)

    def _type(self, letter: str, cells: Sequence[Cell]) -> None:
        """Put an activity in the place of a choice; empty, the others move up."""
        activities = {said: key for key, said in self._letters.items()}
        chosen = choice_rounds.by_pupil(self._register, self._round)
        wanted: dict[int, Sequence[int]] = {}
        for row, column in sorted(cells, reverse=True):
            pupil_id = self._shown[row].id
            now = wanted.get(pupil_id, chosen.get(pupil_id, []))
            wanted[pupil_id] = _with(now, column, activities.get(letter))
        self._keep(wanted)

    def _paste(self, text: str, row: int, column: int) -> None:
        titles = choice_sheets.Titles(self._offered)
        chosen = choice_rounds.by_pupil(self._register, self._round)
        wanted: dict[int, Sequence[int]] = {}
        lines = text.rstrip("\r\n").splitlines()
        for each, copied in zip(self._shown[row:], lines, strict=False):
            now: Sequence[int] = chosen.get(each.id, [])
            for at, said in enumerate(copied.split("\t"), column):
                found = titles.find(said)
                if found is None and said.strip():
                    words = _("“{said}” is none of the activities of this round.")
                    raise UserError(words.format(said=said.strip()))
                if found is not None:
                    now = _with(now, at, found)
            wanted[each.id] = now
        self._keep(wanted)

    def _keep(self, wanted: dict[int, Sequence[int]]) -> None:
        choice_rounds.enter_all(self._register, self._round, wanted)
        self._show_cells()


def _by_form(roll: Sequence[Named]) -> list[Named]:
    """Put pupils into the order of years and forms: 7A, 7B, 10A."""
    return sorted(roll, key=lambda each: (each.year_group or 0, each.form or ""))


def _with(now: Sequence[int], column: int, activity_id: int | None) -> list[int]:
    """Put an activity in one place of the choices, or take what is there out."""
    rest = list(now)
    if activity_id is None:
        return rest[:column] + rest[column + 1 :]
    if column < len(rest):
        if activity_id in rest:
            rest[rest.index(activity_id)] = rest[column]
        rest[column] = activity_id
        return rest
    return [*(one for one in rest if one != activity_id), activity_id]
