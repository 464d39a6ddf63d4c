"""Page: one place of the window, in a module of its own that the rail finds by itself.

To add a page, write `desktop/<feature>/<place>_page.py` with one subclass of Page and
the line `PAGE = ThatPage`, and give the feature a PLACE (see place.py).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, ClassVar, Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from gtregister.core.register import Register
from gtregister.desktop import style
from gtregister.desktop.actions import Actions
from gtregister.desktop.place import Place, places
from gtregister.desktop.tasks import Tasks
from gtregister.desktop.widgets.notice_bar import NoticeBar
from gtregister.desktop.widgets.page_header import PageHeader
from gtregister.i18n import translated
from gtregister.table import Table

if TYPE_CHECKING:
    from gtregister.desktop.widgets.table_list import TableList


class GoTo(Protocol):
    """Shows a page by its key, narrowed to what is wanted of it."""

    def __call__(
        self, place: str, wanted: Mapping[str, object] | None = None
    ) -> None: ...


@dataclass(frozen=True, slots=True)
class Desk:
    """What pages and commands work with: the register and the parts of the window.

    `show_pupil` opens the window of one pupil, by id, over whatever page is shown;
    `put_back` undoes one change, by number, and says what came of it. `print_list`
    shows the pages of a list that no page shows, with the lines that stand over it.
    `sitting` is the last change before the window was opened: Edit > Undo goes back no
    further, since nobody remembers what they did last week.
    """

    window: QMainWindow
    register: Register
    tasks: Tasks
    actions: Actions
    notices: NoticeBar
    page: "Callable[[], Page]"
    place: Callable[[], str]  # the key of the page that is shown
    go_to: GoTo
    show_pupil: Callable[[int], None]
    put_back: Callable[[int], None]
    print_list: Callable[[Table, tuple[str, ...]], None]
    restyle: Callable[[], None]
    sitting: int = 0

    @property
    def is_discreet(self) -> bool:
        """Say whether what is sensitive is hidden, on the screen and on paper."""
        return style.is_discreet()


class Page(QWidget):
    """A whole screen of one feature: a title, a line of facts, and what is there.

    A page is built when it is first gone to. `watches` names the tables whose change
    makes it refresh; `listing` is the list that Export, Print, Copy and Find are
    about, if it has one. `deeds` are what can be done to the rows that are chosen in
    it: the bar under the list, its context menu and the Pupil menu show them.
    """

    place: ClassVar[Place]
    watches: ClassVar[frozenset[str]] = frozenset()

    go_to = Signal(str)  # the key of the page that is asked for
    described = Signal()  # the line of facts or the counts may have changed

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.register = desk.register
        self.listing: TableList | None = None
        self.deeds: list[QAction] = []
        self.header = PageHeader(translated(self.place.title), self)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(24, 20, 24, 20)
        self.body.setSpacing(14)
        self.body.addWidget(self.header)
        self.build()

    @property
    def icon(self) -> str:
        """Name the page's icon."""
        return self.place.icon

    def build(self) -> None:
        """Put the parts of the page under its header; called once."""

    def refresh(self) -> None:
        """Read again what the page shows."""

    def narrow(self, wanted: Mapping[str, object]) -> None:
        """Show only what another page asks for: values by the names of filters."""

    def describe(self) -> None:
        """Say what needs dates and numbers in words, such as the line of facts.

        Called after each refresh, but on opening only once the window is painted,
        since the words of dates take a moment to load.
        """

    def facts(self) -> tuple[str, ...]:
        """Give the lines that stand over the list when it is printed or exported."""
        return ()

    def parts(self) -> list[QWidget]:
        """Name the parts of the page that F6 goes through."""
        if self.listing is not None:
            return self.listing.parts()
        strong = Qt.FocusPolicy.TabFocus
        inside = (w for w in self.findChildren(QWidget) if w.focusPolicy() & strong)
        return [w for w in inside if w.isVisible() and w.isEnabled()][:1]

    def link(self, words: str, place: str) -> QAction:
        """Make an action that goes to another page."""
        action = QAction(words, self)
        action.triggered.connect(partial(self.go_to.emit, place))
        return action

    @classmethod
    def heeds(cls, tables: frozenset[str]) -> bool:
        """Say whether the page shows anything of the tables that were changed."""
        return bool(cls.watches & tables)

    @classmethod
    def count(cls, register: Register) -> int | None:
        """Count what waits on the page, for the rail; 0 shows nothing.

        None says that counting takes a while: a job then asks `count_slowly`.
        """
        del register
        return 0

    @classmethod
    def count_slowly(cls, register: Register) -> int:
        """Count what waits on the page, off the window's thread."""
        return cls.count(register) or 0


def page_of(key: str) -> type[Page]:
    """Load the page of a place."""
    feature = places()[key].feature
    page: type[Page] = import_module(f"{feature}.{key}_page").PAGE
    return page
