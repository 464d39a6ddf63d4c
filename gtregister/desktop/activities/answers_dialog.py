"""Answers from paper, at the speed of typing: a key for a number, Enter for words."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gtregister.core import undo
from gtregister.core.enrichment import feedback, questions
from gtregister.core.enrichment.feedback import Slip
from gtregister.core.register import Row
from gtregister.desktop import style
from gtregister.desktop.activities import inviting, part
from gtregister.desktop.page import Desk
from gtregister.desktop.widgets import sizing
from gtregister.desktop.widgets.lines import line
from gtregister.desktop.widgets.option_form import Choices
from gtregister.desktop.widgets.row_list import RowList
from gtregister.desktop.widgets.text_field import TextField
from gtregister.errors import UserError
from gtregister.i18n import _, ngettext

_ROLE = Qt.ItemDataRole.UserRole


class AnswersDialog(QDialog):
    """A field for each question; after the last one the slip is kept, and the next."""

    def __init__(self, desk: Desk, activity_id: int) -> None:
        super().__init__(desk.window)
        self.setWindowTitle(_("Type answers in"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._register = desk.register
        self._id = activity_id
        self._asked = questions.begin(desk.register)
        self.fields: list[TextField] = []
        self.pupil = self._whose()
        hint = _(
            "One form after the other: a number or y and n goes on by itself, Enter "
            "goes on from anywhere, also past a question that was not answered."
        )
        self.said = line(folds=True)
        self.entered = RowList(_("Entered now, the newest first"), self)
        self.entered.setMinimumHeight(style.scaled(40))
        self.entered.setWordWrap(True)
        self.entered.hide()
        inside = QWidget()
        down = QVBoxLayout(inside)
        down.setContentsMargins(2, 2, 2, 2)
        down.setSpacing(6)
        label = line(_("&Whose form it is, if it says so"), folds=True)
        label.setBuddy(self.pupil)
        down.addWidget(label)
        down.addWidget(self.pupil)
        for number, row in enumerate(self._asked, 1):
            for widget in self._question(number, row):
                down.addWidget(widget)
        down.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 20, 24, 20)
        whole.setSpacing(10)
        title = inviting.title_of(desk, activity_id)
        whole.addWidget(line(title, "subtitle", folds=True))
        whole.addWidget(line(hint, quiet=True, folds=True))
        whole.addWidget(part.scrolled(inside), 3)
        whole.addWidget(self.said)
        whole.addWidget(self.entered, 1)
        whole.addLayout(self._foot())
        sizing.fit(self, 640, 640)
        self.fields[0].setFocus()

    def _whose(self) -> Choices:
        """Offer the pupils of the activity; a form need not say whose it is."""
        whose = Choices(self)
        whose.addItem(_("Nobody is named"), None)
        said = _("{surname}, {forename} {form}")
        for row in feedback.pupils_of(self._register, self._id):
            names = {"surname": row["surname"], "forename": row["forename"]}
            words = said.format(form=row["form"] or "", **names).strip()
            whose.addItem(words, row["pupil_id"])
        return whose

    def _question(self, number: int, row: Row) -> tuple[QLabel, TextField]:
        """Make the label and the field of a question."""
        kinds = {"scale": _("1 to 5"), "yes_no": _("y or n"), "words": ""}
        asked = _("{number}. {question}")
        said = asked.format(number=number, question=row["question"])
        field = TextField(parent=self)
        field.setAccessibleName(row["question"])
        field.setPlaceholderText(kinds[row["kind"]])
        at = len(self.fields)
        if row["kind"] != "words":
            field.textEdited.connect(partial(self._go_on_by_itself, at))
        field.returnPressed.connect(partial(self._go_on, at))
        self.fields.append(field)
        label = line(said, folds=True)
        label.setBuddy(field)
        return label, field

    def _foot(self) -> QHBoxLayout:
        self.back = QPushButton(_("&Undo this form"), self)
        self.back.clicked.connect(self._undo)
        self.back.setEnabled(False)
        self.keep = QPushButton(_("&Keep this form"), self)
        self.keep.clicked.connect(self.enter)
        close = QPushButton(_("Close"), self)
        close.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self.back)
        foot.addStretch(1)
        for button in (self.keep, close):
            foot.addWidget(button)
        for button in (self.back, self.keep, close):
            button.setAutoDefault(False)  # Enter belongs to the fields
        return foot

    def _go_on_by_itself(self, at: int, typed: str) -> None:
        """Go to the next question as soon as one key has answered this one."""
        if feedback.is_answer(self._asked[at]["kind"], typed):
            self._go_on(at)

    def _go_on(self, at: int) -> None:
        if at + 1 < len(self.fields):
            self.fields[at + 1].setFocus()
            self.fields[at + 1].selectAll()
        else:
            self.enter()

    def enter(self) -> None:
        """Keep what is typed as one slip, or say which answer will not do."""
        typed = [field.text().strip() for field in self.fields]
        if not any(typed):
            self.fields[0].setFocus()
            return
        ids = [row["id"] for row in self._asked]
        slip = Slip(dict(zip(ids, typed, strict=True)), self.pupil.currentData())
        try:
            feedback.add(self._register, self._id, [slip])
        except UserError as error:
            self.said.setText(f"✕ {error.text}")
            self._go_to_wrong(typed)
            return
        self._list(typed)
        for field in self.fields:
            field.clear()
        self.pupil.setCurrentIndex(0)
        self.fields[0].setFocus()

    def _go_to_wrong(self, typed: list[str]) -> None:
        for field, row, said in zip(self.fields, self._asked, typed, strict=True):
            if said and not feedback.is_answer(row["kind"], said):
                field.setFocus()
                field.selectAll()
                return

    def _list(self, typed: list[str]) -> None:
        change = undo.last(self._register)
        named = self.pupil.currentText() if self.pupil.currentIndex() > 0 else ""
        told = " · ".join(filter(None, (named, *typed)))
        item = QListWidgetItem(_("✓ {answers}").format(answers=told))
        item.setData(_ROLE, change["id"] if change else None)
        self.entered.insertItem(0, item)
        self.entered.setCurrentRow(0)
        self._count()

    def _undo(self) -> None:
        item = self.entered.currentItem()
        change = item.data(_ROLE) if item is not None else None
        if isinstance(change, int):
            self._desk.put_back(change)
            self.entered.takeItem(self.entered.currentRow())
            self._count()
        self.fields[0].setFocus()

    def _count(self) -> None:
        n = self.entered.count()
        self.back.setEnabled(n > 0)
        self.entered.setVisible(n > 0)
        said = ngettext("{n} form is kept.", "{n} forms are kept.", n)
        self.said.setText(said)
