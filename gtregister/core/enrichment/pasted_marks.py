"""Marks of attendance that were copied in a spreadsheet, with names or without."""

from collections.abc import Sequence

from gtregister.core.enrichment.attendance import LETTERS, MARKS, Grid, Mark
from gtregister.core.enrichment.named_pupils import NamedPupils
from gtregister.core.register import Register
from gtregister.errors import UserError
from gtregister.i18n import _, translated

_SIGNS = {
    "/": "present",
    "\\": "present",
    "✓": "present",
    "1": "present",
    "0": "absent",
}


def read(text: str) -> list[list[str | None]]:
    """Read a block of marks as it is copied from a sheet: letters, words or ticks.

    An empty cell is None; UserError names the first cell that is no mark.
    """
    lines = text.rstrip("\r\n").splitlines()
    return [[_read(cell) for cell in line.split("\t")] for line in lines]


def spread(
    shown: Grid, row: int, column: int, block: Sequence[Sequence[str | None]]
) -> list[Mark]:
    """Say which marks a pasted block makes from a cell of the grid on.

    `column` counts the table's columns. What lies outside the grid is left out.
    """
    return [
        (
            shown.sessions[column + across - shown.first],
            shown.table.keys[row + down],
            said,
        )
        for down, line in enumerate(block)
        for across, said in enumerate(line)
        if said is not None
        and row + down < len(shown.table.keys)
        and 0 <= column + across - shown.first < len(shown.sessions)
    ]


def by_name(
    register: Register, shown: Grid, column: int, text: str
) -> list[Mark] | None:
    """Read marks that stand behind names, in whichever order; None without names.

    The marks go into the sessions from `column` of the table on. A line without any
    mark, such as the headings, is left out; UserError names the first pupil who is
    not known, and the first cell that is no mark.
    """
    lines = [line.split("\t") for line in text.splitlines() if line.strip()]
    wide = [names for line in lines if 0 < (names := _names(line)) < len(line)]
    if not wide:
        return None
    names = max(wide)  # a list has its names in the same columns all the way down
    roll, first = NamedPupils(register), column - shown.first
    found: list[Mark] = []
    for line in lines:
        if not any(map(_is_mark, line[names:])):
            continue
        said = [_read(cell) for cell in line[names:]]
        pupil_id = roll.of(("name",), (" ".join(line[:names]),))
        marks = zip(shown.sessions[first:], said, strict=False)
        found += [(session, pupil_id, mark) for session, mark in marks if mark]
    return found


def _names(line: Sequence[str]) -> int:
    """Count the cells at the start of a line that name a pupil: surname, forename."""
    for place, cell in enumerate(line):
        if len(cell.strip()) <= 1 or _is_mark(cell):
            return place
    return len(line)


def _is_mark(cell: str) -> bool:
    try:
        return _read(cell) is not None
    except UserError:
        return False


def _read(cell: str) -> str | None:
    said = cell.strip()
    if not said:
        return None
    found = LETTERS.get(said[:1].upper()) if len(said) == 1 else None
    words = {translated(name).casefold(): mark for mark, name in MARKS.items()}
    found = found or _SIGNS.get(said) or words.get(said.casefold())
    if found is None and said.casefold() in MARKS:
        found = said.casefold()
    if found is None:
        text = _("“{said}” is not a mark. Use {letters}, or leave the cell empty.")
        raise UserError(text.format(said=said, letters=", ".join(LETTERS)), "mark")
    return found
