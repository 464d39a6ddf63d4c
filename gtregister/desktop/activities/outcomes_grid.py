"""What an activity did for each pupil: a letter for each, and an award in words."""

from collections.abc import Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gtregister import options
from gtregister.core.enrichment import evaluations
from gtregister.core.enrichment.evaluations import OUTCOMES
from gtregister.desktop import style
from gtregister.desktop.activities import telling, words
from gtregister.desktop.page import Desk
from gtregister.desktop.widgets.action_button import ActionButton
from gtregister.desktop.widgets.letter_grid import Cell, LetterGrid
from gtregister.desktop.widgets.lines import line
from gtregister.desktop.widgets.question_dialog import Answers
from gtregister.desktop.widgets.table_model import Mark
from gtregister.errors import UserError
from gtregister.i18n import N_, _, ngettext, translated
from gtregister.table import Value

_LETTERS = {"M": "exceeded", "H": "met", "P": "partly", "N": "not_met"}
_NEXT = {None: "exceeded", "exceeded": "met", "met": "partly", "partly": "not_met"}
_MARKS = {"exceeded": Mark("✓", "success"), "met": Mark("✓", "success")}
_KEYS = (
    *("surname", "forename", "form", "attended", "marked"),
    *("outcome", "award", "note"),
)
_ROWS = 6  # pupils to be seen at once

Known = dict[str, Value]


class OutcomesGrid(QWidget):
    """A row is a pupil who has or had a place; hidden while there is none."""

    def __init__(self, desk: Desk, activity_id: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._register = desk.register
        self._id = activity_id
        self._known: list[tuple[int, Known]] = []
        marks = {translated(OUTCOMES[key]): mark for key, mark in _MARKS.items()}
        self.grid = LetterGrid(_("Outcomes"), "".join(_LETTERS), marks, self)
        self.grid.setEnabled(self._register.can_write)
        self.grid.typed.connect(self._type)
        self.grid.pressed_at.connect(self._press)
        self.award = QAction(_("A&ward…"), self)
        self.award.triggered.connect(lambda _on=False: self._ask_for_award())
        self.award.setEnabled(self._register.can_write)
        keys = _(
            "What it did for each pupil: M more than hoped for, H as hoped for, P in "
            "part, N not this time; Delete clears."
        )
        across = QHBoxLayout()
        across.addWidget(ActionButton(self.award, self))
        across.addStretch(1)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.addWidget(line(_("Outcomes"), "subtitle"))
        down.addWidget(line(keys, quiet=True, folds=True))
        down.addWidget(self.grid)
        down.addLayout(across)

    def refresh(self) -> None:
        """Read the outcomes again."""
        table = evaluations.outcomes(self._register, self._id)
        rows = [dict(zip(_KEYS, row, strict=True)) for row in table.only(_KEYS).rows]
        self._known = list(zip(table.keys, rows, strict=True))
        name = _("{surname}, {forename} {form}")
        names = [name.format(**r | {"form": r["form"] or ""}).strip() for r in rows]
        cells = [(_text(r["outcome"]), _text(r["award"]), _came(r)) for r in rows]
        titles = (_("Outcome"), _("Award"), _("Attended"))
        self.grid.show_cells(names, titles, cells)
        high = self.grid.verticalHeader().defaultSectionSize()
        wanted = high * (min(len(rows), _ROWS) + 1) + style.scaled(20)
        self.grid.setMinimumHeight(wanted)
        self.setVisible(bool(rows))

    def _type(self, letter: str, cells: Sequence[Cell]) -> None:
        for_rows = sorted({row for row, _at in cells})
        self._set(for_rows, outcome=_LETTERS.get(letter))

    def _press(self, row: int, column: int) -> None:
        if column == 0:
            now = _key(self._known[row][1])
            self._set([row], outcome=_NEXT.get(now))

    def _set(self, rows: Sequence[int], *, outcome: str | None) -> None:
        """Note an outcome; the award and the note of each pupil stay."""
        with self._register.change(N_("Outcome noted")):
            for row in rows:
                pupil_id, known = self._known[row]
                self._store(pupil_id, outcome, known["award"], known["note"])
        self._tell(len(rows))

    def _store(
        self, pupil_id: int, outcome: str | None, award: Value, note: Value
    ) -> None:
        evaluations.set_outcome(
            self._register,
            self._id,
            [pupil_id],
            outcome,
            award=_text(award) or None,
            note=_text(note) or None,
        )

    def _tell(self, n: int) -> None:
        said = ngettext(
            "Outcome of {n} pupil noted.", "Outcomes of {n} pupils noted.", n
        )
        telling.told(self._desk, said)

    def _ask_for_award(self) -> None:
        """Ask for an award for the pupils whose cells are chosen."""
        rows = sorted({row for row, _at in self.grid.chosen()})
        if not rows:
            raise UserError(_("Choose pupils in the grid first."))

        def answer(answers: Answers) -> None:
            award = words.text(answers["award"])
            with self._register.change(N_("Outcome noted")):
                for row in rows:
                    pupil_id, known = self._known[row]
                    outcome = _key(known) or "met"
                    self._store(pupil_id, outcome, award, known["note"])
            self._tell(len(rows))

        asked = [options.text("award", N_("Award, such as Silver certificate"))]
        telling.ask(self._desk, _("Note an award"), asked, _("&Note it"), answer)


def _key(known: Known) -> str | None:
    """Say under which key an outcome is stored that is known in words."""
    keys = {translated(said): key for key, said in OUTCOMES.items()}
    return keys.get(_text(known["outcome"]))


def _text(value: Value) -> str:
    return "" if value is None else str(value)


def _came(known: Known) -> str:
    if not known["marked"]:
        return ""
    said = _("{attended} of {marked}")
    return said.format(attended=known["attended"], marked=known["marked"])
