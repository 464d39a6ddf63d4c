"""Replies at the speed of typing: a number and y or n, Enter, and the next one."""

import re
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
)

from gtregister.core import undo
from gtregister.core.telling import answers, slips
from gtregister.core.telling.slips import Slip
from gtregister.core.undo import Undone
from gtregister.desktop import style
from gtregister.desktop.page import Desk
from gtregister.desktop.widgets import sizing
from gtregister.desktop.widgets.lines import line
from gtregister.desktop.widgets.row_list import RowList
from gtregister.desktop.widgets.text_field import TextField
from gtregister.errors import UserError
from gtregister.i18n import _, format_date

_TYPED = re.compile(r"\s*([\d -]*\d)\s*(.*?)\s*")
_SHORTEST = 5  # digits of a number
# How the dialog ends if replies are to be entered in another way.
TICKED, FROM_FILE = 2, 3
_ROLE = Qt.ItemDataRole.UserRole


class _Typed(NamedTuple):
    number: str
    answers: tuple[str, ...]


class ReplyDialog(QDialog):
    """One field for all; what was entered stands under it, newest first, with Undo."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self.setWindowTitle(_("Enter replies"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.desk = desk
        self.register = desk.register
        hint = _(
            "Type the number of the slip, then y or n for each question, and press "
            "Enter: 10019\u00a0y, or 10019\u00a0yyn."
        )
        # Made first, since Tab begins with it.
        self.field = TextField("", self)
        self.field.setAccessibleName(_("Slip and answers"))
        self.field.setPlaceholderText("10019 y")
        self.field.textChanged.connect(self._look)
        self.field.returnPressed.connect(self.enter)
        self.said = line(folds=True)
        self.these = self._offer_these()
        self.slip = line(quiet=True, folds=True)
        self.entered = RowList(_("Entered now, the newest first"), self)
        self.entered.setWordWrap(True)
        self.entered.setMinimumHeight(style.scaled(40))
        self.entered.currentItemChanged.connect(self._enable)
        across = QHBoxLayout()
        across.setSpacing(12)
        across.addWidget(self.field, 1)
        across.addWidget(self.these)
        down = QVBoxLayout(self)
        down.setContentsMargins(24, 20, 24, 20)
        down.setSpacing(10)
        down.addWidget(line(hint, quiet=True, folds=True))
        down.addLayout(across)
        down.addWidget(self.said)
        down.addWidget(self.slip)
        down.addWidget(self.entered, 1)
        down.addLayout(self._foot())
        self._enable()
        self.field.setFocus()
        sizing.fit(self, 640, 560)

    def _offer_these(self) -> QPushButton:
        these = QPushButton(_("These are &right"), self)
        these.setAccessibleDescription(_("Replace the answers entered before"))
        these.setAutoDefault(False)
        these.clicked.connect(self._replace)
        these.hide()
        return these

    def _foot(self) -> QHBoxLayout:
        self.back = QPushButton(_("&Undo this reply"), self)
        self.back.clicked.connect(self._undo)
        close = QPushButton(_("Close"), self)
        close.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self.back)
        foot.addStretch(1)
        for words, way in (
            (_("Tick a &list…"), TICKED),
            (_("From a &file…"), FROM_FILE),
        ):
            button = QPushButton(words, self)
            button.clicked.connect(partial(self.done, way))
            foot.addWidget(button)
        foot.addWidget(close)
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)  # Enter belongs to the field
        return foot

    def _look(self) -> None:
        """Say whose slip it is as soon as its number is whole."""
        self._say("")
        self.these.hide()
        self.slip.setText("")
        typed = _read(self.field.text())
        if typed is None or len(typed.number) < _SHORTEST:
            return
        try:
            self.slip.setText(_asked(slips.find(self.register, typed.number)))
        except UserError:
            return  # more digits may follow; Enter says what is wrong

    def enter(self) -> None:
        """Enter the reply that is typed, or say what is wrong with it."""
        self._enter(replace=False)

    def _replace(self) -> None:
        self._enter(replace=True)
        self.field.setFocus()

    def _enter(self, *, replace: bool) -> None:
        typed = _read(self.field.text())
        if typed is None:
            if self.field.text().strip():
                self._refuse(_("Begin with the number of the slip, such as 10019."))
            return
        try:
            if not typed.answers:
                slip = slips.find(self.register, typed.number)
                self._refuse(_("Add y or n: {number} y").format(number=slip.number))
                return
            came = answers.enter(
                self.register, typed.number, typed.answers, replace=replace
            )
        except UserError as error:
            self._refuse(error.text)
            self._offer_to_replace(typed)
            return
        self.these.hide()
        if came.is_repeated:
            self._say(f"↻ {came.said}", "warning")
        else:
            self._list(came.slip, is_late=came.is_late)
        self.field.selectAll() if came.is_repeated else self.field.clear()
        if not came.is_repeated:
            late = _("It came late, and counts.") if came.is_late else ""
            self._say(f"✓ {came.said} {late}".strip(), "success")

    def _offer_to_replace(self, typed: _Typed) -> None:
        """Offer to put other answers in the place of those entered before."""
        try:
            slip = slips.find(self.register, typed.number)
            answers.read(slip, typed.answers)
        except UserError:
            return
        self.these.setVisible(bool(slip.answers))

    def _list(self, slip: Slip, *, is_late: bool) -> None:
        change = undo.last(self.register)
        item = QListWidgetItem(_entered(slip, is_late=is_late))
        item.setData(_ROLE, change["id"] if change else None)
        self.entered.insertItem(0, item)
        self.entered.setCurrentRow(0)

    def _undo(self) -> None:
        item = self.entered.currentItem()
        change = item.data(_ROLE) if item is not None else None
        if not isinstance(change, int):
            return
        self.desk.tasks.run(
            lambda register: undo.undo(register, change),
            then=self._tell_undone,
            what=_("Undoing…"),
        )

    def _tell_undone(self, undone: Undone) -> None:
        for row in range(self.entered.count()):
            item = self.entered.item(row)
            if item.data(_ROLE) == undone.change_id:
                said = _("– Undone: {reply}").format(reply=item.text())
                item.setText(said)
                item.setData(_ROLE, None)
        self._say(_("✓ The reply is undone. Nothing is kept of it."), "success")
        self._enable()
        self.field.setFocus()

    def _enable(self) -> None:
        item = self.entered.currentItem()
        can = item is not None and item.data(_ROLE) is not None
        self.back.setEnabled(can)

    def _refuse(self, words: str) -> None:
        self._say(f"✕ {words}", "error")
        self.field.selectAll()

    def _say(self, words: str, colour: str = "text") -> None:
        self.said.setText(words)
        self.field.setAccessibleDescription(words)
        palette = self.said.palette()
        ink = QColor(getattr(style.colours(), colour))
        palette.setColor(QPalette.ColorRole.WindowText, ink)
        self.said.setPalette(palette)


def _read(text: str) -> _Typed | None:
    """Read a number and what follows it: “10019 y n”, “10019yn”."""
    found = _TYPED.fullmatch(text)
    if found is None:
        return None
    number = "".join(found[1].replace("-", "").split())
    return _Typed(number, tuple(found[2].split()))


def _asked(slip: Slip) -> str:
    """Say whose slip it is, and what it asks in its order."""
    said = _("Slip {number}: {child}, back by {day}.")
    day = format_date(slip.reply_by)
    told = [said.format(number=slip.number, child=slip.child, day=day)]
    for place, (_key, words) in enumerate(slip.questions, 1):
        told.append(f"{place}. {words}")
    return "\n".join(told)


def _entered(slip: Slip, *, is_late: bool) -> str:
    """Write an entry down: its number, the child, and what was answered."""
    said_so = answers.in_words(slip, slip.answers)
    said = (
        _("✓ {number}  {child}: {answers} (late)")
        if is_late
        else _("✓ {number}  {child}: {answers}")
    )
    return said.format(number=slip.number, child=slip.child, answers=said_so)
