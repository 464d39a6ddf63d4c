"""Some groups of pupils on the register, beside the school."""

from PySide6.QtWidgets import QWidget

from gtregister.core.register import Register
from gtregister.desktop.widgets.bar_pairs import BarPairs, Pair
from gtregister.desktop.widgets.chart_card import ChartCard
from gtregister.i18n import _, translated
from gtregister.table import Table, Value

# The rest is in the table and in the report.
_DRAWN = ("pupil_premium", "sen", "eal", "girls", "summer_born")


class GroupsCard(ChartCard):
    """Shares on the register and in the school, and what is worth looking at."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._bars = BarPairs(_("Register"), _("School"))
        super().__init__(self._bars, parent)

    def show_register(self, register: Register) -> None:
        """Compare again."""
        # Loaded when the page is told: the window is painted before that.
        from gtregister.core.roll.groups import GROUPS
        from gtregister.reports.representation import FEWEST_EXPECTED, REPORT

        table = REPORT.table(register)
        keys = ("group", "register_percent", "roll_percent", "expected")
        drawn = {translated(GROUPS[key]) for key in _DRAWN}
        pairs = tuple(
            _pair(*row, fewest=FEWEST_EXPECTED)
            for row in table.only(keys).rows
            if row[0] in drawn
        )
        said = _("{group}: {ours:.0f}% of the register, {theirs:.0f}% of the school.")
        in_words = (
            said.format(group=pair.words, ours=pair.ours, theirs=pair.theirs)
            for pair in pairs
        )
        self._bars.show_pairs(pairs, " ".join(in_words))
        self.show_chart(_finding(table, drawn), table)


def _finding(table: Table, drawn: set[str]) -> str:
    """Name the group that differs most from the school, without a verdict."""
    keys = ("group", "on_register", "expected", "remark")
    worth = [
        (_number(here) / _number(expected), str(group))
        for group, here, expected, remark in table.only(keys).rows
        if group in drawn and remark == _("Worth looking at")
    ]
    if not worth:
        return _("Register and school side by side")
    return _("{group}: worth looking at").format(group=min(worth)[1])


def _pair(
    group: Value, ours: Value, theirs: Value, expected: Value, *, fewest: float
) -> Pair:
    is_faint = _number(expected) < fewest
    return Pair(str(group), _number(ours), _number(theirs), is_faint)


def _number(value: Value) -> float:
    return value if isinstance(value, int | float) else 0.0
