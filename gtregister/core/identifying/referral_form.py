"""The blank form for referrals, with the school's name and words on it."""

from gtregister.core import school
from gtregister.core.identifying import referrals
from gtregister.core.register import Register
from gtregister.i18n import translated
from gtregister.writers import referral_form
from gtregister.writers.referral_form import Form


def blank(register: Register) -> bytes:
    """Make the form as a PDF of one page, to print and hand out."""
    found = school.of(register)
    sources = [translated(words) for words in referrals.SOURCES.values()]
    words = translated(found.register_words)
    return referral_form.pages(Form(found.name, words, sources, register.today))
