"""What a roster is: a Table of pupils with what a person on the way needs around it."""

from dataclasses import dataclass

from gtregister.table import Table


@dataclass(frozen=True, slots=True)
class Roster:
    """A list of pupils to be carried about, ticked and signed.

    `facts` are lines above the list, `totals` lines below it, once; `sign` names the
    lines to be signed on. `ticks` are keys of columns with a box in each row, `by_hand`
    of those to be written in. `group` is the key of the column by which the list is
    broken, such as the bus, and `group_facts` a line for each of its values.
    """

    table: Table
    facts: tuple[str, ...] = ()
    totals: tuple[str, ...] = ()
    sign: tuple[str, ...] = ()
    ticks: frozenset[str] = frozenset()
    by_hand: frozenset[str] = frozenset()
    group: str | None = None
    group_facts: tuple[tuple[str, str], ...] = ()
