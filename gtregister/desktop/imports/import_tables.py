"""What a plan says, as Tables: its columns, and the rows that need a look."""

from gtregister.core.imports import Plan
from gtregister.desktop.imports.field_words import words_of
from gtregister.i18n import N_, translated
from gtregister.table import Column, Table, Value

SURE = {"sure": N_("Sure"), "check": N_("Check this"), "unused": N_("Not used")}
LEVELS = {
    "problem": N_("Problem"),
    "look": N_("Look"),
    "note": N_("Note"),
    "asks": N_("Asks"),
    "skipped": N_("Left out"),
}

_COLUMNS = (
    Column("heading", N_("Your column")),
    Column("field", N_("Goes to")),
    Column("sure", N_("How sure"), "status"),
    Column("why", N_("Why")),
)
_ROWS = (
    Column("row", N_("Row"), "number"),
    Column("level", N_("What"), "status"),
    Column("column", N_("Column")),
    Column("value", N_("Value")),
    Column("text", N_("What it means")),
)


def columns(plan: Plan) -> Table:
    """List what becomes of each column of the file."""
    rows = [
        (c.heading or "–", words_of(c.field), translated(SURE[c.sure]), c.why)
        for c in plan.reading.columns
    ]
    return Table(N_("Columns"), _COLUMNS, rows)


def to_look_at(plan: Plan) -> Table:
    """List every row that is left out, asks, or has something to look at."""
    found: list[tuple[Value, ...]] = [
        (p.row or None, translated(LEVELS[p.level]), p.column or None, p.value, p.text)
        for p in plan.problems
    ]
    asks = translated(LEVELS["asks"])
    for person in plan.asked:
        found += [(row, asks, None, None, person.why) for row in person.rows]
    skipped = translated(LEVELS["skipped"])
    found += [(aside.row, skipped, None, None, aside.why) for aside in plan.skipped]
    found.sort(key=lambda row: row[0] if isinstance(row[0], int) else 0)
    return Table(N_("Rows to look at"), _ROWS, found)
