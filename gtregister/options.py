"""Option: a question asked before running; a form field and a command-line flag."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import nan
from typing import Literal

from gtregister.errors import UserError
from gtregister.i18n import _, translated

# Far beyond everything a school counts, and within what a register can hold.
_LARGEST = 1_000_000_000

Answer = str | int | float | bool | date | None


@dataclass(frozen=True, slots=True)
class Option:
    """A question with a name, words for the screen, a kind and a default answer.

    `choices` are (stored value, words) pairs, the words marked with `N_`.
    """

    key: str
    title: str
    kind: Literal["text", "number", "yes_no", "date", "choice"]
    default: Answer = None
    choices: tuple[tuple[str, str], ...] = ()

    def parse(self, text: str) -> Answer:
        """Turn what a person typed into an answer, or say what is wrong with it."""
        if not text.strip():
            return None
        if self.kind == "number":
            return _number(text, translated(self.title), self.key)
        if self.kind == "date":
            return _date(text, translated(self.title), self.key)
        if self.kind == "yes_no":
            return text.strip().casefold() in {"yes", "y", "true", "1"}
        if self.kind == "choice" and text not in dict(self.choices):
            said = _("{title} must be one of: {choices}.")
            names = ", ".join(value for value, _words in self.choices)
            title = translated(self.title)
            raise UserError(said.format(title=title, choices=names), self.key)
        return text


def text(key: str, title: str, default: str | None = None) -> Option:
    """Ask for words."""
    return Option(key, title, "text", default)


def number(key: str, title: str, default: float | None = None) -> Option:
    """Ask for a number."""
    return Option(key, title, "number", default)


def yes_no(key: str, title: str, default: bool = False) -> Option:
    """Ask for yes or no."""
    return Option(key, title, "yes_no", default)


def day(key: str, title: str) -> Option:
    """Ask for a date."""
    return Option(key, title, "date")


def choice(
    key: str,
    title: str,
    choices: Sequence[tuple[str, str]],
    default: str | None = None,
) -> Option:
    """Ask for one of some choices."""
    return Option(key, title, "choice", default, tuple(choices))


def _number(text: str, title: str, key: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = nan
    if not abs(value) < _LARGEST:
        said = _("{title}: “{text}” is not a number. Write it like 110.")
        raise UserError(said.format(title=title, text=text), key)
    return int(value) if value.is_integer() else value


def _date(text: str, title: str, key: str) -> date:
    """Read a date as people write it, such as 27/11/2026, or as 2026-11-27."""
    parts = re.split(r"[\s./-]+", text.strip())
    if len(parts[-1]) == 4:
        parts.reverse()
    try:
        return date.fromisoformat("-".join(part.zfill(2) for part in parts))
    except ValueError:
        said = _("{title}: “{text}” is not a date. Write it like 27/11/2026.")
        raise UserError(said.format(title=title, text=text), key) from None
