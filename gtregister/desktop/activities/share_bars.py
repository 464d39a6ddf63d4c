"""Bars that show which share a group has of four things, group by group."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gtregister.desktop import style
from gtregister.desktop.widgets.chart_colours import series
from gtregister.i18n import _

_GAP = 12  # pixels between two groups
_Brush = Qt.BrushStyle
# Each bar of a group is told from the others by its pattern, its place and its value.
_PATTERNS = (
    _Brush.SolidPattern,
    _Brush.BDiagPattern,
    _Brush.Dense5Pattern,
    _Brush.NoBrush,
)


class Bars(NamedTuple):
    """The shares of one group, in per cent, None where it is not known.

    `is_faint` says that there are too few of it to read anything from them.
    """

    words: str
    shares: Sequence[int | None]
    is_faint: bool


class ShareBars(QWidget):
    """Draws a bar for each share, with its value behind it, under a key.

    It says the same in its accessible description, and its card offers a table.
    """

    def __init__(self, names: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = names
        self._groups: tuple[Bars, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_groups(self, groups: Sequence[Bars]) -> None:
        """Show other groups, and say them in words for who cannot see them."""
        self._groups = tuple(groups)
        self.setAccessibleDescription(" ".join(map(self._in_words, groups)))
        self.updateGeometry()
        self.update()

    def _in_words(self, group: Bars) -> str:
        pairs = zip(self._names, group.shares, strict=True)
        told = [_("{name} {share}").format(name=n, share=_percent(s)) for n, s in pairs]
        said = _("{group}: {shares}.")
        return said.format(group=group.words, shares=", ".join(told))

    def sizeHint(self) -> QSize:
        lines = len(self._groups) * len(self._names) * self._thick()
        room = len(self._groups) * style.scaled(_GAP) + self._key_height(self.width())
        return QSize(style.scaled(320), lines + room)

    def minimumSizeHint(self) -> QSize:
        return QSize(style.scaled(240), self.sizeHint().height())

    def resizeEvent(self, _event: object) -> None:
        self.updateGeometry()  # the key may need another line

    def _thick(self) -> int:
        return QFontMetrics(self.font()).height() - 2

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._groups:
            return
        painter = QPainter(self)
        metrics = painter.fontMetrics()
        widest = max(metrics.horizontalAdvance(group.words) for group in self._groups)
        left = min(12 + widest, self.width() // 3)
        room = self.width() - left - metrics.horizontalAdvance(" 100% ")
        known = [share or 0 for group in self._groups for share in group.shares]
        most, thick = max(known) or 1, self._thick()
        top = self._draw_key(painter)
        for group in self._groups:
            height = len(group.shares) * thick
            self._write_name(painter, group.words, QRectF(0, top, left - 12, height))
            for place, share in enumerate(group.shares):
                wide = room * (share or 0) / most
                bar = QRectF(left, top + place * thick, wide, thick - 4)
                if share is not None:
                    _draw(painter, bar, place, is_faint=group.is_faint)
                _write(painter, bar, _percent(share))
            top += height + style.scaled(_GAP)

    def _write_name(self, painter: QPainter, words: str, area: QRectF) -> None:
        painter.setPen(QColor(style.colours().text))
        folded = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(area, folded, words)

    def _places(self, width: int) -> list[tuple[int, int]]:
        """Find where the words of the key stand: across, then in another line."""
        metrics, across, line = QFontMetrics(self.font()), 0, 0
        found = []
        for name in self._names:
            wide = metrics.height() + metrics.horizontalAdvance(name)
            if across and across + wide > width:
                across, line = 0, line + 1
            found.append((across, line))
            across += wide + style.scaled(24)
        return found

    def _key_height(self, width: int) -> int:
        lines = 1 + self._places(width)[-1][1]
        return lines * (QFontMetrics(self.font()).height() + 6) + style.scaled(8)

    def _draw_key(self, painter: QPainter) -> int:
        """Say which bar is which, and give the height that it takes."""
        metrics = painter.fontMetrics()
        side, high = metrics.height() - 6, metrics.height() + 6
        key = zip(self._names, self._places(self.width()), strict=True)
        for place, (name, (across, line)) in enumerate(key):
            _draw(painter, QRectF(across + 1, line * high + 6, side, side), place)
            painter.setPen(QColor(style.colours().quiet))
            wide = metrics.horizontalAdvance(name) + 8
            area = QRectF(across + side + 6, line * high, wide, high)
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, name)
        return self._key_height(self.width())


def _draw(
    painter: QPainter, bar: QRectF, place: int, *, is_faint: bool = False
) -> None:
    colours = style.colours()
    colour = QColor(colours.border if is_faint else series()[place // 2])
    painter.setPen(QPen(colour, 1))
    painter.setBrush(QBrush(colour, _PATTERNS[place]))
    painter.drawRect(bar)


def _write(painter: QPainter, bar: QRectF, words: str) -> None:
    painter.setPen(QColor(style.colours().text))
    area = QRectF(bar.right() + 6, bar.top() - 1, 200, bar.height() + 2)
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, words)


def _percent(share: int | None) -> str:
    return _("not known") if share is None else f"{share}%"
