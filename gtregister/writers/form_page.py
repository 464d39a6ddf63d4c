"""Blank forms to fill in by hand: what all of them are made of."""

from collections.abc import Callable, Sequence
from datetime import date
from io import BytesIO

from gtregister.writers import fonts
from gtregister.writers.fonts import Ink, Letters
from gtregister.writers.frame import BLACK, BLUE, GREY
from gtregister.writers.letter_pdf import new_canvas
from gtregister.writers.letter_sheet import HEIGHT, LEFT, MM, RIGHT, WIDTH

TOP = 275 * MM
_FOOT = 18 * MM
_BOX = 5 * MM
_LINE = 9 * MM  # from one line to write on to the next
_COLUMNS = 3  # of boxes to tick


def pages(on: date, draw: Callable[["FormPage"], None]) -> bytes:
    """Draw a form as a PDF, A4 upright; `draw` fills it from the top."""
    file = BytesIO()
    canvas = new_canvas(file, on.strftime("D:%Y%m%d"), (WIDTH, HEIGHT))
    page = FormPage(Ink(canvas))
    draw(page)
    for code in page.codes:
        canvas.addLiteral(" ".join(code))
        canvas.showPage()
    canvas.save()
    return file.getvalue()


class FormPage:
    """A page that is filled from the top; `y` is where the next thing stands."""

    def __init__(self, ink: Ink) -> None:
        self._ink = ink
        self.large = Letters(fonts.bold(), 18)
        self.bold = Letters(fonts.bold(), 11)
        self.normal = Letters(fonts.regular(), 11)
        self.small = Letters(fonts.regular(), 9)
        self.codes: list[list[str]] = [[]]
        self.y = TOP

    def head(self, school: str, title: str, words: str) -> None:
        """Begin with the school, what the form is, and what to do with it."""
        self.text(school, self.normal, GREY)
        self.y -= 9 * MM
        for line in self.large.fold(self.large.face.clean(title), RIGHT - LEFT, 2):
            self.text(line, self.large, BLUE)
            self.y -= 8 * MM
        self.y += 5 * MM
        self.paragraph(words)

    def text(
        self, text: str, letters: Letters, colour: str = BLACK, x: float = LEFT
    ) -> None:
        """Write on the line that one is at."""
        at = self._ink.at(x, self.y, letters.face.clean(text), letters)
        self.codes[-1].append(f"BT {colour} rg {at} ET")

    def rule(self, x: float, to: float) -> None:
        """Draw a line to write on."""
        line = f"{x:.2f} {self.y:.2f} m {to:.2f} {self.y:.2f} l S"
        self.codes[-1].append(f"q {GREY} RG 0.7 w {line} Q")

    def box(self, x: float, side: float = _BOX) -> None:
        """Draw a box to write or tick in."""
        box = f"{x:.2f} {self.y - 1:.2f} {side:.2f} {side:.2f} re S"
        self.codes[-1].append(f"q {GREY} RG 0.7 w {box} Q")

    def paragraph(self, text: str) -> None:
        """Write a text over as many lines as it takes."""
        for line in self.folded(text, self.normal, 6):
            self.y -= 5.5 * MM
            self.text(line, self.normal)
        self.y -= 4 * MM

    def folded(self, text: str, letters: Letters, most: int) -> list[str]:
        """Break a text into lines as wide as the page."""
        return letters.fold(letters.face.clean(text), RIGHT - LEFT, most)

    def room(self, height: float) -> None:
        """Go on to a page of its own unless so much fits on this one."""
        if self.y - height < _FOOT:
            self.codes.append([])
            self.y = TOP

    def blanks(self, first: str, second: str) -> None:
        """Leave two blanks side by side, each under its label."""
        middle = LEFT + 0.66 * (RIGHT - LEFT)
        self.y -= 7 * MM
        self.text(first, self.bold)
        self.text(second, self.bold, x=middle + 5 * MM)
        self.y -= _LINE
        self.rule(LEFT, middle)
        self.rule(middle + 5 * MM, RIGHT)

    def choices(
        self, label: str, words: Sequence[str], columns: int = _COLUMNS
    ) -> None:
        """Offer boxes to tick, in columns."""
        self.y -= 8 * MM
        self.label(label)
        wide = (RIGHT - LEFT) / columns
        for place, text in enumerate(words):
            if place % columns == 0:
                self.y -= _LINE
            x = LEFT + wide * (place % columns)
            self.box(x)
            self.text(text, self.normal, x=x + _BOX + 2 * MM)
        self.y -= 3 * MM

    def lines(self, label: str, count: int) -> None:
        """Leave lines to write on."""
        self.y -= 8 * MM
        self.label(label)
        for _line in range(count):
            self.y -= _LINE
            self.rule(LEFT, RIGHT)

    def label(self, text: str) -> None:
        """Write what is asked, over two lines if need be."""
        first, *rest = self.folded(text, self.bold, 2)
        self.text(first, self.bold)
        for line in rest:
            self.y -= 5.5 * MM
            self.text(line, self.bold)
