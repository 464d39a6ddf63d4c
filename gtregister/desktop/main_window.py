"""The main window: one register, and going from page to page of it."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QMainWindow

from gtregister.core.register import Register
from gtregister.desktop import (
    commands,
    dropping,
    locked,
    looks,
    menus,
    problems,
    style,
    telling,
    window_shape,
)
from gtregister.desktop.actions import Actions
from gtregister.desktop.frame import Frame
from gtregister.desktop.page import Desk, Page
from gtregister.desktop.status import Status
from gtregister.desktop.tasks import Tasks
from gtregister.desktop.trail import Trail
from gtregister.desktop.widgets.drop_overlay import DropOverlay
from gtregister.errors import UserError
from gtregister.i18n import _

if TYPE_CHECKING:
    from gtregister.desktop.widgets.table_list import TableList

_NARROW = 1008  # below so many pixels at a text size of 100 % the rail shows only icons


class MainWindow(QMainWindow):
    """Shows one register, and goes from page to page."""

    asked_to_open = Signal(object)  # the Path of a register; None: ask for one
    asked_for_new = Signal()
    asked_for_sample = Signal()
    asked_to_take_over = Signal()
    asked_to_restore = Signal(object)  # the Path of a backup of this register
    asked_to_leave = Signal()  # close the register, but not the program
    painted = Signal()  # the window has been seen for the first time

    def __init__(self, register: Register, place: str = "today") -> None:
        super().__init__()
        self.register = register
        self.tasks = Tasks(register.twin, self)
        self._is_painted = False
        self._has_let_go = False
        self._trail = Trail()
        self._assemble()
        self.desk = Desk(
            window=self,
            register=register,
            tasks=self.tasks,
            actions=Actions(self),
            notices=self.notices,
            page=lambda: self.page,
            place=lambda: self.place,
            go_to=self.go_to,
            show_pupil=lambda pupil_id: commands.show_pupil(self.desk, pupil_id),
            put_back=lambda change: commands.put_back(self.desk, change),
            print_list=lambda *shown: commands.print_list(self.desk, *shown),
            restyle=self.restyle,
            sitting=register.latest_change,
        )
        commands.connect(self.desk)
        self._connect_actions()
        self._connect_tasks()
        menus.fill(self.menuBar(), self.desk, self.asked_to_open.emit)
        telling.tell_school(self.desk, self.status)
        window_shape.restore(self)
        self.go_to(place)

    def _assemble(self) -> None:
        self.frame = Frame(self)
        self.rail, self._stack = self.frame.rail, self.frame.stack
        self.locked, self.notices = self.frame.locked, self.frame.notices
        self.rail.chosen.connect(self.go_to)
        self._stack.go_to.connect(self.go_to)
        self._stack.described.connect(self._describe)
        self.setCentralWidget(self.frame)
        self.status = Status(self)
        self.setStatusBar(self.status)
        self._overlay = DropOverlay(
            self, partial(dropping.words, can_write=self.register.can_write)
        )
        self._overlay.dropped.connect(self.take_file)

    def _connect_actions(self) -> None:
        actions = self.desk.actions
        actions.new.triggered.connect(self.asked_for_new)
        actions.open.triggered.connect(partial(self.asked_to_open.emit, None))
        actions.sample.triggered.connect(self.asked_for_sample)
        actions.close.triggered.connect(self.asked_to_leave)
        actions.restore.triggered.connect(self._choose_backup)
        actions.refresh.triggered.connect(self.refresh)
        actions.back.triggered.connect(self.go_back)
        actions.next_part.triggered.connect(partial(self.frame.go_on, 1))
        actions.previous_part.triggered.connect(partial(self.frame.go_on, -1))

    def _connect_tasks(self) -> None:
        self.status.show_running(self.tasks)
        self.tasks.stopped.connect(self._say_stopped)
        self.tasks.refused.connect(self.show_problem)
        self.tasks.changed.connect(self.heed)
        self.register.watchers.append(self.heed)

    @property
    def page(self) -> Page:
        """Give the page that is shown."""
        return self._stack.page

    @property
    def place(self) -> str:
        """Give the key of the page that is shown."""
        return self._stack.place

    def listing(self) -> "TableList | None":
        """Give the list of the page that is shown, if it has one."""
        return self.page.listing

    @Slot(str)
    def go_to(self, place: str, wanted: Mapping[str, object] | None = None) -> None:
        """Show a page, and put the focus on it unless the person goes by the rail."""
        self._trail.go(place)
        self.desk.actions.back.setEnabled(self._trail.can_go_back)
        self._stack.show_page(place, self.desk)
        if wanted is not None:
            self.page.narrow(wanted)
        self.rail.choose(place)
        self._describe()
        if not self.rail.isAncestorOf(QApplication.focusWidget() or self):
            for part in self.page.parts()[:1]:
                part.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def go_back(self) -> None:
        """Show the page that was shown before."""
        if (place := self._trail.back()) is not None:
            self.go_to(place)

    @Slot(object)
    def heed(self, tables: frozenset[str]) -> None:
        """Refresh what shows something that was changed."""
        self.status.note_saved()
        if tables:
            self.notices.hide()  # it is about the change before
        if "school" in tables:
            telling.tell_school(self.desk, self.status)
        self._stack.note_change(tables)
        self._freshen()

    def refresh(self) -> None:
        """Read everything again."""
        self._stack.note_all()
        self._freshen()

    def _freshen(self) -> None:
        self._stack.freshen()
        self._describe()
        self._tell_state()

    @Slot()
    def _describe(self) -> None:
        """Put into words what is shown; dates and numbers need what is slow to load."""
        if self._is_painted:
            self.page.describe()
            self._stack.settle()
            listing = self.listing()
            self.status.show_count(listing.count_in_words() if listing else "")

    def _tell_state(self) -> None:
        telling.tell_state(self.desk, self.status, self.rail)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self._finish)

    def _finish(self) -> None:
        """Do what can wait until there is something to see."""
        self.painted.emit()
        if not self.register.can_write:
            locked.say_so(self.desk, self.locked, self._try_again, self._take_over)
        self._describe()
        self._tell_state()

    def _try_again(self) -> None:
        self.asked_to_open.emit(self.register.path)

    def _take_over(self) -> None:
        self.asked_to_take_over.emit()

    def _choose_backup(self) -> None:
        from gtregister.desktop.backups import restore_dialog

        restore_dialog.show(self.desk, self.asked_to_restore.emit)

    def restyle(self) -> None:
        """Put the colours and the text size that are chosen in force."""
        looks.put_in_force()
        telling.tell_school(self.desk, self.status)
        self._fit_rail()

    def _fit_rail(self) -> None:
        self.rail.set_narrow(self.width() < style.scaled(_NARROW))

    @Slot(object)
    def show_problem(self, error: UserError) -> None:
        """Show a sentence over whatever is in front."""
        problems.show(QApplication.activeModalWidget() or self, error)

    @Slot()
    def _say_stopped(self) -> None:
        self.notices.say(_("Stopped. Nothing was changed."), "note")

    @Slot(object)
    def take_file(self, path: Path) -> None:
        """Open a register, or show what importing another file would do."""
        if dropping.is_register(path):
            self.asked_to_open.emit(path)
        else:
            commands.bring_in(self.desk, path)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_rail()

    def let_go(self) -> None:
        """Close the register, with a backup; the window shows what it showed."""
        if self._has_let_go:
            return
        self._has_let_go = True
        if (focus := self.focusWidget()) is not None:
            focus.clearFocus()  # what is being typed is saved before it is too late
        self.tasks.close()
        with problems.told(None):
            self.register.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        window_shape.remember(self)
        self.let_go()
        super().closeEvent(event)
