"""Who took part in what, as a file states it: what of it the register does not hold.

An activity that the register has already is joined, never doubled.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from rapidfuzz import fuzz, process

from gtregister.core import school
from gtregister.core.enrichment import activity_kinds, activity_log, attendance, places
from gtregister.core.enrichment.activity_log import Happened, Taken
from gtregister.core.enrichment.activity_plan import NewActivity
from gtregister.core.importing import activities_held, activity_kinds_said, occasions
from gtregister.core.importing.activities_held import Held
from gtregister.core.importing.occasions import Occasion, Said
from gtregister.core.importing.outcomes import Known, New
from gtregister.core.register import Register
from gtregister.core.roll.pupils import folded
from gtregister.i18n import _, format_date, translated
from gtregister.importers import Problem

_ALIKE = 85


@dataclass(slots=True)
class TakingPart:
    """What of the activities of a file goes in, and what is odd about them.

    The pupils of what `happened` are ids, or for new ones the places in the plan,
    counted down from -1. `undated` activities have no academic year, so that they
    cannot go in.
    """

    happened: list[Happened] = field(default_factory=list)
    new_activities: int = 0
    joined_activities: int = 0
    new_places: int = 0
    changed_places: int = 0
    unchanged_places: int = 0
    undated: int = 0
    problems: list[Problem] = field(default_factory=list)


def planned(
    register: Register, new: Sequence[New], known: Iterable[Known]
) -> TakingPart:
    """Work out which activities and places are new, if the file states any."""
    going = TakingPart()
    said = [*_said(new, known)]
    if not said:
        return going
    held = activities_held.every(register)
    by_activity: dict[int, Occasion] = {}
    fresh: list[Occasion] = []
    for occasion in occasions.gathered(said):
        if occasion.academic_year is None:
            going.undated += 1
            going.problems += map(_undated, occasion.said)
            continue
        going.problems += map(_dayless, occasion.dayless)
        going.problems += map(_contradicting, occasion.contradicting)
        one = activities_held.matching(held, occasion)
        if one is None:
            fresh.append(occasion)
        elif one.activity_id in by_activity:
            by_activity[one.activity_id].add(occasion.said)
        else:
            by_activity[one.activity_id] = occasion
    by_id = {one.activity_id: one for one in held}
    for activity_id, occasion in by_activity.items():
        _join(register, going, by_id[activity_id], occasion)
    _add(register, going, held, fresh)
    return going


def _said(new: Sequence[New], known: Iterable[Known]) -> Iterable[Said]:
    told: list[tuple[int, New | Known]] = [(-n, one) for n, one in enumerate(new, 1)]
    told += [(one.pupil_id, one) for one in known]
    for owner, one in told:
        for details in one.activities:
            row = details.get("row", one.rows[0])
            yield Said(owner, int(row), details)


def _join(
    register: Register, going: TakingPart, held: Held, occasion: Occasion
) -> None:
    """Add to an activity of the register what it does not hold yet."""
    taken: dict[int, Taken] = {}
    seats = 0
    for owner, marks in occasion.pupils.items():
        place = held.places.get(owner)
        marks = _of_the_past(register, marks)
        fresh = {
            day: mark for day, mark in marks.items() if (owner, day) not in held.marks
        }
        going.problems += _contradictions(held, occasion, owner, marks)
        has_seat = place in places.SEATED
        if place in activity_log.GIVEN_UP:
            going.unchanged_places += 1
            going.problems.append(_given_up(held, occasion, owner))
        elif not has_seat and held.is_full(seats):
            going.problems.append(_is_full(held, occasion, owner))
        elif place is None:
            going.new_places += 1
            taken[owner] = Taken(fresh)
        elif fresh or place not in activity_log.HAD:
            going.changed_places += 1
            taken[owner] = Taken(fresh)
        else:
            going.unchanged_places += 1
        seats += owner in taken and not has_seat
    days = tuple(day for day in occasion.days if day not in held.days)
    if taken or days:
        going.joined_activities += 1
        plan = NewActivity(title=held.title, academic_year=held.academic_year)
        going.happened.append(Happened(plan, days, taken, activity_id=held.activity_id))


def _add(
    register: Register,
    going: TakingPart,
    held: Sequence[Held],
    fresh: Sequence[Occasion],
) -> None:
    """Plan activities that the register has not."""
    kinds = activity_kinds.names(register)
    titles = {folded(one.title): one.title for one in held}
    for occasion in fresh:
        if not occasion.pupils:
            continue
        kind, is_guess = activity_kinds_said.kind_of(
            kinds, occasion.title, str(occasion.first("kind") or ""), _heading(occasion)
        )
        if is_guess:
            said = _("“{title}” is entered as “{kind}”; check this.")
            text = said.format(title=occasion.title, kind=kinds[kind])
            going.problems.append(_about(occasion, text))
        near = _near(occasion.title, titles)
        titles.setdefault(folded(occasion.title), occasion.title)
        if near:
            said = _("“{title}” is entered as a new activity, beside “{near}”.")
            text = said.format(title=occasion.title, near=near)
            going.problems.append(_about(occasion, text))
        going.new_activities += 1
        going.new_places += len(occasion.pupils)
        taken = {
            owner: Taken(_of_the_past(register, marks))
            for owner, marks in occasion.pupils.items()
        }
        plan = _plan(register, occasion, kind)
        staff = tuple(occasion.every("staff"))
        going.happened.append(Happened(plan, tuple(occasion.days), taken, staff))


def _plan(register: Register, occasion: Occasion, kind: str) -> NewActivity:
    charge, venue = occasion.first("charge"), occasion.first("venue")
    year = occasion.academic_year or 0
    is_to_come = any(day > register.today.isoformat() for day in occasion.days)
    only_signed = all(one.mark == "signed_up" for one in occasion.said)
    if not occasion.days and only_signed:
        is_to_come = year >= school.academic_year_of(register.today)
    return NewActivity(
        title=occasion.title,
        kind=kind,
        academic_year=year,
        status="planned" if is_to_come else "done",
        who="roll",
        venue=None if venue is None else str(venue),
        charge=None if charge is None else int(charge),
        notes=None if occasion.days else activities_held.note_of(occasion.season),
    )


def store(register: Register, going: TakingPart, ids: Sequence[int], file: str) -> None:
    """Enter what is planned; `ids` are those of the new pupils, in their order."""
    why = _("On the list “{file}”.").format(file=file)
    for one in going.happened:
        taken = {
            ids[-owner - 1] if owner < 0 else owner: what
            for owner, what in one.taken.items()
        }
        activity_log.enter(register, replace(one, taken=taken), why)


def _of_the_past(register: Register, marks: Mapping[str, str]) -> dict[str, str]:
    """Leave out marks of days that are still to come."""
    today = register.today.isoformat()
    return {day: mark for day, mark in marks.items() if day <= today}


def _heading(occasion: Occasion) -> str:
    return str(occasion.said[0].details.get("column", ""))


def _near(title: str, titles: Mapping[str, str]) -> str | None:
    """Find an activity whose title is almost the same, but not the same."""
    key = folded(title)
    if key in titles:
        return None
    best = process.extractOne(key, [*titles], scorer=fuzz.ratio, score_cutoff=_ALIKE)
    return None if best is None else titles[best[0]]


def _contradictions(
    held: Held, occasion: Occasion, owner: int, marks: Mapping[str, str]
) -> Iterable[Problem]:
    for day, mark in marks.items():
        kept = held.marks.get((owner, day), mark)
        if kept != mark:
            said = _("On {day} the register has “{kept}” for this pupil, which stays.")
            words = translated(attendance.MARKS[kept])
            when = format_date(date.fromisoformat(day))
            yield _about(occasion, said.format(day=when, kept=words), owner)


def _is_full(held: Held, occasion: Occasion, owner: int) -> Problem:
    said = _("{title} has no place left. Raise the number of its places first.")
    return _about(occasion, said.format(title=held.title), owner, is_problem=True)


def _given_up(held: Held, occasion: Occasion, owner: int) -> Problem:
    said = _("The register says that this pupil gave up {title}; that stays.")
    return _about(occasion, said.format(title=held.title), owner)


def _undated(said: Said) -> Problem:
    text = _(
        "Nobody has said in which school year “{title}” was, so it does not go in. "
        "Say the year of the file, or write the date or the term beside it."
    )
    return said.remark("problem", text.format(title=said.title))


def _contradicting(said: Said) -> Problem:
    text = _("A row before says otherwise of this pupil on this day, and was kept.")
    return said.remark("look", text)


def _dayless(said: Said) -> Problem:
    text = _("No day is known, so that the pupil was not there was left out.")
    return said.remark("look", text)


def _about(
    occasion: Occasion, text: str, owner: int | None = None, *, is_problem: bool = False
) -> Problem:
    """Make a remark on the first cell that names an activity, or on a pupil's."""
    theirs = (one for one in occasion.said if owner in (None, one.owner))
    return next(theirs).remark("problem" if is_problem else "look", text)
