"""What may go out now, kind by kind, each with a button that shows the letters."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from gtregister.core.telling.letter_lists import Group
from gtregister.desktop.widgets.card import Card
from gtregister.desktop.widgets.lines import line
from gtregister.i18n import _, format_date, ngettext, translated


class KindLines(Card):
    """“Joined the register: 12 pupils, 27 letters, since 14 October 2026”."""

    asked_for = Signal(object)  # the keys of the notices to show

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.buttons: list[QPushButton] = []
        self._body = QWidget(self)
        self.rows.addWidget(self._body)

    def show_groups(self, groups: Sequence[Group]) -> None:
        """Show a line for each kind; the first is what is done first."""
        focus = next((n for n, b in enumerate(self.buttons) if b.hasFocus()), None)
        body = QWidget(self)
        grid = QGridLayout(body)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(0, 1)
        self.buttons = []
        for row, group in enumerate(groups):
            grid.addWidget(line(in_words(group), folds=True), row, 0)
            grid.addWidget(self._button(group), row, 1, Qt.AlignmentFlag.AlignTop)
        self.rows.replaceWidget(self._body, body)
        before, self._body = self._body, body
        # The button in it may still be in the middle of being pressed.
        before.hide()
        before.deleteLater()
        if focus is not None and focus < len(self.buttons):
            self.buttons[focus].setFocus()

    def _button(self, group: Group) -> QPushButton:
        button = QPushButton(_("Preview and print…"))
        said = _("Preview and print: {letter}")
        button.setAccessibleName(said.format(letter=translated(group.title)))
        button.setProperty("primary", not self.buttons)
        button.setEnabled(group.ready > 0)
        button.clicked.connect(partial(self._ask, group.keys))
        self.buttons.append(button)
        return button

    def _ask(self, keys: tuple[int, ...], _on: bool = False) -> None:
        self.asked_for.emit(keys)


def in_words(group: Group) -> str:
    """Say how many letters of a kind there are, about how many pupils, since when."""
    letters = ngettext("{n} letter", "{n} letters", group.ready)
    pupils = ngettext("{n} pupil", "{n} pupils", group.pupils)
    said = _("{kind}: {pupils}, {letters}, since {day}.")
    words = said.format(
        kind=translated(group.title),
        pupils=pupils,
        letters=letters,
        day=format_date(group.since),
    )
    if not group.stopped:
        return words
    stopped = ngettext(
        "⚠ {n} cannot go out yet: see “Not told”.",
        "⚠ {n} cannot go out yet: see “Not told”.",
        group.stopped,
    )
    if not group.ready:
        kind = translated(group.title)
        return _("{kind}: {rest}").format(kind=kind, rest=stopped)
    return _("{said} {rest}").format(said=words, rest=stopped)
