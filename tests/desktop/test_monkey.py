"""A monkey finds nothing wrong in 500 actions; `tests.desktop.monkey` does 20,000."""

import os
import subprocess
import sys

import pytest


@pytest.mark.slow
def test_a_monkey_finds_nothing_wrong() -> None:
    run = subprocess.run(
        [sys.executable, "-m", "tests.desktop.monkey", "500", "1"],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        check=False,
        timeout=300,
        text=True,
    )
    assert run.returncode == 0, run.stdout + run.stderr[-4000:]
