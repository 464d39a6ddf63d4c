"""Buttons side by side, folded into as many lines as there is room for."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from gtregister.desktop.widgets.action_button import ActionButton

_GAP = 8


class ActionRow(QWidget):
    """Shows actions as buttons; the first is the primary one if it is said so."""

    def __init__(
        self, actions: Sequence[QAction], parent: QWidget, *, primary: bool = False
    ) -> None:
        super().__init__(parent)
        self._buttons = [
            ActionButton(action, self, primary=primary and at == 0)
            for at, action in enumerate(actions)
        ]
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_GAP)
        self._columns = 0
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._arrange()

    def _arrange(self) -> None:
        """Put the buttons in one line, or in as few lines as there is room for."""
        widths = [button.sizeHint().width() for button in self._buttons]
        fitting = (n for n in range(len(widths), 1, -1) if self._fits(widths, n))
        columns = next(fitting, 1)
        if columns == self._columns:
            return
        self._columns = columns
        for at, button in enumerate(self._buttons):
            self._grid.addWidget(button, at // columns, at % columns)
        for column in range(len(widths) + 1):
            self._grid.setColumnStretch(column, column == columns)

    def _fits(self, widths: list[int], columns: int) -> bool:
        widest = (max(widths[at::columns]) for at in range(columns))
        return sum(widest) + columns * _GAP <= self.width()

    def minimumSizeHint(self) -> QSize:
        # What one line of all the buttons asks for would keep it from folding.
        widest = max(button.sizeHint().width() for button in self._buttons)
        return QSize(widest, self._grid.minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
