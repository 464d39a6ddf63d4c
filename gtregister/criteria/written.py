"""What stands in the tables of a TOML text, or a sentence that says what is wrong.

`place` says in words which table is meant, such as: Route “gifted”, criterion 2.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import TypeGuard, TypeVar

from gtregister.errors import UserError
from gtregister.i18n import N_, _, translated
from gtregister.options import Answer, Option

T = TypeVar("T")
Written = Mapping[str, object]

# Far beyond every score, and within what a computer can write out.
_LARGEST = 1_000_000

_MUST_BE = {
    "text": N_("{place}: “{key}” must be a text in quotation marks."),
    "choice": N_("{place}: “{key}” must be a text in quotation marks."),
    "number": N_("{place}: “{key}” must be a number without quotes, such as 110."),
    "yes_no": N_("{place}: “{key}” must be true or false, without quotes."),
    "date": N_("{place}: “{key}” must be a date without quotes, such as 2026-11-27."),
}


def words(table: Written, key: str, place: str, default: str = "") -> str:
    """Read a text as one line."""
    value = table.get(key, default)
    if not isinstance(value, str):
        raise UserError(translated(_MUST_BE["text"]).format(place=place, key=key))
    return " ".join(value.split())


def needed_words(table: Written, key: str, place: str) -> str:
    """Read a text that must be there."""
    value = words(table, key, place)
    if not value:
        said = _("{place} lacks “{key}”: write it as a text in quotation marks.")
        raise UserError(said.format(place=place, key=key))
    return value


def one_of(
    known: Mapping[str, T], table: Written, key: str, place: str, default: str = ""
) -> T:
    """Read one of some known words and give what it stands for."""
    value = words(table, key, place, default)
    if value not in known:
        said = _("{place}: “{key}” must be one of: {known}.")
        raise UserError(said.format(place=place, key=key, known=", ".join(known)))
    return known[value]


def tables(table: Written, key: str, place: str) -> Sequence[Written]:
    """Read the tables of a [[list]], of which there must be one at least."""
    value = table.get(key)
    rows = value if isinstance(value, list) else []
    if not rows or not all(isinstance(row, dict) for row in rows):
        said = _("{place} has no {key}: add at least one, under its own [[heading]].")
        raise UserError(said.format(place=place, key=key))
    return rows


def answer(option: Option, table: Written, place: str) -> Answer:
    """Read the answer to an option; its default, if nothing is written."""
    value: object = table.get(option.key, option.default)
    if option.kind == "choice":
        choices = {key: key for key, _words in option.choices}
        return one_of(choices, table, option.key, place, str(option.default))
    if _fits(value, option.kind):
        return value
    said = translated(_MUST_BE[option.kind])
    raise UserError(said.format(place=place, key=option.key), option.key)


def _fits(value: object, kind: str) -> TypeGuard[Answer]:
    if kind == "yes_no":
        return isinstance(value, bool)
    if kind == "date":
        return isinstance(value, date) and not isinstance(value, datetime)
    if kind == "text":
        return isinstance(value, str)
    # True is a number to Python, and “nan” to TOML; neither is one to a school.
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    return -_LARGEST < value < _LARGEST


def refuse_others(table: Written, known: Collection[str], place: str) -> None:
    """Refuse a key that means nothing here: it may be one that is misspelt."""
    for key in table:
        if key not in known:
            said = _("{place}: “{key}” is not known here; write one of: {known}.")
            raise UserError(said.format(place=place, key=key, known=", ".join(known)))
