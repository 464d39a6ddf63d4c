"""Pairs of bars that compare two shares, group by group."""

from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gtregister.desktop import style
from gtregister.desktop.widgets.chart_colours import series

_GAP = 8


class Pair(NamedTuple):
    """Two shares of one group, in per cent; `is_faint` if they are too few to read."""

    words: str
    ours: float
    theirs: float
    is_faint: bool


class BarPairs(QWidget):
    """Draws pairs of bars: the first filled, the second hatched, each with its value.

    It says the same in its accessible description, and its card offers a table.
    """

    def __init__(self, ours: str, theirs: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = (ours, theirs)
        self._pairs: tuple[Pair, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_pairs(self, pairs: tuple[Pair, ...], said: str) -> None:
        """Show other pairs; `said` are they in words, for who cannot see them."""
        self._pairs = pairs
        self.setAccessibleDescription(said)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        pairs = len(self._pairs) * (2 * self._thick() + _GAP)
        return QSize(style.scaled(320), pairs + 2 * QFontMetrics(self.font()).height())

    def minimumSizeHint(self) -> QSize:
        return QSize(style.scaled(240), self.sizeHint().height())

    def _thick(self) -> int:
        return QFontMetrics(self.font()).height() - 2

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._pairs:
            return
        painter = QPainter(self)
        metrics = painter.fontMetrics()
        left = 12 + max(metrics.horizontalAdvance(p.words) for p in self._pairs)
        left = min(left, self.width() // 2)
        room = self.width() - left - metrics.horizontalAdvance(" 100% ")
        most = max(max(p.ours, p.theirs) for p in self._pairs) or 1
        thick, top = self._thick(), 0
        for pair in self._pairs:
            painter.setPen(QColor(style.colours().text))
            words = metrics.elidedText(
                pair.words, Qt.TextElideMode.ElideRight, left - 12
            )
            area = QRectF(0, top, left - 12, 2 * thick)
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, words)
            for place, share in enumerate((pair.ours, pair.theirs)):
                bar = QRectF(left, top + place * thick, room * share / most, thick - 3)
                self._draw(painter, bar, place, pair.is_faint)
                _write(painter, bar, f"{share:.0f}%")
            top += 2 * thick + _GAP
        self._draw_key(painter, left, top)

    def _draw(self, painter: QPainter, bar: QRectF, place: int, is_faint: bool) -> None:
        quiet = style.colours().border
        colour = QColor(quiet if is_faint else series()[place])
        painter.setPen(QPen(colour, 1))
        hatched = Qt.BrushStyle.BDiagPattern
        painter.setBrush(
            QBrush(colour, hatched if place else Qt.BrushStyle.SolidPattern)
        )
        painter.drawRect(bar)

    def _draw_key(self, painter: QPainter, left: int, top: int) -> None:
        """Say which bar is which."""
        metrics = painter.fontMetrics()
        side, across = metrics.height() - 6, left
        for place, name in enumerate(self._names):
            box = QRectF(across, top + 6, side, side)
            self._draw(painter, box, place, is_faint=False)
            painter.setPen(QColor(style.colours().quiet))
            wide = metrics.horizontalAdvance(name)
            area = QRectF(across + side + 6, top, wide + 8, metrics.height() + 6)
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, name)
            across += side + wide + 24


def _write(painter: QPainter, bar: QRectF, words: str) -> None:
    painter.setPen(QColor(style.colours().text))
    area = QRectF(bar.right() + 6, bar.top(), 80, bar.height())
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, words)
