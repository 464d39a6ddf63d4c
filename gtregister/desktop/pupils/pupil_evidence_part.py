"""What is known of a pupil: results with their source, referrals, and the policy."""

from collections import Counter
from collections.abc import Iterator
from functools import partial
from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from gtregister.core.identifying import evidence
from gtregister.core.identifying.evidence import Cohorts, Known
from gtregister.desktop import style
from gtregister.desktop.page import Desk
from gtregister.desktop.pupils import pupil_deeds
from gtregister.desktop.pupils.pupil_lines import button, marked, row_of, text
from gtregister.desktop.pupils.pupil_part import PupilPart
from gtregister.desktop.widgets.card import Card
from gtregister.desktop.widgets.lines import line
from gtregister.desktop.widgets.table_model import Mark
from gtregister.errors import UserError
from gtregister.i18n import _, format_number, format_short_date, translated

_OUTCOMES = {
    "suggested": Mark("●", "success"),
    "near_miss": Mark("◐", "warning"),
    "not_known": Mark("?", "note"),
    "not_suggested": Mark("–", "quiet"),
}
_MET = {True: "✓", False: "✗", None: "?"}


class PupilEvidencePart(PupilPart):
    """A card for each assessment and year, one of referrals, one of the policy.

    The numbers of a year group are read once for all pupils of it, and again when
    any result or pupil was changed.
    """

    def __init__(self, desk: Desk, name: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, name, parent)
        self._cohorts: Cohorts = {}

    def forget(self) -> None:
        """Read the year groups again, since something in them was changed."""
        self._cohorts.clear()

    def cards(self) -> Iterator[QWidget]:
        if style.is_discreet():
            yield text(_("The evidence is hidden in discreet view."), quiet=True)
            return
        if self.register.can_write:
            add = partial(pupil_deeds.add_result, self.desk, self.pupil_id)
            yield row_of([button(_("&Add a result…"), add, "add-result")])
        found = evidence.results(self.register, self.pupil_id)
        if not found:
            yield text(_("No results are held of this pupil."), quiet=True)
        for _key, group in groupby(found, lambda k: (k.assessment, k.year)):
            yield self._results([*group])
        yield from self._referrals()
        yield self._policy()

    def _results(self, found: list[Known]) -> Card:
        first = found[0]
        said = _("{assessment}, {year}")
        year = first.year or _("year not known")
        card = Card(parent=self)
        heading = said.format(assessment=first.assessment, year=year)
        card.rows.addWidget(text(heading, "heading"))
        usual, _times = Counter(map(_source, found)).most_common(1)[0]
        card.rows.addWidget(text(usual, "caption", quiet=True))
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        for place, known in enumerate(found):
            self._add_result(grid, 2 * place, known, usual)
        card.rows.addLayout(grid)
        return card

    def _add_result(
        self, grid: QGridLayout, row: int, known: Known, usual: str
    ) -> None:
        """Tell a result, and where it is from if that is another place than usual."""
        top, right = Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag.AlignRight
        value = line(_value(known), "heading")
        for place, label in enumerate((text(known.what), value)):
            label.setToolTip(known.sentence)
            grid.addWidget(label, row, place, top | right if place else top)
        if (source := _source(known)) != usual:
            grid.addWidget(text(source, "caption", quiet=True), row + 1, 0, top)
        if known.by_hand and self.register.can_write:
            grid.addWidget(self._remove(known), row, 2, 2, 1, top)

    def _remove(self, known: Known) -> QWidget:
        remove = partial(pupil_deeds.remove_result, self.desk, known.id)
        return button(_("Remove"), remove, f"remove-{known.id}", about=known.what)

    def _referrals(self) -> Iterator[Card]:
        found = evidence.proposals(self.register, self.pupil_id)
        if not found:
            return
        card = Card(parent=self)
        card.rows.addWidget(text(_("Referrals"), "heading"))
        said = _("{day}, {name} ({source}): {status}")
        for one in found:
            day = format_short_date(one.on)
            fields = {"day": day, "name": one.by, "source": one.source}
            card.rows.addWidget(text(said.format(**fields, status=one.status)))
            subject = one.subject or _("All-round")
            reason = _("{subject}: “{reason}”")
            words = reason.format(subject=subject, reason=one.reason)
            card.rows.addWidget(text(words, quiet=True))
        yield card

    def _policy(self) -> Card:
        card = Card(parent=self)
        card.rows.addWidget(text(_("What the policy says"), "heading"))
        try:
            judged = evidence.judged(self.register, self.pupil_id, self._cohorts)
        except UserError as error:
            card.rows.addWidget(text(error.text, quiet=True))
            return card
        for found in judged:
            mark = _OUTCOMES[found.outcome]
            words = translated(evidence.OUTCOMES[found.outcome])
            card.rows.addWidget(text(found.route.title))
            card.rows.addWidget(marked(mark, words))
            for finding in found.findings:
                told = f"{_MET[finding.met]} {finding.reason}"
                card.rows.addWidget(text(told, quiet=True))
        return card


def _value(known: Known) -> str:
    """Write a result, with its number where that is not plain: 4b (4.5)."""
    value, number = known.result.value, known.result.number
    if number is None or value.removesuffix("+") == f"{number:g}":
        return value
    said = _("{value} ({number})")
    return said.format(value=value, number=format_number(round(number, 2)))


def _source(known: Known) -> str:
    source = known.result.source
    if known.taken_on is not None:
        said = _("taken on {day}, {source}")
        day = format_short_date(known.taken_on)
        source = said.format(day=day, source=source)
    return source[:1].upper() + source[1:]
