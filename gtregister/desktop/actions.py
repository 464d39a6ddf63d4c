"""What can be done from anywhere in a window: said once for menus, keys and buttons."""

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow

from gtregister.i18n import _

_Key = QKeySequence.StandardKey


class Actions:
    """The actions of one window; who makes it connects them."""

    def __init__(self, window: QMainWindow) -> None:
        self._window = window
        self._writing: list[QAction] = []
        self.every: list[QAction] = []
        self.new = self._add(_("&New register…"), "Ctrl+Shift+N")
        self.open = self._add(_("&Open…"), _Key.Open)
        self.bring_in = self._add(
            _("&Import…"),
            "Ctrl+Shift+I",
            _("Bring in a spreadsheet, or drop one on the window"),
            writes=True,
        )
        self.export = self._add(
            _("Expor&t…"), "Ctrl+Shift+E", _("Save the list as Excel, CSV or PDF")
        )
        self.print = self._add(_("&Print…"), _Key.Print, _("See the pages, then print"))
        self.close = self._add(_("&Close"), _Key.Close)
        self.exit = self._add(_("E&xit"), "Ctrl+Q")
        self.undo = self._add(_("&Undo"), _Key.Undo, writes=True)
        self.copy = self._add(
            _("&Copy"), _Key.Copy, _("Copy the chosen rows as a table")
        )
        self.select_all = self._add(_("Select &all"), _Key.SelectAll)
        self.find = self._add(_("&Find"), _Key.Find)
        self.larger = self._add(_("&Larger"), "Ctrl++")
        self.larger.setShortcuts([QKeySequence("Ctrl++"), QKeySequence("Ctrl+=")])
        self.smaller = self._add(_("&Smaller"), "Ctrl+-")
        self.normal = self._add(_("&Normal"), "Ctrl+0")
        self.next_part = self._add(_("Next &part of the window"), "F6")
        self.refresh = self._add(_("&Refresh"), "F5", _("Read the register again"))
        self.help = self._add(_("&Help"), "F1")
        self.about = self._add(_("&About gtregister"))

    def _add(
        self,
        words: str,
        keys: str | QKeySequence.StandardKey | None = None,
        tip: str = "",
        *,
        writes: bool = False,
    ) -> QAction:
        action = QAction(words, self._window)
        action.setData(words)  # what it is called whatever it would undo
        if keys is not None:
            action.setShortcut(QKeySequence(keys))
        shown = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        if tip and shown:
            action.setToolTip(f"{tip} ({shown})")
        elif tip:
            action.setToolTip(tip)
        self._window.addAction(action)
        self.every.append(action)
        if writes:
            self._writing.append(action)
        return action

    def forbid_writing(self, reason: str) -> None:
        """Disable whatever would change the register, and say why."""
        for action in self._writing:
            action.setEnabled(False)
            action.setToolTip(reason)
