"""Tables to CSV: what every spreadsheet and school system can read."""

import csv
from pathlib import Path

from gtregister.i18n import N_
from gtregister.table import Imprint, Kind, Table, Value
from gtregister.writers import Step, Writer, no_step
from gtregister.writers.words import harmless, heading, plain

_AT_ONCE = 1000  # rows between two reports of progress


def write(table: Table, imprint: Imprint, path: Path, step: Step = no_step) -> None:
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
        count = len(table.rows)
        for done in range(0, count, _AT_ONCE):
            step(done, count)
            rows = table.rows[done : done + _AT_ONCE]
            lines.writerows(map(_cell, row, kinds) for row in rows)


def _cell(value: Value, kind: Kind) -> str:
    text = plain(value, kind)
    return text if isinstance(value, int | float) else harmless(text)


WRITER = Writer(title=N_("CSV file"), suffix=".csv", write=write, sensitive=True)
