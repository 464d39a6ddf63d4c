"""The roll: finding a pupil by UPN, and telling pupils apart by name and birthday."""

import unicodedata
from functools import lru_cache

from gtregister.core.register import Register, Row
from gtregister.errors import UserError
from gtregister.i18n import _

FIELDS = (
    "upn",
    "former_upn",
    "admission_number",
    "surname",
    "forename",
    "preferred_surname",
    "preferred_forename",
    "middle_names",
    "dob",
    "sex",
    "year_group",
    "form",
    "ethnicity",
    "language",
    "eal",
    "fsm",
    "ever6",
    "pupil_premium",
    "sen",
    "looked_after",
    "joined_on",
    "left_on",
    "feeder_school",
)


@lru_cache(maxsize=100_000)
def folded(name: str) -> str:
    """Fold a name for comparing: no case, accents, hyphens, apostrophes or spaces.

    Letters that carry a stroke rather than an accent (ł, ø, đ) become the plain letter.
    """
    if name.isascii():
        return "".join(filter(str.isalnum, name.lower()))
    plain = unicodedata.normalize("NFKD", name.casefold().translate(_STROKES))
    return "".join(filter(str.isalnum, plain))


_STROKES = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ı": "i", "æ": "ae"})


def by_upn(register: Register, upn: str) -> Row:
    """Find a pupil by UPN or former UPN."""
    wanted = "".join(upn.split()).upper()
    row = register.row(
        """
        select *
        from pupils
        where upn = :upn or former_upn = :upn
        order by upn = :upn desc
        """,
        upn=wanted,
    )
    if row is None:
        said = _("No pupil of this register has the UPN {upn}. Check its letters.")
        raise UserError(said.format(upn=wanted), "upn")
    return row


def count(register: Register) -> int:
    """Count the pupils on roll today."""
    return int(
        register.value(
            "select count(*) from pupils where left_on is null or left_on > :today",
            today=register.today.isoformat(),
        )
        or 0
    )
