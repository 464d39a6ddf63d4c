"""Spares the start of the program some work that PySide6 would do for nothing.

PySide6 6.12 reads the source of every module that is imported after it, and keeps it,
to know whether the module uses PySide6: that matters only to its `__feature__` of
snake_case names, which is not used here. It took a seventh of the time of all imports,
and 4 MB.
"""

import sys

import PySide6.QtCore  # noqa: F401 - what looks into modules comes with it


def spare_sources() -> None:
    """Answer for every module that it may use PySide6, without a look at its source."""
    feature = sys.modules.get("shibokensupport.feature")
    if hasattr(feature, "_mod_uses_pyside"):
        vars(feature)["_mod_uses_pyside"] = lambda _module: True
