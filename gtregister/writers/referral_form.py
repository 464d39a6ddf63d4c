"""The form on which somebody proposes a pupil: one page, to be filled in by hand."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from gtregister.i18n import _
from gtregister.writers import form_page
from gtregister.writers.form_page import FormPage
from gtregister.writers.frame import GREY
from gtregister.writers.letter_sheet import LEFT, MM, RIGHT

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
    return form_page.pages(form.on, lambda page: _draw(page, form))


def _draw(page: FormPage, form: Form) -> None:
    said = _(
        "For the {register}. Anybody may propose a pupil who does, or could do, "
        "far more than others of the same age. You need no test result. Write what "
        "you have seen; the family may ask to read it."
    )
    words = said.format(register=form.register_words)
    page.head(form.school, _("Referral: proposing a pupil"), words)
    page.blanks(_("Pupil"), _("Form"))
    page.blanks(_("Subject or activity, if one"), _("Date"))
    page.choices(_("I am"), form.sources)
    page.blanks(_("My name"), _("How to reach me"))
    page.lines(_("What I have seen, with an example or two"), _REASON_LINES)
    page.lines(_("What is with this form (work, a certificate …), if anything"), 1)
    _answer(page)


def _answer(page: FormPage) -> None:
    """Leave room for the school, at the foot."""
    page.y = 20 * MM
    said = _("For the school: number, accepted, more wanted, declined; by whom; date")
    page.text(said, page.small, GREY)
    page.y += 5 * MM
    page.rule(LEFT, RIGHT)
