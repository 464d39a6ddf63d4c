"""Place: where a page stands on the rail, known before the page is loaded."""

import pkgutil
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

from gtregister import desktop

if TYPE_CHECKING:
    from gtregister.desktop.page import Page


@dataclass(frozen=True, slots=True)
class Place:
    """A page's key, title and icon, and its place on the rail.

    A feature has it as PLACE in its `__init__`; the page is in its `<key>_page` module.
    """

    key: str
    title: str
    icon: str
    order: int
    at_foot: bool = False


@cache
def places() -> dict[str, Place]:
    """Find the place of every page, by key, in order."""
    found = [place for _feature, place in _features()]
    return {place.key: place for place in sorted(found, key=lambda place: place.order)}


@cache
def page_of(key: str) -> "type[Page]":
    """Load the page of a place."""
    folder = next(feature for feature, place in _features() if place.key == key)
    page: type[Page] = import_module(f"{folder}.{key}_page").PAGE
    return page


@cache
def _features() -> tuple[tuple[str, Place], ...]:
    """Find the folders that have a place on the rail."""
    folders = pkgutil.iter_modules(desktop.__path__, f"{desktop.__name__}.")
    loaded = [import_module(folder.name) for folder in folders if folder.ispkg]
    return tuple((f.__name__, f.PLACE) for f in loaded if hasattr(f, "PLACE"))
