"""The activities of the register, as a file's activities are compared with them."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from gtregister.core.importing.occasions import Occasion, season_of
from gtregister.core.register import Register
from gtregister.core.roll.pupils import folded
from gtregister.i18n import N_, translated

# How the notes of an activity without a day begin, where its term is known.
_SEASONS = {
    "autumn": N_("Autumn term."),
    "spring": N_("Spring term."),
    "summer": N_("Summer term."),
}


@dataclass(slots=True)
class Held:
    """An activity of the register; its marks are by pupil and day."""

    activity_id: int
    title: str
    academic_year: int
    is_over: bool
    places_left: int | None
    noted: str | None
    days: set[str] = field(default_factory=set)
    places: dict[int, str] = field(default_factory=dict)
    marks: dict[tuple[int, str], str] = field(default_factory=dict)

    @property
    def seasons(self) -> set[str]:
        """Name the terms in which it met, or which its notes name."""
        found = {season_of(date.fromisoformat(day)) for day in self.days}
        return found | {self.noted} if self.noted else found

    def is_full(self, more: int) -> bool:
        """Say whether it has no place left after so many more."""
        if self.is_over or self.places_left is None:
            return False
        return more >= self.places_left


def every(register: Register) -> list[Held]:
    """Read the activities that took place or will, the newest first."""
    rows = register.rows(
        """
        select
            activities.id,
            activities.title,
            activities.academic_year,
            activities.notes,
            activities.status = 'done' as is_over,
            activities.places_most - activity_overview.taken as places_left
        from activities
        join activity_overview on activity_overview.activity_id = activities.id
        where activities.status not in ('idea', 'cancelled')
        order by activities.id desc
        """
    )
    found = {
        row["id"]: Held(
            row["id"],
            row["title"],
            row["academic_year"],
            bool(row["is_over"]),
            row["places_left"],
            _season_of_note(row["notes"]),
        )
        for row in rows
    }
    _read_people(register, found)
    return [*found.values()]


def _read_people(register: Register, found: dict[int, Held]) -> None:
    for row in register.rows(
        "select activity_id, held_on from sessions where status = 'planned'"
    ):
        if row["activity_id"] in found:
            found[row["activity_id"]].days.add(row["held_on"])
    for row in register.rows("select activity_id, pupil_id, state from places"):
        if row["activity_id"] in found:
            found[row["activity_id"]].places[row["pupil_id"]] = row["state"]
    for row in register.rows(
        """
        select sessions.activity_id, sessions.held_on, pupil_id, mark
        from attendance
        join sessions on sessions.id = attendance.session_id
        """
    ):
        if row["activity_id"] in found:
            key = (row["pupil_id"], row["held_on"])
            found[row["activity_id"]].marks[key] = row["mark"]


def matching(held: Sequence[Held], occasion: Occasion) -> Held | None:
    """Find the activity that a file means: of its title and year, day or term.

    One that met on such a day goes before one of the same term; one of which neither
    days nor term are known may be meant by any.
    """
    named: dict[int, list[Held]] = defaultdict(list)
    key = folded(occasion.title)
    days = {*occasion.days}
    for one in held:
        if (folded(one.title), one.academic_year) == (key, occasion.academic_year):
            is_same_term = occasion.season in one.seasons
            rank = 0 if days & one.days else 1 if is_same_term else 2
            if rank == 2 and one.seasons and occasion.season:
                continue
            named[3 if rank == 2 and one.seasons else rank].append(one)
    for rank in sorted(named):
        if rank < 3 or len(named[rank]) == 1:
            return min(named[rank], key=lambda one: one.activity_id)
    return None


def note_of(season: str | None) -> str | None:
    """Write down the term of an activity whose days are not known."""
    return translated(_SEASONS[season]) if season else None


def _season_of_note(notes: str | None) -> str | None:
    said = (
        season for season in _SEASONS if str(notes).startswith(str(note_of(season)))
    )
    return next(said, None)
