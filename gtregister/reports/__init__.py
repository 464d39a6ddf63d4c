"""Questions about the register whose answers are Tables: one module for each."""

from collections.abc import Callable
from dataclasses import dataclass

from gtregister.core.register import Register
from gtregister.options import Option
from gtregister.table import Table


@dataclass(frozen=True, slots=True)
class Report:
    """A question with options; `table(register, **answers)` gives its answer.

    `about` says in a sentence what is asked, for whoever chooses among reports.
    """

    title: str
    options: tuple[Option, ...]
    table: Callable[..., Table]
    about: str = ""


__all__ = ["Register", "Report"]
