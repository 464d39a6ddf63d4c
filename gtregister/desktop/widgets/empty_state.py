"""What stands where nothing is yet: what the place is for, and how to fill it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from gtregister.desktop import style
from gtregister.desktop.widgets.action_button import ActionButton
from gtregister.desktop.widgets.lines import line

_WIDEST = 560


class Symbol(QWidget):
    """An icon beside words that say the same, so it needs no name of its own."""

    def __init__(
        self,
        name: str,
        side: int = 40,
        colour: str = "quiet",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._side = side
        self._colour = colour
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        side = style.scaled(self._side)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colour: str = getattr(style.colours(), self._colour)
        style.draw_icon(QPainter(self), self._name, QRectF(self.rect()), colour)


class EmptyState(QWidget):
    """An icon, a title, a few sentences, and buttons; the first is the primary one."""

    def __init__(
        self,
        icon: str,
        title: str,
        text: str = "",
        actions: tuple[QAction, ...] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._title = line(title, "subtitle")
        self._text = line(text, quiet=True, folds=True)
        for label in (self._title, self._text):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._text.setMaximumWidth(style.scaled(_WIDEST))
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        buttons.addStretch()
        for place, action in enumerate(actions):
            buttons.addWidget(ActionButton(action, self, primary=place == 0))
        buttons.addStretch()
        down = QVBoxLayout(self)
        down.setSpacing(12)
        down.addStretch(2)
        down.addWidget(Symbol(icon), 0, Qt.AlignmentFlag.AlignHCenter)
        down.addWidget(self._title)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(self._text, 8)
        across.addStretch(1)
        down.addLayout(across)
        down.addSpacing(4)
        down.addLayout(buttons)
        down.addStretch(3)

    def say(self, title: str, text: str) -> None:
        """Change the words."""
        self._title.setText(title)
        self._text.setText(text)
