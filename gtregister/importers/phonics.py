"""The phonics screening check of Year 1: the DfE's phonics_results.csv, or a school's.

The DfE's columns begin with Phonics_. The mark is 0 to 40; WA is met, WT not met.
"""

from gtregister.i18n import N_
from gtregister.importers import Ask, Importer, Layout, Reading, fields, records


def claims(layout: Layout) -> float:
    """Claim a sheet that has the phonics check and nothing else."""
    if any(field.startswith(("ks2.", "ks1.", "cat4.")) for field in layout.fields):
        return 0
    return 0.8 if any(field.startswith("phonics.") for field in layout.fields) else 0


def read(layout: Layout, ask: Ask) -> Reading:
    """Read pupils and their scores."""
    return records.read(layout, ask, "phonics", _takes)


def _takes(field: str) -> bool:
    return field in fields.OF_RESULTS


IMPORTER = Importer(
    title=N_("Phonics screening check"),
    claims=claims,
    read=read,
    looks_like=N_("A row for each pupil, with columns such as Phonics_PHONICS_MARK."),
    takes=N_("The mark and the outcome."),
    speaks_of=("phonics",),
)
