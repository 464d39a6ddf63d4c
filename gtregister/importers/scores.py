"""What the cells of a result say: scores, marks, levels, and codes in their place.

A value is the text as written and its number, or None for a code. Blank cells and 0
leave no result: real files write 0 for “no score”.
"""

import re

from gtregister.i18n import _
from gtregister.importers import codes
from gtregister.importers.cells import Found, Parser, Trouble, look, of_text, problem

Score = tuple[str, float | None]

_NUMBER = re.compile(r"(0+|[1-9]\d{0,3})(?:\.0+|(\.\d+))?", re.ASCII)
_MARKED = re.compile(r"\d{1,3}[^\w\s.,+-]", re.ASCII)
_CODE = re.compile(r"[A-Z]{1,3}\d?", re.ASCII)
_LEVEL = re.compile(r"(?:level ?|l)?([1-6])([abc]?)", re.IGNORECASE | re.ASCII)
_ABOUT_LEVEL = re.compile(r"[1-6][abc]?[+=-]", re.IGNORECASE | re.ASCII)
_BANDS = frozenset(("A", "B", "C", "D"))
_THIRDS = {"c": 1 / 6, "b": 3 / 6, "a": 5 / 6}


def number(
    low: int,
    high: int,
    hint: str,
    *,
    decimals: bool = False,
    codes_of: codes.Kind = "test",
) -> Parser[Score]:
    """Read numbers of a range, or a test's code in place of one.

    `hint` says what may stand there, with {value}, {low} and {high}. “112+” is 112: the
    plus says that special consideration was given.
    """

    @of_text
    def parse(text: str) -> Found[Score]:
        found = _NUMBER.fullmatch(text.removesuffix("+").rstrip())
        if not found:
            return _code(text, codes_of, hint.format(value=text, low=low, high=high))
        value = float(found[0]) if found[2] else int(found[1])
        if not value:
            return None, None
        if not low <= value <= high or (found[2] and not decimals):
            return problem(hint, text, low=low, high=high)
        # A program that keeps numbers with decimals writes 118 as 118.0.
        return (text if found[2] else text.replace(found[0], found[1]), value), None

    return parse


def code(kind: codes.Kind, hint: str) -> Parser[Score]:
    """Read codes alone, such as AS or GDS."""

    @of_text
    def parse(text: str) -> Found[Score]:
        if text == "0":
            return None, None
        return _code(text, kind, hint.format(value=text))

    return parse


def band(hint: str) -> Parser[Score]:
    """Read the bands of CEM's tests: quarters, A to D."""

    @of_text
    def parse(text: str) -> Found[Score]:
        if text.upper() in _BANDS:
            return (text.upper(), None), None
        return problem(hint, text)

    return parse


@of_text
def anything(text: str) -> Found[Score]:
    """Keep a value as it stands, with its number if it is one."""
    found = _NUMBER.fullmatch(text)
    if found and not float(found[0]):
        return None, None
    return (text, float(found[0]) if found else None), None


def level(kind: codes.Kind, hint: str) -> Parser[Score]:
    """Read national curriculum levels: 4 is 4, and 4c, 4b, 4a are its sixths 1, 3, 5.

    In place of a level there may stand a code of this kind.
    """

    @of_text
    def parse(text: str) -> Found[Score]:
        if text == "0":
            return None, None
        text = text.removesuffix(".0")
        if found := _LEVEL.fullmatch(text):
            return (text, int(found[1]) + _THIRDS.get(found[2].lower(), 0)), None
        if _ABOUT_LEVEL.fullmatch(text):
            return (text, None), look(_("“{value}” is kept, but not as a level."), text)
        return _code(text, kind, hint.format(value=text))

    return parse


def _code(text: str, kind: codes.Kind, otherwise: str) -> Found[Score]:
    plain = "".join(text.upper().removesuffix("+").split())
    if plain in codes.of_results(kind):
        return (text, None), None
    if _CODE.fullmatch(plain) or plain in codes.of_results("teacher_assessment"):
        said = _("“{value}” is not a code that is known here; it is kept as it stands.")
        return (text, None), look(said, text)
    if _MARKED.fullmatch(text):
        said = _("“{value}” is kept as it stands, but not as a number.")
        return (text, None), look(said, text)
    return None, Trouble("problem", otherwise)
