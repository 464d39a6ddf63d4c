"""The pages of a window, one of which is shown."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QWidget

from gtregister.desktop.page import Desk, Page, page_of


class PageStack(QStackedWidget):
    """Builds each page when it is first shown, and reads it again when it is stale."""

    go_to = Signal(str)  # the key of the page that is asked for
    described = Signal()  # what the page says about itself may have changed

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.place = ""
        self._built: dict[str, Page] = {}
        self._stale: set[str] = set()

    @property
    def page(self) -> Page:
        """Give the page that is shown."""
        return self._built[self.place]

    def show_page(self, place: str, desk: Desk) -> None:
        """Show a page, as it is now."""
        self.place = place
        if place not in self._built:
            self._build(place, desk)
        self.setCurrentIndex(list(self._built).index(place))
        self.freshen()

    def note_change(self, tables: frozenset[str]) -> None:
        """Take note that pages which show these tables are stale."""
        self._stale |= {k for k, page in self._built.items() if page.heeds(tables)}

    def note_all(self) -> None:
        """Take note that every page may be stale."""
        self._stale.update(self._built)

    def freshen(self) -> None:
        """Read again what the page that is shown shows, if it is stale."""
        if self.place in self._stale:
            self._stale.discard(self.place)
            self.page.refresh()

    def settle(self) -> None:
        """Give the page that is shown the height that its words need now."""
        frame = self.currentWidget()
        if isinstance(frame, _PageFrame):
            frame.settle()

    def _build(self, place: str, desk: Desk) -> None:
        page = page_of(place)(desk)
        page.go_to.connect(self.go_to)
        page.described.connect(self.described)
        self.addWidget(_PageFrame(page))
        self._built[place] = page
        self._stale.add(place)


class _PageFrame(QScrollArea):
    """Scrolls a page that is higher than the window.

    Qt takes the least height of a page without asking how its texts fold, and would
    rather squeeze buttons flat than scroll.
    """

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self.setWidget(page)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.settle()

    def settle(self) -> None:
        """Make the page as high as its words need, folded to the width there is."""
        layout = self._page.layout()
        if layout is not None and layout.hasHeightForWidth():
            # Not of the viewport: to wrap that, PySide6 makes every class of widget.
            least = layout.minimumHeightForWidth(self._page.width())
            self._page.setMinimumHeight(least)
