"""What comes up in the next two weeks, one press from its roster."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial

from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from gtregister.desktop.widgets.card import Card
from gtregister.desktop.widgets.lines import line
from gtregister.i18n import _, format_near_day, ngettext
from gtregister.table import Table, Value

_MOST = 6  # sessions listed


class ComingCard(Card):
    """The next sessions: when, what, how many pupils, which consents are missing."""

    def __init__(
        self, go: Callable[[Mapping[str, object]], None], parent: QWidget | None = None
    ) -> None:
        super().__init__(_("Next 14 days"), parent)
        self._go = go
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self.rows.addLayout(self._grid)

    def show_coming(self, coming: Table) -> None:
        """Show the sessions, or nothing at all if there are none."""
        while item := self._grid.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()
        keys = ("day", "starts_at", "title", "taken", "unconsented")
        rows = coming.only(keys).rows[:_MOST]
        for place, (key, row) in enumerate(zip(coming.keys, rows, strict=False)):
            self._add(place, key, row)
        self.setVisible(bool(rows))

    def _add(self, place: int, activity: int, row: Sequence[Value]) -> None:
        day, time, title, taken, missing = row
        when = format_near_day(day) if isinstance(day, date) else ""
        said = _("{day}, {time}") if time else "{day}"
        self._grid.addWidget(
            line(said.format(day=when, time=time), quiet=True), place, 0
        )
        what = line(f"{title}: {_pupils(taken, missing)}", folds=True)
        self._grid.addWidget(what, place, 1)
        for column, (words, do) in enumerate(
            ((_("Roster"), "roster"), (_("Open"), "open")), 2
        ):
            button = QPushButton(words, self)
            button.setAccessibleName(f"{words}: {title}")
            wanted = {"activity": activity, "do": do}
            button.clicked.connect(partial(self._ask, wanted))
            self._grid.addWidget(button, place, column)

    def _ask(self, wanted: Mapping[str, object], _pressed: bool = False) -> None:
        self._go(wanted)


def _pupils(taken: Value, missing: Value) -> str:
    n = taken if isinstance(taken, int) else 0
    pupils = ngettext("{n} pupil", "{n} pupils", n)
    if not isinstance(missing, int) or not missing:
        return pupils
    consents = ngettext("{n} consent missing", "{n} consents missing", missing)
    return f"{pupils}, {consents}"
