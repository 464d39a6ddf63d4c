"""Replies down a list: whoever was asked, and y or n for each by a key."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
)

from gtregister.core import undo
from gtregister.core.register import Register
from gtregister.core.telling import answer_lists, answers
from gtregister.core.telling.answer_lists import Awaited
from gtregister.core.telling.answers import Reply
from gtregister.core.telling.slips import Slip
from gtregister.desktop.page import Desk
from gtregister.desktop.widgets import sizing
from gtregister.desktop.widgets.letter_grid import Cell, LetterGrid
from gtregister.desktop.widgets.lines import line
from gtregister.desktop.widgets.option_form import Choices
from gtregister.desktop.widgets.table_model import Mark
from gtregister.i18n import _, ngettext

_NEXT = {None: True, True: False, False: None}


class TickDialog(QDialog):
    """A row is a slip that is out, a column a question; they are entered together.

    What was ticked and not entered is dropped at the second press on Close.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self.setWindowTitle(_("Tick replies"))
        self.desk = desk
        self.register = desk.register
        self._batches: list[Awaited] = []
        self._rows: list[Slip] = []
        self._ticked: dict[int, dict[str, bool]] = {}
        self._change: int | None = None
        self._has_warned = False
        self.letters = self._choice(self._fill_forms)
        self.forms = self._choice(self._show)
        marks = {_("Yes"): Mark("✓", "success"), _("No"): Mark("✗", "error")}
        self.grid = LetterGrid(_("Slips that are out"), "YN", marks, self)
        self.grid.typed.connect(self._type)
        self.grid.pressed_at.connect(self._press)
        self.grid.selectionModel().currentChanged.connect(self._tell_slip)
        self.slip = line(quiet=True, folds=True)
        self.said = line(folds=True)
        hint = _(
            "Choose the letter, then go down the list: y for yes, n for no, Delete to "
            "clear. The arrow keys pass over a slip that did not come back."
        )
        form = QFormLayout()
        form.addRow(_("&Letter"), self.letters)
        form.addRow(_("&Form"), self.forms)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        down = QVBoxLayout(self)
        down.setContentsMargins(24, 20, 24, 20)
        down.setSpacing(10)
        down.addWidget(line(hint, quiet=True, folds=True))
        down.addLayout(form)
        down.addWidget(self.grid, 1)
        down.addWidget(self.slip)
        down.addWidget(self.said)
        down.addLayout(self._foot())
        self._read()
        self.grid.setFocus()
        sizing.fit(self, 760, 600)

    def _choice(self, then: object) -> Choices:
        combo = Choices(self)
        combo.setMinimumContentsLength(12)
        combo.activated.connect(then)
        return combo

    def _foot(self) -> QHBoxLayout:
        self.enter_button = QPushButton(self)
        self.enter_button.clicked.connect(self.enter)
        self.back = QPushButton(_("&Undo"), self)
        self.back.clicked.connect(self._undo)
        self.back.setEnabled(False)
        close = QPushButton(_("Close"), self)
        close.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        for button in (self.enter_button, self.back, close):
            button.setAutoDefault(False)
        foot.addWidget(self.enter_button)
        foot.addWidget(self.back)
        foot.addStretch(1)
        foot.addWidget(close)
        return foot

    def _read(self) -> None:
        """Read again what is awaited; the letter and the form that are chosen stay."""
        title, form = self.letters.currentText(), self.forms.currentData()
        self._batches = answer_lists.awaited(self.register)
        self.letters.clear()
        self.letters.addItems([one.title for one in self._batches])
        self.letters.setCurrentIndex(max(0, self.letters.findText(title)))
        self._fill_forms()
        self.forms.setCurrentIndex(max(0, self.forms.findData(form)))
        self._show()
        if not self._batches:
            self.said.setText(_("No reply is awaited."))

    @property
    def _batch(self) -> Awaited | None:
        place = self.letters.currentIndex()
        return self._batches[place] if 0 <= place < len(self._batches) else None

    def _fill_forms(self) -> None:
        batch = self._batch
        forms = dict.fromkeys(slip.form for slip in batch.slips) if batch else ()
        self.forms.clear()
        self.forms.addItem(_("All forms"), None)
        for form in forms:
            self.forms.addItem(form or _("No form"), form)
        self._show()

    def _show(self) -> None:
        batch, form = self._batch, self.forms.currentData()
        self._rows = [
            slip for slip in (batch.slips if batch else ()) if form in (None, slip.form)
        ]
        name = _("{number}  {child} {form}")
        names = [
            name.format(number=slip.number, child=slip.child, form=slip.form).strip()
            for slip in self._rows
        ]
        titles = batch.headings() if batch else ()
        self.grid.show_cells(names, titles, [self._cells(slip) for slip in self._rows])
        if self._rows and not self.grid.currentIndex().isValid():
            self.grid.go_to(0, 0)
        self._say_count()

    def _tell_slip(self) -> None:
        """Say what the slip that one is at asks, and of whom."""
        index = self.grid.currentIndex()
        if not (index.isValid() and index.row() < len(self._rows)):
            self.slip.setText("")
            return
        slip = self._rows[index.row()]
        _key, question = slip.questions[index.column()]
        said = _("To {people}: {question}")
        whole = said.format(people=slip.people, question=question)
        self.slip.setText(whole if slip.people else question)

    def _cells(self, slip: Slip) -> list[str | None]:
        words = {True: _("Yes"), False: _("No"), None: None}
        held = self._ticked.get(slip.id, {})
        return [words[held.get(key)] for key, _words in slip.questions]

    def _type(self, letter: str, cells: Sequence[Cell]) -> None:
        said = {"Y": True, "N": False}.get(letter)
        for row, column in cells:
            self._tick(row, column, said)
        self._show()

    def _press(self, row: int, column: int) -> None:
        slip = self._rows[row]
        held = self._ticked.get(slip.id, {})
        self._tick(row, column, _NEXT[held.get(slip.questions[column][0])])
        self._show()

    def _tick(self, row: int, column: int, said: bool | None) -> None:
        slip = self._rows[row]
        held = self._ticked.setdefault(slip.id, {})
        key = slip.questions[column][0]
        if said is None:
            held.pop(key, None)
        else:
            held[key] = said
        if not held:
            del self._ticked[slip.id]
        self._has_warned = False

    def _say_count(self) -> None:
        n = len(self._ticked)
        words = ngettext("&Enter {n} reply", "&Enter {n} replies", n)
        self.enter_button.setText(words)
        self.enter_button.setEnabled(n > 0 and self.register.can_write)

    def enter(self) -> None:
        """Enter everything that is ticked, in one change."""
        today = self.register.today
        replies = [
            Reply(slip, self._ticked[slip.id], today)
            for batch in self._batches
            for slip in batch.slips
            if slip.id in self._ticked
        ]
        about = _("Ticked in the list")
        self.desk.tasks.run(
            partial(_enter, replies=replies, about=about),
            then=self._tell_entered,
            what=_("Entering the replies…"),
        )

    def _tell_entered(self, change: int) -> None:
        n = len(self._ticked)
        self._ticked, self._change = {}, change
        self._read()
        said = ngettext("✓ {n} reply is entered.", "✓ {n} replies are entered.", n)
        self.said.setText(said)
        self.back.setEnabled(True)
        self.grid.setFocus()

    def _undo(self) -> None:
        change = self._change
        self.desk.tasks.run(
            lambda register: undo.undo(register, change),
            then=self._tell_undone,
            what=_("Undoing…"),
        )

    def _tell_undone(self, _undone: object) -> None:
        self._change = None
        self.back.setEnabled(False)
        self._read()
        self.said.setText(_("✓ The replies are undone. Nothing is kept of them."))

    def reject(self) -> None:
        if self._ticked and not self._has_warned:
            self._has_warned = True
            said = _("These replies are not entered: enter them, or close once more.")
            self.said.setText(said)
            return
        super().reject()


def _enter(register: Register, replies: Sequence[Reply], about: str) -> int:
    answers.enter_all(register, replies, about)
    return register.latest_change
