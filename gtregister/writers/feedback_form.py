"""The form on which pupils answer the school's own questions about an activity."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from gtregister.i18n import _
from gtregister.writers import form_page
from gtregister.writers.form_page import FormPage
from gtregister.writers.letter_sheet import MM

_LINES = 3  # to write an answer on
_HIGH = 45 * MM  # what the highest question takes


@dataclass(frozen=True, slots=True)
class Form:
    """What is printed: the school, the activity, and the questions with their kind."""

    school: str
    activity: str
    questions: Sequence[tuple[str, str]]
    on: date


def pages(form: Form) -> bytes:
    """Draw the form as a PDF; more questions than fit go on to another page."""
    return form_page.pages(form.on, lambda page: _draw(page, form))


def _draw(page: FormPage, form: Form) -> None:
    words = _(
        "Say what you think: it is read, and it changes what is offered. You need not "
        "write your name."
    )
    page.head(form.school, form.activity, words)
    answers = {"scale": ("1", "2", "3", "4", "5"), "yes_no": (_("Yes"), _("No"))}
    for number, (question, kind) in enumerate(form.questions, 1):
        page.room(_HIGH)
        asked = _("{number}. {question}").format(number=number, question=question)
        if kind in answers:
            page.choices(asked, answers[kind], columns=6)
        else:
            page.lines(asked, _LINES)
            page.y -= 3 * MM
