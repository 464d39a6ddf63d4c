"""Brackets in a text of two directions: which way each pair of them runs.

python-bidi follows the Unicode bidirectional algorithm, but not its rule N0 of paired
brackets (Unicode Standard Annex #9, since version 6.3): without it “محمد (7A)” in an
English line loses a bracket to the name. Marks that cannot be seen say it instead.
"""

import unicodedata
from collections.abc import Iterator

MARKS = "\u200e\u200f"  # left-to-right mark, right-to-left mark
_CLOSING = {"(": ")", "[": "]", "{": "}"}
_STRONG = {"L": "L", "R": "R", "AL": "R"}
_DIRECTIONS = _STRONG | {"EN": "R", "AN": "R"}  # so the rule counts digits


def marked(text: str, base: str | None) -> str:
    """Put marks around brackets; `base` is the direction of the line, “L” or “R”.

    Without it the first letter with a direction decides.
    """
    found = [_direction(c) for c in text]
    strong = (_STRONG.get(unicodedata.bidirectional(c)) for c in text)
    whole = base or next(filter(None, strong), "L")
    marks: dict[int, str] = {}
    for opening, closing in _pairs(text):
        inside = {d for d in found[opening:closing] if d}
        if not inside:
            continue
        before = next((d for d in reversed(found[:opening]) if d), whole)
        runs = whole if whole in inside else before
        marks[opening] = marks[closing] = MARKS["LR".index(runs)]
    return "".join(
        f"{marks[at]}{c}{marks[at]}" if at in marks else c for at, c in enumerate(text)
    )


def _direction(letter: str) -> str:
    return _DIRECTIONS.get(unicodedata.bidirectional(letter), "")


def _pairs(text: str) -> Iterator[tuple[int, int]]:
    """Find the places of each opening bracket and of the one that closes it."""
    opened: list[tuple[str, int]] = []
    for at, letter in enumerate(text):
        if letter in _CLOSING:
            opened.append((_CLOSING[letter], at))
        elif letter in _CLOSING.values():
            while opened:
                closing, place = opened.pop()
                if closing == letter:
                    yield place, at
                    break
