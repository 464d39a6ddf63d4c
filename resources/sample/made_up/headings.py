"""The heading row of each file, in headings.csv: a name for the layout, then the row.

`ks2_download` is the heading row of the DfE's download, column for column.
"""

import csv
from collections.abc import Sequence
from functools import cache
from pathlib import Path


@cache
def headings(layout: str) -> Sequence[str]:
    """Give the heading row of one layout."""
    path = Path(__file__).with_name("headings.csv")
    with path.open(encoding="utf-8", newline="") as file:
        return next(row[1:] for row in csv.reader(file) if row[0] == layout)
