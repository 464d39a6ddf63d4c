"""The rail: the list of pages on the left of the window."""

from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from gtregister.desktop import style
from gtregister.desktop.drawing import goes_by_keys

_WIDE = 208
_NARROW = 52
_ROW = 42


class RailButton(QPushButton):
    """One page of the rail: its icon, its name, and a count of what waits there."""

    def __init__(self, icon: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self._icon = icon
        self._title = title
        self._count = ""
        self.is_narrow = False
        self.setCheckable(True)
        self.setFlat(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setAccessibleName(title)

    def show_count(self, count: str) -> None:
        """Show how many wait there, or nothing."""
        self._count = count
        self.setAccessibleName(f"{self._title} {count}".strip())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(style.scaled(_NARROW), style.scaled(_ROW))

    def minimumSizeHint(self) -> QSize:
        return QSize(style.scaled(_NARROW), style.scaled(32))

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = style.colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        if chosen or self.underMouse():
            painter.fillRect(self.rect(), QColor(colours.rail_selected))
        if chosen:
            bar = self.rect().adjusted(0, 0, 4 - self.width(), 0)
            painter.fillRect(bar, QColor(colours.rail_text))
        ink = colours.rail_text if chosen else colours.rail_quiet
        side = style.scaled(20)
        left = (self.width() - side) / 2 if self.is_narrow else style.scaled(18)
        room = QRectF(left, (self.height() - side) / 2, side, side)
        style.draw_icon(painter, self._icon, room, ink)
        if not self.is_narrow:
            self._draw_words(painter, ink, int(room.right()) + style.scaled(12))
        if self.hasFocus() and goes_by_keys(self):
            painter.setPen(QPen(QColor(colours.rail_focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))

    def _draw_words(self, painter: QPainter, ink: str, left: int) -> None:
        font = QFont(self.font())
        if self.isChecked():
            font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(ink))
        room = self.rect().adjusted(left, 0, -style.scaled(14), 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        metrics = QFontMetrics(font)
        count = metrics.horizontalAdvance(self._count)
        title = metrics.elidedText(
            self._title, Qt.TextElideMode.ElideRight, room.width() - count
        )
        painter.drawText(room, middle | Qt.AlignmentFlag.AlignLeft, title)
        painter.drawText(room, middle | Qt.AlignmentFlag.AlignRight, self._count)


class _Ground(QWidget):
    """The dark ground on which the buttons stand."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), QColor(style.colours().rail))


class Rail(QScrollArea):
    """The pages, one of which is chosen; it scrolls where the window is low."""

    chosen = Signal(str)  # the key of a page

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: dict[str, RailButton] = {}
        self._narrow = False
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._ground = _Ground()
        self._ground.setAccessibleName(name)
        self._down = QVBoxLayout(self._ground)
        self._down.setContentsMargins(0, 8, 0, 8)
        self._down.setSpacing(0)
        self.setWidget(self._ground)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def add(self, key: str, icon: str, title: str, *, at_foot: bool = False) -> None:
        """Add a page; one at the foot stands apart from the others."""
        button = RailButton(icon, title, self._ground)
        button.clicked.connect(partial(self.chosen.emit, key))
        self._buttons[key] = button
        self._group.addButton(button)
        if at_foot:
            self._down.addStretch(1)
        self._down.addWidget(button)

    def choose(self, key: str) -> None:
        """Mark a page as the one that is shown."""
        self._buttons[key].setChecked(True)
        # Tab goes to the chosen page alone, and the arrow keys from page to page.
        for button in self._buttons.values():
            by_tab = button.isChecked()
            policy = Qt.FocusPolicy.StrongFocus if by_tab else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(policy)

    def show_count(self, key: str, count: str) -> None:
        """Show how many wait on a page."""
        self._buttons[key].show_count(count)

    def set_narrow(self, narrow: bool) -> None:
        """Show only icons where the window is narrow; their names are tooltips then."""
        self._narrow = narrow
        for button in self._buttons.values():
            button.is_narrow = narrow
            button.setToolTip(button.text() if narrow else "")
        self.setFixedWidth(style.scaled(_NARROW if narrow else _WIDE))
        self._ground.update()

    def chosen_button(self) -> QWidget:
        """Give the button of the page that is chosen."""
        return self._group.checkedButton() or self._ground
