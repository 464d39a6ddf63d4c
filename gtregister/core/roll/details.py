"""A pupil's details as a person types them, read by the same rules as a file's cells.

What cannot be is refused in a sentence; what is only unlikely goes in, with a sentence
that asks for a second look.
"""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from gtregister.core.register import Stored
from gtregister.core.roll import field_words
from gtregister.errors import UserError
from gtregister.i18n import _
from gtregister.importers import dates, fields

NEEDED = ("surname", "forename")
_EARLY_YEARS = {0: "R", -1: "N2", -2: "N1"}


class Read(NamedTuple):
    """A detail as it is stored, and what to look at again, if anything."""

    value: str | int | None
    look: str | None = None


def read(field: str, typed: Stored, today: date) -> Read:
    """Read one detail; UserError if it cannot be that."""
    value, trouble = fields.of_pupil(field, today)(_written(field, typed))
    if trouble is not None and (value is None or trouble.level == "problem"):
        raise UserError(trouble.text, field)
    if value is None and field in NEEDED:
        said = _("Enter the {detail}: every pupil has one.")
        name = field_words.title(field).lower()
        raise UserError(said.format(detail=name), field)
    if field == "dob" and value is not None and str(value) >= today.isoformat():
        raise UserError(_("The date of birth must be in the past."), field)
    return Read(value, trouble.text if trouble else None)


def _written(field: str, typed: Stored) -> str:
    """Give what was typed or chosen as it would stand in a cell."""
    if field == "year_group" and typed in _EARLY_YEARS:
        return _EARLY_YEARS[int(typed or 0)]
    return "" if typed is None else str(typed)


def read_all(typed: Mapping[str, Stored], today: date) -> dict[str, Read]:
    """Read the details of a new pupil; surname and forename must be among them."""
    asked = dict.fromkeys(NEEDED, "") | dict(typed)
    return {field: read(field, said, today) for field, said in asked.items()}


def day(typed: str, field: str) -> date:
    """Read a day such as 27 3 2027 or 27/03/2027; UserError if it is none."""
    found = dates.read(" ".join(typed.split()))
    if found is None:
        said = _("“{value}” is not a date. Write it like 28/03/2027.")
        raise UserError(said.format(value=typed.strip()), field)
    return found
