"""A small rotating log for finding faults; it never holds a name, a value or a path."""

import logging
from logging.handlers import RotatingFileHandler

import platformdirs


def start() -> None:
    """Begin to write the log of this computer, if its folder can be written."""
    folder = platformdirs.user_log_path("gtregister", appauthor=False)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        log = RotatingFileHandler(
            folder / "gtregister.log", maxBytes=200_000, backupCount=2, encoding="utf-8"
        )
    except OSError:
        return
    log.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    root = logging.getLogger("gtregister")
    root.addHandler(log)
    root.setLevel(logging.INFO)
