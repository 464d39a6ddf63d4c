"""The set-up and the lock file that packaging/dev.py goes by."""

import importlib
import shutil
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

TREE = Path(__file__).parents[1]


@pytest.fixture
def dev(tmp_path, monkeypatch):
    """Load the tool from a tree of its own, with no environment in it yet."""
    shutil.copytree(TREE / "packaging", tmp_path / "packaging")
    shutil.copy(TREE / "pyproject.toml", tmp_path)
    monkeypatch.delenv("GTREGISTER_VENV", raising=False)
    monkeypatch.syspath_prepend(tmp_path / "packaging")
    yield importlib.import_module("dev")
    for name in ("dev", "environment"):
        del sys.modules[name]


def pins():
    lines = (TREE / "packaging/constraints.txt").read_text("utf-8").splitlines()
    return {canonicalize_name(Requirement(line).name): line for line in lines}


def test_the_lock_file_pins_every_library_within_the_bounds_of_the_project():
    project = tomllib.loads((TREE / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["dev"]]

    for requirement in map(Requirement, wanted):
        name, _, version = pins()[canonicalize_name(requirement.name)].partition("==")
        assert requirement.specifier.contains(version), name


def test_an_environment_is_set_up_again_once_the_lock_file_changes(dev):
    before = dev.environment.fingerprint()
    assert dev.environment.fingerprint() == before

    with dev.CONSTRAINTS.open("a") as lock:
        lock.write("chess==1.0\n")

    assert dev.environment.fingerprint() != before


def test_a_folder_with_other_things_in_it_is_never_emptied_for_an_environment(dev):
    letter = dev.VENV / "letter.txt"
    letter.parent.mkdir()
    letter.write_text("Dear Sir")

    with pytest.raises(SystemExit, match="something other than a Python environment"):
        dev.environment.make_environment(dev.VENV)

    assert letter.read_text() == "Dear Sir"


def test_the_first_check_that_fails_is_named_and_is_the_last(dev, monkeypatch, capsys):
    checks = {
        "good": ["-c", ""],
        "bad": ["-c", "raise SystemExit(3)"],
        "later": ["-c", "raise SystemExit(4)"],
    }
    monkeypatch.setattr(dev, "CHECKS", checks)
    monkeypatch.setattr(dev.environment, "python_of", lambda venv: sys.executable)

    assert dev.test([]) == 3

    said = capsys.readouterr().out
    assert "good passed in" in said
    assert "Stopped: bad failed after" in said
    assert "later" not in said


def test_what_follows_two_dashes_is_for_pytest(dev):
    asked = dev.command_line().parse_args(["test", "--", "-k", "chess", "-x"])

    assert asked.pytest == ["-k", "chess", "-x"]


def test_a_ratio_over_its_aim_is_called_over():
    benchmarks = importlib.import_module("tests.benchmarks.__main__")

    report = benchmarks.report([("import", 1.48, 1.6), ("sort", 1.3, 1.2)])

    assert [line.split()[-1] for line in report.splitlines()[1:]] == ["within", "over"]


def test_a_built_program_that_lost_a_plug_in_is_not_given_out(dev, monkeypatch, capsys):
    def run(command, _sorry):
        is_source = "-m" in command
        return "roll: The whole roll\n" if is_source else "\n"

    monkeypatch.setattr(dev.environment, "quietly", run)

    assert dev.try_out(Path("dist/gtregister")) == 1
    assert "report --list" in capsys.readouterr().out
