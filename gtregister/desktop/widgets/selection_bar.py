"""What can be done to the rows that are chosen, under their list."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QSizePolicy, QWidget

from gtregister.desktop.widgets.action_button import ActionButton
from gtregister.desktop.widgets.fitting import those_that_fit
from gtregister.desktop.widgets.lines import line
from gtregister.desktop.widgets.menu_button import MenuButton
from gtregister.i18n import _, ngettext

_SPACING = 8


class SelectionBar(QWidget):
    """“12 selected”, the deeds for which there is room, and a menu with the others."""

    cleared = Signal()  # the person wants no row to be ticked

    def __init__(self, deeds: Sequence[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._deeds = list(deeds)
        self._count = line(parent=self)
        self._buttons = [ActionButton(deed, self) for deed in self._deeds]
        self._more = MenuButton(_("&More"), self)
        self._more.setAccessibleName(_("More that can be done"))
        self._more.clicked.connect(self._show_more)
        self._clear = QPushButton(_("Untick all"), self)
        self._clear.clicked.connect(self.cleared)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(_SPACING)
        across.addWidget(self._count)
        for button in (*self._buttons, self._more):
            across.addWidget(button)
        across.addStretch(1)
        across.addWidget(self._clear)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_count(self, chosen: int, hidden: int, *, ticked: bool) -> None:
        """Say how many rows are chosen, and how many of them cannot be seen."""
        words = ngettext("{n} selected", "{n} selected", chosen)
        if hidden:
            said = _("{selected}, {hidden} of them not shown")
            words = said.format(selected=words, hidden=hidden)
        self._count.setText(words)
        self._clear.setVisible(ticked)
        self.setVisible(chosen > 0)
        QTimer.singleShot(0, self, self._fit)

    def last_stop(self) -> QWidget:
        """Give the last of the buttons, after which Tab goes on."""
        return self._clear

    def words(self) -> str:
        """Read how many are chosen."""
        return self._count.text()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        taken = self._count.sizeHint().width() + 2 * _SPACING
        taken += 0 if self._clear.isHidden() else self._clear.sizeHint().width()
        room = self.width() - taken
        fitting = those_that_fit(self._buttons, room, self._more, _SPACING)
        for place, button in enumerate(self._buttons):
            button.setVisible(place < fitting)
        self._more.setVisible(fitting < len(self._buttons))

    def _show_more(self) -> None:
        menu = QMenu(self)
        pairs = zip(self._deeds, self._buttons, strict=True)
        menu.addActions([deed for deed, button in pairs if button.isHidden()])
        self._more.open(menu)
