"""Memory: the open program at its register, against an empty window.

Each is a process of its own; what counts is the most memory that it ever held. Every
pupil is on the register, and somebody has looked for one, which folds every row.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.desktop import given

_AIMS = {2_000: 1.6, 20_000: 2.5}

_BARE = """
import resource, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

app = QApplication(sys.argv[:1])
window = QMainWindow()
window.resize(1280, 800)
window.show()
QTimer.singleShot(500, app.quit)
app.exec()
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""

_OURS = """
import resource, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from gtregister.desktop import app, main_window

real = main_window.MainWindow

class Window(real):
    def __init__(self, register):
        super().__init__(register, "register")
        QTimer.singleShot(500, self.look)

    def look(self):
        self.listing().filters.find_box.setText("zielinska")
        QTimer.singleShot(200, stop)

def stop():
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, flush=True)
    running.quit()

app.MainWindow = Window
running, desktop = app.start(Path(sys.argv[1]))
running.exec()
"""


def ratios() -> list[tuple[str, float, float]]:
    """Measure the program with a small school and with a huge one."""
    with tempfile.TemporaryDirectory() as folder:
        settings = os.environ | {
            "QT_QPA_PLATFORM": "offscreen",
            "XDG_CONFIG_HOME": folder,
            "XDG_STATE_HOME": folder,
        }
        bare = _kilobytes(_BARE, settings)
        found = []
        for pupils, aim in _AIMS.items():
            path = given.filled(Path(folder, f"{pupils}.gtreg"), pupils, pupils)
            ratio = _kilobytes(_OURS, settings, str(path)) / bare
            found.append((f"memory with {pupils} pupils", ratio, aim))
        return found


def _kilobytes(script: str, settings: dict[str, str], *arguments: str) -> int:
    run = subprocess.run(
        [sys.executable, "-c", script, *arguments],
        env=settings,
        capture_output=True,
        check=True,
        text=True,
    )
    return int(run.stdout.split()[0])
