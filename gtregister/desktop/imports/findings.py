"""What there is to check in a file: what is wrong, mended, or left out."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from gtregister.core.importing.questions import SKIP
from gtregister.desktop.imports import tables
from gtregister.desktop.imports.conversation import Cell
from gtregister.desktop.imports.reads import Read
from gtregister.i18n import N_, _, translated
from gtregister.importers import ColumnMatch, Layout, Problem, joining
from gtregister.table import Column, Table, Value

_COLUMNS = (
    Column("row", N_("Row"), "number"),
    Column("level", N_("What"), "status"),
    Column("pupil", N_("Pupil")),
    Column("column", N_("Column")),
    Column("value", N_("Value")),
    Column("text", N_("What’s wrong")),
)
_ORDER = ("problem", "skipped", "look", "fixed", "note")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to check; `column` is there if its cell can be given another text.

    `problem` is what was wrong with the cell before it was mended, too.
    """

    row: int
    level: str
    pupil: str
    heading: str
    value: str
    text: str
    column: ColumnMatch | None = None
    problem: Problem | None = None
    can_skip: bool = False

    @property
    def cell(self) -> Cell:
        """Say which cell it is about: its row, and the place of its column."""
        return self.row, self.column.place if self.column else -1


def findings(read: Read, fixed: Mapping[Cell, Problem]) -> list[Finding]:
    """List what there is to check, the problems first."""
    plan = read.plan
    if plan is None:
        return []
    columns = {c.heading: c for c in reversed(read.columns) if c.place >= 0}
    ragged = _ragged(read.layout)
    names = {record.row: _name(record.pupil) for record in plan.reading.records}
    skipped = {row for row, said in read.choices.answers.items() if said == SKIP}
    found = [
        _finding(problem, problem.level, columns, names, problem.value)
        for problem in plan.problems
        if problem.row not in skipped
    ]
    for (row, place), problem in fixed.items():
        text = read.choices.corrections.get((row, place))
        if text is not None and row not in skipped:
            found.append(_finding(problem, "fixed", columns, names, text))
    for aside in plan.skipped:
        name = names.get(aside.row, "")
        can_skip = aside.row in skipped
        found.append(
            Finding(aside.row, "skipped", name, "", "", aside.why, can_skip=can_skip)
        )
    # Where a row has too many cells, nobody can say which of them a column has.
    found = [replace(f, column=None) if f.row in ragged else f for f in found]
    mended = {one.cell for one in found if one.level == "fixed"}
    found = [f for f in found if f.level != "look" or f.cell not in mended]
    return sorted(found, key=lambda one: (_ORDER.index(one.level), one.row))


def _ragged(layout: Layout) -> set[int]:
    """Find the rows that have more cells than there are columns."""
    width = len(layout.columns)
    rows = enumerate(layout.sheet.rows, layout.sheet.first_row)
    return {number for number, row in rows if len(row) > width}


def _finding(
    problem: Problem,
    level: str,
    columns: Mapping[str, ColumnMatch],
    names: Mapping[int, str],
    value: str,
) -> Finding:
    text = problem.text
    if level == "fixed":
        text = _("“{was}” stood there.").format(was=problem.value)
    return Finding(
        row=problem.row,
        level=level,
        pupil=names.get(problem.row, ""),
        heading=problem.column,
        value=value,
        text=text,
        column=columns.get(problem.column) if problem.row else None,
        problem=problem,
        can_skip=problem.row in names,
    )


def _name(details: Mapping[str, object]) -> str:
    return f"{details.get('forename') or ''} {details.get('surname') or ''}".strip()


def table_of(found: list[Finding]) -> Table:
    """Show findings as a table whose keys are their places in the list."""
    rows: list[tuple[Value, ...]] = [
        (
            joining.shown(one.row) or None,
            translated(tables.LEVELS[one.level]),
            one.pupil or None,
            one.heading or None,
            one.value or None,
            one.text,
        )
        for one in found
    ]
    return Table(N_("What is wrong in the file"), _COLUMNS, rows, range(len(rows)))
