"""The blank form on which pupils answer the school's questions about an activity."""

from gtregister.core import school
from gtregister.core.enrichment import activities, questions
from gtregister.core.register import Register
from gtregister.writers import feedback_form
from gtregister.writers.feedback_form import Form


def blank(register: Register, activity_id: int) -> bytes:
    """Make the form as a PDF, to print and hand out."""
    title = activities.of(register, activity_id).title
    asked = questions.now(register)
    name, today = school.of(register).name, register.today
    return feedback_form.pages(Form(name, title, asked, today))
