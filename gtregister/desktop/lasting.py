"""A guard for Python 3.11 against PySide6 6.12.0, which would end the program.

Its calls give None, True and False back without counting the reference. That is right
only from Python 3.12 on, where these never die (PEP 683). On 3.11 their counts sink
with every call until Python stops with “none_dealloc: deallocating None”; the
painting of some dozen windows is enough. Take this away once no such pair can meet.
"""

import sys

_NEVER_USED_UP = 1 << 40


def keep_none_alive() -> None:
    """Give None, True, False and NotImplemented references to spare."""
    if sys.version_info >= (3, 12):
        return
    # Only here, since it takes a moment to load and newer Pythons need it not.
    import ctypes

    for value in (None, True, False, NotImplemented):
        # The count of references is the first thing in an object of CPython 3.11.
        ctypes.c_ssize_t.from_address(id(value)).value += _NEVER_USED_UP
