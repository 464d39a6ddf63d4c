"""Tables to files: one writer for each kind of file."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from gtregister.table import Imprint, Table


@dataclass(frozen=True, slots=True)
class Writer:
    """A kind of file that any Table can become; `suffix` is the ending that chooses it.

    `sensitive` says whether sensitive columns go in unless they are asked out: yes for
    a workbook that the school keeps, no for what is printed and carried about.
    """

    title: str
    suffix: str
    write: Callable[[Table, Imprint, Path], None]
    sensitive: bool = False
