"""What was told about a pupil, in the very words; what is still to be told; wishes."""

from collections.abc import Iterator
from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from gtregister import options
from gtregister.core.telling import letter_lists, letters, wishes
from gtregister.desktop import style
from gtregister.desktop.page import Desk
from gtregister.desktop.pupils import pupil_deeds
from gtregister.desktop.pupils.pupil_lines import button, marked, pairs, row_of, text
from gtregister.desktop.pupils.pupil_part import PupilPart
from gtregister.desktop.widgets.card import Card
from gtregister.desktop.widgets.question_dialog import Answers
from gtregister.desktop.widgets.table_model import Mark
from gtregister.errors import UserError
from gtregister.i18n import N_, _, translated
from gtregister.options import Option
from gtregister.table import Table
from gtregister.writers import words

_STOPPED = Mark("⚠", "error")
_DUE = Mark("○", "warning")
_WISH = Mark("⚠", "warning")
# Who the pupil is stands over the page already.
_KNOWN = {"surname", "forename", "form", "year_group"}


class PupilLettersPart(PupilPart):
    """What is owed stands first, then each letter as it was sent, newest first."""

    def __init__(self, desk: Desk, name: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, name, parent)
        self._opened: set[int] = set()

    def cards(self) -> Iterator[QWidget]:
        if self.register.can_write:
            write = partial(self.desk.go_to, "letters", {"pupils": [self.pupil_id]})
            note = partial(_note_wish, self.desk, self.pupil_id)
            buttons = [button(_("&Letter…"), write, "letter")]
            buttons.append(button(_("Note a &wish…"), note, "wish"))
            yield row_of(buttons)
        yield from self._owed()
        yield from self._wishes()
        sent = letters.table(self.register, self.pupil_id)
        if not sent.rows:
            yield text(_("No letter was sent about this pupil yet."), quiet=True)
        for place, number in enumerate(sent.keys):
            yield self._letter(number, dict(_told(sent, place)))

    def _owed(self) -> Iterator[QWidget]:
        found = letter_lists.of(self.register, {self.pupil_id})
        untold = [one for one in found.every if not one.is_told]
        if not untold:
            return
        card = Card(_("Not told yet"), self)
        for one in untold:
            said = letter_lists.in_words(one)
            card.rows.addWidget(marked(_STOPPED if one.why else _DUE, said))
            if one.why:
                card.rows.addWidget(text(one.why, quiet=True))
        yield card

    def _wishes(self) -> Iterator[QWidget]:
        found = wishes.table(self.register, self.pupil_id)
        for place in range(len(found.rows)):
            card = Card(parent=self)
            said = _("A wish about being on the register")
            card.rows.addWidget(marked(_WISH, said))
            told = _told(found, place)
            titles = {c.key: translated(c.title) for c in found.columns}
            card.rows.addLayout(pairs((titles[key], said) for key, said in told))
            yield card

    def _letter(self, number: int, told: dict[str, str]) -> Card:
        card = Card(parent=self)
        kind = told.pop("kind")
        card.rows.addWidget(text(kind, "heading"))
        if told.pop("is_copy", ""):
            kind = _("{letter}, a copy").format(letter=kind)
        facts = " · ".join(told.values())
        card.rows.addWidget(text(facts, quiet=True))
        is_open = number in self._opened
        turn = partial(self._turn, number)
        said = _("Close") if is_open else _("Read")
        about = _("{letter}, {facts}").format(letter=kind, facts=facts)
        card.rows.addWidget(row_of([button(said, turn, f"read-{number}", about=about)]))
        if is_open and style.is_discreet():
            card.rows.addWidget(text(_("Hidden in discreet view."), quiet=True))
        elif is_open:
            card.rows.addWidget(text(letters.text(self.register, number)))
        return card

    def _turn(self, number: int) -> None:
        self._opened ^= {number}
        self.show_pupil(self.pupil_id)


def _told(table: Table, place: int) -> list[tuple[str, str]]:
    """Say what stands in a row of a table, by the keys of its columns."""
    pairs_of = zip(table.columns, table.rows[place], strict=True)
    return [
        (column.key, words.printed(value, column.kind))
        for column, value in pairs_of
        if value not in (None, "", 0) and column.key not in _KNOWN
    ]


def _note_wish(desk: Desk, pupil_id: int) -> None:
    """Ask who would rather that the pupil was not on the register, and note it."""

    def answer(answers: Answers) -> None:
        said_by, wish = (pupil_deeds.said(answers[key]) for key in ("by", "wish"))
        if not said_by.strip():
            raise UserError(_("Say who has the wish."), "by")
        on = answers["on"]
        day = on if isinstance(on, date) else None
        wishes.note(desk.register, pupil_id, said_by, wish, on=day)
        pupil_deeds.told(desk, _("The wish is noted. It waits for a decision."))

    asked = [
        options.text("by", N_("Who said so")),
        options.text("wish", N_("What they wish"), _("Not to be on the register")),
        Option("on", N_("On which day"), "date", desk.register.today),
    ]
    hint = _("The pupil stays on the register until somebody decides.")
    pupil_deeds.ask(desk, _("Note a wish"), asked, _("&Note it"), answer, hint)
