"""Tests of one subject that are standardised by age: NGRT, PTE, PTM, PTS and NFER.

GL Assessment and NFER give a standard age score (mean 100, standard deviation 15), a
stanine and a national percentile rank. Their headings are not published: the score is
told from the stanine by heading and values.
"""

from gtregister.i18n import N_
from gtregister.importers import (
    Ask,
    Importer,
    Layout,
    Reading,
    assessments,
    fields,
    records,
)

_TESTS = tuple(f"{test}." for test in assessments.SINGLE)


def claims(layout: Layout) -> float:
    """Claim a sheet that has scores of these tests and of no other."""
    if any(field.startswith(("ks2.", "ks1.", "cat4.")) for field in layout.fields):
        return 0
    return 0.8 if any(field.startswith(_TESTS) for field in layout.fields) else 0


def read(layout: Layout, ask: Ask) -> Reading:
    """Read pupils and their scores."""
    return records.read(layout, ask, "age_scores", _takes)


def _takes(field: str) -> bool:
    return field in fields.OF_RESULTS


IMPORTER = Importer(
    title=N_("NGRT, PTE, PTM and other age-standardised scores"),
    claims=claims,
    read=read,
    looks_like=N_(
        "A row for each pupil, with columns such as “NGRT SAS” or “PTM Stanine”."
    ),
    takes=N_("Standard age scores, stanines and percentile ranks."),
    speaks_of=("nfer",),
)
