"""A page of a letter: what stands on it, and how far down it is filled."""

from dataclasses import dataclass

from gtregister.writers.fonts import Letters

# A4 upright, in points from the bottom left corner.
MM = 72 / 25.4
WIDTH, HEIGHT = 210 * MM, 297 * MM
LEFT, RIGHT = 20 * MM, 190 * MM
BOTTOM = 22 * MM
_NEXT_TOP = HEIGHT - 25 * MM


@dataclass(frozen=True, slots=True)
class Line:
    """A text that begins at a point."""

    x: float
    y: float
    text: str
    letters: Letters


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight line, or a box with two corners; `dashed` is the one to cut along."""

    x: float
    y: float
    to_x: float
    to_y: float
    is_box: bool = False
    is_dashed: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page: its lines and strokes; the letterhead stands on a first one."""

    lines: list[Line]
    strokes: list[Stroke]
    is_first: bool = False


class Flow:
    """How far down the last page is filled."""

    def __init__(self, first: Sheet, top: float, bottom: float = BOTTOM) -> None:
        self.sheets = [first]
        self.y = top
        self.bottom = bottom
        self._is_fresh = True

    def skip(self, height: float) -> None:
        """Leave room above what follows, unless it begins a page."""
        if not self._is_fresh:
            self.y -= height

    def keep(self, height: float) -> None:
        """Begin a page unless this much fits."""
        if self.y - height < self.bottom and not self._is_fresh:
            self._turn()

    def down(self, step: float, *, last: bool) -> float:
        """Give the place of the next line; the last but one takes the last along."""
        if self.y - step * (2 if last else 1) < self.bottom and not self._is_fresh:
            self._turn()
        self.y -= step
        self._is_fresh = False
        return self.y

    def _turn(self) -> None:
        self.sheets.append(Sheet([], []))
        self.y, self._is_fresh = _NEXT_TOP, True
