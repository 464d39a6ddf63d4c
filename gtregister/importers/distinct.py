"""Columns parsed by their distinct cells, which is what makes large files quick."""

from collections.abc import Callable, Hashable, Sequence
from typing import Generic, NamedTuple, TypeVar

from gtregister.importers.cells import Found, Trouble

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Odd(NamedTuple):
    """A cell, by the places of its row and column, and what is odd about it."""

    row: int
    column: int
    trouble: Trouble


class _Values(dict[K, V | None], Generic[K, V]):
    """The value of each distinct key, parsed when it is first asked for."""

    def __init__(self, parse: Callable[[K], Found[V]]) -> None:
        super().__init__()
        self.parse = parse
        self.troubles: dict[K, Trouble] = {}

    def __missing__(self, key: K) -> V | None:
        self[key], trouble = self.parse(key)
        if trouble:
            self.troubles[key] = trouble
        return self[key]


def parsed(
    keys: Sequence[K], parse: Callable[[K], Found[V]], column: int
) -> tuple[list[V | None], list[Odd]]:
    """Give the value of each cell of a column, None without one, and the odd cells.

    `keys` are the cells, or tuples of a cell and what else its meaning depends on.
    """
    known = _Values(parse)
    values = [*map(known.__getitem__, keys)]
    troubles = known.troubles
    odd = [
        Odd(row, column, troubles[key])
        for row, key in enumerate(keys if troubles else ())
        if key in troubles
    ]
    return values, odd
