"""Finding and choosing: a box to type in, and filters to choose from."""

from functools import partial

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from gtregister.desktop import style
from gtregister.desktop.widgets.choice_button import ChoiceButton
from gtregister.desktop.widgets.fitting import those_that_fit
from gtregister.desktop.widgets.menu_button import MenuButton
from gtregister.desktop.widgets.text_field import TextField
from gtregister.i18n import _, ngettext

_SPACING = 8
_REST = 200  # milliseconds in the find box before finding is made ready
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
        # Not at once: a window that opens with the focus here is painted first.
        self._rest = QTimer(self, interval=_REST, singleShot=True)
        self._rest.timeout.connect(self.entered)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._rest.start()

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
    freed = Signal()  # from the named set of rows, so that the others show again

    def __init__(self, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.find_box = FindBox(hint, self)
        self.find_box.textChanged.connect(self.found)
        self._buttons: list[ChoiceButton] = []
        self._at_end: list[QWidget] = []
        self._named = ""
        self._more: MenuButton | None = None
        self._across = QHBoxLayout(self)
        self._across.setContentsMargins(0, 0, 0, 0)
        self._across.setSpacing(_SPACING)
        self._across.addWidget(self.find_box, 1)
        self._name = self._make_name()
        # It takes what width there is: what does not fit goes into a menu.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def _make_name(self) -> QPushButton:
        name = QPushButton(self)
        name.clicked.connect(self.freed)
        name.setToolTip(_("Show the others again"))
        name.hide()
        self._across.addWidget(name)
        return name

    def show_name(self, named: str) -> None:
        """Name the set of rows that alone is shown, with a way back; "" for all."""
        plain = named.replace("&", "&&")
        self._name.setText(_("{name}  ✕").format(name=plain) if named else "")
        said = _("{name}: show the others again")
        self._name.setAccessibleName(said.format(name=named))
        self._named = named
        self._name.setVisible(bool(named))
        self.fit()

    def add(self, button: ChoiceButton) -> None:
        """Add a filter after the others."""
        if self._more is None:
            self._more = self._add_more()
        self.setTabOrder(self._buttons[-1] if self._buttons else self.find_box, button)
        self.setTabOrder(button, self._more)
        self._buttons.append(button)
        self._across.insertWidget(self._across.indexOf(self._more), button)
        button.changed.connect(self.fit)
        button.clicked.connect(partial(self._show_values, button))
        self._fit_soon()

    def add_at_end(self, widget: QWidget) -> None:
        """Add something that always stands at the right end."""
        before = [self.find_box, self._name, self._more, *self._at_end]
        self._at_end.append(widget)
        self._across.addWidget(widget)
        self.setTabOrder([stop for stop in before if stop is not None][-1], widget)
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
        if self._named:
            words.insert(0, self._named)
        if sought := self.find_box.text().strip():
            words.insert(0, sought)
        return words

    def clear(self) -> None:
        """Show everything again."""
        for button in self._buttons:
            button.choose(())
        self.freed.emit()
        self.find_box.clear()

    def fit(self) -> None:
        """Show as many filters as there is room for."""
        offered = self.buttons()
        for button in self._buttons:
            button.setVisible(button in offered)
        if self._more is None:
            return
        room = self.width() - style.scaled(_FIND_BOX)
        beside = [*self._at_end, *([self._name] if self._named else [])]
        room -= sum(w.sizeHint().width() + _SPACING for w in beside)
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
        self._across.insertWidget(self._across.indexOf(self._name) + 1, more)
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
