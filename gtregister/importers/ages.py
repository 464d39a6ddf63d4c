"""Whether birthdays go with the year groups that stand beside them.

Year 7 is for children who turn 12 between September and August. One year more or less
is not unheard of; more than that is a slip of the pen, or the list of another year.
"""

from collections.abc import Mapping, Sequence
from datetime import date

from gtregister.i18n import _
from gtregister.importers import Layout, Problem
from gtregister.importers.cells import Trouble
from gtregister.importers.distinct import Odd

# Reception is year 0, for children who turn 5 in it.
_AGE_IN_RECEPTION = 5
_SLACK = 1
# If so many rows are odd, and most of all, then it is the list that is.
_MANY = 5


def odd(
    layout: Layout, details: Mapping[str, Sequence[str | int | None]], today: date
) -> tuple[list[Odd], list[Problem]]:
    """Give the birthdays that are far from the year group of their row, or of all."""
    if not {"dob", "year_group"} <= details.keys():
        return [], []
    place = next(
        (n for n, c in enumerate(layout.columns) if c.field in {"dob", "dob_day"}), 0
    )
    now = today.year - (today.month < 9)
    pairs = [*zip(details["dob"], details["year_group"], strict=True)]
    known = [pair for pair in pairs if None not in pair]
    found = [
        Odd(row, place, Trouble("look", _said(int(group))))
        for row, (dob, group) in enumerate(pairs)
        if isinstance(dob, str)
        and group is not None
        and abs(_year_group(dob, now) - int(group)) > _SLACK
    ]
    if len(found) < _MANY or len(found) * 2 <= len(known):
        return found, []
    text = _("Most birthdays do not go with the year groups: is it an older list?")
    return [], [Problem(0, "", "", "look", text)]


def _year_group(dob: str, now: int) -> int:
    """Say in which year group somebody of a birthday is in an academic year."""
    born = int(dob[:4]) - (dob[5:7] < "09")
    return now - born - _AGE_IN_RECEPTION


def _said(group: int) -> str:
    return _("The birthday does not go with year {group}; check both.").format(
        group=group
    )
