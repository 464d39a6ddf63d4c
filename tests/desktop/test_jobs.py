"""A job runs on another thread, so it may not look at a window while it runs."""

import ast
from pathlib import Path

import pytest

from gtregister import desktop

FILES = sorted(Path(desktop.__file__).parent.rglob("*.py"))


def jobs_of(source: str) -> list[ast.expr]:
    """Find what is handed to `tasks.run`."""
    calls = [n for n in ast.walk(ast.parse(source)) if isinstance(n, ast.Call)]
    return [
        call.args[0] for call in calls if ast.unparse(call.func).endswith("tasks.run")
    ]


def looks_at_a_window(job: ast.expr) -> bool:
    names = (n for n in ast.walk(job) if isinstance(n, ast.Name))
    return isinstance(job, ast.Lambda) and any(name.id == "self" for name in names)


def test_such_a_job_is_found():
    (job,) = jobs_of("self.desk.tasks.run(lambda register: self.box.isChecked())")

    assert looks_at_a_window(job)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_no_job_asks_its_window_while_it_runs(path):
    for job in jobs_of(path.read_text(encoding="utf-8")):
        assert not looks_at_a_window(job), ast.unparse(job)
