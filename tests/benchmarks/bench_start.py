"""Starting: from the command to a painted window, against an empty window.

The register has 2,000 pupils, every one of them on it. Both windows are started in
turns, each in a process of its own and offscreen, and each tells when it was painted.
Both have their bytecode, as an installed program has.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.desktop import given

_ROUNDS = 15
_AIM = 1.8
_PUPILS = 2000

_BARE = """
import sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, stop)

def stop():
    print(time.time(), flush=True)
    app.quit()

app = QApplication(sys.argv[:1])
window = Window()
window.resize(1280, 800)
window.show()
app.exec()
"""

_OURS = """
import sys, time
from pathlib import Path
from PySide6.QtCore import QTimer
from gtregister.desktop import app, main_window

class Window(main_window.MainWindow):
    def __init__(self, register):
        super().__init__(register, sys.argv[1])

    def paintEvent(self, event):
        # Before the window's own timer, which does what can wait until it is seen.
        QTimer.singleShot(0, stop)
        super().paintEvent(event)

def stop():
    print(time.time(), flush=True)
    running.quit()

app.MainWindow = Window
running, desktop = app.start(Path(sys.argv[2]))
running.exec()
"""


def ratios() -> list[tuple[str, float, float]]:
    """Measure the register and the first page, each against an empty window."""
    with tempfile.TemporaryDirectory() as folder:
        path = given.filled(Path(folder, "School.gtreg"), _PUPILS, _PUPILS)
        settings = os.environ | {
            "QT_QPA_PLATFORM": "offscreen",
            "XDG_CONFIG_HOME": folder,
            "XDG_STATE_HOME": folder,
            "PYTHONPYCACHEPREFIX": folder,
        }
        settings.pop("PYTHONDONTWRITEBYTECODE", None)
        return [
            (f"start, {title}", _ratio(place, path, settings), _AIM)
            for place, title in (
                ("today", "at the first page"),
                ("register", f"at a register of {_PUPILS}"),
            )
        ]


def _ratio(place: str, path: Path, settings: dict[str, str]) -> float:
    found = []
    for _round in range(1 + _ROUNDS):
        bare = _seconds(_BARE, settings)
        found.append(_seconds(_OURS, settings, place, str(path)) / bare)
    return statistics.median(found[1:])  # the first one made the bytecode


def _seconds(script: str, settings: dict[str, str], *arguments: str) -> float:
    """Start a window and take the time until it says that it is painted."""
    began = time.time()
    run = subprocess.run(
        [sys.executable, "-c", script, *arguments],
        env=settings,
        capture_output=True,
        check=True,
        text=True,
    )
    return float(run.stdout.split()[0]) - began
