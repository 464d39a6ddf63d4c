"""Which groups take part, beside the register and the roll, and who of them is next."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from gtregister.core.enrichment import participation
from gtregister.core.enrichment.participation import Share
from gtregister.core.register import Register
from gtregister.desktop import style
from gtregister.desktop.activities.share_bars import Bars, ShareBars
from gtregister.desktop.widgets.chart_card import ChartCard
from gtregister.desktop.widgets.lines import line
from gtregister.desktop.widgets.option_form import Choices
from gtregister.i18n import _, ngettext

# A share of the places below so much of that of the register is worth looking at.
_LEAST = 0.8
_LOW = 240  # the least height of the card, at 100 %
_RARE = ("pupils", "remark")  # columns for which the card has no room


class GroupsView(QWidget):
    """Bars or a table of shares; whoever of a group had nothing can be invited."""

    invited = Signal(list)  # ids of pupils

    def __init__(self, register: Register, parent: QWidget) -> None:
        super().__init__(parent)
        self._register = register
        self._shares: Sequence[Share] = ()
        names = (_("Places"), _("Attendances"), _("Register"), _("Roll"))
        self.bars = ShareBars(names)
        self.card = ChartCard(self.bars)
        self.which = Choices(self)
        self.which.setAccessibleName(_("Group"))
        self.which.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.which.currentIndexChanged.connect(self._count)
        self.invite = QPushButton(self)
        self.invite.clicked.connect(lambda _on: self.invited.emit(self.idle()))
        area = QScrollArea(self)
        area.setWidget(self.card)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setAccessibleName(_("Groups compared"))
        area.setMinimumHeight(style.scaled(_LOW))
        across = QHBoxLayout()
        across.setSpacing(12)
        label = line(_("On the re&gister with nothing yet"))
        label.setBuddy(self.which)
        across.addWidget(label)
        across.addWidget(self.which)
        across.addWidget(self.invite)
        across.addStretch(1)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(12)
        down.addWidget(area, 1)
        down.addLayout(across)

    def refresh(self) -> None:
        """Compare again."""
        self._shares = participation.groups(self._register)
        self.bars.show_groups([_bars(share) for share in self._shares])
        table = participation.shares(self._register).without(_RARE)
        self.card.show_chart(_finding(self._shares), table)
        kept = self.which.currentData()
        self.which.blockSignals(True)
        self.which.clear()
        for share in self._shares:
            self.which.addItem(share.name, share.key)
        self.which.setCurrentIndex(max(0, self.which.findData(kept)))
        self.which.blockSignals(False)
        self._count()

    def idle(self) -> list[int]:
        """Give the pupils of the chosen group on the register who have had nothing."""
        at = self.which.currentIndex()
        return list(self._shares[at].without) if at >= 0 else []

    def _count(self) -> None:
        n = len(self.idle())
        said = ngettext("&Invite {n} pupil…", "&Invite {n} pupils…", n)
        self.invite.setText(said)
        self.invite.setAccessibleName(said.replace("&", ""))
        self.invite.setEnabled(n > 0 and self._register.can_write)


def _bars(share: Share) -> Bars:
    shares = (share.places, share.attended, share.register, share.roll)
    words = share.name
    if share.is_faint:
        words = _("{group} (too few to say)").format(group=words)
    return Bars(words, shares, share.is_faint)


def _finding(shares: Sequence[Share]) -> str:
    """Name the group whose share of places is furthest below that of the register."""
    worth = [
        (share.places / share.register, share.name)
        for share in shares
        if share.register and share.places is not None and not share.is_faint
    ]
    least, name = min(worth, default=(1.0, ""))
    if least >= _LEAST:
        return _("Places and attendance beside the register and the roll")
    said = _("{group}: a smaller share of places than of the register")
    return said.format(group=name)
