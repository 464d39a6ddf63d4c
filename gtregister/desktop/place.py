"""Place: where a page stands on the rail, known before the page is loaded."""

import pkgutil
from dataclasses import dataclass
from functools import cache
from importlib import import_module

from gtregister import desktop


@dataclass(frozen=True, slots=True)
class Place:
    """The feature of a page, its key, title and icon, and its place on the rail.

    A feature has it as PLACE in its `__init__`; the page is in its `<key>_page` module.
    `counts` says that the rail shows how much waits there, which the page counts.
    """

    feature: str
    key: str
    title: str
    icon: str
    order: int
    at_foot: bool = False
    counts: bool = False


@cache
def places() -> dict[str, Place]:
    """Find the place of every page, by key, in order."""
    folders = pkgutil.iter_modules(desktop.__path__, f"{desktop.__name__}.")
    features = [import_module(folder.name) for folder in folders if folder.ispkg]
    found: list[Place] = [f.PLACE for f in features if hasattr(f, "PLACE")]
    return {place.key: place for place in sorted(found, key=lambda place: place.order)}
