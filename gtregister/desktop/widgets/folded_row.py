"""Widgets side by side, folded into as many lines as there is room for."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from gtregister.desktop.widgets.action_button import ActionButton


class FoldedRow(QWidget):
    """Each widget keeps its own width, and those that do not fit begin a new line."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = 8) -> None:
        super().__init__(parent)
        self._gap = gap
        self._widgets: list[QWidget] = []
        self._lengths: list[int] = []  # how many widgets stand in each line
        self._across: list[QHBoxLayout] = []
        self._down = QVBoxLayout(self)
        self._down.setContentsMargins(0, 0, 0, 0)
        self._down.setSpacing(gap)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def put(self, widgets: Sequence[QWidget]) -> None:
        """Put widgets into the row, in the order in which Tab goes through them."""
        self._widgets = list(widgets)
        self.fold()

    def fold(self) -> None:
        """Break the lines anew, once the words or the room are others."""
        lines = self._lines()
        lengths = [len(line) for line in lines]
        if lengths == self._lengths:
            return
        self._lengths = lengths
        for across in self._across:
            while across.takeAt(0) is not None:
                pass
            self._down.removeItem(across)
        self._across = [self._laid(line) for line in lines]
        for across in self._across:
            self._down.addLayout(across)

    def _laid(self, line: Sequence[QWidget]) -> QHBoxLayout:
        across = QHBoxLayout()
        across.setSpacing(self._gap)
        for widget in line:
            across.addWidget(widget)
        across.addStretch(1)
        return across

    def _lines(self) -> list[list[QWidget]]:
        lines: list[list[QWidget]] = []
        room = 0
        for widget in self._widgets:
            wide = _wide(widget) + self._gap
            if not lines or wide > room:
                lines.append([])
                room = self.width() + self._gap
            lines[-1].append(widget)
            room -= wide
        return lines

    def minimumSizeHint(self) -> QSize:
        # What one line of all of them asks for would keep it from folding.
        widest = max(map(_wide, self._widgets), default=0)
        return QSize(widest, self._down.minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fold()


def of_actions(
    actions: Sequence[QAction], parent: QWidget, *, primary: bool = False
) -> FoldedRow:
    """Show actions as buttons; the first is the primary one if it is said so."""
    row = FoldedRow(parent)
    row.put(
        [
            ActionButton(action, row, primary=primary and at == 0)
            for at, action in enumerate(actions)
        ]
    )
    return row


def _wide(widget: QWidget) -> int:
    return max(widget.sizeHint().width(), widget.minimumWidth())
