"""The values of a filter: ticked one after the other, with how many rows have each."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QWidget

from gtregister.desktop.widgets.choice_button import ChoiceButton
from gtregister.i18n import _, format_number


class ChoiceMenu(QMenu):
    """Stays open while one ticks by mouse or Space; Enter ticks and closes it."""

    def __init__(self, button: ChoiceButton, parent: QWidget) -> None:
        super().__init__(button.title, parent)
        self.setAccessibleName(button.title)
        every = self.addAction(_("Show &all"))
        every.setEnabled(bool(button.wanted))
        every.triggered.connect(partial(button.choose, ()))
        self.addSeparator()
        for value, words, count in button.values():
            said = _("{value}  ({count})")
            name = words.replace("&", "&&")
            action = self.addAction(said.format(value=name, count=format_number(count)))
            action.setCheckable(True)
            action.setChecked(value in button.wanted)
            action.triggered.connect(partial(button.turn, value))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self._toggle(self.actionAt(event.position().toPoint())):
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        pressed = event.key() == Qt.Key.Key_Space
        if not (pressed and self._toggle(self.activeAction())):
            super().keyPressEvent(event)

    def _toggle(self, action: QAction | None) -> bool:
        """Tick a value and stay open; say whether there was one to tick."""
        if action is None or not action.isCheckable():
            return False
        action.trigger()
        return True


class MoreChoices(QMenu):
    """The filters that found no room, each with its values."""

    def __init__(self, buttons: list[ChoiceButton], parent: QWidget) -> None:
        super().__init__(parent)
        for button in buttons:
            self.addMenu(ChoiceMenu(button, self)).setText(
                button.in_words().replace("&", "&&")
            )
