"""Judging 20,000 pupils by a policy, against one select of the same rows."""

import sqlite3
import tempfile
import time
from contextlib import closing
from pathlib import Path
from statistics import median

from gtregister.core import school
from gtregister.core.identifying import identification, policies
from gtregister.core.importing import imports
from gtregister.core.register import Register
from gtregister.core.school import School
from tests.benchmarks import big_school

PUPILS, RUNS = 20_000, 5
SELECT = """
    select pupils.*, results.*
    from pupils
    join results on results.pupil_id = pupils.id
"""


def ratios() -> list[tuple[str, float, float]]:
    """Measure `identify` with the Excellence in Cities policy; no aim was set."""
    with tempfile.TemporaryDirectory() as name:
        path = Path(name, "big.gtreg")
        source = Path(name, "pupils.xlsx")
        big_school.workbook(source, PUPILS)
        school.create(path, School("Measured", academic_year=2026), "bench")
        with Register.open(path, "bench") as register:
            imports.apply(register, imports.plan(register, source))
            policies.use(register, "eic")
            pairs = [_measured(register, path) for _run in range(RUNS)]
    ratio = median(judging / select for judging, select in pairs)
    return [("identify / one select of pupils and results", ratio, float("inf"))]


def _measured(register: Register, path: Path) -> tuple[float, float]:
    began = time.perf_counter()
    identification.judge(register)
    judged = time.perf_counter()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(SELECT).fetchall()
    return judged - began, time.perf_counter() - judged
