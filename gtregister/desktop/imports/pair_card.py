"""Two pupils side by side: as the file has one, and as the register has the other."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QComboBox, QGridLayout

from gtregister.core.importing.questions import Question
from gtregister.core.register import Row
from gtregister.desktop.imports.field_words import words_of
from gtregister.desktop.widgets.card import Card
from gtregister.desktop.widgets.lines import line
from gtregister.i18n import _, format_short_date

# What is laid side by side, where either of the two has it.
_SHOWN = ("surname", "forename", "dob", "sex", "year_group", "form", "upn")


class PairCard(Card):
    """Shows what is the same about two pupils, and marks what is not with ≠."""

    def __init__(self) -> None:
        super().__init__()
        self._question: Question | None = None
        self.who = QComboBox(self)
        self.who.setAccessibleName(_("Which pupil of the register"))
        self.who.activated.connect(self._lay_side_by_side)
        self._pair = QGridLayout()
        self._pair.setHorizontalSpacing(24)
        self._pair.setVerticalSpacing(4)
        self._pair.setColumnStretch(1, 1)
        self._pair.setColumnStretch(2, 1)
        self.rows.addWidget(self.who)
        self.rows.addLayout(self._pair)

    @property
    def chosen(self) -> Row | None:
        """Give the pupil of the register who is shown, if there is one."""
        place: int | None = self.who.currentData()
        alike = self._question.alike if self._question else ()
        return alike[place] if place is not None and alike else None

    def show_question(self, question: Question) -> None:
        """Show a pupil of the file, and those of the register whom it may be."""
        self._question = question
        with QSignalBlocker(self.who):
            self.who.clear()
            for place, pupil in enumerate(question.alike):
                self.who.addItem(in_a_line(dict(pupil)), place)
                if pupil == question.pupil:
                    self.who.setCurrentIndex(place)
        self.who.setVisible(len(question.alike) > 1)
        self._lay_side_by_side()

    def _lay_side_by_side(self) -> None:
        while item := self._pair.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()
        ours = self._question.details if self._question else {}
        theirs = dict(self.chosen) if self.chosen is not None else {}
        for place, words in enumerate(("", _("In the file"), _("In the register"))):
            self._pair.addWidget(line(words, "heading"), 0, place)
        at = 1
        for field in _SHOWN:
            one, other = ours.get(field), theirs.get(field)
            if one is None and other is None:
                continue
            self._pair.addWidget(line(words_of(field), quiet=True), at, 0)
            is_other = None not in (one, other) and one != other
            for place, value in ((1, one), (2, other)):
                text = _written(field, value)
                said = _("≠ {value}").format(value=text) if is_other else text
                self._pair.addWidget(line(said, folds=True), at, place)
            at += 1


def in_a_line(details: Mapping[str, object]) -> str:
    """Name a pupil in one line: Katie Smith, 12/03/2015, 7B."""
    name = f"{details.get('forename') or ''} {details.get('surname') or ''}".strip()
    born = _written("dob", details.get("dob"))
    parts = [name, born, str(details.get("form") or "")]
    return ", ".join(filter(None, parts)) or "–"


def _written(field: str, value: object) -> str:
    if value is None:
        return "" if field == "dob" else "–"
    if field == "dob":
        return format_short_date(date.fromisoformat(str(value)))
    return str(value)
