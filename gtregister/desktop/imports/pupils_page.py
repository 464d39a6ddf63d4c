"""Page 3: pupils whom the program cannot tell apart, side by side, for a person."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QWidget,
)

from gtregister.core.importing.questions import NEW, SKIP, Question, same
from gtregister.desktop.imports import tables
from gtregister.desktop.imports.import_page import ImportPage
from gtregister.desktop.imports.pair_card import PairCard, in_a_line
from gtregister.desktop.widgets.lines import line
from gtregister.i18n import N_, _, ngettext, translated
from gtregister.importers import joining
from gtregister.table import Column, Table, Value

_COLUMNS = (
    Column("row", N_("Row"), "number"),
    Column("file", N_("In the file")),
    Column("register", N_("In the register")),
    Column("why", N_("Why it asks")),
    Column("answer", N_("Answer"), "status"),
)


class PupilsPage(ImportPage):
    """Asks whether it is the same pupil; never decides that two are one by itself."""

    title = N_("Pupils")

    def build(self) -> None:
        self.facts = line(folds=True)
        self.view = tables.view(_("Pupils to be asked about"), self)
        self.view.current_changed.connect(self._show_current)
        self.body.addWidget(self.facts)
        self.body.addWidget(self.view, 1)
        self._panel = QWidget(self)
        down = QGridLayout(self._panel)
        down.setContentsMargins(0, 0, 0, 0)
        self.pair = PairCard()
        down.addWidget(self.pair, 0, 0)
        down.addLayout(self._buttons(), 1, 0)
        self.body.addWidget(self._panel)

    def _buttons(self) -> QHBoxLayout:
        across = QHBoxLayout()
        across.setSpacing(12)
        self.buttons: dict[str, QPushButton] = {}
        for key, words in self._words().items():
            button = QPushButton(words, self)
            button.setCheckable(True)
            button.clicked.connect(partial(self._answer, key))
            self.buttons[key] = button
            across.addWidget(button)
        across.addStretch(1)
        self.rest = QPushButton(_("All the &others"), self)
        menu = QMenu(self.rest)
        # Never “the same” for all at once: that is for a person to say of each.
        menu.addAction(_("are &new pupils")).triggered.connect(
            partial(self._answer_rest, NEW)
        )
        menu.addAction(_("&leave out")).triggered.connect(
            partial(self._answer_rest, SKIP)
        )
        self.rest.setMenu(menu)
        across.addWidget(self.rest)
        return across

    def _words(self) -> dict[str, str]:
        return {
            "same": _("&Same pupil"),
            "new": _("Ne&w pupil"),
            "skip": _("&Leave out"),
        }

    def is_needed(self) -> bool:
        return bool(self._questions())

    def begin(self) -> None:
        self._go_on()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_read(self) -> None:
        key = self.view.current_key()
        questions = self._questions()
        rows = [_row(question) for question in questions]
        keys = [question.rows[0] for question in questions]
        table = Table(N_("Pupils to be asked about"), _COLUMNS, rows, keys)
        self.view.table_model.set_table(table)
        self.facts.setText(self._facts())
        self.view.setVisible(bool(rows))
        self._panel.setVisible(bool(rows))
        tables.go_to(self.view, key)
        self._show_current(self.view.current_key())
        left = [q for q in questions if q.answer is None]
        self.rest.setEnabled(len(left) > 1)

    def _questions(self) -> tuple[Question, ...]:
        read = self.conversation.read
        return read.questions if read else ()

    def _facts(self) -> str:
        plan = self.conversation.plan
        if plan is None:
            return ""
        known = ngettext("{n} pupil is known", "{n} pupils are known", len(plan.known))
        new = ngettext("{n} looks new", "{n} look new", len(plan.new))
        left = [q for q in self._questions() if q.answer is None]
        need = ngettext("{n} needs you", "{n} need you", len(left))
        said = _("{known} by UPN, or by name and date of birth; {new}; {need}.")
        text = said.format(known=known, new=new, need=need)
        if left:
            rest = _("Rows without an answer are left out of the import.")
            return f"{text} {rest}"
        return text

    def _question(self) -> Question | None:
        key = self.view.current_key()
        found = (q for q in self._questions() if q.rows[0] == key)
        return next(found, None)

    def _show_current(self, _key: object) -> None:
        question = self._question()
        for key, button in self.buttons.items():
            button.setEnabled(question is not None)
            is_answer = question is not None and _answer(question) == key
            button.setChecked(is_answer)
            said = _("✓ {answer}") if is_answer else "{answer}"
            button.setText(said.format(answer=self._words()[key]))
        if question is None:
            return
        self.buttons["same"].setEnabled(bool(question.alike))
        self.pair.show_question(question)

    def _answer(self, key: str) -> None:
        question = self._question()
        if question is None:
            return
        pupil = self.pair.chosen
        answer = same(pupil) if key == "same" and pupil is not None else key
        self.conversation.answer(dict.fromkeys(question.rows[:1], answer))
        self._go_on(after=question)

    def _answer_rest(self, answer: str) -> None:
        left = [q.rows[0] for q in self._questions() if q.answer is None]
        self.conversation.answer(dict.fromkeys(left, answer))

    def _go_on(self, after: Question | None = None) -> None:
        """Go to the next pupil who needs an answer, if there is one."""
        left = [q.rows[0] for q in self._questions() if q.answer is None and q != after]
        if left:
            tables.go_to(self.view, left[0])
        elif after is None:
            tables.go_to(self.view, None)


def _answer(question: Question) -> str:
    if question.answer is None:
        return "none"
    return question.answer if question.answer in (NEW, SKIP) else "same"


def _row(question: Question) -> tuple[Value, ...]:
    theirs = dict(question.pupil) if question.pupil is not None else {}
    why = _("the same birthday: twins?") if question.is_twins else question.why
    if len(question.alike) > 1:
        more = ngettext("{n} other too", "{n} others too", len(question.alike) - 1)
        why = _("{why} ({more})").format(why=why, more=more)
    answer = translated(tables.ANSWERS[_answer(question)])
    return (
        joining.shown(question.rows[0]),
        in_a_line(question.details),
        in_a_line(theirs),
        why,
        answer,
    )
