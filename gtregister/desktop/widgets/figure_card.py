"""A number that matters, large, with what it counts, on a card that leads there."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from gtregister.desktop import style
from gtregister.desktop.drawing import goes_by_keys


class FigureCard(QPushButton):
    """Shows a figure and its words; pressing it goes to what is counted."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._figure = ""
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(words)

    def show_figure(self, figure: str, words: str) -> None:
        """Show another figure, with the words that go with it."""
        self._figure = figure
        self._words = words
        self.setAccessibleName(f"{figure} {words}")
        self.update()

    def sizeHint(self) -> QSize:
        wide = QFontMetrics(self.font()).horizontalAdvance(self._words)
        return QSize(max(wide + 36, style.scaled(150)), style.scaled(92))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = style.colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = QPen(QColor(colours.border if self.underMouse() else colours.divider))
        if self.hasFocus() and goes_by_keys(self):
            line = QPen(QColor(colours.focus), 2)
        painter.setPen(line)
        painter.setBrush(QColor(colours.paper))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        room = self.rect().adjusted(18, style.scaled(12), -18, -style.scaled(14))
        large = QFont(self.font())
        large.setPixelSize(style.scaled(style.SIZES["figure"]))
        large.setWeight(QFont.Weight.DemiBold)
        painter.setFont(large)
        painter.setPen(QColor(colours.text))
        left = Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, left | Qt.AlignmentFlag.AlignTop, self._figure)
        painter.setFont(self.font())
        painter.setPen(QColor(colours.quiet))
        painter.drawText(room, left | Qt.AlignmentFlag.AlignBottom, self._words)
