"""The boxes before the rows of a table, and the one that ticks them all."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHeaderView,
    QStyle,
    QStyleOptionButton,
    QTableView,
    QWidget,
)

from gtregister.desktop import style
from gtregister.desktop.widgets.table_model import TableModel
from gtregister.i18n import _

_State = QStyle.StateFlag
_WIDE = 40


class TickColumn(QHeaderView):
    """Stands before the first column and does not scroll away sideways.

    It takes no focus: Space ticks the row that one is at.
    """

    pressed = Signal(int, bool)  # a row, and whether all from the last one to it

    def __init__(self, model: TableModel, view: QTableView) -> None:
        super().__init__(Qt.Orientation.Vertical, view)
        self._table_model = model
        self._view = view
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setAccessibleName(_("Ticked rows"))
        model.ticks_changed.connect(self.repaint_boxes)

    def repaint_boxes(self) -> None:
        """Draw the boxes again, since others are ticked or one is at another row."""
        self.viewport().update()

    def sizeHint(self) -> QSize:
        # Qt would measure two hundred headings, after every keystroke.
        return QSize(style.scaled(_WIDE), 0)

    def paintSection(self, painter: QPainter, rect: QRect, row: int) -> None:
        colours = style.colours()
        is_here = self._view.currentIndex().row() == row
        ground = colours.paper if row % 2 == 0 else colours.alternate
        painter.fillRect(rect, QColor(colours.selection if is_here else ground))
        ticked = self._table_model.is_ticked(row)
        _draw_box(painter, _box_in(rect), on=ticked, widget=self)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self.logicalIndexAt(event.position().toPoint())
        if row >= 0 and event.button() == Qt.MouseButton.LeftButton:
            extends = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.pressed.emit(row, bool(extends))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)


class TickAll(QCheckBox):
    """Ticks every row that is shown, or none; Ctrl+A does so by keys."""

    def __init__(self, model: TableModel, view: QTableView) -> None:
        super().__init__(view)
        self._table_model = model
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(_("Tick all that are shown"))
        self.setToolTip(_("Tick all that are shown (Ctrl+A)"))
        self.setTristate(True)
        model.ticks_changed.connect(self.follow)
        model.modelReset.connect(self.follow)

    def follow(self) -> None:
        """Show whether all rows that are shown are ticked, some, or none."""
        ticked, shown = (
            len(self._table_model.ticked_rows()),
            self._table_model.rowCount(),
        )
        some = Qt.CheckState.PartiallyChecked if ticked else Qt.CheckState.Unchecked
        every = shown > 0 and ticked == shown
        self.setCheckState(Qt.CheckState.Checked if every else some)

    def nextCheckState(self) -> None:
        rows = range(self._table_model.rowCount())
        keys = [self._table_model.key_at(row) for row in rows]
        on = self.checkState() != Qt.CheckState.Checked
        self._table_model.tick([key for key in keys if key is not None], on=on)

    def stand_in(self, corner: QRect) -> None:
        """Stand in the corner over the boxes of the rows."""
        self.setGeometry(corner.adjusted(0, 0, 0, -1))

    def _is_full(self) -> bool:
        return self.checkState() == Qt.CheckState.Checked

    def hitButton(self, _at: QPoint) -> bool:
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, box = QPainter(self), _box_in(self.rect())
        _draw_box(painter, box, on=self._is_full(), widget=self)
        if self.checkState() == Qt.CheckState.PartiallyChecked:
            dash = QRect(0, 0, box.width() // 2, max(2, box.height() // 8))
            dash.moveCenter(box.center())
            painter.fillRect(dash, QColor(style.colours().accent))


def _draw_box(painter: QPainter, room: QRect, *, on: bool, widget: QWidget) -> None:
    option = QStyleOptionButton()
    option.rect = room
    option.state = (_State.State_On if on else _State.State_Off) | _State.State_Enabled
    box = QStyle.PrimitiveElement.PE_IndicatorCheckBox
    widget.style().drawPrimitive(box, option, painter, widget)


def _box_in(room: QRect) -> QRect:
    side = style.scaled(18)
    box = QRect(0, 0, side, side)
    box.moveCenter(room.center())
    return box
