"""Page: one place of the window, in a module of its own that the rail finds by itself.

To add a page, write `desktop/<feature>/<place>_page.py` with one subclass of Page and
the line `PAGE = ThatPage`.
"""

import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from gtregister import desktop
from gtregister.core.register import Register
from gtregister.desktop.actions import Actions
from gtregister.desktop.tasks import Tasks
from gtregister.desktop.widgets.notice_bar import NoticeBar
from gtregister.desktop.widgets.page_header import PageHeader
from gtregister.desktop.widgets.table_list import TableList
from gtregister.i18n import translated


@dataclass(frozen=True, slots=True)
class Desk:
    """What pages and commands work with: the register and the parts of the window."""

    window: QMainWindow
    register: Register
    tasks: Tasks
    actions: Actions
    notices: NoticeBar
    page: "Callable[[], Page]"
    go_to: Callable[[str], None]
    restyle: Callable[[], None]


class Page(QWidget):
    """A whole screen of one feature: a title, a line of facts, and what is there.

    A page is built when it is first gone to. `watches` names the tables whose change
    makes it refresh; `listing` is the list that Export, Print, Copy and Find are
    about, if it has one.
    """

    title: ClassVar[str]
    icon: ClassVar[str]
    order: ClassVar[int]
    at_foot: ClassVar[bool] = False
    watches: ClassVar[frozenset[str]] = frozenset()

    go_to = Signal(str)  # the key of the page that is asked for
    described = Signal()  # the line of facts or the counts may have changed

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.register = desk.register
        self.listing: TableList | None = None
        self.header = PageHeader(translated(self.title), self)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(24, 20, 24, 20)
        self.body.setSpacing(14)
        self.body.addWidget(self.header)
        self.build()

    def build(self) -> None:
        """Put the parts of the page under its header; called once."""

    def refresh(self) -> None:
        """Read again what the page shows."""

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
            return [self.listing.filters.find_box, self.listing.view]
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
    def count(cls, register: Register) -> int:
        """Count what waits on the page, for the rail; 0 shows nothing."""
        del register
        return 0


def pages() -> dict[str, type[Page]]:
    """Find every page, by the key that its module is named after, in order."""
    found: dict[str, type[Page]] = {}
    for feature in pkgutil.iter_modules(desktop.__path__, f"{desktop.__name__}."):
        if feature.ispkg:
            folder = import_module(feature.name)
            # Only pages: a dialog may need what is slow to load.
            for module in pkgutil.iter_modules(folder.__path__):
                if module.name.endswith("_page"):
                    page = import_module(f"{feature.name}.{module.name}").PAGE
                    found[module.name.removesuffix("_page")] = page
    return dict(sorted(found.items(), key=lambda item: item[1].order))
