"""Consents and payments of one activity: a letter or a press for each."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from gtregister.core.enrichment import activity_figures, consents, place_lists, places
from gtregister.core.enrichment.consents import CONSENTS, NOT_ASKED, PAYMENTS
from gtregister.desktop.activities import telling
from gtregister.desktop.activities.words import pounds
from gtregister.desktop.page import Desk
from gtregister.desktop.widgets.letter_grid import Cell, LetterGrid
from gtregister.desktop.widgets.lines import line
from gtregister.desktop.widgets.table_model import Mark
from gtregister.i18n import _, ngettext, translated

# One letter each, by column; what stands after it is what a press makes of it.
_CONSENTS = {
    "R": "requested",
    "G": "given",
    "F": "refused",
    "N": "not_needed",
    "C": "covered",
}
_PAYMENTS = {"D": "due", "P": "paid", "W": "waived"}
_NEXT_CONSENT = {None: "given", "requested": "given", "given": "refused"}
_NEXT_PAYMENT = {"due": "paid", "paid": "due", "none": "paid", "waived": "due"}
_MARKS = {
    CONSENTS["given"]: Mark("✓", "success"),
    CONSENTS["covered"]: Mark("✓", "success"),
    CONSENTS["requested"]: Mark("○", "warning"),
    CONSENTS["refused"]: Mark("✗", "error"),
    NOT_ASKED: Mark("?", "warning"),
    PAYMENTS["paid"]: Mark("✓", "success"),
    PAYMENTS["due"]: Mark("○", "warning"),
}
CONSENT, PAYMENT = 0, 1


class MoneyPart(QWidget):
    """A row is a pupil with a place; the columns are consent and payment."""

    def __init__(self, desk: Desk, activity_id: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._register = desk.register
        self._id = activity_id
        self._places: list[int] = []
        self._figures = line(quiet=True, folds=True)
        marks = {translated(words): mark for words, mark in _MARKS.items()}
        letters = "".join(_CONSENTS | _PAYMENTS)
        self.grid = LetterGrid(_("Consents and payments"), letters, marks, self)
        self.grid.setEnabled(self._register.can_write)
        self.grid.typed.connect(self._type)
        self.grid.pressed_at.connect(self._press)
        self._none = line(_("Nobody has a place yet: invite pupils first."), folds=True)
        keys = _(
            "Consent: R requested, G given, F refused, N not needed, C covered. "
            "Payment: D due, P paid, W waived. A press turns it on; several cells "
            "can be marked at once."
        )
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(8)
        down.addWidget(self._figures)
        down.addWidget(line(keys, quiet=True, folds=True))
        down.addWidget(self._none)
        down.addWidget(self.grid, 1)

    def refresh(self) -> None:
        """Read again how each pupil with a place stands."""
        table = place_lists.table(self._register, self._id)
        rows = places.rows_of(self._register, table.keys)
        seated = [row for row in rows if row["state"] in places.SEATED]
        self._places = [row["place_id"] for row in seated]
        name = _("{surname}, {forename} {form}")
        cells: list[Sequence[str | None]] = [
            (
                translated(CONSENTS.get(row["consent"] or "", NOT_ASKED)),
                translated(PAYMENTS[row["payment"]]),
            )
            for row in seated
        ]
        names = [
            name.format(**(dict(row) | {"form": row["form"] or ""})).strip()
            for row in seated
        ]
        self.grid.show_cells(names, (_("Consent"), _("Payment")), cells)
        self.grid.setVisible(bool(seated))
        self._none.setVisible(not seated)
        self._tell()

    def _tell(self) -> None:
        row = activity_figures.of(self._register, self._id)
        missing, due = row["unconsented"], row["due"]
        parts = [
            ngettext("{n} consent is missing.", "{n} consents are missing.", missing)
            if missing
            else _("No consent is missing.")
        ]
        if row["charge"]:
            owed = ngettext("{n} payment is due.", "{n} payments are due.", due)
            said = _("The charge is £{amount}. {due}")
            parts.append(said.format(amount=pounds(row["charge"]), due=owed))
        self._figures.setText(" ".join(parts))

    def _type(self, letter: str, cells: Sequence[Cell]) -> None:
        for column, known in ((CONSENT, _CONSENTS), (PAYMENT, _PAYMENTS)):
            chosen = [self._places[row] for row, at in cells if at == column]
            if chosen and letter in known:
                self._set(column, chosen, known[letter])

    def _press(self, row: int, column: int) -> None:
        (place,) = places.rows_of(self._register, [self._places[row]])
        if column == CONSENT:
            wanted = _NEXT_CONSENT.get(place["consent"], "requested")
        else:
            wanted = _NEXT_PAYMENT[place["payment"]]
        self._set(column, [self._places[row]], wanted)

    def _set(self, column: int, chosen: Sequence[int], wanted: str) -> None:
        n = len(chosen)
        if column == CONSENT:
            consents.set_consent(self._register, chosen, wanted)
            words = translated(CONSENTS[wanted])
            said = ngettext(
                "Consent of {n} pupil: {words}.",
                "Consent of {n} pupils: {words}.",
                n,
                words=words,
            )
        else:
            consents.set_payment(self._register, chosen, wanted)
            words = translated(PAYMENTS[wanted])
            said = ngettext(
                "Payment of {n} pupil: {words}.",
                "Payment of {n} pupils: {words}.",
                n,
                words=words,
            )
        telling.told(self._desk, said)
