"""The names of the parts of a pupil's page, one of which is shown."""

from collections.abc import Iterable

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QPushButton, QSizePolicy, QWidget

from gtregister.desktop import shapes, style
from gtregister.desktop.drawing import goes_by_keys
from gtregister.desktop.pupils.pupil_flow import FlowLayout, follow_width


class TabButton(QPushButton):
    """The name of one part, with a line under it while that part is shown."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.setCheckable(True)
        self.setFlat(True)
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        wide = QFontMetrics(self._letters(bold=True)).horizontalAdvance(self.text())
        return QSize(wide + style.scaled(12), style.scaled(36))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = style.colours()
        painter = QPainter(self)
        chosen = self.isChecked()
        painter.setFont(self._letters(bold=chosen))
        ink = colours.text if chosen or self.underMouse() else colours.quiet
        painter.setPen(QColor(ink))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        if chosen:
            thick = style.scaled(3)
            line = QRectF(0, self.height() - thick, self.width(), thick)
            painter.fillRect(line, QColor(colours.accent))
        if self.hasFocus() and goes_by_keys(self):
            shapes.box(painter, self.rect(), QPen(QColor(colours.focus), 2))

    def _letters(self, *, bold: bool) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        return font


class PupilTabs(QWidget):
    """Names side by side, in two lines where it is narrow; arrow keys go through."""

    chosen = Signal(int)  # the place of the part

    def __init__(self, names: Iterable[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        across = FlowLayout(self)
        across.setSpacing(2)
        for place, name in enumerate(names):
            button = TabButton(name, self)
            self._group.addButton(button, place)
            across.addWidget(button)
        self._group.idToggled.connect(self._tell)
        follow_width(self)
        self._group.button(0).setChecked(True)

    def place(self) -> int:
        """Say which part is chosen."""
        return self._group.checkedId()

    def choose(self, place: int) -> None:
        """Choose a part; past the last comes the first."""
        self._group.button(place % len(self._group.buttons())).setChecked(True)

    def chosen_button(self) -> QWidget:
        """Give the button of the part that is shown."""
        return self._group.button(self.place())

    def last_button(self) -> QWidget:
        """Give the button of the last part."""
        return self._group.buttons()[-1]

    def _tell(self, place: int, on: bool) -> None:
        if on:
            self.chosen.emit(place)
