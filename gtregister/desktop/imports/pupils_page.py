"""Page 3: pupils whom the program cannot tell apart, side by side, for a person."""

from collections.abc import Mapping
from datetime import date
from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QWidget,
)

from gtregister.core.importing.questions import NEW, SKIP, Question, same
from gtregister.core.register import Row
from gtregister.desktop.imports import tables
from gtregister.desktop.imports.field_words import words_of
from gtregister.desktop.imports.import_page import ImportPage
from gtregister.desktop.widgets.card import Card
from gtregister.desktop.widgets.lines import line
from gtregister.i18n import N_, _, format_short_date, ngettext, translated
from gtregister.table import Column, Table, Value

_COLUMNS = (
    Column("row", N_("Row"), "number"),
    Column("file", N_("In the file")),
    Column("register", N_("In the register")),
    Column("why", N_("Why it asks")),
    Column("answer", N_("Answer"), "status"),
)
# What is laid side by side, where either of the two has it.
_SHOWN = ("surname", "forename", "dob", "sex", "year_group", "form", "upn")


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
        self.pair = Card()
        self._pair = QGridLayout()
        self._pair.setHorizontalSpacing(24)
        self._pair.setVerticalSpacing(4)
        self._pair.setColumnStretch(1, 1)
        self._pair.setColumnStretch(2, 1)
        self.who = QComboBox(self)
        self.who.setAccessibleName(_("Which pupil of the register"))
        self.who.activated.connect(self._choose_who)
        self.pair.rows.addWidget(self.who)
        self.pair.rows.addLayout(self._pair)
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
        self._offer(question)
        self._lay_side_by_side(question, question.pupil)

    def _offer(self, question: Question) -> None:
        """Offer the pupils whom it may be, if there are several."""
        with QSignalBlocker(self.who):
            self.who.clear()
            for place, pupil in enumerate(question.alike):
                self.who.addItem(_who(dict(pupil)), place)
                if pupil == question.pupil:
                    self.who.setCurrentIndex(place)
        self.who.setVisible(len(question.alike) > 1)

    def _chosen(self, question: Question) -> Row | None:
        place = self.who.currentData()
        return question.alike[place] if place is not None else None

    def _choose_who(self) -> None:
        question = self._question()
        if question is not None:
            self._lay_side_by_side(question, self._chosen(question))

    def _lay_side_by_side(self, question: Question, pupil: Row | None) -> None:
        while item := self._pair.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()
        theirs = dict(pupil) if pupil is not None else {}
        for place, words in enumerate(("", _("In the file"), _("In the register"))):
            self._pair.addWidget(line(words, "heading"), 0, place)
        at = 1
        for field in _SHOWN:
            one, other = question.details.get(field), theirs.get(field)
            if one is None and other is None:
                continue
            self._pair.addWidget(line(words_of(field), quiet=True), at, 0)
            is_other = None not in (one, other) and one != other
            for place, value in ((1, one), (2, other)):
                text = _written(field, value)
                said = _("≠ {value}").format(value=text) if is_other else text
                self._pair.addWidget(line(said, folds=True), at, place)
            at += 1

    def _answer(self, key: str) -> None:
        question = self._question()
        if question is None:
            return
        pupil = self._chosen(question)
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
    return (question.rows[0], _who(question.details), _who(theirs), why, answer)


def _who(details: Mapping[str, object]) -> str:
    """Name a pupil in one line: Katie Smith, 12/03/2015, 7B."""
    name = f"{details.get('forename') or ''} {details.get('surname') or ''}".strip()
    born = _written("dob", details.get("dob"))
    parts = [name, born, str(details.get("form") or "")]
    return ", ".join(filter(None, parts)) or "–"


def _written(field: str, value: object) -> str:
    if value is None:
        return "" if field == "dob" else "–"
    if field == "dob":
        return format_short_date(date.fromisoformat(str(value)))
    return str(value)
