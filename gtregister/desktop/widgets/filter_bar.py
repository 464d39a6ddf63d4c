"""Finding and choosing: a box to type in, and filters to choose from."""

from functools import partial

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from gtregister.desktop import style
from gtregister.desktop.widgets.choice_button import ChoiceButton
from gtregister.desktop.widgets.fitting import those_that_fit
from gtregister.desktop.widgets.menu_button import MenuButton
from gtregister.desktop.widgets.text_field import TextField
from gtregister.i18n import _, ngettext

_SPACING = 8
_FIND_BOX = 240  # the least width that a filter may leave to the find box


class FindBox(TextField):
    """Where one types what to find; Esc empties it, Down goes on to the list."""

    left = Signal()  # the person goes on to the list
    entered = Signal()  # the person is about to type

    def __init__(self, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        self.setClearButtonEnabled(True)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
        else:
            super().keyPressEvent(event)


class FilterBar(QWidget):
    """A find box and filters side by side; those without room go into a menu."""

    found = Signal(str)

    def __init__(self, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.find_box = FindBox(hint, self)
        self.find_box.textChanged.connect(self.found)
        self._buttons: list[ChoiceButton] = []
        self._at_end: list[QWidget] = []
        self._more: MenuButton | None = None
        self._across = QHBoxLayout(self)
        self._across.setContentsMargins(0, 0, 0, 0)
        self._across.setSpacing(_SPACING)
        self._across.addWidget(self.find_box, 1)
        # It takes what width there is: what does not fit goes into a menu.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def add(self, button: ChoiceButton) -> None:
        """Add a filter after the others."""
        if self._more is None:
            self._more = self._add_more()
        self.setTabOrder(self._buttons[-1] if self._buttons else self.find_box, button)
        self.setTabOrder(button, self._more)
        self._buttons.append(button)
        self._across.insertWidget(len(self._buttons), button)
        button.changed.connect(self.fit)
        button.clicked.connect(partial(self._show_values, button))
        self._fit_soon()

    def add_at_end(self, widget: QWidget) -> None:
        """Add something that always stands at the right end."""
        self._at_end.append(widget)
        self._across.addWidget(widget)
        self._fit_soon()

    def buttons(self) -> list[ChoiceButton]:
        """Give the filters that may be chosen from now."""
        return [button for button in self._buttons if button.is_offered]

    def is_in_use(self) -> bool:
        """Say whether anything is left out by what is typed or chosen."""
        return bool(self.words())

    def words(self) -> list[str]:
        """Say what is typed and chosen."""
        words = [button.in_words() for button in self.buttons() if button.wanted]
        if sought := self.find_box.text().strip():
            words.insert(0, sought)
        return words

    def clear(self) -> None:
        """Show everything again."""
        for button in self._buttons:
            button.choose(())
        self.find_box.clear()

    def fit(self) -> None:
        """Show as many filters as there is room for."""
        offered = self.buttons()
        for button in self._buttons:
            button.setVisible(button in offered)
        if self._more is None:
            return
        room = self.width() - style.scaled(_FIND_BOX)
        room -= sum(w.sizeHint().width() + _SPACING for w in self._at_end)
        self._name_more(offered)
        fitting = those_that_fit(offered, room, self._more, _SPACING)
        for button in offered[fitting:]:
            button.hide()
        self._name_more(offered[fitting:])
        self._more.setVisible(fitting < len(offered))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_soon()

    def _fit_soon(self) -> None:
        # The sizes that widgets ask for are known once their fonts are.
        QTimer.singleShot(0, self, self.fit)

    def _add_more(self) -> MenuButton:
        more = MenuButton(self)
        more.clicked.connect(self._show_more)
        self._across.insertWidget(1, more)
        return more

    def _name_more(self, hidden: list[ChoiceButton]) -> None:
        in_use = sum(bool(button.wanted) for button in hidden)
        words = ngettext("More filters ({n} on)", "More filters ({n} on)", in_use)
        if self._more is not None:
            self._more.setText(words if in_use else _("More filters"))

    def _show_values(self, button: ChoiceButton) -> None:
        from gtregister.desktop.widgets.choice_menu import ChoiceMenu

        button.open(ChoiceMenu(button, button))

    def _show_more(self) -> None:
        from gtregister.desktop.widgets.choice_menu import MoreChoices

        hidden = [button for button in self.buttons() if button.isHidden()]
        if self._more is not None:
            self._more.open(MoreChoices(hidden, self))
