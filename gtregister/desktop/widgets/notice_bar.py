"""A bar that says what has happened or how things stand, with what can be done."""

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QRectF
from PySide6.QtGui import QAction, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from gtregister.desktop import style
from gtregister.desktop.widgets.action_button import ActionButton
from gtregister.desktop.widgets.lines import line
from gtregister.i18n import _

Tone = Literal["note", "success", "warning", "error"]
_ICONS = {
    "note": "note",
    "success": "success",
    "warning": "warning",
    "error": "warning",
}


class NoticeBar(QWidget):
    """One notice at a time; hidden while there is none."""

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        can_go: bool = True,
        icon: str | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon = icon
        self._tone: Tone = "note"
        self._text = line(folds=True)
        self._buttons: list[ActionButton] = []
        self._across = QHBoxLayout(self)
        self._across.setContentsMargins(20, 8, 12, 8)
        self._across.setSpacing(12)
        self._across.addSpacing(style.scaled(24))
        self._across.addWidget(self._text, 1)
        self._close = QPushButton(_("Dismiss"), self)
        self._close.setAccessibleName(_("Dismiss this notice"))
        self._close.clicked.connect(self.hide)
        self._close.setVisible(can_go)
        self._across.addWidget(self._close)
        # As high as its words need when they are folded, which Maximum would not allow.
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.hide()

    def say(
        self, text: str, tone: Tone = "note", actions: Sequence[QAction] = ()
    ) -> None:
        """Say something, to the eye and to a screen reader, and offer actions."""
        self._tone = tone
        self._text.setText(text)
        self._text.setAccessibleName(text)
        for button in self._buttons:
            self._across.removeWidget(button)
            button.deleteLater()
        self._buttons = [ActionButton(action, self) for action in actions]
        for place, button in enumerate(self._buttons):
            self._across.insertWidget(2 + place, button)
        self.show()
        self.update()
        self._announce(text)

    def _announce(self, text: str) -> None:
        # A screen reader's part of Qt takes a moment to load, and no notice is first.
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def text(self) -> str:
        """Read the notice."""
        return self._text.text()

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = style.colours()
        ink: str = getattr(colours, self._tone)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(getattr(colours, f"{self._tone}_ground")))
        painter.fillRect(0, 0, 4, self.height(), QColor(ink))
        side = style.scaled(20)
        room = QRectF(20, (self.height() - side) / 2, side, side)
        style.draw_icon(painter, self._icon or _ICONS[self._tone], room, ink)
        painter.setPen(QColor(colours.divider))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
