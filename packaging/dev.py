"""Set up, run, test and measure the program: `python3 packaging/dev.py VERB`.

Needs nothing but Python. What it makes lies in `.venv` and in `build`, both of which
may be deleted at any time.
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import environment
from environment import CONSTRAINTS, FOR_A_SCREEN, FOR_QT, LOWEST, TREE, VENV, say

SAMPLE = TREE / "build" / "sample"
BUILT = TREE / "build" / "dist" / "gtregister"
# Only what is built with it needs it, so it is not among the pins of everyone.
PYINSTALLER = "pyinstaller==6.22.3"
OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen"}
# Modules and not scripts: a script names the interpreter by where it once was.
CHECKS = {
    "ruff format": ["-m", "ruff", "format", "--check", "."],
    "ruff check": ["-m", "ruff", "check", "."],
    "mypy": ["-m", "mypy"],
    "lint-imports": ["-c", "import importlinter.cli as c; c.lint_imports_command()"],
    "pytest": ["-m", "pytest"],
}


def main(arguments: list[str]) -> int:
    """Do what the command line asks and give its exit status."""
    asked = command_line().parse_args(arguments)
    if asked.verb == "lock":
        return lock()
    window = asked.verb == "run" and has_screen()
    environment.install_system_libraries(FOR_QT | FOR_A_SCREEN if window else FOR_QT)
    environment.set_up(tools=asked.verb != "run")
    if asked.verb == "test":
        return test(asked.pytest)
    if asked.verb == "bench":
        return start(["-m", "tests.benchmarks", asked.name], OFFSCREEN)
    if asked.verb == "build":
        return build()
    if asked.verb == "screens":
        return start(["-m", "tests.desktop.screens", asked.out.absolute()], OFFSCREEN)
    return open_sample() if window else make_sample()


def command_line() -> argparse.ArgumentParser:
    """Say which verbs there are."""
    parser = argparse.ArgumentParser(description="Work on gtregister.")
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="VERB")
    verbs.add_parser("run", help="start the program with the sample school")
    test = verbs.add_parser("test", help="run every check")
    test.add_argument("pytest", nargs="*", help="after --: arguments for pytest")
    bench = verbs.add_parser("bench", help="measure, and compare with what is aimed at")
    bench.add_argument("name", nargs="?", default="", help="part of a file's name")
    screens = verbs.add_parser("screens", help="draw every page to a PNG file")
    screens.add_argument("out", type=Path, help="the folder for the pictures")
    verbs.add_parser("build", help="make a folder that runs without Python")
    verbs.add_parser("lock", help="pin the newest libraries in constraints.txt")
    return parser


def has_screen() -> bool:
    """Say whether a window can be shown."""
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def open_sample() -> int:
    """Open the sample school in the window; make it if it is not there."""
    if not list(SAMPLE.glob("*.gtreg")) and (status := make_sample()):
        return status
    register = min(SAMPLE.glob("*.gtreg"))
    say(f"Opening {register}.")
    return start(["-m", "gtregister", register])


def make_sample() -> int:
    """Do the whole job on the sample school, which prints each file it makes."""
    say(f"Making the sample school in {SAMPLE}:")
    shutil.rmtree(SAMPLE, ignore_errors=True)
    SAMPLE.mkdir(parents=True)
    return start(["-m", "gtregister", "sample", SAMPLE], OFFSCREEN)


def test(for_pytest: list[str]) -> int:
    """Run every check in turn; stop at the first that fails and name it."""
    for name, arguments in CHECKS.items():
        say(f"{name} ...")
        began = time.perf_counter()
        more = for_pytest if name == "pytest" else []
        status = start([*arguments, *more], OFFSCREEN)
        seconds = time.perf_counter() - began
        if status:
            say(f"Stopped: {name} failed after {seconds:.1f} s; the reason is above.")
            return status
        say(f"{name} passed in {seconds:.1f} s.")
    return 0


def build() -> int:
    """Make the program for computers without Python, and try what was made."""
    say("Installing PyInstaller ...")
    pip = [environment.python_of(VENV), "-m", "pip", "install", "--no-input"]
    environment.quietly([*pip, PYINSTALLER], "PyInstaller could not be installed.")
    folders = ["--distpath", BUILT.parent, "--workpath", TREE / "build" / "work"]
    recipe = TREE / "packaging" / "gtregister.spec"
    say(f"Making {BUILT} (some minutes) ...")
    if status := start(["-m", "PyInstaller", "--noconfirm", *folders, recipe]):
        return status
    ending = ".exe" if os.name == "nt" else ""
    return try_out(BUILT / f"gtregister{ending}")


def try_out(program: Path) -> int:
    """See that a built program has every plug-in and does the whole job."""
    for asked in (["report", "--list"], ["policy", "--list"], ["--help"]):
        source = [environment.python_of(VENV), "-m", "gtregister", *asked]
        wanted = environment.quietly(source, "The source itself does not run.")
        found = environment.quietly([program, *asked], f"{program} does not run.")
        if found != wanted:
            say(f"Stopped: {' '.join(asked)} says something else than the source does.")
            return 1
    with tempfile.TemporaryDirectory() as folder:
        environment.quietly([program, "sample", folder], "It cannot make the sample.")
    say(f"{program.parent} is whole: copy the folder to wherever it shall run.")
    return 0


def lock() -> int:
    """Pin the newest libraries that go together, found in an empty environment."""
    if sys.version_info[:2] != LOWEST:
        sys.exit("Lock with Python 3.11, the lowest, so that the pins suit it too.")
    with tempfile.TemporaryDirectory() as folder:
        venv = Path(folder, "venv")
        environment.make_environment(venv)
        environment.install(venv, ".[dev]")
        pip = [str(environment.python_of(venv)), "-m", "pip"]
        freeze = [*pip, "freeze", "--exclude-editable"]
        pins = environment.quietly(freeze, "pip could not list them.").splitlines()
    if strange := [pin for pin in pins if not re.fullmatch(r"[\w.-]+==[\w.+!]+", pin)]:
        sys.exit(f"These are not plain pins, so nothing was written: {strange}")
    CONSTRAINTS.write_text("\n".join(pins) + "\n", encoding="utf-8", newline="\n")
    say(f"Wrote {len(pins)} pins to {CONSTRAINTS}.")
    return 0


def start(arguments: environment.Command, more: dict[str, str] | None = None) -> int:
    """Run the environment's Python in the tree and give its exit status."""
    # Without it, printing a ł ends the program on many a Windows computer.
    variables = os.environ | {"PYTHONUTF8": "1"} | (more or {})
    command = [environment.python_of(VENV), *arguments]
    return subprocess.run(command, cwd=TREE, env=variables, check=False).returncode


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit("Stopped.")
