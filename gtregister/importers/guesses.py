"""What a column may be, and how far its values bear that out."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from gtregister.i18n import _
from gtregister.importers import Cell, Sure, fields
from gtregister.importers.cells import written

# A plain heading may have a third of values that are wrong: they will be reported. One
# that is not plain must be borne out by nearly all of its values.
MOST = 2 / 3
NEARLY_ALL = 0.9

# What a field must look like before a heading that is not plain may claim a column.
_LOOKS = {
    "full_name": re.compile(r"[^\d]*[^\W\d][, ]+[^\W\d][^\d]*"),
    "surname": re.compile(r"[^\d]+"),
    "forename": re.compile(r"[^\d]+"),
    "form": re.compile(r".{1,10}"),
    "admission_number": re.compile(r"(?=.*\d)[\w/-]{1,15}"),
    "feeder_school": re.compile(r"[^\d]*[^\W\d]{3}.*"),
}


@dataclass(frozen=True, slots=True)
class Guess:
    """What a column may be; of two that claim one field, the heavier has it."""

    field: str
    sure: Sure
    why: str
    weight: float


def plainly(field: str, share: float | None) -> Guess:
    """Take a heading at its word; it should be checked if many values do not fit."""
    if share is None:
        return Guess(field, "sure", _("The heading says so; there are no values."), 2)
    if share >= MOST:
        return Guess(field, "sure", _("Heading and values fit."), 2 + share)
    said = _("The heading says so, but many values do not fit.")
    return Guess(field, "check", said, 1 + share)


def share(
    field: str, heading: str, values: Iterable[Cell], *, numbers_only: bool = False
) -> float | None:
    """Say how many of the values are what the field holds; None if none tells."""
    parse, looks = fields.parser(field, heading), _LOOKS.get(field)
    fit = count = 0
    for cell in values:
        value, trouble = parse(cell)
        if value is None and (trouble is None or trouble.level == "look"):
            continue
        is_code = isinstance(value, tuple) and value[1] is None
        if numbers_only and trouble is None and is_code:
            continue
        count += 1
        is_odd = trouble is not None and field not in fields.MAY_LOOK_ODD
        is_other = looks is not None and not looks.fullmatch(written(cell))
        fit += value is not None and not is_odd and not is_other
    return fit / count if count else None
