"""Starting the child process that reads a file, and hearing what it says."""

import io
import json
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from threading import Thread
from typing import IO, TypedDict

from gtregister.importers import Cell
from gtregister.importers.sheet_child import FLAG, limits
from gtregister.importers.windows_job import limit_memory

SECONDS = 60


class Line(TypedDict, total=False):
    """A line of what the child says; `sheet_child` has what each may be."""

    end: bool
    refused: str
    name: str
    hidden: bool
    merged: list[tuple[int, int, int]]
    hidden_rows: list[int]
    hidden_columns: list[int]
    made_from: str
    encoding: str
    rows: list[list[Cell]]


@contextmanager
def reading(source: IO[bytes], encoding: str = "") -> Iterator[Iterator[Line]]:
    """Let a child read a file, and give what it says: without an end if it dies.

    It is ended after `SECONDS`, or when nobody listens any more. ValueError if it talks
    nonsense.
    """
    child = subprocess.Popen(  # noqa: S603 - the command is made here
        command(encoding),
        stdin=source,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    limit_memory(child, limits.MEMORY)
    Thread(target=_watch, args=(child,)).start()
    said = child.stdout or io.BytesIO()
    try:
        yield parsed(said)
    finally:
        said.close()
        child.kill()


def _watch(child: subprocess.Popen[bytes]) -> None:
    """See to it that the child ends, so that nobody waits until it has tidied up."""
    try:
        child.wait(SECONDS)
    except subprocess.TimeoutExpired:
        child.kill()
        child.wait()


def command(encoding: str = "") -> list[str]:
    """Say how the child is started: as Python, or as the packed program itself."""
    if getattr(sys, "frozen", False):
        return [sys.executable, FLAG, encoding]
    # -I and -S keep out what the folder it is in, or a person's own settings, would
    # have Python run; so the child is told where its code and its library are.
    folder = Path(__file__).parent
    libraries = map(find_spec, ("python_calamine", "defusedxml"))
    origins = [found.origin for found in libraries if found and found.origin]
    sites = dict.fromkeys(str(Path(origin).parents[1]) for origin in origins)
    places = [str(folder), *sites]
    start = f"import sys; sys.path += {places}; import sheet_child; "
    start += f"sheet_child.main({encoding!r})"
    return [sys.executable, "-I", "-S", "-c", start]


def parsed(written: Iterable[bytes]) -> Iterator[Line]:
    """Give what was said by lines of JSON; ValueError if they are none."""
    numbers, dates = _Numbers(), _Dates()
    for line in written:
        yield json.loads(
            line,
            parse_float=numbers.__getitem__,
            parse_constant=str,
            object_hook=lambda read: dates[read["d"]] if "d" in read else read,
        )


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
