"""KS2 results with one row for each pupil, as a school's own spreadsheets have them.

It takes every result that stands in such a sheet, those of CAT4 too.
"""

from gtregister.i18n import N_
from gtregister.importers import Ask, Importer, Layout, Reading, fields, records


def claims(layout: Layout) -> float:
    """Claim a sheet that has pupils and results of a key stage."""
    stages = any(field.startswith(("ks2.", "ks1.")) for field in layout.fields)
    return 0.8 if stages else 0


def read(layout: Layout, ask: Ask) -> Reading:
    """Read pupils and all their results."""
    return records.read(layout, ask, "ks2_wide", _takes)


def _takes(field: str) -> bool:
    return field in fields.PUPIL | fields.RESULTS | {"full_name", "academic_year"}


IMPORTER = Importer(
    title=N_("KS2 results, one row for each pupil"),
    claims=claims,
    read=read,
    speaks_of=("ks2",),
)
