"""A filter: which values of one column are wanted."""

from collections import Counter
from collections.abc import Callable, Collection

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gtregister.desktop.widgets.menu_button import MenuButton
from gtregister.i18n import _, ngettext
from gtregister.table import Value

_MANY = 2  # more values than these are counted, not named, on the button


class ChoiceButton(MenuButton):
    """Says what is chosen, such as “Year: 7, 8”; a press asks for the values.

    `counts` gives the values there are with how many rows have each; `words` writes a
    value.
    """

    changed = Signal()

    def __init__(
        self,
        title: str,
        counts: Callable[[], Counter[Value]],
        words: Callable[[Value], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.title = title
        self.counts = counts
        self._words = words
        self._wanted: frozenset[Value] = frozenset()
        self.is_offered = True
        self._tell()

    @property
    def wanted(self) -> frozenset[Value]:
        """Give the values that are chosen; none is all."""
        return self._wanted

    def choose(self, values: Collection[Value]) -> None:
        """Choose values; none is all."""
        if self._wanted != frozenset(values):
            self._wanted = frozenset(values)
            self._tell()
            self.changed.emit()

    def turn(self, value: Value) -> None:
        """Choose a value as well, or no longer."""
        self.choose(self._wanted ^ {value})

    def words_of(self, value: Value) -> str:
        """Write one of the values."""
        return _("Not known") if value is None else self._words(value)

    def in_words(self) -> str:
        """Say what is chosen: Year: 7, 8."""
        values = ", ".join(self.words_of(value) for value in self._in_order())
        said = _("{title}: {values}")
        return said.format(title=self.title, values=values or _("all"))

    def values(self) -> list[tuple[Value, str, int]]:
        """Give each value there is or that is chosen, its words, and how many rows."""
        counts = self.counts()
        found = {value: count for value, count in counts.items() if count}
        found |= {value: counts[value] for value in self._wanted}
        return [(v, self.words_of(v), found[v]) for v in self._sorted(found)]

    def _in_order(self) -> list[Value]:
        return self._sorted(self._wanted)

    def _sorted(self, values: Collection[Value]) -> list[Value]:
        return sorted(values, key=self._place)

    def _place(self, value: Value) -> tuple[bool, float, str]:
        number = value if isinstance(value, int | float) else 0
        return (value is None, number, self.words_of(value).casefold())

    def _tell(self) -> None:
        whole = self.in_words()
        short = whole
        if len(self._wanted) > _MANY:
            count = ngettext("{n} chosen", "{n} chosen", len(self._wanted))
            short = _("{title}: {values}").format(title=self.title, values=count)
        self.setText(short.replace("&", "&&"))
        self.setAccessibleName(whole)
        self.setToolTip(_("Choose what to show. {filter}").format(filter=whole))
