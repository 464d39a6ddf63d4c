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
        self._add_files()
        self._add_edits()
        self._add_views()
        self._add_beginnings()
        self._add_tools()
        self._add_helps()

    def _add_files(self) -> None:
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
        self.save = self._add(_("Already saved"), _Key.Save)
        self.save_copy = self._add(
            _("&Save a copy…"), tip=_("Copy the whole register to another file")
        )
        self.close = self._add(_("&Close"), _Key.Close)
        self.exit = self._add(_("E&xit"), "Ctrl+Q")

    def _add_edits(self) -> None:
        self.undo = self._add(_("&Undo"), _Key.Undo, writes=True)
        self.redo = self._add(_("&Redo"), _Key.Redo, writes=True)
        self.redo.setShortcuts([QKeySequence("Ctrl+Y"), QKeySequence("Ctrl+Shift+Z")])
        self.copy = self._add(
            _("&Copy"), _Key.Copy, _("Copy the chosen rows as a table")
        )
        self.select_all = self._add(_("Select &all"), _Key.SelectAll)
        self.find = self._add(_("&Find on this page"), _Key.Find)
        self.find.setShortcuts([QKeySequence(_Key.Find), QKeySequence("F3")])
        self.find_any = self._add(
            _("&Go to a pupil, page or command"),
            "Ctrl+K",
            _("Find a pupil, a page or a command by its name"),
        )

    def _add_views(self) -> None:
        self.larger = self._add(_("&Larger"), "Ctrl++")
        self.larger.setShortcuts([QKeySequence("Ctrl++"), QKeySequence("Ctrl+=")])
        self.smaller = self._add(_("&Smaller"), "Ctrl+-")
        self.normal = self._add(_("&Normal"), "Ctrl+0")
        self.back = self._add(_("&Back"), "Alt+Left", _("Go back to the page before"))
        self.next_part = self._add(_("&Next part of the window"), "F6")
        self.previous_part = self._add(_("&Previous part of the window"), "Shift+F6")
        self.discreet = self._add(
            _("&Discreet view"),
            "F9",
            _("Hide UPN, scores, pupil premium, SEN and EAL, on screen and in print"),
        )
        self.discreet.setCheckable(True)
        self.roster = self._add(
            _("&Roster of the next activity…"),
            "Ctrl+R",
            _("See the roster of what comes next, then print it"),
        )
        self.refresh = self._add(_("&Refresh"), "F5", _("Read the register again"))

    def _add_beginnings(self) -> None:
        self.add_pupil = self._add(
            _("Add p&upil…"), tip=_("Put one pupil on the roll"), writes=True
        )
        self.new_referral = self._add(
            _("&New referral…"), tip=_("Note who proposes a pupil"), writes=True
        )
        self.new_activity = self._add(
            _("&New activity…"), tip=_("Plan a trip, a club or a lecture"), writes=True
        )

    def _add_tools(self) -> None:
        self.import_history = self._add(
            _("&Import history"),
            tip=_("What was imported, what each column became, and undoing it"),
        )
        self.history = self._add(
            _("&History of changes"), tip=_("Who changed what, when and why")
        )
        self.check = self._add(
            _("&Check the register"), tip=_("See whether the file is sound")
        )
        self.back_up = self._add(
            _("&Make a backup now"), tip=_("Copy the register, and check the copy")
        )
        self.restore = self._add(
            _("R&estore a backup…"),
            tip=_("Go back to the register as it was on an earlier day"),
            writes=True,
        )
        self.new_year = self._add(
            _("Start the new school &year…"),
            tip=_("Move pupils up, and let the highest year leave"),
            writes=True,
        )
        self.policy = self._add(
            _("&Policy"), tip=_("Choose what makes a pupil a candidate")
        )

    def _add_helps(self) -> None:
        self.help = self._add(_("&Help on this page"), "F1")
        self.search_help = self._add(_("&Search the help"))
        self.keys = self._add(_("&Keyboard shortcuts"))
        self.sample = self._add(_("&Look round the sample school"))
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
