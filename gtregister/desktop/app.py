"""Starting the windows, and going from one register to another."""

import sys
from functools import cache
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication, QMainWindow

from gtregister import settings
from gtregister.core.register import Register
from gtregister.desktop import dropping, looks, opening, problems, style
from gtregister.desktop.main_window import MainWindow
from gtregister.desktop.widgets.notice_bar import NoticeBar
from gtregister.errors import UserError
from gtregister.i18n import _


class Desktop(QObject):
    """Which window is open: of a register, or the one that offers to open one."""

    def __init__(self) -> None:
        super().__init__()
        self.window: QMainWindow | None = None
        self.is_elsewhere = False  # the register is in a window of another program
        self._listener: QObject | None = None

    def open(self, path: Path) -> None:
        """Open a register in place of what is open now, or raise its other window."""
        if not self._shows(path) and opening.raise_elsewhere(path):
            self.is_elsewhere = True
            return
        self._show_register(opening.open_register(self.window, path))

    def _show_register(self, register: Register | None) -> None:
        if register is None:
            return
        window = MainWindow(register)
        window.asked_to_open.connect(self.open_or_choose)
        window.asked_for_new.connect(self.make_new)
        window.asked_for_sample.connect(self.look_round)
        window.asked_to_leave.connect(self.welcome)
        window.asked_to_take_over.connect(self.take_over)
        window.asked_to_restore.connect(self.restore)
        window.painted.connect(self._settle)
        window.desk.actions.exit.triggered.connect(window.close)
        if (waiting := getattr(self.window, "waiting", None)) is not None:
            window.painted.connect(
                lambda: QTimer.singleShot(0, lambda: window.take_file(waiting))
            )
        self._show(window)

    def welcome(self) -> None:
        """Close the register, and offer what can be done without one."""
        from gtregister.desktop.welcome.welcome_window import WelcomeWindow

        window = WelcomeWindow()
        window.asked_to_open.connect(self.open_or_choose)
        window.asked_for_new.connect(window.show_set_up)
        window.asked_for_sample.connect(self.look_round)
        window.offers.exit.triggered.connect(window.close)
        self._show(window)
        QTimer.singleShot(0, _start_log)

    def _show(self, window: QMainWindow) -> None:
        """Put a window in the place of the one before."""
        before, self.window = self.window, window
        self._stop_listening()
        window.show()
        if before is not None:
            before.close()
            before.deleteLater()

    @Slot(object)
    def open_or_choose(self, path: Path | None) -> None:
        """Open a register; if none is named, ask which."""
        if path is None:
            from PySide6.QtWidgets import QFileDialog

            kind = _("Registers (*.gtreg)")
            chosen, _kind = QFileDialog.getOpenFileName(
                self.window, _("Open a register"), "", kind
            )
            path = Path(chosen) if chosen else None
        if path is None or self._has_it_already(path):
            return
        with problems.told(self.window):
            self.open(path)

    def _has_it_already(self, path: Path) -> bool:
        window = self.window
        can_write = isinstance(window, MainWindow) and window.register.can_write
        return can_write and self._shows(path)

    def _shows(self, path: Path) -> bool:
        """Say whether the window that is open is that of a register."""
        window = self.window
        if not isinstance(window, MainWindow) or not path.exists():
            return False
        return window.register.path.samefile(path)

    @Slot()
    def make_new(self) -> None:
        """Ask about a new register and open it."""
        from gtregister.desktop.welcome.register_dialog import RegisterDialog

        dialog = RegisterDialog(self.window)
        dialog.made.connect(self.open_or_choose)
        dialog.open()

    @Slot()
    def take_over(self) -> None:
        """Put out whoever has the register that is open here to be read."""
        window = self.window
        if isinstance(window, MainWindow) and (holder := window.register.holder):
            with problems.told(window):
                path = window.register.path
                self._show_register(opening.take_over(window, path, holder))

    @Slot(object)
    def restore(self, backup: Path) -> None:
        """Put a backup in the place of the register that is open, and open it."""
        window = self.window
        if not isinstance(window, MainWindow):
            return
        path = window.register.path
        window.let_go()
        with problems.told(window):
            opening.restore(backup, path)
        with problems.told(window):
            self._show_register(opening.open_register(window, path))

    @Slot()
    def look_round(self) -> None:
        """Open the sample school; it is made on this computer when first asked for."""
        from gtregister.desktop.welcome.sample import Sample

        made = Sample(self)
        made.began.connect(self._say_making)
        made.ready.connect(self.open_or_choose)
        made.failed.connect(self._say_failed)
        made.look_round()

    @Slot()
    def _say_making(self) -> None:
        window = self.window
        if window is not None and isinstance(
            bar := getattr(window, "notices", None), NoticeBar
        ):
            bar.say(_("Making the sample school; this takes a few seconds."))

    @Slot(object)
    def _say_failed(self, error: UserError) -> None:
        problems.show(self.window, error)

    @Slot()
    def _settle(self) -> None:
        """Do what can wait until the window of a register is seen."""
        _start_log()
        if not isinstance(self.window, MainWindow):
            return
        register = self.window.register
        settings.remember_opened(register.path)
        style.show_window_icon(self.window)
        if register.can_write:
            # Loaded now: the first window comes before a second start can be heard.
            from gtregister.desktop.instance import Listener

            listener = Listener(register.path, self)
            listener.called.connect(self.come_to_front)
            self._listener = listener

    def _stop_listening(self) -> None:
        if self._listener is not None:
            self._listener.deleteLater()
            self._listener = None

    @Slot()
    def come_to_front(self) -> None:
        """Show the window over those of other programs."""
        if self.window is not None:
            if self.window.isMinimized():
                self.window.showNormal()
            self.window.raise_()
            self.window.activateWindow()


def start(path: Path | None) -> tuple[QApplication, Desktop]:
    """Make the first window: of a register, if one is named and can be opened.

    A spreadsheet that is named waits until there is a register to import it into.
    There is no window if the register is open in another one, which is raised.
    """
    app = QApplication(sys.argv[:1])
    app.setApplicationName("gtregister")
    app.setApplicationDisplayName("")
    problems.install()
    looks.put_in_force()
    looks.follow(app)
    desktop = Desktop()
    if path is not None and dropping.is_register(path):
        with problems.told(None):
            desktop.open(path)
    if desktop.window is None and not desktop.is_elsewhere:
        desktop.welcome()
        if path is not None and not dropping.is_register(path):
            desktop.window.take_file(path)  # type: ignore[attr-defined]  # the welcome
    return app, desktop


@cache  # one log for all windows
def _start_log() -> None:
    # What a log needs takes a moment to load, and the first window comes first.
    from gtregister import logs

    logs.start()


def run(path: Path | None) -> int:
    """Show the windows until the last one is closed; gives the exit status."""
    app, desktop = start(path)
    return 0 if desktop.is_elsewhere else app.exec()
