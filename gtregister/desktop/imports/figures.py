"""What a plan does, in numbers: of pupils, of results, and of what is left out."""

from typing import NamedTuple

from PySide6.QtWidgets import QGridLayout, QWidget

from gtregister.core.importing.imports import Counts, Plan
from gtregister.desktop.widgets.card import Card
from gtregister.desktop.widgets.lines import line
from gtregister.i18n import format_number, ngettext


class Figures(QWidget):
    """Four numbers in a row, each with what it counts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        across = QGridLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(12)
        self._lines = []
        for place in range(4):
            card = Card()
            card.rows.setSpacing(2)
            lines = (
                line(size="figure"),
                line(folds=True),
                line(size="caption", quiet=True, folds=True),
            )
            for one in lines:
                card.rows.addWidget(one)
            card.rows.addStretch(1)
            self._lines.append(lines)
            across.addWidget(card, 0, place)
            across.setColumnStretch(place, 1)

    def show_plan(self, plan: Plan) -> None:
        """Show what a plan would do."""
        for (figure, words, more), told in zip(self._lines, _told(plan), strict=True):
            figure.setText(format_number(told.number))
            words.setText(told.counted)
            more.setText("; ".join(told.more))
            more.setVisible(bool(told.more))


class _Told(NamedTuple):
    """A number, what it counts, and more about it."""

    number: int
    counted: str
    more: list[str]


def _told(plan: Plan) -> tuple[_Told, ...]:
    counts = plan.counts()
    new, left_out = counts.new_pupils, counts.asked + counts.skipped
    asks = ngettext("{n} still asks", "{n} still ask", counts.asked)
    return (
        _Told(new, ngettext("new pupil", "new pupils", new), []),
        _changed(plan, counts),
        _entered(counts) if counts.is_of_activities else _stored(counts),
        _Told(
            left_out,
            ngettext("row left out", "rows left out", left_out),
            _some((counts.asked, asks)),
        ),
    )


def _changed(plan: Plan, counts: Counts) -> _Told:
    changed, unchanged = counts.changed_pupils, counts.unchanged_pupils
    values = sum(len(known.changes) for known in plan.known)
    return _Told(
        changed,
        ngettext("pupil changed", "pupils changed", changed),
        _some(
            (values, ngettext("{n} value", "{n} values", values)),
            (unchanged, ngettext("{n} unchanged", "{n} unchanged", unchanged)),
        ),
    )


def _stored(counts: Counts) -> _Told:
    amended, same = counts.changed_results, counts.unchanged_results
    stored = counts.new_results + amended
    there = ngettext("{n} is there already", "{n} are there already", same)
    return _Told(
        stored,
        ngettext("result to store", "results to store", stored),
        _some(
            (amended, ngettext("{n} is amended", "{n} are amended", amended)),
            (same, there),
        ),
    )


def _entered(counts: Counts) -> _Told:
    changed, same = counts.changed_places, counts.unchanged_places
    entered = counts.new_places + changed
    there = ngettext("{n} is there already", "{n} are there already", same)
    return _Told(
        entered,
        ngettext("place to enter", "places to enter", entered),
        _some(
            (changed, ngettext("{n} is changed", "{n} are changed", changed)),
            (same, there),
        ),
    )


def _some(*told: tuple[int, str]) -> list[str]:
    """Keep what is more than nothing."""
    return [words for number, words in told if number]
