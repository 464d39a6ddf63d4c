"""PySide6 reads no source of ours while the program starts."""

import subprocess
import sys

SCRIPT = """
import linecache
import gtregister.desktop.main_window
from gtregister.desktop.page import page_of
from gtregister.desktop.place import places
[page_of(key) for key in places()]
print([name for name in linecache.cache if "gtregister" in name])
"""


def test_no_source_is_read_for_a_feature_that_is_not_used() -> None:
    run = subprocess.run(
        [sys.executable, "-c", SCRIPT], capture_output=True, check=True, text=True
    )
    read = run.stdout.strip()
    # What was imported before PySide6 itself is not looked into by it.
    assert read == "[]"
