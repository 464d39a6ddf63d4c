"""One pupil in a window of their own."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QMainWindow,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gtregister.core.roll import pupils
from gtregister.desktop import style
from gtregister.desktop.page import Desk
from gtregister.desktop.pupils.pupil_lines import row_of
from gtregister.desktop.pupils.pupil_view import PupilView
from gtregister.desktop.widgets.notice_bar import NoticeBar
from gtregister.i18n import _

_WIDE, _HIGH = 900, 700


class PupilWindow(QMainWindow):
    """Names nobody in its title, since a task bar shows that to everyone."""

    def __init__(self, desk: Desk, pupil_id: int) -> None:
        super().__init__(desk.window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Pupil - gtregister"))
        self._register = desk.register
        self.notices = NoticeBar(self)
        self.view = PupilView(replace(desk, window=self, notices=self.notices), self)
        self.view.offers_window = False
        middle = QWidget(self)
        inside = QVBoxLayout()
        inside.setContentsMargins(24, 16, 24, 8)
        inside.setSpacing(8)
        inside.addWidget(self.view, 1)
        inside.addWidget(self._foot())
        down = QVBoxLayout(middle)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addWidget(self.notices)
        down.addLayout(inside, 1)
        self.setCentralWidget(middle)
        # They work here by the same keys as in the main window.
        actions = desk.actions
        self.addActions([actions.undo, actions.larger, actions.smaller, actions.normal])
        self.addActions([actions.discreet, actions.help])
        self._add_keys()
        desk.window.installEventFilter(self)
        room = style.scaled(_WIDE), style.scaled(_HIGH)
        available = self.screen().availableSize()
        self.resize(min(room[0], available.width()), min(room[1], available.height()))
        self.view.show_pupil(pupil_id)

    def _foot(self) -> QWidget:
        """Put all that can be done in one row, to leave the height to the page."""
        buttons = []
        for words, name, step in (
            (_("‹ Pre&vious"), _("Previous pupil"), 0),
            (_("&Next ›"), _("Next pupil"), 1),
        ):
            button = QPushButton(words, self)
            button.setAccessibleName(name)
            button.setToolTip(name)
            button.clicked.connect(partial(self._go_to_neighbour, step))
            buttons.append(button)
        close = QPushButton(_("&Close"), self)
        close.setAccessibleName(_("Close this window"))
        close.clicked.connect(self.close)
        return row_of([*buttons, *self.view.buttons, close])

    def _add_keys(self) -> None:
        for keys, do in (
            ("Ctrl+W", self.close),
            ("Ctrl+P", self.view.print),
            ("Ctrl+PgUp", partial(self._go_to_neighbour, 0)),
            ("Ctrl+PgDown", partial(self._go_to_neighbour, 1)),
        ):
            QShortcut(QKeySequence(keys), self, do)

    def _go_to_neighbour(self, step: int, _checked: bool = False) -> None:
        """Show the pupil before or after this one on the roll."""
        if self.view.pupil_id is None:
            return
        found = pupils.neighbours(self._register, self.view.pupil_id)[step]
        if found is None:
            last = _("This is the last pupil of the roll.")
            first = _("This is the first pupil of the roll.")
            self.notices.say(last if step else first)
            return
        self.notices.hide()
        self.view.show_pupil(found)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            return
        super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # What is typed is saved before the main window closes the register.
        if event.type() == QEvent.Type.Close and watched is self.parent():
            self.close()
        return super().eventFilter(watched, event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.view.settle()
        super().closeEvent(event)


def show(desk: Desk, pupil_id: int) -> None:
    """Open the window of a pupil, or raise it if it is open."""
    window = next(
        (w for w in _open(desk) if w.view.pupil_id == pupil_id and w.isVisible()), None
    )
    if window is None:
        window = PupilWindow(desk, pupil_id)
    if window.isMinimized():
        window.showNormal()
    window.show()
    window.activateWindow()


def _open(desk: Desk) -> list[PupilWindow]:
    return desk.window.findChildren(PupilWindow)
