"""The form on which a pupil ranks activities by their letters: one page."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from gtregister.i18n import _
from gtregister.writers import form_page
from gtregister.writers.form_page import FormPage
from gtregister.writers.frame import BLUE, GREY
from gtregister.writers.letter_sheet import LEFT, MM, RIGHT

_BOX = 12 * MM
_ROOM = 150 * MM  # for the activities
_HIGHEST, _TWO_LINES = 13 * MM, 10 * MM


@dataclass(frozen=True, slots=True)
class Offer:
    """An activity that can be chosen: its letter, its title, when and where it is."""

    letter: str
    title: str
    about: str


@dataclass(frozen=True, slots=True)
class Form:
    """What is printed: the school, the round, what to do, and what is offered."""

    school: str
    title: str
    words: str
    offers: Sequence[Offer]
    choices: int
    on: date


def pages(form: Form) -> bytes:
    """Draw the form as a PDF of one page."""
    return form_page.pages(form.on, lambda page: _draw(page, form))


def _draw(page: FormPage, form: Form) -> None:
    page.head(form.school, form.title, form.words)
    page.blanks(_("Name"), _("Form"))
    page.y -= 6 * MM
    high = min(_HIGHEST, _ROOM / max(len(form.offers), 1))
    for offer in form.offers:
        _offer(page, offer, high)
    _boxes(page, form.choices)


def _offer(page: FormPage, offer: Offer, high: float) -> None:
    """Name an activity; when and where stands under it, or beside it if it is tight."""
    page.y -= high
    beside = high < _TWO_LINES
    x = LEFT + 10 * MM
    page.text(offer.letter, page.large, BLUE)
    room = (RIGHT - x) * (0.55 if beside else 1)
    (title,) = page.bold.fold(page.bold.face.clean(offer.title), room, 1)
    if beside:
        page.text(title, page.bold, x=x)
        x += room + 2 * MM
        room = RIGHT - x
    else:
        page.y += 4.5 * MM
        page.text(title, page.bold, x=x)
        page.y -= 4.5 * MM
    (about,) = page.small.fold(page.small.face.clean(offer.about), room, 1)
    page.text(about, page.small, GREY, x=x)


def _boxes(page: FormPage, choices: int) -> None:
    """Leave a box for the letter of each choice, as large as one writes."""
    wide = (RIGHT - LEFT) / choices
    page.y -= 16 * MM
    page.text(_("My choices"), page.bold)
    page.y -= 16 * MM
    for rank in range(1, choices + 1):
        x = LEFT + wide * (rank - 1)
        page.box(x, _BOX)
        page.text(str(rank), page.normal, GREY, x=x + _BOX + 2 * MM)
