"""Tables to files: one writer for each kind of file."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from gtregister.table import Imprint, Table

# Told how much is done, of how much; may raise Cancelled to stop the writing.
Step = Callable[[int, int], None]


def no_step(_done: int, _of: int) -> None:
    """Tell nobody how far it is."""


class Write(Protocol):
    """Writes a Table to a new file, and says on the way how far it is."""

    def __call__(
        self, table: Table, imprint: Imprint, path: Path, step: Step = no_step
    ) -> None:
        """Write the file; raises UserError if it cannot hold the table."""


@dataclass(frozen=True, slots=True)
class Writer:
    """A kind of file that any Table can become; `suffix` is the ending that chooses it.

    `sensitive` says whether sensitive columns go in unless they are asked out: yes for
    a workbook that the school keeps, no for what is printed and carried about.
    """

    title: str
    suffix: str
    write: Write
    sensitive: bool = False
