"""Columns of which two say the same thing, or should: what the one behind says else."""

from collections.abc import Collection, Iterator, Sequence

from gtregister.i18n import ngettext
from gtregister.importers import Cell, Layout, Problem
from gtregister.importers.cells import written


def differing(
    layout: Layout, cells: Sequence[Sequence[Cell]], left_out: Collection[int]
) -> Iterator[Problem]:
    """Say of columns that are behind another one in how many rows they differ from it.

    `cells` are the columns below the headings; rows that are `left_out` do not count.
    """
    for place, owner in sorted(layout.behind.items()):
        column, ahead = layout.columns[place], layout.columns[owner]
        if not ahead.field:
            continue
        pairs = zip(cells[owner], cells[place], strict=True)
        n = sum(
            _differ(first, own, is_used=column.field is not None)
            for row, (first, own) in enumerate(pairs)
            if first != own and row not in left_out
        )
        if n:
            yield Problem(0, "", "", "look", _said(n, column.heading, ahead.heading))


def _said(n: int, heading: str, ahead: str) -> str:
    return ngettext(
        "In {n} row “{heading}” says something else than “{ahead}”, which was used.",
        "In {n} rows “{heading}” says something else than “{ahead}”, which was used.",
        n,
        heading=heading,
        ahead=ahead,
    )


def _differ(first: Cell, own: Cell, *, is_used: bool) -> bool:
    """Say whether what is behind is lost: a level that is only said finer is not."""
    ahead, behind = written(first).casefold(), written(own).casefold()
    if not behind or ahead == behind:
        return False
    if not is_used:
        return True
    return bool(ahead) and not ahead.startswith(behind)
