"""KS2 results with one row for each pupil, as a school's own spreadsheets have them.

It takes every result that stands in such a sheet, those of CAT4 too.
"""

from gtregister.i18n import N_
from gtregister.importers import Ask, Importer, Layout, Reading, fields, records


def claims(layout: Layout) -> float:
    """Claim a sheet that has pupils and results of key stage 2."""
    return 0.8 if any(field.startswith("ks2.") for field in layout.fields) else 0


def read(layout: Layout, ask: Ask) -> Reading:
    """Read pupils and all their results."""
    return records.read(layout, ask, "ks2_wide", _takes)


def _takes(field: str) -> bool:
    return field in fields.PUPIL | fields.RESULTS | {"full_name", "academic_year"}


IMPORTER = Importer(
    title=N_("KS2 results, one row for each pupil"),
    claims=claims,
    read=read,
    looks_like=N_(
        "A row for each pupil, with columns such as “KS2 Reading” and “KS2 Maths SS”."
    ),
    takes=N_(
        "Scores, marks, levels and teacher assessments of key stages 1 and 2; details "
        "of the pupils, and other tests that stand beside them."
    ),
    speaks_of=("ks2",),
)
