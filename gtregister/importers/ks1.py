"""Key stage 1 alone: the DfE's ks1_results.csv, or a primary school's own sheet.

The DfE has READ_OUTCOME, WRIT_OUTCOME, MATH_OUTCOME and SCI_OUTCOME: teacher
assessments, as levels up to 2015.
"""

from gtregister.i18n import N_
from gtregister.importers import Ask, Importer, Layout, Reading, fields, records


def claims(layout: Layout) -> float:
    """Claim a sheet that has results of key stage 1 and of no other stage or test."""
    tests = {
        field.partition(".")[0] for field in layout.fields if fields.is_result(field)
    }
    return 0.8 if tests == {"ks1"} else 0


def read(layout: Layout, ask: Ask) -> Reading:
    """Read pupils and their results."""
    return records.read(layout, ask, "ks1", _takes)


def _takes(field: str) -> bool:
    return field in fields.PUPIL | {"full_name", "academic_year"} or (
        field.startswith("ks1.")
    )


IMPORTER = Importer(
    title=N_("KS1 results"),
    claims=claims,
    read=read,
    looks_like=N_("A row for each pupil, with columns such as “KS1 Reading”."),
    takes=N_("Teacher assessments, levels, scaled scores and marks."),
    speaks_of=("ks1",),
)
