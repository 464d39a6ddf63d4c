"""A file to import, opened once, so that planning it again is quick."""

import csv
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from gtregister.core.importing.import_choices import Choices
from gtregister.errors import UserError
from gtregister.i18n import _
from gtregister.importers import Layout, Reading, Sheet, Step, reading
from gtregister.importers.headings import lay_out
from gtregister.importers.sheet_child import text as text_files
from gtregister.importers.sheet_child.limits import Refused


@dataclass(frozen=True, slots=True)
class Opened:
    """What a file or the clipboard holds, as cells; `source` names it."""

    source: Path
    sha256: str
    sheets: Sequence[Sheet]

    def read(self, choices: Choices) -> Reading:
        """Say what it holds, with the cells that are corrected."""
        sheets = _corrected(self.sheets, choices)
        return reading.read_sheets(sheets, choices.ask, self.source.name)

    def layout(self, choices: Choices, asked: str | None = None) -> Layout:
        """Lay out the sheet that is asked for, else the largest that can be seen.

        It serves where the file cannot be read until somebody says what its columns
        are.
        """
        asked = asked or choices.ask.sheet
        named = [sheet for sheet in self.sheets if sheet.name == asked and sheet.rows]
        seen = [s for s in self.sheets if s.rows and not s.hidden and not s.parts]
        largest = max(named or seen or self.sheets, key=lambda sheet: len(sheet.rows))
        return lay_out(largest, choices.ask)


def open_file(
    source: Path,
    step: Step = lambda _done, _of: None,
    encoding: str | None = None,
) -> Opened:
    """Open a file; UserError, one sentence, if it cannot be read.

    `encoding` is one of `encodings.TITLES` if a person has chosen one for a text.
    """
    with reading.collecting_later():
        sheets = reading.opened(source, step, encoding)
    return Opened(source, fingerprint(source), sheets)


def paste(text: str) -> Opened:
    """Take a list that was copied from a spreadsheet; UserError if there is none."""
    try:
        rows = text_files.rows(text.encode())
    except (Refused, csv.Error):
        rows = []
    if not any(len(row) > 1 for row in rows):
        said = _(
            "What was copied is not a list. Copy the cells with their headings in "
            "Excel, then paste again."
        )
        raise UserError(said)
    name = Path(_("Clipboard"))
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return Opened(name, sha256, [Sheet(name.name, rows)])


def fingerprint(source: Path) -> str:
    """Give the SHA-256 of a file, by which it is known again."""
    with source.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _corrected(sheets: Sequence[Sheet], choices: Choices) -> Sequence[Sheet]:
    if not choices.corrections:
        return sheets
    asked = choices.ask.sheet
    return [
        _with_cells(sheet, choices) if asked in (None, sheet.name) else sheet
        for sheet in sheets
    ]


def _with_cells(sheet: Sheet, choices: Choices) -> Sheet:
    rows = [*sheet.rows]
    for (row, column), text in choices.corrections.items():
        place = row - sheet.first_row
        if 0 <= place < len(rows) and column >= 0:
            cells = [*rows[place]]
            cells += [""] * (column + 1 - len(cells))
            cells[column] = text
            rows[place] = cells
    return replace(sheet, rows=rows)
