"""A white card on the grey ground of a page."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gtregister.desktop import style
from gtregister.desktop.widgets.lines import line

_RADIUS = 6


class Card(QWidget):
    """Holds what belongs together, under a title if it has one."""

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(16, 14, 16, 14)
        self.rows.setSpacing(6)
        if title:
            self.rows.addWidget(line(title, "subtitle"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(style.colours().divider))
        painter.setBrush(QColor(style.colours().paper))
        room = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(room, _RADIUS, _RADIUS)
