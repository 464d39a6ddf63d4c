"""The DfE's list of pupils for whom a school is paid pupil premium.

Its 15 columns are those of pp_search_results.csv of “Get information about pupils”:
the flags of each premium are 0 and 1.
"""

from gtregister.i18n import N_
from gtregister.importers import Ask, Importer, Layout, Reading, records

_TAKEN = frozenset(
    (
        *("upn", "surname", "forename", "dob", "sex", "year_group"),
        *("pupil_premium", "looked_after"),
    )
)
_THEIRS = frozenset(("pupilpremiumfte", "pupilpremiumcashamount", "lastfsm"))


def claims(layout: Layout) -> float:
    """Claim a sheet that says what a school is paid for each pupil."""
    found = {column.heading.casefold() for column in layout.columns} & _THEIRS
    return 0.9 if "pupil_premium" in layout.fields and found else 0


def read(layout: Layout, ask: Ask) -> Reading:
    """Read who the pupils are and which premium they have."""
    return records.read(layout, ask, "pupil_premium", _TAKEN.__contains__)


IMPORTER = Importer(
    title=N_("Pupil premium download"),
    claims=claims,
    read=read,
    looks_like=N_("A row for each pupil, with “Deprivation Pupil Premium”."),
    takes=N_("Who has pupil premium, and who is looked after."),
)
