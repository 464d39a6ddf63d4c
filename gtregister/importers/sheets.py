"""The only reader of spreadsheets and text files: a file becomes Sheets of cells.

A child process does the reading, because a file may come from anywhere and the library
that opens it can be made to abort or to eat all memory.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from time import monotonic
from typing import IO

from gtregister.errors import UserError
from gtregister.i18n import N_, translated
from gtregister.importers import Sheet, Step, child, encodings, tables
from gtregister.importers.child import Line

# Twelve, each with another thing to do about it.
_REFUSALS = {
    "gone": N_("There is no file “{file}”. Choose a file that is there."),
    "folder": N_("“{file}” is a folder. Choose a file that is in it."),
    "locked": N_(
        "“{file}” could not be opened. Close it in other programs, make sure that you "
        "may read it, and try again."
    ),
    "large": N_(
        "“{file}” is larger than 50 MB, or holds far more than a list of pupils, so it "
        "was not opened. Save the pupils’ sheet as a new file, and try that."
    ),
    "zip": N_(
        "“{file}” is a zip file. Unpack it, and choose one of the files that are in it."
    ),
    "password": N_(
        "“{file}” is protected by a password. Open it in Excel, save a copy without a "
        "password, and choose the copy."
    ),
    "rows": N_(
        "“{file}” has a sheet of more than 20,000 rows. Save only the pupils of this "
        "school as a new file, and try that."
    ),
    "columns": N_(
        "“{file}” has a sheet of more than 500 columns. Save only the columns that are "
        "needed as a new file, and try that."
    ),
    "kind": N_(
        "“{file}” is neither a spreadsheet, nor a CSV file, nor a Common Transfer File "
        "(CTF). Open the list in Excel, save it as an Excel workbook (.xlsx), and "
        "choose that."
    ),
    "slow": N_(
        "“{file}” took too long to read. Save only the pupils’ sheet as a new file, "
        "and try that."
    ),
    "damaged": N_(
        "“{file}” could not be read: it is damaged, or not a spreadsheet. Open it in "
        "Excel, save it as a new workbook (.xlsx), and choose that."
    ),
    "empty": N_("“{file}” is empty. Choose a file that has a row for each pupil."),
}


class _Refused(Exception):
    """There is a reason in `_REFUSALS` why the file cannot be read."""


def sheets(
    path: Path, step: Step = lambda _done, _of: None, encoding: str | None = None
) -> list[Sheet]:
    """Read every table of every sheet of a workbook, or those of a text file.

    The first row of each is row 1 of the file as a spreadsheet program shows it. While
    it waits it calls `step(0, 0)` several times a second, which may raise Cancelled.
    `encoding` is one of `encodings.TITLES` if a person has chosen how a text is to be
    read. Raises UserError, one sentence, if the file cannot be read or has no rows.
    """
    encoding = encodings.checked(encoding)
    started = monotonic()
    try:
        with _opened(path) as source, child.reading(source, encoding) as lines:
            begun = _gathered(lines, step, started)
        if not any(line["rows"] for line in begun):
            raise _Refused("empty")
    except _Refused as refused:
        said = translated(_REFUSALS[str(refused)])
        raise UserError(said.format(file=path.name or path)) from None
    found = [
        Sheet(
            name=line["name"] or path.stem,
            rows=line["rows"],
            hidden=line["hidden"],
            merged=line["merged"],
            hidden_rows=_within(line.get("hidden_rows", ()), len(line["rows"])),
            hidden_columns=line.get("hidden_columns", ()),
            made_from=line.get("made_from", ""),
            encoding=encodings.found(line.get("encoding", "")),
        )
        for line in begun
    ]
    return [table for sheet in found for table in tables.split(sheet)]


def _within(places: Sequence[int], count: int) -> list[int]:
    return [place for place in places if place < count]


@contextmanager
def _opened(path: Path) -> Iterator[IO[bytes]]:
    if path.is_dir():
        raise _Refused("folder")
    try:
        source = path.open("rb")
    except FileNotFoundError:
        raise _Refused("gone") from None
    except OSError:
        raise _Refused("locked") from None
    with source:
        yield source


def _gathered(lines: Iterable[Line], step: Step, started: float) -> list[Line]:
    """Put the rows of each sheet with the line that begins it.

    `started` is when the child was, by the monotonic clock.
    """
    begun: list[Line] = []
    try:
        for line in lines:
            step(0, 0)
            if "end" in line:
                return begun
            if "refused" in line:
                raise _Refused(line["refused"])
            if "name" in line:
                begun.append({**line, "rows": []})
            elif "rows" in line:
                begun[-1]["rows"].extend(line["rows"])
    except ValueError:
        raise _Refused("damaged") from None
    raise _Refused("slow" if monotonic() - started >= child.SECONDS else "damaged")
