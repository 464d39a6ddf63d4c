"""Finding and choosing: a box to type in, and lists to choose from."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from gtregister.desktop.widgets.text_field import TextField

Choice = tuple[object, str]


class FindBox(TextField):
    """Where one types what to find; Esc empties it, Down goes on to the list."""

    left = Signal()  # the person goes on to the list

    def __init__(self, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        self.setClearButtonEnabled(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
        else:
            super().keyPressEvent(event)


class ChoiceBox(QComboBox):
    """One of some choices; the first stands for all."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)

    def offer(self, choices: Sequence[Choice]) -> None:
        """Offer (value, words) pairs, and keep what is chosen if it is still there."""
        kept = self.value()
        self.blockSignals(True)
        self.clear()
        for value, words in choices:
            self.addItem(words, value)
        values = [value for value, _words in choices]
        self.setCurrentIndex(values.index(kept) if kept in values else 0)
        self.blockSignals(False)

    def value(self) -> object:
        """Give the value that is chosen."""
        return self.currentData()


class FilterBar(QWidget):
    """A find box and choices side by side."""

    found = Signal(str)
    chosen = Signal()

    def __init__(self, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.find_box = FindBox(hint, self)
        self.find_box.textChanged.connect(self.found)
        self._boxes: list[ChoiceBox] = []
        self._across = QHBoxLayout(self)
        self._across.setContentsMargins(0, 0, 0, 0)
        self._across.setSpacing(12)
        self._across.addWidget(self.find_box, 1)

    def add_choice(self, name: str, choices: Sequence[Choice]) -> ChoiceBox:
        """Add a list to choose from; its name is for screen readers and tooltips."""
        box = ChoiceBox(name, self)
        box.offer(choices)
        box.currentIndexChanged.connect(self._tell)
        self.setTabOrder(self._boxes[-1] if self._boxes else self.find_box, box)
        self._boxes.append(box)
        self._across.addWidget(box)
        return box

    def is_in_use(self) -> bool:
        """Say whether anything is left out by what is typed or chosen."""
        chosen = any(box.currentIndex() > 0 for box in self._boxes)
        return chosen or bool(self.find_box.text().strip())

    def words(self) -> list[str]:
        """Say what is typed and chosen."""
        words = [box.currentText() for box in self._boxes if box.currentIndex() > 0]
        if sought := self.find_box.text().strip():
            words.insert(0, f"“{sought}”")
        return words

    def clear(self) -> None:
        """Show everything again."""
        for box in self._boxes:
            box.setCurrentIndex(0)
        self.find_box.clear()

    def _tell(self) -> None:
        self.chosen.emit()
