"""The pages of a window, one of which is shown."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QWidget

from gtregister.desktop.page import Desk, Page, pages


class PageStack(QStackedWidget):
    """Builds each page when it is first shown, and reads it again when it is stale."""

    go_to = Signal(str)  # the key of the page that is asked for
    described = Signal()  # what the page says about itself may have changed

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kinds = pages()
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

    def _build(self, place: str, desk: Desk) -> None:
        page = self.kinds[place](desk)
        page.go_to.connect(self.go_to)
        page.described.connect(self.described)
        frame = QScrollArea()
        frame.setWidget(page)
        frame.setWidgetResizable(True)
        frame.setFrameShape(QFrame.Shape.NoFrame)
        frame.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.addWidget(frame)
        self._built[place] = page
        self._stale.add(place)
