"""What stands around the table on each printed page: the head and the foot."""

from gtregister.i18n import _, format_date, format_number
from gtregister.table import Imprint
from gtregister.writers import fonts
from gtregister.writers.fonts import Ink, Letters

# A4 landscape, in points from the bottom left corner.
WIDTH, HEIGHT = 841.89, 595.28
LEFT, RIGHT = 36.0, WIDTH - 36.0
BOTTOM = 44.0  # the end of the table
_HEAD = 42.0  # from the top of the page to the line of the title

BLUE = "0.071 0.263 0.427"  # 12436D, the one colour
BLACK = "0.106 0.122 0.141"
GREY = "0.314 0.353 0.400"
RULE = "0.800 0.820 0.847"

_LINE = 1.35  # from one line to the next, in sizes of letters
_SCHOOL = 0.36  # of the width, at most
_GAP = 24.0  # points, at least, between a text at the left and one at the right
_MOST_FACTS = 10  # lines: more would leave no room for the table


class Frame:
    """The head and foot of each page of one document; the head ends at `below`.

    The page is A4, landscape, or portrait if `width` and `height` are the other way.
    """

    def __init__(
        self,
        title: str,
        imprint: Imprint,
        width: float = WIDTH,
        height: float = HEIGHT,
    ) -> None:
        self._right, self._top = width - LEFT, height - _HEAD
        self._large = Letters(fonts.bold(), 15)
        self._normal = Letters(fonts.regular(), 9)
        self._small = Letters(fonts.regular(), 7.5)
        clean = fonts.regular().clean
        self._school = self._normal.fold(clean(imprint.school), _SCHOOL * width, 1)[0]
        self._school_left = self._right - self._normal.width(self._school)
        room = self._school_left - LEFT - _GAP
        self._title = self._large.fold(clean(title), room, 2)
        self._facts = self._fact_lines([clean(fact) for fact in imprint.facts])
        self._printed = clean(_printed(imprint))
        extra = self._large.size * (len(self._title) - 1)
        facts = self._normal.size * len(self._facts)
        self.below = self._top - (extra + facts) * _LINE - 17

    def head(self, ink: Ink) -> str:
        """Draw the title, the school at the right, and the facts below."""
        school = ink.at(self._school_left, self._top, self._school, self._normal)
        code, y = ["BT", BLUE, "rg"], self._top
        for line in self._title:
            code.append(ink.at(LEFT, y, line, self._large))
            y -= self._large.size * _LINE
        y += 2
        code += [GREY, "rg", school]
        for line in self._facts:
            code.append(ink.at(LEFT, y, line, self._normal))
            y -= self._normal.size * _LINE
        return " ".join([*code, "ET"])

    def foot(self, ink: Ink, page: int, pages: int) -> str:
        """Draw who printed the list and when, and the number of the page."""
        numbered = _("Page {page} of {pages}").format(
            page=format_number(page), pages=format_number(pages)
        )
        x = self._right - self._small.width(numbered)
        printed = self._small.fold(self._printed, x - LEFT - _GAP, 1)[0]
        rule = f"q {RULE} RG 0.5 w {LEFT} 34 m {self._right} 34 l S Q"
        texts = (
            ink.at(LEFT, 23, printed, self._small),
            ink.at(x, 23, numbered, self._small),
        )
        return " ".join([rule, "BT", GREY, "rg", *texts, "ET"])

    def _fact_lines(self, facts: list[str]) -> list[str]:
        lines = [
            line
            for fact in facts
            for line in self._normal.fold(fact, self._right - LEFT, _MOST_FACTS)
        ]
        if len(lines) > _MOST_FACTS:
            return [*lines[: _MOST_FACTS - 1], "…"]
        return lines


def _printed(imprint: Imprint) -> str:
    day = format_date(imprint.on)
    if not imprint.confidential:
        said = _("Printed {date} by {name}.") if imprint.by else _("Printed {date}.")
        return said.format(date=day, name=imprint.by)
    if not imprint.by:
        return _("Confidential. Printed {date}. Shred after use.").format(date=day)
    said = _("Confidential. Printed {date} by {name}. Shred after use.")
    return said.format(date=day, name=imprint.by)
