"""Breaking a text into the lines of a narrow column."""

import re
from bisect import bisect_right
from collections.abc import Callable
from unicodedata import combining

Measure = Callable[[str], float]

_CUT = "…"
_BREAK = re.compile(r" |(?<=[^\W\d])[-–—/](?=[^\W\d])")  # not within 05/09/2026
_LONGEST = 500  # letters looked at for one line: more never fit across a page


def fold(text: str, room: float, measure: Measure, most: int) -> list[str]:
    """Break a text into at most `most` lines, each no wider than `room`.

    Lines end after a space, hyphen, dash or slash, or within a word that is wider than
    the column. What is left over is cut, and the last line then ends in an ellipsis.
    """
    lines: list[str] = []
    while len(lines) < most - 1 and not _fits(text, room, measure):
        end = _line_end(text, room, measure)
        lines.append(text[:end].rstrip())
        text = text[end:].lstrip()
    if _fits(text, room, measure):
        return [*lines, text]
    end = _prefix(text, room - measure(_CUT), measure)
    return [*lines, text[:end].rstrip() + _CUT]


def longest_word(text: str, measure: Measure) -> float:
    """Measure the widest piece of a text that `fold` would rather not break."""
    pieces = _BREAK.sub(lambda found: f"{found[0]}\n", text).splitlines()
    return max((measure(piece.rstrip()) for piece in pieces), default=0)


def _fits(text: str, room: float, measure: Measure) -> bool:
    return len(text) <= _LONGEST and measure(text) <= room


def _line_end(text: str, room: float, measure: Measure) -> int:
    """Find where a line ends: after its last break, else after what fits."""
    end = _prefix(text, room, measure)
    if text[end : end + 1] == " ":
        return end
    breaks = [found.end() for found in _BREAK.finditer(text, 1, end + 1)]
    return breaks[-1] if breaks else end


def _prefix(text: str, room: float, measure: Measure) -> int:
    """Count the letters at the start of a text that fit: at least one."""
    lengths = range(1, min(len(text), _LONGEST) + 1)
    end = max(1, bisect_right(lengths, room, key=lambda n: measure(text[:n])))
    while end > 1 and combining(text[end : end + 1] or " "):
        end -= 1
    return end
