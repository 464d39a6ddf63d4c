"""The main window: the rail on the left, a page on the right, and what frames them."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QSettings, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QCloseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMainWindow,
    QVBoxLayout,
    QWidget,
)

from gtregister.core import school
from gtregister.core.register import Register
from gtregister.desktop import locked, looks, menus, problems, style
from gtregister.desktop.actions import Actions
from gtregister.desktop.commands import Commands, name_undo
from gtregister.desktop.page import Desk, Page
from gtregister.desktop.page_stack import PageStack
from gtregister.desktop.status import Status
from gtregister.desktop.tasks import Tasks
from gtregister.desktop.widgets.drop_overlay import DropOverlay
from gtregister.desktop.widgets.notice_bar import NoticeBar
from gtregister.desktop.widgets.rail import Rail
from gtregister.desktop.widgets.table_list import TableList
from gtregister.errors import UserError
from gtregister.i18n import _, format_academic_year, format_number, translated

_NARROW = 1008  # below so many pixels at a text size of 100 % the rail shows only icons


class MainWindow(QMainWindow):
    """Shows one register, and goes from page to page."""

    asked_to_open = Signal(object)  # the Path of a register; None: ask for one
    asked_for_new = Signal()
    asked_to_take_over = Signal()
    asked_to_leave = Signal()  # close the register, but not the program
    painted = Signal()  # the window has been seen for the first time

    def __init__(self, register: Register, place: str = "today") -> None:
        super().__init__()
        self.register = register
        self.tasks = Tasks(register.twin, self)
        actions = Actions(self)
        self._is_painted = False
        self._assemble()
        self.desk = Desk(
            window=self,
            register=register,
            tasks=self.tasks,
            actions=actions,
            notices=self.notices,
            page=self._page_shown,
            go_to=self.go_to,
            restyle=self.restyle,
        )
        self._commands = Commands(self.desk)
        self._connect_actions()
        self._connect_tasks()
        self._fill_menus()
        self._name()
        self._restore()
        self.go_to(place)

    def _assemble(self) -> None:
        self.rail = Rail(_("Pages"), self)
        self._stack = PageStack()
        self._stack.go_to.connect(self.go_to)
        self._stack.described.connect(self._describe)
        for key, page in self._stack.kinds.items():
            title = translated(page.title)
            self.rail.add(key, page.icon, title, at_foot=page.at_foot)
        self.rail.chosen.connect(self.go_to)
        self.locked = NoticeBar(self, can_go=False, icon="locked")
        self.notices = NoticeBar(self)
        right = QVBoxLayout()
        right.setSpacing(0)
        for part in (self.locked, self.notices):
            right.addWidget(part)
        right.addWidget(self._stack, 1)
        middle = QWidget(self)
        across = QHBoxLayout(middle)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self.rail)
        across.addLayout(right, 1)
        self.setCentralWidget(middle)
        self.status = Status(self)
        self.setStatusBar(self.status)
        self._overlay = DropOverlay(self, self._what_dropping_does)
        self._overlay.dropped.connect(self._take)

    def _connect_actions(self) -> None:
        actions = self.desk.actions
        actions.new.triggered.connect(self.asked_for_new)
        actions.open.triggered.connect(partial(self.asked_to_open.emit, None))
        actions.close.triggered.connect(self.asked_to_leave)
        actions.refresh.triggered.connect(self.refresh)
        actions.next_part.triggered.connect(self._go_to_next_part)

    def _connect_tasks(self) -> None:
        self.status.show_running(self.tasks)
        self.tasks.stopped.connect(self._say_stopped)
        self.tasks.refused.connect(self.show_problem)
        self.tasks.changed.connect(self.heed)
        self.register.watchers.append(self.heed)

    def _fill_menus(self) -> None:
        places = []
        for number, (key, page) in enumerate(self._stack.kinds.items(), 1):
            action = QAction(f"&{number} {translated(page.title)}", self)
            action.setShortcut(f"Ctrl+{number}")
            action.triggered.connect(partial(self.go_to, key))
            places.append(action)
        bar, actions = self.menuBar(), self.desk.actions
        menus.add_file(bar, actions, self.asked_to_open.emit)
        menus.add_edit(bar, actions)
        menus.add_view(bar, actions, places, self.listing, self._choose_theme)
        menus.add_help(bar, actions)

    def _name(self) -> None:
        found = school.of(self.register)
        said = _("{school} {year} - gtregister")
        year = format_academic_year(found.academic_year)
        self.setWindowTitle(said.format(school=found.name, year=year))

    @property
    def page(self) -> Page:
        """Give the page that is shown."""
        return self._stack.page

    @property
    def place(self) -> str:
        """Give the key of the page that is shown."""
        return self._stack.place

    def _page_shown(self) -> Page:
        return self._stack.page

    def listing(self) -> TableList | None:
        """Give the list of the page that is shown, if it has one."""
        return self.page.listing

    @Slot(str)
    def go_to(self, place: str) -> None:
        """Show a page, and put the focus on it unless the person goes by the rail."""
        self._stack.show_page(place, self.desk)
        self.rail.choose(place)
        self._describe()
        if not self.rail.isAncestorOf(QApplication.focusWidget() or self):
            for part in self.page.parts()[:1]:
                part.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot(object)
    def heed(self, tables: frozenset[str]) -> None:
        """Refresh what shows something that was changed."""
        self.status.note_saved()
        if tables:
            self.notices.hide()  # it is about the change before
        if "school" in tables:
            self._name()
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
            listing = self.listing()
            self.status.show_count(listing.count_in_words() if listing else "")

    def _tell_state(self) -> None:
        """Say what the rail, the status bar and Edit > Undo have to say."""
        for place, page in self._stack.kinds.items():
            count = page.count(self.register)
            self.rail.show_count(place, format_number(count) if count else "")
        can_write = self.register.can_write
        self.status.show_backup(self.register.path, can_write=can_write)
        name_undo(self.desk)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self._finish)

    def _finish(self) -> None:
        """Do what can wait until there is something to see."""
        self.painted.emit()
        self._lock()
        self._describe()
        self._tell_state()

    def _lock(self) -> None:
        """Say who has the register, if it is open here only to be read."""
        if self.register.can_write:
            return
        reason = locked.reason(self.register)
        self.desk.actions.forbid_writing(reason)
        retry = QAction(_("&Try again"), self)
        retry.triggered.connect(partial(self.asked_to_open.emit, self.register.path))
        offers = [retry]
        if locked.may_be_put_out(self.register):
            take_over = QAction(_("Take &over…"), self)
            take_over.triggered.connect(self.asked_to_take_over)
            offers.append(take_over)
        self.locked.say(reason, "note", offers)

    def _go_to_next_part(self) -> None:
        """Move the focus on: the rail, what can be filtered, the list, and round."""
        parts = [self.rail.chosen_button(), *self.page.parts()]
        focus = QApplication.focusWidget()
        here = next((at for at, part in enumerate(parts) if part is focus), -1)
        following = parts[(here + 1) % len(parts)]
        following.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def restyle(self) -> None:
        """Put the colours and the text size that are chosen in force."""
        looks.put_in_force()
        self._fit_rail()

    def _choose_theme(self, theme: str) -> None:
        looks.choose(theme=theme)
        self.restyle()

    def _fit_rail(self) -> None:
        self.rail.set_narrow(self.width() < style.scaled(_NARROW))

    @Slot(object)
    def show_problem(self, error: UserError) -> None:
        """Show a sentence over whatever is in front."""
        problems.show(QApplication.activeModalWidget() or self, error)

    @Slot()
    def _say_stopped(self) -> None:
        self.notices.say(_("Stopped. Nothing was changed."), "note")

    def _what_dropping_does(self, path: Path) -> str | None:
        if path.suffix.lower() == ".gtreg":
            return _("Drop to open the register {name}").format(name=path.stem)
        from gtregister.desktop.imports import importing

        if not importing.can_read(path):
            return None
        if not self.register.can_write:
            return _("This register is open only to be read, so nothing can come in")
        return _("Drop to see what importing {name} would do").format(name=path.name)

    @Slot(object)
    def _take(self, path: Path) -> None:
        if path.suffix.lower() == ".gtreg":
            self.asked_to_open.emit(path)
        elif self.register.can_write:
            from gtregister.desktop.imports import importing

            importing.plan(self.desk, path)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_rail()

    def _restore(self) -> None:
        self.resize(1280, 800)
        shape = _remembered().value("shape")
        if shape is not None:
            self.restoreGeometry(shape)

    def closeEvent(self, event: QCloseEvent) -> None:
        _remembered().setValue("shape", self.saveGeometry())
        self.tasks.close()
        with problems.told(None):
            self.register.close()
        super().closeEvent(event)


def _remembered() -> QSettings:
    form, scope = QSettings.Format.IniFormat, QSettings.Scope.UserScope
    return QSettings(form, scope, "gtregister", "window")
