"""What adding the chosen pupils would make of the register: counts and shares."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from gtregister.core.identifying import make_up
from gtregister.core.identifying.make_up import Group, Member
from gtregister.core.roll import pupils
from gtregister.desktop import style
from gtregister.desktop.widgets.lines import line
from gtregister.desktop.widgets.list_dialog import ListDialog
from gtregister.i18n import _, ngettext

_PRIVATE = frozenset({"pupil_premium", "sen", "eal"})
_MOST_YEARS = 2  # named in the line; the table has them all


class PreviewBar(QWidget):
    """A line that follows the ticks, and the same as a table."""

    said = Signal()  # the line is another one, and may be higher

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._members: Sequence[Member] = ()
        self._adding: Collection[int] = ()
        self._text = line(folds=True, quiet=True)
        self.table_button = QPushButton(_("Show as ta&ble…"), self)
        self.table_button.clicked.connect(self.show_table)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(12)
        across.addWidget(self._text, 1)
        across.addWidget(self.table_button)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def show_roll(self, members: Sequence[Member]) -> None:
        """Take note of who is on roll and on the register."""
        self._members = members

    def show_adding(self, adding: Collection[int]) -> None:
        """Say what adding these pupils, by id, would come to."""
        self._adding = frozenset(adding)
        self._text.setText(in_words(self._members, self._adding))
        self._text.setAccessibleName(self._text.text())
        self.table_button.setVisible(bool(self._members))
        self._fit()
        self.said.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Ask for the height of the folded line, which the page does not know."""
        high = self._text.heightForWidth(self._text.width())
        self._text.setMinimumHeight(max(0, high))

    def text(self) -> str:
        """Read the line."""
        return self._text.text()

    def show_table(self) -> None:
        """Show every group's counts and shares in a window of their own."""
        hint = _(
            "In a group as small as one school's register, shares move a good deal by "
            "chance. They are worth looking at, and no verdict."
        )
        title = _("The register beside the school")
        dialog = ListDialog(title, hint, pupils.folded, "", self.window())
        compared = _seen(make_up.groups(self._members, self._adding))
        dialog.show_table(make_up.table(compared))
        dialog.open()


def in_words(members: Sequence[Member], adding: Collection[int]) -> str:
    """Say how large the register is or would be, and how it is made up."""
    if not members:
        return ""
    whole = make_up.whole(members, adding)
    new = whole.then.n - whole.now.n
    groups = _seen(make_up.groups(members, adding))
    if not new:
        said = _("Now: {share} of the school are on the register.")
        return said.format(share=whole.now.in_words())
    return ngettext(
        "If you add {n}: {share} of the school are on the register, now {now}. "
        "{groups}.",
        "If you add {n}: {share} of the school are on the register, now {now}. "
        "{groups}.",
        new,
        share=whole.then.in_words(),
        now=whole.now.in_words(),
        groups="; ".join(map(_change, _telling(groups))),
    )


def _seen(groups: Sequence[Group]) -> list[Group]:
    """Leave out, in the discreet view, what would tell it of the one who is ticked."""
    hidden = _PRIVATE if style.is_discreet() else frozenset()
    return [group for group in groups if group.key not in hidden]


def _telling(groups: Sequence[Group]) -> list[Group]:
    """Choose what the line has room for: the groups, and the years that grow most."""
    years = [g for g in groups if g.key not in make_up.GROUPS and g.then.n > g.now.n]
    years.sort(key=lambda group: group.now.n - group.then.n)
    return [g for g in groups if g.key in make_up.GROUPS] + years[:_MOST_YEARS]


def _change(group: Group) -> str:
    said = _("{group}: {now} → {then}")
    now, then = group.now.in_words(), group.then.in_words()
    return said.format(group=group.title, now=now, then=then)
