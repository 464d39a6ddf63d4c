"""A list of pupils from a school's information system: who they are, and no results."""

from gtregister.i18n import N_
from gtregister.importers import Ask, Importer, Layout, Reading, fields, records
from gtregister.importers.heading_words import meaning

# A list may have such columns of its own: “Subject”, or the score of another test.
_BESIDES = fields.MEASURES | {"subject"}
# Without one of these, and besides it a name, a list could be of anything.
_FEW = 2
_TELLING = frozenset(("upn", "dob", "year_group", "form", "admission_number", "sex"))


def claims(layout: Layout) -> float:
    """Claim a sheet that names pupils, says more of them, and has no scores."""
    known = layout.fields
    is_named = {"surname", "forename"} <= known or known & {"full_name", "upn"}
    is_told = known & _TELLING and len(known) >= _FEW
    if not is_named or not is_told or any(map(fields.is_other, known)):
        return 0
    if "subject" in known and known & fields.MEASURES:
        return 0
    if known & _BESIDES:
        return 0.1
    has_scores = any(meaning(c.heading, guessing=False).measure for c in layout.columns)
    return 0.2 if has_scores else 0.5


def read(layout: Layout, ask: Ask) -> Reading:
    """Read the pupils' details."""
    return records.read(layout, ask, "pupil_list", _takes)


def _takes(field: str) -> bool:
    return field in fields.PUPIL or field == "full_name"


IMPORTER = Importer(
    title=N_("List of pupils"),
    claims=claims,
    read=read,
    looks_like=N_(
        "A row for each pupil, with name, UPN, date of birth, year and form."
    ),
    takes=N_("Details of the pupils, with their contacts if they stand beside them."),
)
