"""A list of pupils from a school's information system: who they are, and no results."""

from gtregister.i18n import N_
from gtregister.importers import Ask, Importer, Layout, Reading, fields, records
from gtregister.importers.heading_words import meaning

# Without one of these besides the name, a list could be of anything.
_TELLING = frozenset(("upn", "dob", "year_group", "form", "admission_number", "sex"))


def claims(layout: Layout) -> float:
    """Claim a sheet that names pupils, says more of them, and has no scores."""
    known = layout.fields
    if known & fields.RESULTS or known & fields.MEASURES or "subject" in known:
        return 0
    is_named = {"surname", "forename"} <= {*known} or bool(
        {"full_name", "upn"} & {*known}
    )
    if not is_named or len(_TELLING & known) < 1 or len(fields.PUPIL & known) < 2:
        return 0
    has_scores = any(meaning(c.heading, guessing=False).measure for c in layout.columns)
    return 0.2 if has_scores else 0.5


def read(layout: Layout, ask: Ask) -> Reading:
    """Read the pupils' details."""
    return records.read(layout, ask, "pupil_list", _takes)


def _takes(field: str) -> bool:
    return field in fields.PUPIL or field == "full_name"


IMPORTER = Importer(title=N_("List of pupils"), claims=claims, read=read)
