"""What was changed about a pupil, by whom, when and why; of one detail if asked."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from PySide6.QtWidgets import QComboBox, QWidget

from gtregister.core import history
from gtregister.core.identifying import who_changed
from gtregister.core.identifying.who_changed import Changed
from gtregister.core.roll import field_words
from gtregister.desktop import style
from gtregister.desktop.page import Desk
from gtregister.desktop.pupils.pupil_lines import row_of, text
from gtregister.desktop.pupils.pupil_part import PupilPart
from gtregister.desktop.widgets.card import Card
from gtregister.i18n import _, format_date, ngettext
from gtregister.table import Value

_MOST = 100  # changes shown


class PupilHistoryPart(PupilPart):
    """A card for each change, with what each detail was before and after."""

    def __init__(self, desk: Desk, name: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, name, parent)
        self._only: str | None = None

    def cards(self) -> Iterator[QWidget]:
        changed: dict[int, list[Changed]] = defaultdict(list)
        for one in who_changed.of(self.register, self.pupil_id):
            changed[one.change].append(one)
        details = {c.field: c.detail for each in changed.values() for c in each}
        if self._only not in details:
            self._only = None
        if details:
            yield row_of([self._choice(details)])
        found = history.table(self.register, self.pupil_id)
        rows = [
            dict(zip((c.key for c in found.columns), r, strict=True))
            for r in found.rows
        ]
        if self._only is not None:
            rows = [row for row in rows if self._chosen(changed, row)]
        for row in rows[:_MOST]:
            yield self._card(row, self._chosen(changed, row))
        if len(rows) > _MOST:
            said = ngettext(
                "{n} older change is in Tools > History.",
                "{n} older changes are in Tools > History.",
                len(rows) - _MOST,
            )
            yield text(said, quiet=True)

    def _choice(self, details: dict[str, str]) -> QComboBox:
        """Ask of which detail one wants to know who changed it."""
        choice = QComboBox()
        choice.setObjectName("only")
        choice.setAccessibleName(_("Who changed what"))
        choice.addItem(_("Every change"), None)
        for field, detail in sorted(details.items(), key=lambda item: item[1]):
            choice.addItem(_("Who changed: {detail}").format(detail=detail), field)
        choice.setCurrentIndex(max(0, choice.findData(self._only)))
        choice.activated.connect(lambda _place: self.narrow(choice.currentData()))
        return choice

    def narrow(self, field: str | None) -> None:
        """Show only the changes of one detail, such as *pupils.form*."""
        self._only = field
        self.show_pupil(self.pupil_id)

    def _chosen(
        self, changed: dict[int, list[Changed]], row: dict[str, Value]
    ) -> list[Changed]:
        found = changed.get(int(str(row["change"])), [])
        return [c for c in found if self._only in (None, c.field)]

    def _card(self, row: dict[str, Value], changed: list[Changed]) -> Card:
        card = Card(parent=self)
        said = _("{what}: {about}") if row["about"] else "{what}"
        card.rows.addWidget(text(said.format(what=row["what"], about=row["about"])))
        when = _("{day}, {time}, by {name}").format(
            day=_day(row["made_on"]), time=row["made_at"], name=row["made_by"]
        )
        card.rows.addWidget(text(when, quiet=True))
        for one in changed:
            card.rows.addWidget(text(_difference(one)))
        if row["reason"] and not style.is_discreet():
            reason = _("Reason: {reason}").format(reason=row["reason"])
            card.rows.addWidget(text(reason, quiet=True))
        if row["undone_by"]:
            undone = _("Undone by change {number}.").format(number=row["undone_by"])
            card.rows.addWidget(text(undone, quiet=True))
        return card


def _difference(one: Changed) -> str:
    table, _dot, field = one.field.partition(".")
    if style.is_discreet() and (table == "results" or field in field_words.SENSITIVE):
        return _("{detail}: hidden in discreet view").format(detail=one.detail)
    nothing = _("nothing")
    said = _("{detail}: {before} → {after}")
    before, after = one.before or nothing, one.after or nothing
    return said.format(detail=one.detail, before=before, after=after)


def _day(day: Value) -> str:

    return format_date(day) if isinstance(day, date) else ""
