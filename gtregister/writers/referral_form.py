"""The form on which somebody proposes a pupil: one page, to be filled in by hand."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO

from gtregister.i18n import _
from gtregister.writers import fonts
from gtregister.writers.fonts import Ink, Letters
from gtregister.writers.frame import BLACK, BLUE, GREY
from gtregister.writers.letter_pdf import new_canvas

_MM = 72 / 25.4
_WIDTH, _HEIGHT = 210 * _MM, 297 * _MM
_LEFT, _RIGHT, _TOP = 20 * _MM, 190 * _MM, 275 * _MM
_BOX = 5 * _MM
_LINE = 9 * _MM  # from one line to write on to the next
_COLUMNS = 3  # of boxes to tick
_REASON_LINES = 7


@dataclass(frozen=True, slots=True)
class Form:
    """What is printed on the form: the school, who may refer, and what it is for."""

    school: str
    register_words: str
    sources: Sequence[str]
    on: date


def pages(form: Form) -> bytes:
    """Draw the form as a PDF of one page."""
    file = BytesIO()
    canvas = new_canvas(file, form.on.strftime("D:%Y%m%d"), (_WIDTH, _HEIGHT))
    canvas.addLiteral(_Page(Ink(canvas)).drawn(form))
    canvas.showPage()
    canvas.save()
    return file.getvalue()


class _Page:
    """A page that is filled from the top; `y` is where the next thing stands."""

    def __init__(self, ink: Ink) -> None:
        self._ink = ink
        self._large = Letters(fonts.bold(), 18)
        self._bold = Letters(fonts.bold(), 11)
        self._normal = Letters(fonts.regular(), 11)
        self._small = Letters(fonts.regular(), 9)
        self._code: list[str] = []
        self.y = _TOP

    def drawn(self, form: Form) -> str:
        self._text(form.school, self._normal, GREY)
        self.y -= 9 * _MM
        self._text(_("Referral: proposing a pupil"), self._large, BLUE)
        said = _(
            "For the {register}. Anybody may propose a pupil who does, or could do, "
            "far more than others of the same age. You need no test result. Write what "
            "you have seen; the family may ask to read it."
        )
        self.y -= 3 * _MM
        self._paragraph(said.format(register=form.register_words))
        self._blank(_("Pupil"), _("Form"))
        self._blank(_("Subject or activity, if one"), _("Date"))
        self._choices(_("I am"), form.sources)
        self._blank(_("My name"), _("How to reach me"))
        self._lines(_("What I have seen, with an example or two"), _REASON_LINES)
        self._lines(_("What is with this form (work, a certificate …), if anything"), 1)
        self._answer()
        return " ".join(self._code)

    def _text(self, text: str, letters: Letters, colour: str, x: float = _LEFT) -> None:
        clean = letters.face.clean(text)
        at = self._ink.at(x, self.y, clean, letters)
        self._code.append(f"BT {colour} rg {at} ET")

    def _rule(self, x: float, to: float) -> None:
        line = f"{x:.2f} {self.y:.2f} m {to:.2f} {self.y:.2f} l S"
        self._code.append(f"q {GREY} RG 0.7 w {line} Q")

    def _paragraph(self, text: str) -> None:
        clean = self._normal.face.clean(text)
        for line in self._normal.fold(clean, _RIGHT - _LEFT, 6):
            self.y -= 5.5 * _MM
            self._text(line, self._normal, BLACK)
        self.y -= 4 * _MM

    def _blank(self, first: str, second: str) -> None:
        """Leave two blanks side by side, each under its label."""
        middle = _LEFT + 0.66 * (_RIGHT - _LEFT)
        self.y -= 7 * _MM
        self._text(first, self._bold, BLACK)
        self._text(second, self._bold, BLACK, middle + 5 * _MM)
        self.y -= _LINE
        self._rule(_LEFT, middle)
        self._rule(middle + 5 * _MM, _RIGHT)

    def _choices(self, label: str, words: Sequence[str]) -> None:
        """Offer boxes to tick, in columns."""
        self.y -= 8 * _MM
        self._text(label, self._bold, BLACK)
        wide = (_RIGHT - _LEFT) / _COLUMNS
        for place, text in enumerate(words):
            if place % _COLUMNS == 0:
                self.y -= _LINE
            x = _LEFT + wide * (place % _COLUMNS)
            box = f"{x:.2f} {self.y - 1:.2f} {_BOX:.2f} {_BOX:.2f} re S"
            self._code.append(f"q {GREY} RG 0.7 w {box} Q")
            self._text(text, self._normal, BLACK, x + _BOX + 2 * _MM)
        self.y -= 3 * _MM

    def _lines(self, label: str, count: int) -> None:
        """Leave lines to write on."""
        self.y -= 8 * _MM
        self._text(label, self._bold, BLACK)
        for _line in range(count):
            self.y -= _LINE
            self._rule(_LEFT, _RIGHT)

    def _answer(self) -> None:
        """Leave room for the school, at the foot."""
        self.y = 20 * _MM
        said = _(
            "For the school: number, accepted, more wanted, declined; by whom; date"
        )
        self._text(said, self._small, GREY)
        self.y += 5 * _MM
        self._rule(_LEFT, _RIGHT)
