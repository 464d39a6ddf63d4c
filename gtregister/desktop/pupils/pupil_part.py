"""One part of a pupil's page: it is read when it is shown, and again when stale."""

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractSlider,
    QFrame,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from gtregister.desktop.page import Desk
from gtregister.desktop.widgets import tab_order

_Step = QAbstractSlider.SliderAction
_STEPS: dict[int, QAbstractSlider.SliderAction] = {
    Qt.Key.Key_PageUp: _Step.SliderPageStepSub,
    Qt.Key.Key_PageDown: _Step.SliderPageStepAdd,
    Qt.Key.Key_Home: _Step.SliderToMinimum,
    Qt.Key.Key_End: _Step.SliderToMaximum,
}


class PupilPart(QScrollArea):
    """Cards under one another; a subclass says in `cards` which."""

    left = Signal()  # what had the focus is not there any more

    def __init__(self, desk: Desk, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.register = desk.register
        self.pupil_id = 0
        self.setAccessibleName(name)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def cards(self) -> Iterator[QWidget]:
        """Make what is shown of the pupil."""
        raise NotImplementedError

    def show_pupil(self, pupil_id: int) -> None:
        """Show a pupil, from the top if it was another one before."""
        same = pupil_id == self.pupil_id
        place = self.verticalScrollBar().value() if same else 0
        focus = self._focus_key() if same else None
        self.pupil_id = pupil_id
        body = QWidget()
        down = QVBoxLayout(body)
        down.setContentsMargins(2, 12, 2, 12)
        down.setSpacing(12)
        for card in self.cards():
            down.addWidget(card)
        down.addStretch(1)
        self._replace(body)
        self.verticalScrollBar().setValue(place)
        if focus is None:
            return
        if found := body.findChild(QWidget, focus) if focus else None:
            found.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.left.emit()

    def follow_in_order(self, before: QWidget) -> None:
        """Let Tab go on from a widget to what stands in the part."""
        if (body := self.widget()) is not None:
            tab_order.follow(body, before)

    def scroll_by(self, key: int) -> bool:
        """Scroll by the keys that go through a text; False if it is another key."""
        if key not in _STEPS:
            return False
        self.verticalScrollBar().triggerAction(_STEPS[key])
        return True

    def _focus_key(self) -> str | None:
        """Say by which key the widget with the focus is found, if it is in here."""
        body, focus = self.widget(), self.focusWidget()
        if body is None or focus is None or not focus.hasFocus():
            return None
        return focus.objectName() if body.isAncestorOf(focus) else None

    def _replace(self, body: QWidget) -> None:
        before = self.takeWidget()
        self.setWidget(body)
        if before is not None:
            # A button in it may still be in the middle of being pressed.
            before.hide()
            before.deleteLater()
