"""Who looks after a pupil, how to reach them, and who must not be written to."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtWidgets import QWidget

from gtregister.core.roll import contacts
from gtregister.desktop import style
from gtregister.desktop.pupils import pupil_contact_deeds as deeds
from gtregister.desktop.pupils.pupil_lines import button, marked, pairs, row_of, text
from gtregister.desktop.pupils.pupil_part import PupilPart
from gtregister.desktop.widgets.card import Card
from gtregister.desktop.widgets.table_model import Mark
from gtregister.i18n import _, translated
from gtregister.table import Column, Value
from gtregister.writers import words

_NO_CONTACT = Mark("✕", "error")
# Said in other words above the rest.
_ELSEWHERE = {"contact_order", "name", "no_contact", "relationship"}
_ALWAYS = {"parental_responsibility"}


class PupilContactsPart(PupilPart):
    """A card for each contact, in the order in which they are to be asked."""

    def cards(self) -> Iterator[QWidget]:
        if self.register.can_write:
            add = partial(deeds.add, self.desk, self.pupil_id)
            yield row_of([button(_("&Add a contact…"), add, "add-contact")])
        found = contacts.of(self.register, self.pupil_id)
        if not found.rows:
            yield text(_("No parent or carer is known."), quiet=True)
        for key, row in zip(found.keys, found.rows, strict=True):
            told = dict(zip((c.key for c in found.columns), row, strict=True))
            pieces = [
                (translated(column.title), _written(column, value))
                for column, value in zip(found.columns, row, strict=True)
                if _is_told(column, value)
            ]
            yield self._card(key, told, pieces)

    def _card(
        self, key: int, told: dict[str, Value], pieces: list[tuple[str, str]]
    ) -> Card:
        card = Card(parent=self)
        name = str(told["name"])
        who = [name, str(told["relationship"] or "")]
        card.rows.addWidget(text(", ".join(filter(None, who)), "heading"))
        if told["no_contact"]:
            card.rows.addWidget(marked(_NO_CONTACT, _("Must not be contacted")))
        card.rows.addLayout(pairs(pieces))
        if style.is_discreet():
            card.rows.addWidget(text(_("Hidden in discreet view."), quiet=True))
        if self.register.can_write:
            edit = partial(deeds.edit, self.desk, key)
            remove = partial(deeds.remove, self.desk, key)
            card.rows.addWidget(
                row_of(
                    [
                        button(_("Edit…"), edit, f"edit-{key}", about=name),
                        button(_("Remove"), remove, f"remove-{key}", about=name),
                    ]
                )
            )
        return card


def _is_told(column: Column, value: Value) -> bool:
    if column.key in _ELSEWHERE or (style.is_discreet() and column.sensitive):
        return False
    return column.key in _ALWAYS or value not in (None, "", 0)


def _written(column: Column, value: Value) -> str:
    return words.printed(value, column.kind) or _("Not known")
