"""The DfE's file of KS2 results: ks2_results.csv or .tab, and the NPD's tables.

The DfE writes about 150 columns without quoting commas. Their names may have KS2_ in
front; years to 2015 have levels. What it says of a pupil besides name, birthday and sex
(year, free meals, special needs …) was so when the tests were taken.
"""

from gtregister.i18n import N_
from gtregister.importers import Ask, Importer, Layout, Reading, codes, records

_TAKEN = frozenset(("upn", "surname", "forename", "dob", "sex", "academic_year"))
# A school's own sheet may have a few of the DfE's names, but not its administration.
_ENOUGH = 4


def claims(layout: Layout) -> float:
    """Claim a sheet with results and several columns that only the DfE has."""
    theirs = {row["heading"].casefold() for row in codes.table("dfe_columns")}
    theirs |= {"acadyr", "yeargrp", "la", "urn"}
    headings = (column.heading.casefold() for column in layout.columns)
    found = sum(heading.removeprefix("ks2_") in theirs for heading in headings)
    has_results = any(field.startswith("ks2.") for field in layout.fields)
    return 0.95 if has_results and found >= _ENOUGH else 0


def read(layout: Layout, ask: Ask) -> Reading:
    """Read who the pupils are and their results."""
    return records.read(layout, ask, "npd_ks2", _takes)


def _takes(field: str) -> bool:
    return field in _TAKEN or field.startswith("ks2.")


IMPORTER = Importer(
    title=N_("KS2 results of the Department for Education"),
    claims=claims,
    read=read,
    looks_like=N_(
        "The DfE’s own columns, such as READSCORE or KS2_MATLEV, about 150 of them."
    ),
    takes=N_(
        "Scores, outcomes, marks, levels and teacher assessments, with their year."
    ),
    speaks_of=("ks2",),
)
