"""Who came to which session: letters on a grid, as fast as one calls the names."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gtregister.core.enrichment import attendance, pasted_marks, sessions
from gtregister.core.enrichment.attendance import LETTERS, Grid
from gtregister.core.enrichment.attendance import Mark as Marked
from gtregister.core.enrichment.places import STATES
from gtregister.desktop.activities import telling
from gtregister.desktop.page import Desk
from gtregister.desktop.widgets.action_button import ActionButton
from gtregister.desktop.widgets.empty_state import EmptyState
from gtregister.desktop.widgets.letter_grid import Cell, LetterGrid
from gtregister.desktop.widgets.lines import line
from gtregister.desktop.widgets.table_model import Mark
from gtregister.i18n import _, format_date, ngettext, translated

_MARKS = {
    "P": Mark("✓", "success"),
    "L": Mark("◐", "warning"),
    "A": Mark("✗", "error"),
    "E": Mark("–", "note"),
    "W": Mark("–", "quiet"),
}
# A press calls somebody present, and absent once more: whom one ticks and unticks.
_NEXT = {None: "P", "P": "A", "A": "L", "L": "E", "E": "W", "W": None}


class AttendancePart(QWidget):
    """A row is a pupil, a column a session; each cell is kept as it is typed."""

    def __init__(self, desk: Desk, activity_id: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._register = desk.register
        self._id = activity_id
        self._shown: Grid | None = None
        self._days: list[date] = []
        self.all_present = QAction(_("A&ll present"), self)
        self.all_present.triggered.connect(lambda _on=False: self._mark_rest())
        self.all_present.setEnabled(self._register.can_write)
        self._session = line("", "heading", folds=True)
        self.grid = LetterGrid(_("Attendance"), "".join(LETTERS), _MARKS, self)
        self.grid.setEnabled(self._register.can_write)
        self.grid.typed.connect(self._type)
        self.grid.pressed_at.connect(self._press)
        self.grid.pasted.connect(self._paste)
        self.grid.selectionModel().currentChanged.connect(self._tell_session)
        self.grid.cells.modelReset.connect(self._tell_session)
        across = QHBoxLayout()
        across.setSpacing(12)
        across.addWidget(self._session, 1)
        across.addWidget(ActionButton(self.all_present, self, primary=True))
        keys = _("P present, L late, A absent, E excused, W withdrawn; Delete clears.")
        self._keys = line(keys, quiet=True, folds=True)
        self._none = EmptyState(
            "activities",
            _("Nobody to mark yet"),
            _("Plan a session and invite pupils; then mark here who came."),
        )
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(8)
        down.addLayout(across)
        down.addWidget(self._keys)
        down.addWidget(self._none, 1)
        down.addWidget(self.grid, 1)

    def refresh(self) -> None:
        """Read the marks again; the first time one is at the session of today."""
        is_first = self._shown is None
        shown = attendance.grid(self._register, self._id)
        self._shown = shown
        held = [sessions.of(self._register, each) for each in shown.sessions]
        self._days = [date.fromisoformat(row["held_on"]) for row in held]
        first = shown.first
        titles = [column.title for column in shown.table.columns[first:]]
        rows = shown.table.rows
        names = [_named(row) for row in rows]
        cells = [[_letter(value) for value in row[first:]] for row in rows]
        self.grid.show_cells(names, titles, cells)
        is_some = bool(names and titles)
        for part in (self.grid, self._keys, self._session):
            part.setVisible(is_some)
        self._none.setVisible(not is_some)
        can_mark = is_some and self._register.can_write
        self.all_present.setEnabled(can_mark)
        if is_some and (is_first or not self.grid.currentIndex().isValid()):
            self.grid.go_to(0, self._nearest())
        self._tell_session()

    def _nearest(self) -> int:
        """Give the column of the last session that began, else of the first."""
        begun = [at for at, day in enumerate(self._days) if day <= self._register.today]
        return max(begun, default=0)

    def _column(self) -> int:
        return max(self.grid.currentIndex().column(), 0)

    def _tell_session(self) -> None:
        if self._days:
            day = self._days[min(self._column(), len(self._days) - 1)]
            self._session.setText(format_date(day))
            said = _("Mark all who have no mark on {day} as present")
            self.all_present.setToolTip(said.format(day=format_date(day)))

    def _mark_rest(self) -> None:
        if self._shown is None or not self._shown.sessions:
            return
        column = self._column()
        session = self._shown.sessions[column]
        n = attendance.mark_rest_present(self._register, session)
        said = ngettext("{n} pupil is present.", "{n} pupils are present.", n)
        telling.told(self._desk, said)
        self.grid.go_to(max(self.grid.currentIndex().row(), 0), column)
        self.grid.setFocus()

    def _type(self, letter: str, cells: Sequence[Cell]) -> None:
        if self._shown is not None:
            mark = LETTERS.get(letter)
            keys, held = self._shown.table.keys, self._shown.sessions
            self._set([(held[at], keys[row], mark) for row, at in cells])

    def _press(self, row: int, column: int) -> None:
        now = self.grid.cells.cells[row][column]
        self._type(_NEXT.get(now) or "", [(row, column)])

    def _paste(self, text: str, row: int, column: int) -> None:
        if self._shown is not None:
            at = column + self._shown.first
            named = pasted_marks.by_name(self._register, self._shown, at, text)
            if named is not None:
                self._set(named)
                return
            block = pasted_marks.read(text)
            self._set(pasted_marks.spread(self._shown, row, at, block))

    def _set(self, marks: Sequence[Marked]) -> None:
        n = attendance.set_marks(self._register, marks)
        if n == 1:
            words = attendance.MARKS.get(marks[0][2] or "", "")
            said = _("Marked: {mark}.").format(mark=translated(words).lower())
            telling.told(self._desk, said if words else _("The mark is taken away."))
        elif n:
            telling.told(
                self._desk, ngettext("{n} mark is kept.", "{n} marks are kept.", n)
            )


def _named(row: Sequence[object]) -> str:
    surname, forename, form, state = row[:4]
    name = _("{surname}, {forename} {form}")
    said = name.format(surname=surname, forename=forename, form=form or "").strip()
    gone = {translated(STATES[s]) for s in ("withdrawn", "removed")}
    if state not in gone:
        return said
    words = _("{name} ({state})")
    return words.format(name=said, state=str(state).lower())


def _letter(value: object) -> str | None:
    return None if value is None else str(value)
