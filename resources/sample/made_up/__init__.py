"""The people, results and files of the sample school: all invented, none a real person.

Every draw comes from a `Random` that is seeded by a text, so that the same files are
made each time and a change in one file leaves the others as they are.
"""

from collections.abc import Sequence
from datetime import date

SEED = 20260907
SCHOOL = "Larkmere Academy"
LA = 999  # no local authority has this number
ESTABLISHMENT = 4021
THIS_YEAR = 2026  # the academic year from September 2026

Cell = str | int | float | date | None
Row = Sequence[Cell]
