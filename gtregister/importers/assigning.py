"""Each field to one column: what people chose first, then what is likeliest.

Columns that are called the same are told apart by a number, so that what is said of one
is never taken for the other: “Score” and “Score (2)”.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count

from gtregister.errors import UserError
from gtregister.i18n import _
from gtregister.importers import ColumnMatch, Sure, fields
from gtregister.importers.guesses import Guess
from gtregister.importers.heading_row import folded


@dataclass(frozen=True, slots=True)
class Candidate:
    """What people call a column, and what it may be or why it is not used.

    `finer` says how much more it tells than another one of the same field.
    """

    label: str
    guess: Guess | str
    finer: float = 0


def apart(labels: Sequence[str]) -> list[str]:
    """Tell equal labels apart by a number: Score, and then Score (2)."""
    given = {folded(label) for label in labels}
    seen: set[str] = set()
    found: list[str] = []
    for label in labels:
        numbered = (f"{label} ({number})" for number in count(2))
        named = label
        if label and folded(label) in seen:
            named = next(n for n in numbered if folded(n) not in seen | given)
        seen.add(folded(named))
        found.append(named)
    return found


def chosen(
    mapping: Mapping[str, str], columns: Sequence[Candidate], headings: Sequence[str]
) -> dict[int, str]:
    """Find the columns whose field a person has chosen; "" leaves a column out.

    Raises UserError for a heading or field that there is not, and for two columns of
    one field, where only one can be it (see `fields.may_repeat`).
    """
    places: dict[str, int] = {}
    for place, heading in reversed([*enumerate(headings)]):
        places[folded(heading)] = place
    places |= {folded(column.label): place for place, column in enumerate(columns)}
    found: dict[int, str] = {}
    for heading, field in mapping.items():
        if folded(heading) not in places:
            said = _("There is no column “{heading}”. The columns are: {columns}.")
            labels = ", ".join(column.label for column in columns if column.label)
            raise UserError(said.format(heading=heading, columns=labels), "mapping")
        field = "" if field.strip() == "-" else field.strip()
        if field and not fields.is_known(field):
            raise UserError(_unknown(field), "mapping")
        if field and field in found.values() and not fields.may_repeat(field):
            said = _("Two columns cannot both be “{field}”. Choose one of them.")
            raise UserError(said.format(field=field), "mapping")
        found[places[folded(heading)]] = field
    return found


def _unknown(field: str) -> str:
    said = _(
        "There is no field “{field}”. The fields are: {fields}; and of results: {of}."
    )
    others = ", ".join(sorted(fields.FIELDS - fields.RESULTS))
    results = ", ".join(sorted(fields.RESULTS))
    return said.format(field=field, fields=others, of=results)


def _is_level(field: str) -> bool:
    return field.endswith((".level", ".fine_level"))


def assigned(
    columns: Sequence[Candidate], said: Mapping[int, str]
) -> tuple[tuple[ColumnMatch, ...], dict[int, int]]:
    """Give each field to one column, and say of those behind it which one that is.

    A column of levels behind another one is used too, where that one is blank.
    """
    owners = _owners(columns, said)
    guesses = [(place, column.guess) for place, column in enumerate(columns)]
    wanted = {
        place: guess.field for place, guess in guesses if isinstance(guess, Guess)
    }
    wanted |= said
    behind = {
        place: owners[field]
        for place, field in wanted.items()
        if field and owners.get(field, place) != place
    }
    return tuple(_matches(columns, said, behind, owners)), behind


def _owners(columns: Sequence[Candidate], said: Mapping[int, str]) -> dict[str, int]:
    """Say which column has each field: one that a person chose, else the likeliest."""
    owners: dict[str, int] = {}
    for place in sorted(said, key=lambda place: -columns[place].finer):
        if said[place]:
            owners.setdefault(said[place], place)
    likeliest = sorted(
        (-column.finer, -column.guess.weight, place, column.guess.field)
        for place, column in enumerate(columns)
        if isinstance(column.guess, Guess) and place not in said
    )
    for *_weights, place, field in likeliest:
        owners.setdefault(field, place)
    is_split = {"surname", "forename"} <= owners.keys()
    if is_split and owners.get("full_name") not in said:
        owners.pop("full_name", None)
    return owners


def _matches(
    columns: Sequence[Candidate],
    said: Mapping[int, str],
    behind: Mapping[int, int],
    owners: Mapping[str, int],
) -> Iterator[ColumnMatch]:
    for place, column in enumerate(columns):
        guessed, label = column.guess, column.label
        if place in said:
            sure: Sure = "sure" if said[place] else "unused"
            why = _("You chose this.")
            yield ColumnMatch(label, said[place] or None, sure, why, place)
        elif isinstance(guessed, str):
            yield ColumnMatch(label, None, "unused", guessed, place)
        elif owners.get(guessed.field) == place:
            yield ColumnMatch(label, guessed.field, guessed.sure, guessed.why, place)
        elif place not in behind:
            why = _("Other columns have what this one would hold.")
            yield ColumnMatch(label, None, "unused", why, place)
        else:
            yield _behind(column, guessed, place, columns[behind[place]].label)


def _behind(column: Candidate, guessed: Guess, place: int, owner: str) -> ColumnMatch:
    if _is_level(guessed.field):
        why = _("It counts where “{heading}” is blank.").format(heading=owner)
        return ColumnMatch(column.label, guessed.field, guessed.sure, why, place)
    why = _("“{heading}” has what this one would hold.").format(heading=owner)
    return ColumnMatch(column.label, None, "unused", why, place)
