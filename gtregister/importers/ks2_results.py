"""KS2 results with one row for each pupil and subject, as the NCA's portal gives them.

The layout of 2022 has 31 columns, among them CurrUPN, Surname, Forename, DOB, Gender,
Subject, RawScore, ScaledScore and TestOutcome. It is told by its headings, in whatever
order they stand.
"""

from gtregister.i18n import N_
from gtregister.importers import Ask, Importer, Layout, Reading, fields, records

_ELSEWHERE = frozenset(("year_group", "form"))


def claims(layout: Layout) -> float:
    """Claim a sheet whose rows name a subject and whose columns are measures of it."""
    is_named = any(c.field == "subject" and c.sure == "sure" for c in layout.columns)
    return 0.9 if is_named and fields.MEASURES & layout.fields else 0


def read(layout: Layout, ask: Ask) -> Reading:
    """Read pupils, once for each subject, and the results in it."""
    return records.read(layout, ask, "ks2_results", _takes)


def _takes(field: str) -> bool:
    # Year and form are those of the primary school.
    return field in (fields.PUPIL - _ELSEWHERE) | fields.MEASURES | fields.HELPS


IMPORTER = Importer(
    title=N_("KS2 results, one row for each pupil and subject"),
    claims=claims,
    read=read,
    looks_like=N_(
        "A row for each pupil and subject, as the portal gives them on results day."
    ),
    takes=N_("Scaled scores, outcomes, marks and teacher assessments of key stage 2."),
    speaks_of=("ks2",),
)
