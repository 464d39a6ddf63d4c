"""Letters on paper: the fonts that ship with the program, and how wide they run.

DejaVu Sans Condensed has Latin (Polish, Welsh, Vietnamese …), Greek, Cyrillic and
Hebrew; fonts of the Noto family, of one weight, have Arabic and Urdu (of which DejaVu
lacks some letters), the usual Chinese characters, and Tamil. □ is printed for any
letter that all of them lack.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, Literal

from gtregister import resources
from gtregister.writers import directions, tamil
from gtregister.writers.folding import fold

if TYPE_CHECKING:
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

REGULAR = "DejaVuSansCondensed"
MISSING = "□"

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_ARABIC = re.compile("[\u0600-\u08ff\ufb50-\ufdff\ufe70-\ufefc]")
# The glyphs of Tamil syllables stand where Unicode leaves room for private use.
_TAMIL = re.compile(f"[\u0b80-\u0bff{chr(tamil.FIRST)}-{chr(tamil.LAST)}]")
_CHINESE = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff01-\uff5e]")
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_OTHERS = {
    "NotoSansArabic-Regular": _ARABIC,
    "NotoSansTamil-Syllables": _TAMIL,
    "NotoSansSC-Subset": _CHINESE,
}
_REMEMBERED = 1 << 13  # texts
_UNSEEN = dict.fromkeys(map(ord, directions.MARKS))

Base = Literal["L", "R"] | None


class Face:
    """One weight of the fonts: how a text looks on paper and how wide it is."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._main = _font(name)
        self._widths = {
            letter: width / 1000
            for letter, width in _letters(self._main)
            if letter.isprintable()
            and not unicodedata.combining(letter)
            and not _RIGHT_TO_LEFT.match(letter)
        }
        self._knows = frozenset(self._widths).issuperset

    def clean(self, text: str) -> str:
        """Put a text on one line, letters composed and what cannot be seen left out."""
        if self._knows(text):
            return text
        seen = (c for c in text if c.isspace() or unicodedata.category(c) != "Cf")
        return unicodedata.normalize("NFC", " ".join("".join(seen).split()))

    def width(self, text: str) -> float:
        """Measure a clean text, in units of the size of its letters."""
        try:
            return sum(map(self._widths.__getitem__, text))
        except KeyError:
            return sum(
                font.stringWidth(run, 1) for font, run in self.runs(self.visible(text))
            )

    def visible(self, text: str, base: Base = None) -> str:
        """Put the letters of a clean text in the order and form in which they are seen.

        Arabic letters take the form that their neighbours ask for. Vowel marks, which
        names are rarely written with, are left out of Arabic. `base` is the direction
        of the paragraph; without it the first letter decides.
        """
        if self._knows(text):
            return text
        text = tamil.visible(_PRIVATE.sub(MISSING, text))
        if _RIGHT_TO_LEFT.search(text):
            text = _shaped(text, base)
        return "".join(c if self._has(c) else MISSING for c in text)

    def runs(self, visible: str) -> Iterator[tuple["TTFont", str]]:
        """Cut a visible text into runs of one font."""
        if self._knows(visible):
            yield self._main, visible
            return
        for name, run in groupby(visible, key=_other):
            yield (_other_font(name) if name else self._main), "".join(run)

    def _has(self, letter: str) -> bool:
        name = _other(letter)
        font = _other_font(name) if name else self._main
        return ord(letter) in font.face.charToGlyph


@dataclass(frozen=True, slots=True, eq=False)
class Letters:
    """Letters of one face and size, in points."""

    face: Face
    size: float
    base: Base = None

    def width(self, text: str) -> float:
        """Measure a clean text in points."""
        return self.face.width(text) * self.size

    def fold(self, text: str, room: float, most: int) -> list[str]:
        """Break a clean text into lines no wider than `room`, as `folding.fold`."""
        return fold(text, room, self.width, most)


class Ink:
    """Puts text into the pages of one canvas, as PDF operators."""

    def __init__(self, canvas: "Canvas") -> None:
        # The subsets of a font belong to the document, which has no public name.
        self._document = canvas._doc  # type: ignore[attr-defined]  # noqa: SLF001
        self._shown = lru_cache(maxsize=_REMEMBERED)(self._operators)

    def at(self, x: float, y: float, text: str, letters: Letters) -> str:
        """Say how to draw a clean text from a point on, between BT and ET."""
        return f"1 0 0 1 {x:.2f} {y:.2f} Tm {self._shown(text, letters)}"

    def _operators(self, text: str, letters: Letters) -> str:
        """Split a text into the subsets of its fonts.

        reportlab's drawString does so anew each time and makes a text object for each
        text, which takes five times as long.
        """
        code = []
        for font, run in letters.face.runs(letters.face.visible(text, letters.base)):
            for subset, glyphs in font.splitString(run, self._document):
                name = font.getSubsetInternalName(subset, self._document)
                code.append(f"{name} {letters.size:g} Tf <{glyphs.hex()}> Tj")
        return " ".join(code)


@cache
def regular() -> Face:
    """Give the letters of running text."""
    return Face(REGULAR)


@cache
def bold() -> Face:
    """Give the letters of headings."""
    return Face("DejaVuSansCondensed-Bold")


@lru_cache(maxsize=_REMEMBERED)
def _other(letter: str) -> str:
    """Name the font of a letter that DejaVu does not have, or nothing."""
    if letter < "\u0600":
        return ""
    return next((n for n, known in _OTHERS.items() if known.match(letter)), "")


@cache
def _other_font(name: str) -> "TTFont":
    return _font(name)


def _font(name: str) -> "TTFont":
    # reportlab takes a quarter of a second to load, and so is loaded when it is needed.
    from reportlab.pdfbase.pdfmetrics import registerFont
    from reportlab.pdfbase.ttfonts import TTFont

    font = TTFont(name, str(resources.ROOT / "fonts" / f"{name}.ttf"))
    registerFont(font)
    return font


def _letters(font: "TTFont") -> Iterator[tuple[str, float]]:
    widths = font.face.charWidths
    return ((chr(code), widths[code]) for code in font.face.charToGlyph)


def _shaped(text: str, base: Base) -> str:
    from arabic_reshaper import reshape
    from bidi.algorithm import get_display  # that of `bidi` itself mirrors no brackets

    # The library stumbles over code points to which Unicode has given no direction.
    known = "".join(c if unicodedata.bidirectional(c) else MISSING for c in text)
    seen = str(get_display(directions.marked(reshape(known), base), base_dir=base))
    return seen.translate(_UNSEEN)
