"""Who changed what, when and why; any change can be put back from here."""

from gtregister.core import history
from gtregister.core.roll import pupils
from gtregister.desktop.history import undoing
from gtregister.desktop.page import Desk
from gtregister.desktop.widgets.list_dialog import ListDialog
from gtregister.i18n import _, translated
from gtregister.table import Table


class HistoryWindow(ListDialog):
    """Lists every change, newest first."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            _("History of changes"),
            _("Every change, export and print is kept here, and who made it."),
            pupils.folded,
            _("Nothing has been changed yet."),
            desk.window,
        )
        self._desk = desk
        self._table = Table("", (), ())
        if desk.register.can_write:
            self.undo = self.add_button(_("&Undo this change"), self._undo)
        desk.tasks.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Read the history again."""
        found = history.table(self._desk.register)
        numbers = found.position("change")
        self._table = Table(
            found.title,
            found.columns,
            found.rows,
            [int(str(row[numbers])) for row in found.rows],
        )
        self.show_table(self._table)

    def is_allowed(self, key: int) -> bool:
        """Let only be undone what touched rows and still stands, but not the first."""
        place = self._table.keys.index(key)
        row = self._table.rows[place]
        rows = row[self._table.position("rows")]
        undone = row[self._table.position("undone_by")]
        return bool(rows) and undone is None and place < len(self._table.rows) - 1

    def _undo(self, change_id: int) -> None:
        undoing.undo_change(self._desk, change_id)


def show(desk: Desk) -> None:
    """Open the history beside the window."""
    window = HistoryWindow(desk)
    window.setWindowTitle(translated(window.windowTitle()))
    window.show()
