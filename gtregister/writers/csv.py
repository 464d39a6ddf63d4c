"""Tables to CSV: what every spreadsheet and school system can read."""

import csv
from pathlib import Path

from gtregister.i18n import N_
from gtregister.table import Imprint, Kind, Table, Value
from gtregister.writers import Writer
from gtregister.writers.words import harmless, heading, plain


def write(table: Table, imprint: Imprint, path: Path) -> None:
    """Write the headings and the rows, and no word about where they come from.

    Excel knows UTF-8 by its byte order mark. A text that would run as a formula gets an
    apostrophe in front, which the importers take off again; numbers are left alone.
    """
    kinds = [column.kind for column in table.columns]
    with path.open("w", encoding="utf-8-sig", errors="replace", newline="") as file:
        if not kinds:
            return
        lines = csv.writer(file, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
        lines.writerow([harmless(heading(column)) for column in table.columns])
        lines.writerows(map(_cell, row, kinds) for row in table.rows)


def _cell(value: Value, kind: Kind) -> str:
    text = plain(value, kind)
    return text if isinstance(value, int | float) else harmless(text)


WRITER = Writer(title=N_("CSV file"), suffix=".csv", write=write, sensitive=True)
