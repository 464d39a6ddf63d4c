"""A roster as it will be printed: for whom, with which columns, and on paper."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import shiboken6
from PySide6.QtCore import QSignalBlocker, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QComboBox, QFormLayout, QListWidgetItem, QWidget

from gtregister.core.enrichment import roster_columns, rosters
from gtregister.core.enrichment.roster_columns import AUDIENCES, COLUMNS
from gtregister.core.enrichment.rosters import Roster
from gtregister.core.register import Register
from gtregister.desktop.exports import printing
from gtregister.desktop.exports.print_dialog import PrintDialog
from gtregister.desktop.exports.print_options import Sheet
from gtregister.desktop.page import Desk
from gtregister.desktop.widgets.lines import line
from gtregister.i18n import _, translated
from gtregister.table import Table

_Role = Qt.ItemDataRole


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which roster: of an activity, for somebody, with these columns (none: usual)."""

    activity_id: int
    audience: str = "leader"
    columns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Made:
    """A roster, the columns that were chosen for it, and its pages."""

    wanted: Wanted
    columns: tuple[str, ...]
    roster: Roster
    pdf: bytes


class RosterDialog(PrintDialog):
    """The preview of a print, with a choice of who it is for."""

    asked_for_roster = Signal(object)  # the Wanted

    def __init__(self, made: Made, parent: QWidget) -> None:
        self.made = made
        title = translated(made.roster.table.title)
        sheet = Sheet(Table(title, tuple(COLUMNS.values()), ()), made.columns)
        super().__init__(title, made.pdf, parent, sheet)
        self.audience = QComboBox()
        for key, audience in AUDIENCES.items():
            self.audience.addItem(translated(audience.title), key)
        at = self.audience.findData(made.wanted.audience)
        self.audience.setCurrentIndex(at)
        self.audience.setAccessibleName(_("For whom"))
        self.audience.activated.connect(self._ask_for_audience)
        form = self.options.layout()
        if isinstance(form, QFormLayout):
            label = line(_("For &whom"))
            label.setBuddy(self.audience)
            form.insertRow(0, label, self.audience)
            if self.options.direction is not None:
                # A roster stands as its columns have room.
                form.setRowVisible(self.options.direction, False)
        self.options.laid_out.connect(self._ask_for_columns)

    def show_roster(self, made: Made) -> None:
        """Show another roster in the place of this one."""
        is_other = made.wanted.audience != self.made.wanted.audience
        self.made = made
        self._title = translated(made.roster.table.title)
        self.setWindowTitle(_("Print {title}").format(title=self._title))
        self.show_pages(made.pdf)
        if is_other:
            self._tick(made.columns)

    def _tick(self, columns: Sequence[str]) -> None:
        """Show which columns are chosen, those first."""
        if (ticks := self.options.columns) is None:
            return
        blocker = QSignalBlocker(ticks)
        ticks.clear()
        for key in (*columns, *(key for key in COLUMNS if key not in columns)):
            item = QListWidgetItem(translated(COLUMNS[key].title), ticks)
            item.setData(_Role.UserRole, key)
            state = Qt.CheckState
            item.setCheckState(state.Checked if key in columns else state.Unchecked)
        blocker.unblock()

    def _ask_for_audience(self) -> None:
        audience = str(self.audience.currentData())
        self.asked_for_roster.emit(Wanted(self.made.wanted.activity_id, audience))

    def _ask_for_columns(self) -> None:
        layout = self.options.layout_wanted()
        if layout is not None and layout.columns:
            held = self.made.wanted
            wanted = Wanted(held.activity_id, held.audience, layout.columns)
            self.asked_for_roster.emit(wanted)


def show(desk: Desk, activity_id: int, audience: str = "leader") -> None:
    """Make the roster of an activity and show its pages."""
    desk.tasks.run(
        partial(_make, wanted=Wanted(activity_id, audience)),
        then=partial(_preview, desk),
        what=_("Making the pages…"),
    )


def _make(register: Register, wanted: Wanted) -> Made:
    columns = wanted.columns or roster_columns.chosen(register, wanted.audience)
    roster = rosters.make(
        register, wanted.activity_id, wanted.audience, columns=columns
    )
    # Writers write to files; this one is gone again before the pages are shown.
    with TemporaryDirectory() as folder:
        path = Path(folder, "pages.pdf")
        rosters.show(register, roster, path)
        return Made(wanted, tuple(columns), roster, path.read_bytes())


def _preview(desk: Desk, made: Made) -> None:
    dialog = RosterDialog(made, desk.window)
    dialog.asked_for_roster.connect(partial(_make_again, desk, dialog))
    dialog.asked_to_print.connect(partial(_print, desk, dialog))
    dialog.saved.connect(partial(_tell_saved, desk, dialog))
    dialog.asked_for_excel.connect(partial(_save_workbook, desk, dialog))
    dialog.open()


def _make_again(desk: Desk, dialog: RosterDialog, wanted: Wanted) -> None:
    def show_roster(made: Made) -> None:
        if shiboken6.isValid(dialog):
            dialog.show_roster(made)

    make = partial(_make, wanted=wanted)
    desk.tasks.run(make, then=show_roster, what=_("Making the pages…"))


def _print(desk: Desk, dialog: RosterDialog, printer: QPrinter) -> None:
    _remember(desk, dialog.made)
    title = translated(dialog.made.roster.table.title)
    printing.put_on_paper(desk, title, dialog.pdf, printer)


def _tell_saved(desk: Desk, dialog: RosterDialog, name: str) -> None:
    _remember(desk, dialog.made)
    roster = dialog.made.roster
    if desk.register.can_write:
        desk.tasks.run(partial(rosters.log_printing, roster=roster))
    title = translated(roster.table.title)
    said = _("{title} is saved to {name}.").format(title=title, name=name)
    desk.notices.say(said, "success")


def _save_workbook(desk: Desk, dialog: RosterDialog, path: Path) -> None:
    _remember(desk, dialog.made)
    desk.tasks.run(
        partial(rosters.save, roster=dialog.made.roster, path=path),
        then=lambda _done: _open(desk, path),
        what=_("Saving {name}…").format(name=path.name),
    )


def _open(desk: Desk, path: Path) -> None:
    said = _("{name} is saved. Keep the file safe: it names pupils.")
    desk.notices.say(said.format(name=path.name), "success")
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def _remember(desk: Desk, made: Made) -> None:
    """Use these columns next time too, once they were good enough to print."""
    if desk.register.can_write and made.wanted.columns:
        audience, columns = made.wanted.audience, made.wanted.columns
        desk.tasks.run(lambda register: _choose(register, audience, columns))


def _choose(register: Register, audience: str, columns: Sequence[str]) -> None:
    if tuple(columns) != tuple(roster_columns.chosen(register, audience)):
        roster_columns.choose(register, audience, columns)
