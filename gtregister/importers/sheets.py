"""The only reader of spreadsheets and text files: a file becomes Sheets of cells.

A child process does the reading (`sheet_child`), because a file may come from anywhere
and the library that opens it can be made to abort or to eat all memory.
"""

import io
import json
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from threading import Thread
from time import monotonic
from typing import IO, TypedDict

from gtregister.errors import UserError
from gtregister.i18n import N_, _, translated
from gtregister.importers import Cell, Sheet, Step
from gtregister.importers.sheet_child import FLAG, limits
from gtregister.importers.windows_job import limit_memory

SECONDS = 60
_CHILD = "sheet_child"

_REFUSALS = {
    "file": N_(
        "“{file}” is larger than 50 MB. Save only the pupils’ sheet, and try that."
    ),
    "flood": N_(
        "“{file}” unpacks to far more than a school’s spreadsheet holds, so it was not "
        "opened. Save the pupils’ sheet as a new file, and try that."
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
    "cells": N_(
        "“{file}” has too many cells. Save only the pupils’ sheet, and try that."
    ),
    "web": N_(
        "“{file}” is a web page that only calls itself a spreadsheet. Open it in "
        "Excel, save it as an Excel workbook (.xlsx), and choose that."
    ),
    "xml": N_(
        "“{file}” is an XML file, not a spreadsheet. Open it in Excel, save it as an "
        "Excel workbook (.xlsx), and choose that."
    ),
    "binary": N_(
        "“{file}” is neither a spreadsheet nor a text file. Save the list as an Excel "
        "workbook (.xlsx) or as CSV, and choose that."
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


class _Line(TypedDict, total=False):
    """What the child says: a sheet, or why it refuses the file."""

    end: bool
    refused: str
    name: str
    hidden: bool
    merged: list[tuple[int, int, int]]
    rows: list[list[Cell]]


class _Refused(Exception):
    """There is a reason in `_REFUSALS` why the file cannot be read."""


def sheets(path: Path, step: Step = lambda _done, _of: None) -> list[Sheet]:
    """Read every sheet of a workbook, or the one table of a text file.

    The first row of each is row 1 of the file as a spreadsheet program shows it. While
    it waits it calls `step(0, 0)` several times a second, which may raise Cancelled.
    Raises UserError, one sentence, if the file cannot be read or has no rows.
    """
    try:
        with _opened(path) as source, _lines(source) as lines:
            begun = _gathered(lines, step)
        if not any(line["rows"] for line in begun):
            raise _Refused("empty")
    except _Refused as refused:
        text = translated(_REFUSALS[str(refused)])
        raise UserError(text.format(file=path.name)) from None
    return [
        Sheet(
            name=line["name"] or path.stem,
            rows=line["rows"],
            hidden=line["hidden"],
            merged=line["merged"],
        )
        for line in begun
    ]


def _gathered(lines: Iterable[_Line], step: Step) -> list[_Line]:
    """Put the rows of each sheet with the line that begins it."""
    begun: list[_Line] = []
    started = monotonic()
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
    raise _Refused("slow" if monotonic() - started >= SECONDS else "damaged")


@contextmanager
def _opened(path: Path) -> Iterator[IO[bytes]]:
    try:
        source = path.open("rb")
    except FileNotFoundError:
        said = _("There is no file “{file}”. Choose a file that is there.")
        raise UserError(said.format(file=path.name or path)) from None
    except IsADirectoryError:
        said = _("“{file}” is a folder. Choose a file that is in it.")
        raise UserError(said.format(file=path.name or path)) from None
    except OSError:
        said = _(
            "“{file}” could not be opened. Close it in other programs, make sure that "
            "you may read it, and try again."
        )
        raise UserError(said.format(file=path.name or path)) from None
    with source:
        yield source


@contextmanager
def _lines(source: IO[bytes]) -> Iterator[Iterator[_Line]]:
    """Let the child read the file, and give what it says; without an end if it dies."""
    child = subprocess.Popen(  # noqa: S603 - the command is made here
        _command(),
        stdin=source,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    limit_memory(child, limits.MEMORY)
    Thread(target=_watch, args=(child,)).start()
    said = child.stdout or io.BytesIO()
    try:
        yield _parsed(said)
    finally:
        said.close()
        child.kill()


def _watch(child: subprocess.Popen[bytes]) -> None:
    """See to it that the child ends, and that nobody waits until it has tidied up."""
    try:
        child.wait(SECONDS)
    except subprocess.TimeoutExpired:
        child.kill()
        child.wait()


def _command() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, FLAG]
    beside = str(Path(__file__).parent)
    start = f"import sys; sys.path.append({beside!r}); import {_CHILD}; {_CHILD}.main()"
    # -I keeps the child from running code out of the folder it happens to be in.
    return [sys.executable, "-I", "-c", start]


def _parsed(written: Iterable[bytes]) -> Iterator[_Line]:
    numbers, dates = _Numbers(), _Dates()
    try:
        for line in written:
            yield json.loads(
                line,
                parse_float=numbers.__getitem__,
                parse_constant=str,
                object_hook=lambda read: dates[read["d"]] if "d" in read else read,
            )
    except ValueError:
        raise _Refused("damaged") from None


class _Numbers(dict[str, float]):
    """What a number is that was written so: 118.0 is 118."""

    def __missing__(self, text: str) -> float:
        # Excel keeps fifteen digits: what a formula made 4.380000000000001 is 4.38.
        number = float(f"{float(text):.15g}")
        self[text] = number = int(number) if number.is_integer() else number
        return number


class _Dates(dict[str, date]):
    """What a date is that was written so."""

    def __missing__(self, text: str) -> date:
        self[text] = day = date.fromisoformat(text)
        return day
