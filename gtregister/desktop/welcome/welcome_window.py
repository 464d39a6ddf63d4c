"""What one sees before a register is open: open one, make one, or look round."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QMainWindow,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from gtregister import settings
from gtregister.desktop import dropping, menus, recent_menu
from gtregister.desktop.actions import Actions
from gtregister.desktop.help import about
from gtregister.desktop.welcome.set_up import SetUp
from gtregister.desktop.widgets.action_button import ActionButton
from gtregister.desktop.widgets.card import Card
from gtregister.desktop.widgets.drop_overlay import DropOverlay
from gtregister.desktop.widgets.empty_state import Symbol
from gtregister.desktop.widgets.lines import line
from gtregister.desktop.widgets.notice_bar import NoticeBar
from gtregister.i18n import _

_MARGIN = 40  # beside what one may choose from, in pixels


class WelcomeWindow(QMainWindow):
    """Offers what can be done without a register."""

    asked_to_open = Signal(object)  # the Path of a register; None: ask for one
    asked_for_new = Signal()
    asked_for_sample = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("gtregister")
        self.waiting: Path | None = None  # a file to import once a register is open
        self.offers = Actions(self)
        self._connect_offers()
        menus.fill_short(self.menuBar(), self.offers, self.asked_to_open.emit)
        self.notices = NoticeBar(self)
        self.set_up_action = QAction(_("Set &up my school"), self)
        self.set_up_action.triggered.connect(self.show_set_up)
        self._set_up_card = Card(_("Set up my school"))
        self.set_up = SetUp(self._set_up_card)
        self.set_up.made.connect(self.asked_to_open)
        self._set_up_card.rows.addWidget(self.set_up)
        self._set_up_card.hide()
        self._frame = QScrollArea()
        self.setCentralWidget(self._middle())
        self._overlay = DropOverlay(self, dropping.words_without_register)
        self._overlay.dropped.connect(self.take_file)
        self.resize(960, 700)

    def _connect_offers(self) -> None:
        offers = self.offers
        offers.sample.triggered.connect(self.asked_for_sample)
        offers.new.triggered.connect(self.asked_for_new)
        offers.open.triggered.connect(partial(self.asked_to_open.emit, None))
        offers.about.triggered.connect(partial(about.show, self))
        offers.help.triggered.connect(partial(self._help, "start"))
        offers.search_help.triggered.connect(partial(self._help, "start"))
        offers.keys.triggered.connect(partial(self._help, "keys"))

    def _help(self, key: str) -> None:
        from gtregister.desktop.help.help_window import HelpWindow

        window = HelpWindow(self.offers, self)
        window.show_page(key)
        window.show()

    def show_set_up(self) -> None:
        """Ask what there is to ask about a school, where Start is seen at once."""
        for words in self._about:
            words.hide()
        for button in self._frame.findChildren(ActionButton):
            button.setProperty("primary", False)
            button.update()
        self._set_up_card.show()
        self.set_up.begin()
        self._frame.ensureWidgetVisible(self._set_up_card)

    def take_file(self, path: Path) -> None:
        """Open a register; keep another file until there is one to import it into."""
        if dropping.is_register(path):
            self.asked_to_open.emit(path)
            return
        self.waiting = path
        said = _(
            "{name} is ready to be imported. Open your register, or set up your "
            "school, to see what it would do."
        )
        self.notices.say(said.format(name=path.name))
        if not settings.load().recent:
            self.show_set_up()

    def _middle(self) -> QWidget:
        self._frame.setWidget(self._centred(self._column()))
        self._frame.setWidgetResizable(True)
        self._frame.setFrameShape(QFrame.Shape.NoFrame)
        self._frame.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        middle = QWidget()
        down = QVBoxLayout(middle)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addWidget(self.notices)
        down.addWidget(self._frame, 1)
        return middle

    def _column(self) -> QWidget:
        column = QWidget()
        down = QVBoxLayout(column)
        down.setSpacing(14)
        down.addStretch(1)
        down.addWidget(Symbol("gtregister", 56))
        title = line(_("Keep your more able register in one place"), "title")
        title.setWordWrap(True)
        down.addWidget(title)
        said = _(
            "Bring in the results you have, see whom your policy suggests, decide who "
            "goes on the register, and keep families and colleagues informed. "
            "Everything stays in one file of yours; nothing leaves this computer."
        )
        drop = line(_("Drop a spreadsheet anywhere to start from it."), quiet=True)
        self._about = [line(said, quiet=True, folds=True), drop]
        down.addWidget(self._about[0])
        down.addSpacing(8)
        recent = settings.load().recent
        down.addLayout(self._buttons(column, knows_the_program=bool(recent)))
        down.addWidget(self._set_up_card)
        down.addWidget(drop)
        down.addSpacing(8)
        if recent:
            down.addWidget(self._recent(recent))
        down.addStretch(2)
        return column

    def _buttons(self, column: QWidget, *, knows_the_program: bool) -> QBoxLayout:
        """Put what one most likely wants first: at first a look round."""
        offers = [self.offers.sample, self.set_up_action, self.offers.open]
        if knows_the_program:
            offers.reverse()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(12)
        for place, offer in enumerate(offers):
            self._row.addWidget(ActionButton(offer, column, primary=place == 0))
        self._row.addStretch(1)
        return self._row

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        items = [self._row.itemAt(place) for place in range(self._row.count())]
        widths = [item.sizeHint().width() + 12 for item in items if item is not None]
        beside = sum(widths) + 2 * _MARGIN <= self._frame.viewport().width()
        way = QBoxLayout.Direction
        self._row.setDirection(way.LeftToRight if beside else way.TopToBottom)

    def _centred(self, column: QWidget) -> QWidget:
        middle = QWidget()
        across = QHBoxLayout(middle)
        across.setContentsMargins(_MARGIN, 24, _MARGIN, 24)
        across.addStretch(1)
        across.addWidget(column, 6)
        across.addStretch(1)
        return middle

    def _recent(self, recent: tuple[str, ...]) -> Card:
        card = Card(_("Opened here before"))
        paths = [Path(text) for text in recent]
        there = recent_menu.found(paths)
        for path in paths:
            button = QPushButton(path.stem.replace("&", "&&"))
            button.setAccessibleName(_("Open {name}").format(name=path.stem))
            button.setToolTip(str(path))
            button.setEnabled(path in there)
            button.clicked.connect(partial(self.asked_to_open.emit, path))
            missing = _("{folder} (not found)").format(folder=path.parent)
            where = str(path.parent) if path in there else missing
            across = QHBoxLayout()
            across.setSpacing(16)
            across.addWidget(button)
            across.addWidget(line(where, "caption", quiet=True), 1)
            card.rows.addLayout(across)
        return card
