"""Columns parsed by their distinct cells, which is what makes large files quick."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple, TypeVar

from gtregister.importers.cells import Trouble

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Odd(NamedTuple):
    """A cell, by the places of its row and column, and what is odd about it."""

    row: int
    column: int
    trouble: Trouble


class _Values(dict[K, V]):
    """The value of each distinct key, parsed when it is first asked for."""

    def __init__(
        self, parse: Callable[[K], tuple[V, Trouble | None]], known: Mapping[K, V]
    ) -> None:
        super().__init__(known)
        self.parse = parse
        self.troubles: dict[K, Trouble] = {}

    def __missing__(self, key: K) -> V:
        value, trouble = self.parse(key)
        self[key] = value
        if trouble:
            self.troubles[key] = trouble
        return value


def parsed(
    keys: Sequence[K],
    parse: Callable[[K], tuple[V, Trouble | None]],
    column: int,
    known: Mapping[K, V] = MappingProxyType({}),
) -> tuple[list[V], list[Odd]]:
    """Give the value of each cell of a column, and the cells that are odd.

    `keys` are the cells, or tuples of a cell and what else its meaning depends on;
    `known` are the values of some, that need not be parsed.
    """
    distinct = _Values(parse, known)
    values = [*map(distinct.__getitem__, keys)]
    troubles = distinct.troubles
    odd = [
        Odd(row, column, troubles[key])
        for row, key in enumerate(keys if troubles else ())
        if key in troubles
    ]
    return values, odd
