"""Ctrl+K: a field to type in, and below it what fits; Enter goes there."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QListWidgetItem, QVBoxLayout

from gtregister.desktop import style
from gtregister.desktop.finding import targets
from gtregister.desktop.page import Desk
from gtregister.desktop.widgets.lines import line
from gtregister.desktop.widgets.row_list import RowList
from gtregister.desktop.widgets.text_field import TextField
from gtregister.i18n import _, ngettext

_MOST = 50  # matches listed; whoever needs more types another letter
_MOVES = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}


class FindDialog(QDialog):
    """Finds a pupil, a page or a command; the focus stays in the field."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self.setWindowTitle(_("Go to"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._targets = targets.Targets(desk)
        self._found: list[targets.Target] = []
        self.field = TextField(parent=self)
        self.field.setPlaceholderText(_("Type a name, a page or a command"))
        self.field.setAccessibleName(_("Find a pupil, a page or a command"))
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._seek)
        self.field.returnPressed.connect(self._go)
        self.list = RowList(_("What was found"), self)
        self.list.setUniformItemSizes(True)
        self.list.itemActivated.connect(self._go)
        self.list.itemClicked.connect(self._go)
        self._count = line("", "caption", quiet=True)
        hint = _("Arrow keys choose, Enter opens, Esc closes.")
        down = QVBoxLayout(self)
        down.setContentsMargins(16, 16, 16, 12)
        down.setSpacing(8)
        for part in (self.field, self.list, self._count):
            down.addWidget(part)
        down.addWidget(line(hint, "caption", quiet=True, folds=True))
        room = desk.window.size()
        self.resize(
            min(style.scaled(560), room.width()), min(style.scaled(460), room.height())
        )
        self._seek("")

    def _seek(self, sought: str) -> None:
        """Show what fits what is typed, and say how many to a screen reader."""
        self._found = self._targets.matching(sought, _MOST)
        self.list.clear()
        for target in self._found:
            words = f"{target.words}  –  {target.place}"
            item = QListWidgetItem(words, self.list)
            said = _("{what}, {place}").format(what=target.words, place=target.place)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
        self.list.setCurrentRow(0)
        self._count.setText(self._words(len(self._found)))
        first = self._found[0].words if self._found else ""
        self.field.setAccessibleDescription(f"{self._count.text()} {first}".strip())

    def _words(self, count: int) -> str:
        if not count:
            return _("Nothing has this name. Try fewer letters.")
        if count == _MOST:
            return _("The first {n} are listed.").format(n=count)
        return ngettext("{n} found.", "{n} found.", count)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        pressed = event.type() == QEvent.Type.KeyPress
        if pressed and isinstance(event, QKeyEvent) and event.key() in _MOVES:
            self.list.event(event)
            return True
        return super().eventFilter(watched, event)

    def _go(self) -> None:
        """Close, and then go to what is chosen, so that the focus goes there too."""
        row = self.list.currentRow()
        if not 0 <= row < len(self._found):
            return
        target = self._found[row]
        self.accept()
        target.go()


def show(desk: Desk) -> None:
    """Open the dialog over the window."""
    FindDialog(desk).open()
