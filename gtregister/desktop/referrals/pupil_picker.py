"""Picking a pupil by typing a part of the name; the focus stays in the field."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from gtregister.core.roll import pupils
from gtregister.core.roll.whole_roll import Named
from gtregister.desktop import style
from gtregister.desktop.widgets.text_field import TextField
from gtregister.i18n import _, ngettext

_MOST = 20
_ROW = 28  # pixels, enough to press
_MOVES = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}


class PupilPicker(QWidget):
    """A field, and under it the pupils who fit; Up and Down choose one of them."""

    def __init__(self, roll: Sequence[Named], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._roll = [(named, _key(named)) for named in roll]
        self._found: list[Named] = []
        self.field = TextField(parent=self)
        self.field.setPlaceholderText(_("Type a name, form or UPN"))
        self.field.setAccessibleName(_("Pupil"))
        self.field.installEventFilter(self)
        self.field.textEdited.connect(self._seek)
        self.list = QListWidget(self)
        self.list.setAccessibleName(_("Pupils who fit"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setUniformItemSizes(True)
        self.list.setMaximumHeight(style.scaled(112))
        self.list.itemClicked.connect(self._take)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(4)
        down.addWidget(self.field)
        down.addWidget(self.list)
        self.setFocusProxy(self.field)
        self._seek("")

    def pupil_id(self) -> int | None:
        """Give the id of the pupil who is picked, if one is."""
        row = self.list.currentRow()
        return self._found[row].id if 0 <= row < len(self._found) else None

    def _seek(self, sought: str) -> None:
        words = [word for word in map(pupils.folded, sought.split()) if word]
        found = [(n, k) for n, k in self._roll if all(word in k for word in words)]
        # Those come first whose names begin with what is typed.
        found.sort(key=lambda pair: -sum(f" {word}" in pair[1] for word in words))
        self._show([named for named, _key in found[:_MOST]] if words else [])

    def _show(self, found: list[Named]) -> None:
        self._found = found
        self.list.clear()
        for named in found:
            item = QListWidgetItem(in_words(named), self.list)
            item.setSizeHint(QSize(0, style.scaled(_ROW)))
        self.list.setCurrentRow(0 if found else -1)
        self._describe()

    def _describe(self) -> None:
        """Tell a screen reader who is picked, of how many."""
        count = ngettext("{n} found", "{n} found", len(self._found))
        item = self.list.currentItem()
        said = _("{count}: {pupil}")
        words = said.format(count=count, pupil=item.text()) if item else count
        self.field.setAccessibleDescription(words)

    def _take(self) -> None:
        """Put the pupil who is picked into the field and go on."""
        row = self.list.currentRow()
        if row < 0:
            return
        self.field.setText(in_words(self._found[row]))
        self._show([self._found[row]])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in _MOVES:
                self.list.event(event)
                self._describe()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._found:
                self._take()
                self.focusNextChild()
                return True
        return super().eventFilter(watched, event)


def in_words(named: Named) -> str:
    """Name a pupil and the form: Hughes, Finn, 8C."""
    said = _("{surname}, {forename}")
    name = said.format(surname=named.surname, forename=named.forename)
    if not named.form:
        return name
    return _("{name}, {form}").format(name=name, form=named.form)


def _key(named: Named) -> str:
    words = (named.forename, named.surname, named.form or "", named.upn or "")
    return "".join(f" {pupils.folded(part)}" for w in words for part in w.split())
