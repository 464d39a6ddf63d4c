"""CAT4 with one row for each pupil: standard age scores, stanines, percentiles."""

from gtregister.i18n import N_
from gtregister.importers import Ask, Importer, Layout, Reading, fields, records


def claims(layout: Layout) -> float:
    """Claim a sheet that has scores of CAT4 and none of a key stage."""
    if any(field.startswith(("ks2.", "ks1.")) for field in layout.fields):
        return 0
    return 0.8 if any(field.startswith("cat4.") for field in layout.fields) else 0


def read(layout: Layout, ask: Ask) -> Reading:
    """Read pupils and their scores."""
    return records.read(layout, ask, "cat4", _takes)


def _takes(field: str) -> bool:
    return field in fields.OF_RESULTS


IMPORTER = Importer(
    title=N_("CAT4 scores"),
    claims=claims,
    read=read,
    looks_like=N_(
        "A row for each pupil, with columns such as “Verbal SAS” and “Mean SAS”."
    ),
    takes=N_("Standard age scores, stanines and percentile ranks, also of the mean."),
    speaks_of=("cat4",),
)
