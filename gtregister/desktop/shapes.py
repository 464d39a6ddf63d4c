"""The shapes of which controls are drawn."""

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

_RADIUS = 4


def towards(colour: QColor, other: str, share: float) -> QColor:
    """Mix a colour with a share of another."""
    its = QColor(other)
    return QColor(
        round(colour.red() + (its.red() - colour.red()) * share),
        round(colour.green() + (its.green() - colour.green()) * share),
        round(colour.blue() + (its.blue() - colour.blue()) * share),
    )


def box(painter: QPainter, room: QRect, pen: QPen, fill: QColor | None = None) -> None:
    """Draw a box with round corners whose line lies inside `room`."""
    half = pen.widthF() / 2
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen)
    painter.setBrush(fill or Qt.BrushStyle.NoBrush)
    inside = QRectF(room).adjusted(half, half, -half, -half)
    painter.drawRoundedRect(inside, _RADIUS, _RADIUS)
    painter.restore()


def tick(painter: QPainter, room: QRect, pen: QPen) -> None:
    """Draw a tick into a box."""
    area = QRectF(room)
    points = [
        area.topLeft() + QPointF(x * area.width(), y * area.height())
        for x, y in ((0.22, 0.52), (0.42, 0.72), (0.78, 0.28))
    ]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen)
    painter.drawPolyline(QPolygonF(points))
    painter.restore()


def disc(painter: QPainter, room: QRect, pen: QPen, fill: QColor) -> None:
    """Draw a disc whose line lies inside `room`."""
    half = pen.widthF() / 2
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen)
    painter.setBrush(fill)
    painter.drawEllipse(QRectF(room).adjusted(half, half, -half, -half))
    painter.restore()


def arrow(painter: QPainter, at: QPointF, reach: QPointF, pen: QPen) -> None:
    """Draw an arrow head around a point; it points down if `reach.y()` is positive."""
    tip = at + QPointF(0, reach.y())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen)
    painter.drawLine(QLineF(at - reach, tip))
    painter.drawLine(QLineF(tip, at + QPointF(reach.x(), -reach.y())))
    painter.restore()
