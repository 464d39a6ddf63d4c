"""What one sees before a register is open: open one, make one, or look round."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMainWindow,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from gtregister import settings
from gtregister.desktop import menus
from gtregister.desktop.actions import Actions
from gtregister.desktop.help import about
from gtregister.desktop.widgets.action_button import ActionButton
from gtregister.desktop.widgets.card import Card
from gtregister.desktop.widgets.drop_overlay import DropOverlay
from gtregister.desktop.widgets.empty_state import Symbol
from gtregister.desktop.widgets.lines import line
from gtregister.desktop.widgets.notice_bar import NoticeBar
from gtregister.i18n import _


class WelcomeWindow(QMainWindow):
    """Offers what can be done without a register."""

    asked_to_open = Signal(object)  # the Path of a register; None: ask for one
    asked_for_new = Signal()
    asked_for_sample = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("gtregister")
        self.offers = Actions(self)
        self.sample = QAction(_("&Look round the sample school"), self)
        self.sample.triggered.connect(self.asked_for_sample)
        actions = self.offers
        actions.new.triggered.connect(self.asked_for_new)
        actions.open.triggered.connect(partial(self.asked_to_open.emit, None))
        actions.about.triggered.connect(partial(about.show, self))
        menus.add_short_file(self.menuBar(), actions, self.asked_to_open.emit)
        help_menu = self.menuBar().addMenu(_("&Help"))
        help_menu.addActions([self.sample, actions.about])
        self.notices = NoticeBar(self)
        self.setCentralWidget(self._middle())
        self._overlay = DropOverlay(self, _what_dropping_does)
        self._overlay.dropped.connect(self.asked_to_open)
        self.resize(960, 640)

    def _middle(self) -> QWidget:
        frame = QScrollArea()
        frame.setWidget(self._centred(self._column()))
        frame.setWidgetResizable(True)
        frame.setFrameShape(QFrame.Shape.NoFrame)
        frame.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        middle = QWidget()
        down = QVBoxLayout(middle)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addWidget(self.notices)
        down.addWidget(frame, 1)
        return middle

    def _column(self) -> QWidget:
        column = QWidget()
        down = QVBoxLayout(column)
        down.setSpacing(14)
        down.addStretch(1)
        down.addWidget(Symbol("gtregister", 56))
        down.addWidget(line(_("Keep your more able register in one place"), "title"))
        said = _(
            "Bring in the results you have, see whom your policy suggests, decide who "
            "goes on the register, and keep families and colleagues informed. "
            "Everything stays in one file of yours; nothing leaves this computer."
        )
        down.addWidget(line(said, quiet=True, folds=True))
        down.addSpacing(8)
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        buttons.addWidget(ActionButton(self.offers.open, column, primary=True))
        buttons.addWidget(ActionButton(self.offers.new, column))
        buttons.addWidget(ActionButton(self.sample, column))
        buttons.addStretch(1)
        down.addLayout(buttons)
        down.addSpacing(8)
        if recent := settings.load().recent:
            down.addWidget(self._recent(recent))
        down.addStretch(2)
        return column

    def _centred(self, column: QWidget) -> QWidget:
        middle = QWidget()
        across = QHBoxLayout(middle)
        across.setContentsMargins(40, 24, 40, 24)
        across.addStretch(1)
        across.addWidget(column, 6)
        across.addStretch(1)
        return middle

    def _recent(self, recent: tuple[str, ...]) -> Card:
        card = Card(_("Opened here before"))
        for text in recent:
            path = Path(text)
            button = QPushButton(path.stem.replace("&", "&&"))
            button.setAccessibleName(_("Open {name}").format(name=path.stem))
            button.setToolTip(text)
            button.clicked.connect(partial(self.asked_to_open.emit, path))
            across = QHBoxLayout()
            across.setSpacing(16)
            across.addWidget(button)
            across.addWidget(line(str(path.parent), "caption", quiet=True), 1)
            card.rows.addLayout(across)
        return card


def _what_dropping_does(path: Path) -> str | None:
    if path.suffix.lower() != ".gtreg":
        return None
    return _("Drop to open the register {name}").format(name=path.stem)
