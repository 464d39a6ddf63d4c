"""The multiplication tables check of Year 4: the DfE's mtc_results.csv, or a school's.

Its columns FormMark and ReasonNotTakingCheck have a mark of 0 to 25, or a code.
"""

from gtregister.i18n import N_
from gtregister.importers import Ask, Importer, Layout, Reading, fields, records


def claims(layout: Layout) -> float:
    """Claim a sheet that has the multiplication tables check and nothing else."""
    if any(field.startswith(("ks2.", "ks1.", "cat4.")) for field in layout.fields):
        return 0
    return 0.8 if any(field.startswith("mtc.") for field in layout.fields) else 0


def read(layout: Layout, ask: Ask) -> Reading:
    """Read pupils and their scores."""
    return records.read(layout, ask, "mtc", _takes)


def _takes(field: str) -> bool:
    return field in fields.OF_RESULTS


IMPORTER = Importer(
    title=N_("Multiplication tables check"),
    claims=claims,
    read=read,
    looks_like=N_(
        "A row for each pupil, with columns such as FormMark or “MTC score”."
    ),
    takes=N_("The mark, or why there is none."),
    speaks_of=("mtc",),
)
