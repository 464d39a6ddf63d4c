"""The window is seen before anything slow is loaded."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.desktop import given

SLOW = {
    *("sqlite_utils", "openpyxl", "reportlab", "babel", "python_calamine"),
    *("rapidfuzz", "docx", "PySide6.QtPdf", "PySide6.QtPrintSupport"),
    *("PySide6.QtNetwork", "logging.handlers", "platform", "gtregister.reports"),
    *("gtregister.core.telling.letters", "gtregister.core.enrichment.activities"),
    # To wrap one of Qt's own widgets, PySide6 makes every class there is, as these.
    *("QWizard", "QLCDNumber"),
}
SCRIPT = """
import json, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from gtregister.desktop import app, main_window

place, path = sys.argv[1], Path(sys.argv[2])
real = main_window.MainWindow.paintEvent
seen = []

def paint(window, event):
    real(window, event)
    if not seen:
        seen.extend(sorted({*sys.modules, *vars(sys.modules["PySide6.QtWidgets"])}))
        QTimer.singleShot(0, stop)

def stop():
    print(json.dumps(seen), flush=True)
    running.quit()

main_window.MainWindow.paintEvent = paint
main_window.MainWindow.__init__.__defaults__ = (place,)
running, desktop = app.start(path)
running.exec()
"""


@pytest.mark.parametrize("place", ["today", "register"])
def test_nothing_slow_is_loaded_before_the_first_paint(
    tmp_path: Path, place: str
) -> None:
    path = given.filled(tmp_path / "Greenfield.gtreg", 2000, 1500)
    run = subprocess.run(
        [sys.executable, "-c", SCRIPT, place, str(path)],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        check=True,
        timeout=60,
        text=True,
    )
    loaded = set(json.loads(run.stdout.splitlines()[0]))
    assert "gtregister.desktop.main_window" in loaded
    assert SLOW & loaded == set()
