"""The steps of the import: where one is, and the pages one may go back or on to."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from gtregister.desktop import style
from gtregister.desktop.drawing import goes_by_keys
from gtregister.i18n import _, format_number


class StepButton(QPushButton):
    """One step: its number and its words, underlined while one is there."""

    def __init__(self, number: int, words: str, parent: QWidget | None = None) -> None:
        # Alt and the number go to the step.
        said = _("&{number} {step}")
        text = said.format(number=format_number(number), step=words)
        super().__init__(text, parent)
        self.setCheckable(True)
        self.setAccessibleName(text.replace("&", ""))
        self.setMinimumHeight(style.scaled(32))

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = style.colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = self.font()
        if self.isChecked():
            font.setBold(True)
        painter.setFont(font)
        ink = colours.text if self.isEnabled() else colours.quiet
        painter.setPen(QColor(ink))
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextHideMnemonic
        painter.drawText(self.rect(), flags, self.text())
        room = QRectF(self.rect())
        line = style.scaled(3 if self.isChecked() else 1)
        colour = colours.accent if self.isChecked() else colours.border
        foot = QRectF(room.left(), room.bottom() - line, room.width(), line)
        painter.fillRect(foot, QColor(colour))
        if self.hasFocus() and goes_by_keys(self):
            painter.setPen(QPen(QColor(colours.focus), 2))
            painter.drawRoundedRect(room.adjusted(1, 1, -1, -1), 4, 4)


class StepList(QWidget):
    """Every step in a row; those that were visited, or skipped, can be gone to."""

    chosen = Signal(int)

    def __init__(self, steps: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self.buttons = [StepButton(n, words, self) for n, words in enumerate(steps, 1)]
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(2)
        for place, button in enumerate(self.buttons):
            self._group.addButton(button)
            button.clicked.connect(partial(self.chosen.emit, place))
            across.addWidget(button, 1)
        self.setAccessibleName(_("Steps of the import"))

    def show_step(self, place: int, furthest: int) -> None:
        """Say which step one is at, and how far one may go."""
        for at, button in enumerate(self.buttons):
            button.setChecked(at == place)
            button.setEnabled(at <= furthest)
            here = _("This is where you are") if at == place else ""
            ahead = "" if at <= furthest else _("Comes later")
            button.setAccessibleDescription(here or ahead)
