"""Pages one above the other, each of which scrolls where the window is too low."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QScrollArea,
    QStackedWidget,
    QWidget,
)


class PageStack(QStackedWidget):
    """Shows one of several pages, and keeps in sight what has the focus."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._scroll_to)

    def add(self, page: QWidget) -> None:
        """Put a page in, below those that are there."""
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(page)
        self.addWidget(area)

    def _scroll_to(self, _old: object, now: QWidget | None) -> None:
        area = self.currentWidget()
        if isinstance(area, QScrollArea) and now and area.isAncestorOf(now):
            area.ensureWidgetVisible(now, 0, 12)
