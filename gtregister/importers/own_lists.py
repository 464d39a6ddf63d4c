"""The register's own lists as files: what they say that no other file may."""

from collections.abc import Container, Sequence
from dataclasses import replace

from gtregister.i18n import _
from gtregister.importers import ColumnMatch
from gtregister.importers.heading_row import folded

# The headings by which the list of the register, and that of the roll, are known.
_KNOWN_BY = (
    frozenset(("strand", "status", "since", "review due")),
    frozenset(("on the register for", "legal name")),
)
# What people decide in the register, or it works out itself.
_OWN = frozenset().union(
    *_KNOWN_BY,
    ("subject", "scope", "tier", "reason", "areas"),
    ("activities this year", "left the school"),
)


def recognised(
    columns: Sequence[ColumnMatch], chosen: Container[str]
) -> tuple[ColumnMatch, ...]:
    """Be sure of what a list of the register itself has beyond what a file may say.

    Columns that a person has `chosen` by their headings stay as they are.
    """
    headings = {folded(column.heading) for column in columns}
    if not any(names <= headings for names in _KNOWN_BY):
        return tuple(columns)
    why = _("The register itself says this, and no file changes it.")
    return tuple(
        replace(column, sure="sure", why=why)
        if column.field is None
        and folded(column.heading) in _OWN
        and column.heading not in chosen
        else column
        for column in columns
    )
