"""Finding plug-ins: a plug-in is a value in a module of its own."""

import pkgutil
from importlib import import_module
from typing import TypeVar

T = TypeVar("T")


def discover(folder: str, name: str, kind: type[T]) -> dict[str, T]:
    """Collect the values called `name` from every module of a package.

    The key of a plug-in is the name of its module.
    """
    found = {}
    for module in pkgutil.iter_modules(import_module(folder).__path__):
        value = getattr(import_module(f"{folder}.{module.name}"), name, None)
        if isinstance(value, kind):
            found[module.name] = value
    return found
