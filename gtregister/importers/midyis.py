"""MidYIS of the Centre for Evaluation and Monitoring: a row for each pupil.

Vocabulary, maths, non-verbal and skills are standardised to a mean of 100, and so is
the overall score; bands A to D are quarters (help.cem.org). How the columns of an
export are headed is not published: they are told by their words, and by the name of the
test in a title or beside them.
"""

from gtregister.i18n import N_
from gtregister.importers import Ask, Importer, Layout, Reading, fields, records


def claims(layout: Layout) -> float:
    """Claim a sheet that has scores of MidYIS and of no other test."""
    if any(field.startswith(("ks2.", "ks1.", "cat4.")) for field in layout.fields):
        return 0
    return 0.8 if any(field.startswith("midyis.") for field in layout.fields) else 0


def read(layout: Layout, ask: Ask) -> Reading:
    """Read pupils and their scores."""
    return records.read(layout, ask, "midyis", _takes)


def _takes(field: str) -> bool:
    return field in fields.OF_RESULTS


IMPORTER = Importer(
    title=N_("MidYIS scores"),
    claims=claims,
    read=read,
    looks_like=N_("A row for each pupil, with “MidYIS” in a title or in the headings."),
    takes=N_("Standardised scores, bands, stanines and percentile ranks."),
    speaks_of=("midyis",),
)
