"""Importing 20,000 pupils, 20 columns, against the least that such an import needs."""

import sqlite3
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path
from statistics import median

import pandas
import python_calamine

from gtregister.core import school
from gtregister.core.importing import imports
from gtregister.core.register import Register
from gtregister.core.school import School
from tests.benchmarks import big_school

PUPILS, RUNS = 20_000, 5


def ratios() -> list[tuple[str, float, float]]:
    """Measure import and import again against two floors, pair by pair."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        source = folder / "pupils.xlsx"
        big_school.workbook(source, PUPILS)
        pairs = [_measured(folder, source, run) for run in range(RUNS)]
    floor, by_pandas, first, again = (
        [pair[place] for pair in pairs] for place in range(4)
    )
    return [
        ("import / calamine + executemany", _ratio(first, floor), 2.0),
        ("the same file again / calamine + executemany", _ratio(again, floor), 1.8),
        ("import / pandas + openpyxl + to_sql", _ratio(first, by_pandas), 0.4),
    ]


def _ratio(ours: list[float], theirs: list[float]) -> float:
    return median(a / b for a, b in zip(ours, theirs, strict=True))


def _measured(folder: Path, source: Path, run: int) -> tuple[float, ...]:
    path = folder / f"{run}.gtreg"
    school.create(path, School("Measured", academic_year=2026), "bench")
    with Register.open(path, "bench") as register:
        return (
            _seconds(lambda: _floor(folder / f"floor{run}.db", source)),
            _seconds(lambda: _by_pandas(folder / f"pandas{run}.db", source)),
            _seconds(lambda: _import(register, source)),
            _seconds(lambda: _import(register, source)),
        )


def _seconds(work: Callable[[], None]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def _import(register: Register, source: Path) -> None:
    imports.apply(register, imports.plan(register, source))


def _floor(path: Path, source: Path) -> None:
    book = python_calamine.load_workbook(source)
    found = book.get_sheet_by_index(0).to_python()
    texts = ([c.isoformat() if isinstance(c, date) else c for c in r] for r in found)
    next(texts)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("pragma synchronous = full")
        names = ", ".join(f"c{n}" for n in range(1, len(big_school.HEADINGS)))
        connection.execute(f"create table pupils (upn text primary key, {names})")
        connection.execute("begin")
        marks = ", ".join("?" * len(big_school.HEADINGS))
        connection.executemany(f"insert into pupils values ({marks})", texts)
        connection.execute("commit")


def _by_pandas(path: Path, source: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        pandas.read_excel(source, engine="openpyxl").to_sql("pupils", connection)
