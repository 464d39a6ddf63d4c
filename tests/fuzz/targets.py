"""What can be tried: an importer with spoilt tables, a kind of file with its bytes."""

import csv
import io
import math
from collections.abc import Callable
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from random import Random
from unittest.mock import patch

from gtregister.errors import UserError
from gtregister.importers import (
    Ask,
    Reading,
    Sheet,
    child,
    joining,
    reading,
    sheets,
    tables,
)
from gtregister.importers.cells import is_blank
from gtregister.importers.sheet_child import lines, within
from gtregister.importers.sheet_child.limits import Refused
from gtregister.importers.sheet_child.writing import written
from tests.fuzz.mutations import spoil_bytes, spoil_rows
from tests.importers.samples import SAMPLES

ODD = Path(__file__).parents[1] / "data" / "odd"
TODAY = date(2026, 11, 23)
SEEDS = {
    "csv": (
        "plain.csv",
        "ks2_results.csv",
        "runaway quote.csv",
        "ngrt of three measures.csv",
    ),
    "utf16": ("utf-16.csv",),
    "ctf": ("9992001_CTF_9994025_001.xml", "old ctf with gender.xml"),
    "excel2003": ("excel 2003.xml",),
    "web": ("web page.xls",),
    "zip": ("zipped download.zip", "several files in one.zip"),
    "xlsx": ("hidden rows columns and sheets.xlsx", "formulas without values.xlsx"),
    "ods": ("an error in libreoffice.ods", "hidden in libreoffice.ods"),
    "xls": ("../ks2.xls", "errors in excel 97.xls"),
}
# What a library of native code reads may end the process that reads it.
NATIVE = frozenset(("xlsx", "ods", "xls"))


def table(key: str, dice: Random) -> None:
    """Read a spoilt table as the importer `key` would, and as any would."""
    rows = spoil_rows(SAMPLES[key], dice)
    ask = Ask(format=dice.choice((key, None)), today=TODAY)
    if dice.random() < 0.2:
        ask = Ask(ask.format, None, {"UPN": "surname"}, 2025, dice.randrange(9), TODAY)
    before = [[*row] for row in rows]
    again = [_read([Sheet("Year 7", rows)], ask) for _twice in range(2)]
    assert rows == before, "the cells were changed"
    assert again[0] == again[1], "the same cells were read in another way"


def together(dice: Random) -> None:
    """Read spoilt sheets of the same headings as one, and see that no row is two."""
    head, *rows = SAMPLES["pupil_list"]
    found = [
        Sheet(name, [head, *spoil_rows([row], dice)])
        for name, row in zip(("7A", "7B"), rows, strict=True)
    ]
    found += joining.joined(found)
    try:
        read = reading.read_sheets(found, Ask(sheet=reading.ALL, today=TODAY), "a.xlsx")
    except UserError as refused:
        _check_sentence(refused)
        return
    places = [r.row for r in read.records]
    places += [aside.row for aside in (*read.skipped, *read.ignored)]
    assert len({*places}) == len(places), "a row is two"
    assert all(
        joining.row_of(read.parts, place.sheet, place.own) == place
        for place in places
        if isinstance(place, joining.RowNumber)
    )


def file(kind: str, dice: Random) -> None:
    """Read a spoilt file of a kind; what the child cannot read must be refused."""
    content = (ODD / dice.choice(SEEDS[kind])).read_bytes()
    _read_bytes(spoil_bytes(content, dice))


def _read_bytes(content: bytes) -> None:
    path = Path("list.csv")
    with (
        patch.object(sheets, "_opened", lambda _path: _source(content)),
        patch.object(child, "reading", _here),
    ):
        try:
            found = sheets.sheets(path)
        except UserError as refused:
            _check_sentence(refused)
            return
    _read(found, Ask(today=TODAY))


def _read(found: list[Sheet], ask: Ask) -> Reading | str:
    """Read sheets; give the reason if they are refused."""
    found = [part for sheet in found for part in tables.split(sheet)]
    try:
        read = reading.read_sheets(found, ask, "list.csv")
    except UserError as refused:
        _check_sentence(refused)
        return refused.text
    [sheet] = [sheet for sheet in found if sheet.name == read.sheet][:1]
    _check(read, sheet)
    return read


def _check_sentence(refused: UserError) -> None:
    assert refused.text.endswith("."), refused.text
    assert "Traceback" not in refused.text


def _check(read: Reading, sheet: Sheet) -> None:
    """See that each row is in one place, and that what is kept can be kept."""
    places = [r.row for r in read.records]
    places += [aside.row for aside in (*read.skipped, *read.ignored)]
    # What reads the file leaves out the blank rows at its end.
    told = [n for n, row in enumerate(sheet.rows, 1) if not all(map(is_blank, row))]
    last = max(told, default=1)
    every = [*range(sheet.first_row, sheet.first_row + last)]
    places = [place for place in places if place <= every[-1]]
    assert sorted([read.heading_row, *places]) == every, "a row was lost"
    for record in read.records:
        assert all(isinstance(v, str | int) for v in record.pupil.values())
        for result in record.results:
            assert result.value.strip(), result
            assert result.number is None or math.isfinite(result.number), result
    assert all(p.text.endswith((".", "…")) for p in read.problems), read.problems
    assert all(p.row == 0 or p.row in every for p in read.problems)
    assert all((c.field is None) == (c.sure == "unused") for c in read.columns)


@contextmanager
def _source(content: bytes):
    yield io.BytesIO(content)


@contextmanager
def _here(source: io.BytesIO, _encoding: str = ""):
    """Read in this process, as the child would; what would kill it ends the lines."""

    def said():
        try:
            yield from map(written, within(lines(source.getvalue())))
            yield b'{"end": true}'
        except Refused as refused:
            yield b'{"refused": "%s"}' % str(refused).encode()
        except MemoryError:
            yield b'{"refused": "large"}'
        except csv.Error:
            return

    yield child.parsed(said())


def _targets() -> dict[str, Callable[[Random], None]]:
    found: dict[str, Callable[[Random], None]] = {}
    for key in SAMPLES:
        found[key] = lambda dice, key=key: table(key, dice)
    for kind in SEEDS:
        found[kind] = lambda dice, kind=kind: file(kind, dice)
    return found | {"together": together}


TARGETS = _targets()
