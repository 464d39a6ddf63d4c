"""A cell of a file as text, and what a parser finds in it.

Parsers see each distinct cell of a column once. A blank cell has neither a value nor a
trouble; a *problem* goes without a value. The words of a trouble are a whole sentence.
"""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple, TypeVar

from gtregister.i18n import _
from gtregister.importers import Cell, Level

V = TypeVar("V")

# What Excel and LibreOffice show where a formula has no answer.
_ERRORS = frozenset(
    (
        *("#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!"),
        *("#SPILL!", "#CALC!", "#FIELD!", "#BLOCKED!", "#CONNECT!", "#GETTING_DATA"),
    )
)
# What people type where there is nothing to say.
_NOTHING = frozenset(("", "-", "--", "–", "—", ".", "..", "..."))
_SPECIAL = _ERRORS | _NOTHING


class Trouble(NamedTuple):
    """What is wrong or odd about a cell."""

    level: Level
    text: str


Found = tuple[V | None, Trouble | None]
Parser = Callable[[Cell], Found[V]]


def written(cell: Cell) -> str:
    """Give a cell as text, without the spaces around it: 118, 105.5, 03/09/2014."""
    if isinstance(cell, str):
        return cell.strip()
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, date):
        return f"{cell.day:02}/{cell.month:02}/{cell.year:04}"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)


def is_blank(cell: Cell) -> bool:
    """Say whether a cell shows nothing."""
    return cell is None or (isinstance(cell, str) and not cell.strip())


def problem(text: str, value: str, **fields: object) -> Found[V]:
    """Refuse a cell; `{value}` in the text becomes what stands in it."""
    return None, Trouble("problem", text.format(value=value, **fields))


def look(text: str, value: str, **fields: object) -> Trouble:
    """Ask for a glance at a cell; `{value}` in the text becomes what stands in it."""
    return Trouble("look", text.format(value=value, **fields))


def of_text(parse: Callable[[str], Found[V]]) -> Parser[V]:
    """Make a parser of one that reads text and need not think of blanks and errors."""

    def read(cell: Cell) -> Found[V]:
        text = cell.strip() if isinstance(cell, str) else written(cell)
        if text in _SPECIAL or text.startswith("="):
            return _special(text)
        if isinstance(cell, date):
            return problem(_("“{value}” is a date, which does not belong here."), text)
        return parse(text)

    return read


def _special(text: str) -> Found[V]:
    if text in _NOTHING:
        return None, None
    if text in _ERRORS:
        said = _("The cell shows the error {value} instead of a value.")
    else:
        said = _("The formula {value} has no value: open the file in Excel, and save.")
    return None, look(said, text)
