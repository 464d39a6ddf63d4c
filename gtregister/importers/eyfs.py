"""The early years foundation stage profile: the DfE's eyfsp_results.csv.

Its columns begin with FSP_; each early learning goal has 1 for emerging, 2 for
expected, up to 2021 also 3 for exceeding.
"""

from gtregister.i18n import N_
from gtregister.importers import Ask, Importer, Layout, Reading, fields, records


def claims(layout: Layout) -> float:
    """Claim a sheet that has the profile of the early years."""
    if any(field.startswith(("ks2.", "ks1.", "cat4.")) for field in layout.fields):
        return 0
    return 0.8 if any(field.startswith("eyfs.") for field in layout.fields) else 0


def read(layout: Layout, ask: Ask) -> Reading:
    """Read pupils and their scores."""
    return records.read(layout, ask, "eyfs", _takes)


def _takes(field: str) -> bool:
    return field in fields.PUPIL | {"full_name", "taken_on", "academic_year"} or (
        field.startswith("eyfs.")
    )


IMPORTER = Importer(
    title=N_("Early years foundation stage profile"),
    claims=claims,
    read=read,
    looks_like=N_("A row for each pupil, with columns such as FSP_LIT_E09."),
    takes=N_("What each early learning goal says, and the good level of development."),
    speaks_of=("eyfs",),
)
