"""The letters of a letter: their sizes, how wide words run, and from which side."""

from functools import lru_cache

from gtregister.writers import fonts
from gtregister.writers.fonts import Base, Letters
from gtregister.writers.letter_sheet import LEFT, RIGHT, Line

SIZE, LARGE, SMALL = 12.0, 18.0, 9.0  # points
LINE = 1.3  # from one line to the next, in sizes of letters
_RIGHT_TO_LEFT = frozenset({"ar", "ur", "fa", "ps", "he", "yi", "ckb", "sd"})
_MOST_LINES = 200  # of one word: more is nothing that a person wrote


def base_of(language: str) -> Base:
    """Say in which direction the lines of a language run."""
    return "R" if language in _RIGHT_TO_LEFT else "L"


class Type:
    """What a letter of one size of print and one direction of writing is set in."""

    def __init__(self, large: bool, language: str) -> None:
        self.size = LARGE if large else SIZE
        self.step = self.size * LINE
        base = base_of(language)
        self.is_from_right = base == "R"
        self.normal = Letters(fonts.regular(), self.size, base)
        self.bold = Letters(fonts.bold(), self.size, base)
        self.title = Letters(fonts.bold(), self.size + 2, base)
        self.small = Letters(fonts.regular(), SMALL, base)
        self.wrapped = lru_cache(maxsize=1024)(self._wrap)
        self.width = lru_cache(maxsize=1 << 14)(_width)

    def line(self, text: str, y: float, letters: Letters, indent: float = 0) -> Line:
        """Put a line where reading begins, `indent` points in."""
        if self.is_from_right:
            return Line(RIGHT - indent - letters.width(text), y, text, letters)
        return Line(LEFT + indent, y, text, letters)

    def mirrored(self, x: float, width: float) -> float:
        """Give the left of something `width` wide that stands at `x` left to right."""
        return LEFT + RIGHT - x - width if self.is_from_right else x

    def _wrap(self, text: str, letters: Letters, room: float) -> list[str]:
        """Break a text into lines; a word that is wider than a line is cut."""
        text, lines, line, used = letters.face.clean(text), [], "", 0.0
        space = self.width(" ", letters)
        for word in text.split(" "):
            width = self.width(word, letters)
            if line and used + space + width <= room:
                line, used = f"{line} {word}", used + space + width
                continue
            if line:
                lines.append(line)
            if width > room:
                *cut, word = letters.fold(word, room, _MOST_LINES)
                lines += cut
                width = self.width(word, letters)
            line, used = word, width
        return [*lines, line]


def _width(text: str, letters: Letters) -> float:
    return letters.width(text)
