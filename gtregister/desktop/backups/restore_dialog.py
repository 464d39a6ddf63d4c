"""Going back to the register as it was: which backup, and is that really meant."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMessageBox

from gtregister.core import backup
from gtregister.core.roll import pupils
from gtregister.desktop import problems
from gtregister.desktop.page import Desk
from gtregister.desktop.widgets.list_dialog import ListDialog
from gtregister.i18n import N_, _, format_moment
from gtregister.table import Column, Table, Value

_COLUMNS = (
    Column("made_on", N_("Day"), "date"),
    Column("made_at", N_("Time")),
    Column("size", N_("Size in KB"), "number"),
    Column("name", N_("File")),
)


class RestoreDialog(ListDialog):
    """Lists the backups, newest first."""

    chosen = Signal(object)  # the Path of the backup to go back to

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            _("Restore a backup"),
            _(
                "The register goes back to how it was when the backup was made. The "
                "register of today is kept beside the backups."
            ),
            pupils.folded,
            _("There is no backup yet. Tools > Make a backup now makes one."),
            desk.window,
        )
        self._backups = backup.listed(desk.register.path)
        rows = [_row(path) for path in self._backups]
        keys = range(len(rows))
        self.show_table(Table(N_("Backups"), _COLUMNS, rows, keys))
        self.restore = self.add_button(_("&Restore this backup…"), self._ask)

    def _ask(self, place: int) -> None:
        """Ask first, since what was done after the backup goes out of sight."""
        path = self._backups[place]
        moment = format_moment(backup.made_at(path))
        said = _("Go back to the register of {moment}?").format(moment=moment)
        more = _(
            "Everything that was changed after that is no longer in the register. The "
            "register as it is now is kept as a file in the folder of the backups."
        )
        box = problems.box(self, said, more)
        agree = box.addButton(_("Go back to it"), QMessageBox.ButtonRole.AcceptRole)
        stay = box.addButton(_("Stay as it is"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(stay)
        box.exec()
        if box.clickedButton() is agree:
            self.accept()
            self.chosen.emit(path)


def _row(path: Path) -> tuple[Value, ...]:
    made = backup.made_at(path)
    size = round(path.stat().st_size / 1024)
    return (made.date(), f"{made:%H:%M}", size, path.name)


def show(desk: Desk, restore: Callable[[Path], None]) -> None:
    """Ask which backup to go back to."""
    dialog = RestoreDialog(desk)
    dialog.chosen.connect(restore)
    dialog.open()
