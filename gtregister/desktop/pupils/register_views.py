"""The filters of the register, and the views of it that come with the program."""

from collections.abc import Callable, Collection, Mapping
from functools import partial

from gtregister.core import school
from gtregister.core.identifying import entries, entry_groups
from gtregister.core.register import Register
from gtregister.desktop.widgets.saved_view import SavedView
from gtregister.desktop.widgets.table_list import TableList
from gtregister.i18n import N_, _, translated
from gtregister.table import Value

FindPupils = Callable[[Register], Collection[int]]  # gives ids of pupils


def add_filters(listing: TableList, register: Register) -> None:
    """Offer what the register can be filtered by; the first find room first."""
    listing.add_choice("year_group", _("Year"), words=_year)
    listing.add_choice("subject", _("Subject"))
    listing.add_choice("status", _("Status"))
    listing.add_choice("strand", _("Strand"))
    listing.add_choice("form", _("Form"))
    listing.add_choice("pupil_premium", _("Pupil premium"))
    listing.add_choice("sen", _("SEN"), words=_sen)
    listing.add_choice("eal", _("EAL"))
    words = entry_groups.in_words
    since = entry_groups.since(register)
    listing.add_choice("from_on", _("Since"), words=words, group=since)
    review = entry_groups.review(register)
    listing.add_choice("review_due", _("Review"), words=words, group=review)
    listing.add_choice("areas", _("Areas"), words=words, group=entry_groups.areas)
    had = entry_groups.activities
    listing.add_choice("activities", _("Activities"), words=words, group=had)


def shipped(register: Register) -> list[SavedView]:
    """Give the views that come with the program.

    One that asks only for values of the filters is a line here. One that asks for what
    stands in no column is a line in `_BY_PUPILS`, with a function that finds them.
    """
    lowest = school.of(register).lowest_year
    new = _("{year}, new this year").format(year=in_words(lowest))
    wanted: dict[str, Mapping[str, list[Value]]] = {
        new: {"year_group": [lowest], "from_on": ["this_year"]},
        _("Pupil premium on the register"): {"pupil_premium": [1]},
        _("Review due"): {"review_due": ["due"]},
        _("Several areas"): {"areas": ["several"]},
        _("No activity this year"): {"activities": ["none"]},
    }
    views = [SavedView(name, values) for name, values in wanted.items()]
    for name, find in _BY_PUPILS:
        those = partial(_entries, register, find)
        views.append(SavedView(translated(name), those=those))
    return views


def _entries(register: Register, find: FindPupils) -> set[int]:
    return entries.of_pupils(register, find(register))


# Loaded when somebody asks for the view, since the page comes first.
def _without_letter(register: Register) -> Collection[int]:
    from gtregister.core.telling import letter_lists

    return letter_lists.parents_to_be_told(register)


_BY_PUPILS: tuple[tuple[str, FindPupils], ...] = (
    (N_("No parent letter"), _without_letter),
)


def in_words(year: int) -> str:
    """Name a year group: Year 7, Reception."""
    if year > 0:
        return _("Year {year}").format(year=year)
    return _("Reception") if year == 0 else _("Nursery {year}").format(year=year + 3)


def _year(year: Value) -> str:
    if isinstance(year, int) and year < 1:
        return in_words(year)
    return str(year)


def _sen(code: Value) -> str:
    words = {"N": _("None"), "K": _("SEN support"), "E": _("EHC plan")}
    return words.get(str(code), str(code))
