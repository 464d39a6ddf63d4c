"""Fusion with outlines that can be seen: boxes, buttons, headings and the focus.

Fusion draws the outlines of combos, spin boxes and check boxes from a darkened window
colour, at about 2 to 1; WCAG 2.2 (1.4.11) asks for 3 to 1.
"""

from typing import ClassVar

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QProxyStyle,
    QPushButton,
    QStyle,
    QStyleOption,
    QStyleOptionButton,
    QStyleOptionComplex,
    QWidget,
)

from gtregister.desktop import shapes
from gtregister.desktop.colours import LIGHT, Colours

_State = QStyle.StateFlag
_Primitive = QStyle.PrimitiveElement
_Control = QStyle.ControlElement
_Complex = QStyle.ComplexControl
_Part = QStyle.SubControl
_Metric = QStyle.PixelMetric
# Our own lengths, in pixels at a text size of 100 %.
_LENGTHS = {
    _Metric.PM_FocusFrameHMargin: 7,
    _Metric.PM_HeaderMargin: 8,
    _Metric.PM_MenuButtonIndicator: 12,
    _Metric.PM_IndicatorWidth: 16,
    _Metric.PM_IndicatorHeight: 16,
    _Metric.PM_ExclusiveIndicatorWidth: 16,
    _Metric.PM_ExclusiveIndicatorHeight: 16,
}
_LOWEST = 32  # the least height of a control, in pixels at a text size of 100 %


