"""Make a machine ready: Qt's system libraries and the virtual environment.

Needs nothing but Python. The environment lies in `.venv`, or in the folder that
GTREGISTER_VENV names; it may be deleted at any time.
"""

import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from subprocess import PIPE, STDOUT

LOWEST = (3, 11)
if sys.version_info < LOWEST:
    sys.exit("gtregister needs Python 3.11 or newer: run this again with a newer one.")

TREE = Path(__file__).resolve().parents[1]
VENV = Path(os.environ.get("GTREGISTER_VENV") or TREE / ".venv").absolute()
STAMP = VENV / "gtregister-set-up.txt"
CONSTRAINTS = TREE / "packaging" / "constraints.txt"
QT_LOADS = "from PySide6 import QtPdfWidgets, QtPrintSupport, QtSvg, QtTest, QtWidgets"

# What Qt loads from the system, and the Debian package that has it.
FOR_QT = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libglib-2.0.so.0": "libglib2.0-0",
}
FOR_A_SCREEN = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
Command = Sequence[str | Path]


def set_up(*, tools: bool) -> None:
    """Make the environment ready, unless the stamp in it says that it is.

    With `tools`, what the checks need is in it too.
    """
    wanted = {fingerprint(), "tools" if tools else "program"}
    stamped = set(STAMP.read_text("utf-8").split()) if STAMP.exists() else set()
    if wanted <= stamped and python_of(VENV).exists():
        return
    if not is_of_this_python(VENV):
        make_environment(VENV)
    install(VENV, ".[dev]" if tools else ".", "--constraint", CONSTRAINTS)
    quietly([python_of(VENV), "-c", QT_LOADS], f"{sys.executable} cannot load Qt here.")
    STAMP.write_text("\n".join(sorted(wanted | {"program"})) + "\n", "utf-8")


def fingerprint() -> str:
    """Sum up all that decides what the environment must hold and where it lies."""
    facts = f"{sys.version} {TREE} {VENV}".encode()
    asked = (TREE / "pyproject.toml").read_bytes() + CONSTRAINTS.read_bytes()
    return hashlib.sha256(facts + asked).hexdigest()


def is_of_this_python(venv: Path) -> bool:
    """Say whether an environment was made by the version of Python that runs this."""
    settings = venv / "pyvenv.cfg"
    if not settings.exists() or not python_of(venv).exists():
        return False
    version = "version = {}.{}.{}".format(*sys.version_info)
    return version in settings.read_text("utf-8").splitlines()


def make_environment(venv: Path) -> None:
    """Make an empty environment, in place of an old one if there is one."""
    if venv.exists() and any(venv.iterdir()) and not (venv / "pyvenv.cfg").exists():
        sys.exit(
            f"{venv} holds something other than a Python environment: empty it, or set"
            " GTREGISTER_VENV to another folder."
        )
    say(f"Making a Python environment in {venv} ...")
    command = [sys.executable, "-m", "venv", "--clear", str(venv)]
    quietly(command, "Python could not make a virtual environment.")


def install(venv: Path, project: str, *more: str | Path) -> None:
    """Install the project, to be edited in place, with an environment's own pip."""
    say("Installing the libraries (some minutes the first time) ...")
    command = [python_of(venv), "-m", "pip", "install", "--no-input", *more]
    sorry = (
        "The libraries could not be installed; pip's last lines are above."
        " Check the connection to the internet, or delete the environment"
        f" ({venv}), and try again."
    )
    quietly([*command, "--editable", project], sorry)


def install_system_libraries(libraries: Mapping[str, str]) -> None:
    """Install what Qt and virtual environments lack on Debian or Ubuntu, if we may."""
    if not Path("/etc/debian_version").exists():
        return
    packages = [libraries[name] for name in not_loading(libraries)]
    if importlib.util.find_spec("ensurepip") is None:
        packages.append("python{}.{}-venv".format(*sys.version_info))
    if not packages:
        return
    apt_install = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    as_root = becoming_root()
    if as_root is None:
        line = f"sudo apt-get update && sudo {' '.join(apt_install)}"
        sys.exit(
            f"Some system libraries are missing. Run this, then try again:\n{line}"
        )
    say(f"Installing system libraries: {', '.join(packages)} ...")
    quietly([*as_root, "apt-get", "update"], "apt-get could not update its lists.")
    quietly([*as_root, *apt_install], "apt-get could not install what is missing.")
    if blocked := not_loading(libraries):
        sys.exit(
            f"{', '.join(blocked)}: installed, but {sys.executable} does not look where"
            " the system keeps its libraries. Use the system's own python3 instead."
        )


def not_loading(libraries: Mapping[str, str]) -> list[str]:
    """List the libraries that this Python cannot load."""
    missing = []
    for name in libraries:
        try:
            ctypes.CDLL(name)
        except OSError:
            missing.append(name)
    return missing


def becoming_root() -> list[str] | None:
    """Give what to put before a command to run it as root; None if we may not."""
    as_root = ["env", "DEBIAN_FRONTEND=noninteractive"]
    if os.geteuid() == 0:
        return as_root
    if shutil.which("sudo") is None:
        return None
    allowed = subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False)
    return ["sudo", "-n", *as_root] if allowed.returncode == 0 else None


def python_of(venv: Path) -> Path:
    """Name the interpreter of an environment."""
    return venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def quietly(command: Command, sorry: str) -> str:
    """Give what a command prints; if it fails, show the end of that and stop."""
    done = subprocess.run(
        command,
        cwd=TREE,
        stdout=PIPE,
        stderr=STDOUT,
        errors="backslashreplace",
        check=False,
    )
    if done.returncode:
        print(*done.stdout.splitlines()[-15:], sep="\n", flush=True)
        sys.exit(sorry)
    return done.stdout


def say(text: str) -> None:
    """Print a line, ahead of whatever the next command prints."""
    print(text, flush=True)
