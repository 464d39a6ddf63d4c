"""Questions about the register whose answers are Tables: one module for each."""

from collections.abc import Callable
from dataclasses import dataclass

from gtregister.core.register import Register
from gtregister.options import Option
from gtregister.table import Table


@dataclass(frozen=True, slots=True)
class Report:
    """A question with options; `table(register, **answers)` gives its answer."""

    title: str
    options: tuple[Option, ...]
    table: Callable[..., Table]


__all__ = ["Register", "Report"]
