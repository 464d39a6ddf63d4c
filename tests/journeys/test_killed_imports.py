"""An import that is killed leaves the register before it or after it, never between."""

import os
import random
import shutil
import signal
import sys
import time
from pathlib import Path

import pytest

from gtregister.core import checks
from gtregister.core.importing import imports
from gtregister.core.register import Register, Taken
from tests.benchmarks import big_school
from tests.builders import contents
from tests.conftest import TODAY

KILLS, PUPILS = 200, 60


@pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot fork a process")
def test_no_killed_import_leaves_anything_half_done(path, tmp_path):
    source = tmp_path / "pupils.xlsx"
    big_school.workbook(source, PUPILS)
    fresh = path.read_bytes()
    before = state(path)
    began = time.perf_counter()
    import_file(path, source)
    lasted = time.perf_counter() - began
    after = state(path)
    chance = random.Random(7)

    seen = []
    for _kill in range(KILLS):
        path.write_bytes(fresh)
        shutil.rmtree(path.with_name("Greenfield backups"), ignore_errors=True)
        killed_import(path, source, chance.uniform(0, 1.2) * lasted)
        found = state(path)
        assert found in (before, after)
        seen.append(found == after)

    assert 0 < sum(seen) < KILLS


def killed_import(path: Path, source: Path, delay: float) -> None:
    child = os.fork()
    if not child:
        import_file(path, source)
        os._exit(0)
    time.sleep(delay)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def import_file(path: Path, source: Path) -> None:
    with opened(path) as register:
        imports.apply(register, imports.plan(register, source))


def opened(path: Path) -> Register:
    try:
        return Register.open(path, "C Hall", today=TODAY)
    except Taken as taken:
        if not taken.is_dead:
            raise
        return Register.open(path, "C Hall", today=TODAY, over=taken.owner.token)


def state(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Open the register as the next person would, check it, and read it all."""
    with opened(path) as register:
        assert checks.damage(register.file) == []
        return contents(register)