class Drawing(QProxyStyle):
    """How controls are drawn; everything not named here is left to Fusion."""

    colours: ClassVar[Colours] = LIGHT
    scale: ClassVar[float] = 1.0

    def __init__(self) -> None:
        super().__init__("fusion")

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if element == _Primitive.PE_PanelButtonCommand:
            self._button(option, painter, widget)
        elif element == _Primitive.PE_FrameLineEdit:
            self._field(option, painter)
        elif element == _Primitive.PE_Frame:
            self._edge(option, painter, widget)
        elif element == _Primitive.PE_FrameFocusRect:
            self._ring(option, painter)
        elif element == _Primitive.PE_IndicatorCheckBox:
            self._tick(option, painter)
        elif element == _Primitive.PE_IndicatorRadioButton:
            self._dot(option, painter)
        else:
            super().drawPrimitive(element, option, painter, widget)

    def drawControl(
        self,
        element: QStyle.ControlElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if element in (_Control.CE_HeaderSection, _Control.CE_HeaderEmptyArea):
            self._heading(option, painter)
            return
        words = element == _Control.CE_PushButtonLabel and _is_primary(widget)
        if words and isinstance(option, QStyleOptionButton):
            option = self._on_accent(option)
        super().drawControl(element, option, painter, widget)

    def drawComplexControl(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if control == _Complex.CC_ComboBox:
            self._field(option, painter)
            room = option.rect.adjusted(option.rect.width() - self._px(28), 0, 0, 0)
            self._arrow(option, painter, room, down=True)
        elif control == _Complex.CC_SpinBox:
            self._field(option, painter)
            for part in (_Part.SC_SpinBoxUp, _Part.SC_SpinBoxDown):
                room = self.subControlRect(control, option, part, widget)
                self._arrow(option, painter, room, down=part == _Part.SC_SpinBoxDown)
        else:
            super().drawComplexControl(control, option, painter, widget)

    def sizeFromContents(
        self,
        kind: QStyle.ContentsType,
        option: QStyleOption,
        size: QSize,
        widget: QWidget | None = None,
    ) -> QSize:
        found: QSize = super().sizeFromContents(kind, option, size, widget)  # type: ignore[arg-type]  # the stubs forget that there may be none
        if kind not in _TALL:
            return found
        if kind == QStyle.ContentsType.CT_PushButton:
            found.setWidth(max(size.width() + self._px(32), self._px(64)))
        elif kind == QStyle.ContentsType.CT_ComboBox:
            found.setWidth(found.width() + self._px(12))
        found.setHeight(max(found.height(), self._px(_LOWEST)))
        return found

    def pixelMetric(
        self,
        metric: QStyle.PixelMetric,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> int:
        if (length := _LENGTHS.get(metric)) is not None:
            return self._px(length)
        return super().pixelMetric(metric, option, widget)

    def subControlRect(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        part: QStyle.SubControl,
        widget: QWidget | None = None,
    ) -> QRect:
        if control == _Complex.CC_ComboBox and part == _Part.SC_ComboBoxEditField:
            return option.rect.adjusted(self._px(8), 0, -self._px(28), 0)
        found: QRect = super().subControlRect(control, option, part, widget)  # type: ignore[arg-type]  # the stubs forget that there may be none
        return found

    def _px(self, pixels: float) -> int:
        return round(pixels * self.scale)

    def _button(
        self, option: QStyleOption, painter: QPainter, widget: QWidget | None
    ) -> None:
        enabled = bool(option.state & _State.State_Enabled)
        fill = QColor(self.colours.paper)
        pen = self._line(option)
        if _is_primary(widget) and enabled:
            fill = QColor(self.colours.accent)
            pen = QPen(fill)
        if option.state & (_State.State_Sunken | _State.State_On) and enabled:
            fill = shapes.towards(fill, self.colours.text, 0.18)
        elif option.state & _State.State_MouseOver and enabled:
            fill = shapes.towards(fill, self.colours.text, 0.08)
        shapes.box(painter, option.rect, pen, fill)
        if option.state & _State.State_HasFocus:
            self._button_ring(option, painter, fill)

    def _button_ring(
        self, option: QStyleOption, painter: QPainter, fill: QColor
    ) -> None:
        """Show the focus of a button; on the primary one, a ring within its edge."""
        if not option.state & _State.State_KeyboardFocusChange:
            return
        ring = QColor(self.colours.focus)
        room = option.rect
        if abs(ring.lightness() - fill.lightness()) < 60:
            ring = QColor(self.colours.accent_text)
            room = room.adjusted(3, 3, -3, -3)
        shapes.box(painter, room, QPen(ring, 2))

    def _line(self, option: QStyleOption) -> QPen:
        enabled = option.state & _State.State_Enabled
        return QPen(QColor(self.colours.border if enabled else self.colours.divider))

    def _field(self, option: QStyleOption, painter: QPainter) -> None:
        """Draw the box of what is typed or chosen."""
        pen = self._line(option)
        if option.state & _State.State_HasFocus:
            pen = QPen(QColor(self.colours.focus), 2)
        shapes.box(painter, option.rect, pen, QColor(self.colours.paper))

    def _edge(
        self, option: QStyleOption, painter: QPainter, widget: QWidget | None
    ) -> None:
        """Draw the edge of a list or a text; to whoever uses keys, the focus."""
        pen = QPen(QColor(self.colours.divider))
        if widget is not None and widget.hasFocus() and goes_by_keys(widget):
            pen = QPen(QColor(self.colours.focus), 2)
        shapes.box(painter, option.rect, pen)

    def _ring(self, option: QStyleOption, painter: QPainter) -> None:
        """Show the focus to whoever goes by keys; a mouse shows its own place."""
        if option.state & _State.State_KeyboardFocusChange:
            room = option.rect.adjusted(-1, -1, 1, 1)
            shapes.box(painter, room, QPen(QColor(self.colours.focus), 2))

    def _tick(self, option: QStyleOption, painter: QPainter) -> None:
        line, fill, ink = self._marked(option)
        shapes.box(painter, option.rect, QPen(line), fill)
        if option.state & _State.State_On:
            shapes.tick(painter, option.rect, QPen(ink, self._px(2)))

    def _dot(self, option: QStyleOption, painter: QPainter) -> None:
        line, fill, ink = self._marked(option)
        shapes.disc(painter, option.rect, QPen(line), fill)
        if option.state & _State.State_On:
            third = option.rect.width() // 3
            inside = option.rect.adjusted(third, third, -third, -third)
            shapes.disc(painter, inside, QPen(ink), ink)

    def _marked(self, option: QStyleOption) -> tuple[QColor, QColor, QColor]:
        """Give line, ground and mark of a check box or of a radio button."""
        ink = QColor(self.colours.accent_text)
        if not option.state & _State.State_On:
            return QColor(self.colours.border), QColor(self.colours.paper), ink
        return QColor(self.colours.accent), QColor(self.colours.accent), ink

    def _heading(self, option: QStyleOption, painter: QPainter) -> None:
        """Draw the ground of a column's heading: plain, with a line under it."""
        painter.save()
        painter.fillRect(option.rect, QColor(self.colours.paper))
        if option.state & _State.State_Horizontal:
            painter.setPen(QColor(self.colours.border))
            painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        painter.restore()

    def _arrow(
        self, option: QStyleOption, painter: QPainter, room: QRect, *, down: bool
    ) -> None:
        enabled = option.state & _State.State_Enabled
        colour = QColor(self.colours.text if enabled else self.colours.border)
        reach = QPointF(self._px(4), self._px(2) * (1 if down else -1))
        pen = QPen(colour, 1.5 * self.scale)
        shapes.arrow(painter, QRectF(room).center(), reach, pen)

    def _on_accent(self, option: QStyleOptionButton) -> QStyleOptionButton:
        if not option.state & _State.State_Enabled:
            return option
        copy = QStyleOptionButton(option)
        palette = QPalette(option.palette)
        ink = QColor(self.colours.accent_text)
        palette.setColor(QPalette.ColorRole.ButtonText, ink)
        copy.palette = palette
        return copy


_TALL = {
    QStyle.ContentsType.CT_PushButton,
    QStyle.ContentsType.CT_ComboBox,
    QStyle.ContentsType.CT_LineEdit,
    QStyle.ContentsType.CT_SpinBox,
    QStyle.ContentsType.CT_CheckBox,
    QStyle.ContentsType.CT_RadioButton,
}


def goes_by_keys(widget: QWidget) -> bool:
    """Say whether the person moves the focus by keys, so that it must be seen."""
    return widget.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)


def _is_primary(widget: QWidget | None) -> bool:
    """Say whether a button is the one its window is mostly for: its default button."""
    return isinstance(widget, QPushButton) and (
        widget.isDefault() or bool(widget.property("primary"))
    )
