"""Values of the register put together for filters: since when, due, how many."""

from collections.abc import Callable
from datetime import date

from gtregister.core import school
from gtregister.core.register import Register
from gtregister.i18n import N_, translated
from gtregister.table import Value

Group = Callable[[Value], Value]

_WORDS = {
    "this_year": N_("This academic year"),
    "earlier": N_("Earlier"),
    "due": N_("Due now"),
    "later": N_("Later"),
    "not_set": N_("Not set"),
    "one": N_("One area"),
    "several": N_("Several areas"),
    "none": N_("None this year"),
    "some": N_("One or more this year"),
}


def in_words(group: Value) -> str:
    """Name a group."""
    return translated(_WORDS[str(group)])


def since(register: Register) -> Group:
    """Tell entries of the school's academic year from earlier ones."""
    began = date(school.of(register).academic_year, 9, 1)

    def group(day: Value) -> Value:
        return "this_year" if isinstance(day, date) and day >= began else "earlier"

    return group


def review(register: Register) -> Group:
    """Tell reviews that are due by today from later ones."""
    today = register.today

    def group(day: Value) -> Value:
        if not isinstance(day, date):
            return "not_set"
        return "due" if day <= today else "later"

    return group


def activities(count: Value) -> Value:
    """Tell pupils who have had nothing this year from the others."""
    return "some" if count else "none"


def areas(count: Value) -> Value:
    """Tell pupils who are listed for several areas from the others."""
    return "several" if isinstance(count, int) and count > 1 else "one"
