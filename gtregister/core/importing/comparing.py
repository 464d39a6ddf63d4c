"""What a file says of a pupil on the roll, against what the register knows already."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from gtregister.core.importing.outcomes import Change, Known
from gtregister.core.register import Stored
from gtregister.core.roll.pupils import folded
from gtregister.core.roll.results import Held
from gtregister.core.roll.sittings import HeldResult, NewResult
from gtregister.importers import Details

_WHO = {"surname", "forename", "preferred_surname", "preferred_forename", "dob", "upn"}


class Told(NamedTuple):
    """What the rows of a pupil say: details, dated results, and what is beside them."""

    rows: tuple[int, ...]
    details: Details
    results: Sequence[NewResult]
    contacts: Sequence[Details]
    referrals: Sequence[Details]
    activities: Sequence[Details]


def known(
    pupil: Mapping[str, Stored],
    held: Held,
    told: Told,
    year: int | None,
    *,
    trusts_names: bool,
) -> Known:
    """Say what is new about a pupil, what is amended, and what is only offered.

    `year` is the year group of pupils of whom neither file nor register says it. With
    `trusts_names` the file's names and birthdays go in without being asked about.
    """
    pupil_id = int(pupil["id"] or 0)
    changes, offered = _details(pupil, told.details, trusts_names=trusts_names)
    if pupil["year_group"] is None and "year_group" not in told.details and year:
        changes.append(Change("year_group", None, year))
    fresh: list[NewResult] = []
    amended: list[tuple[int, NewResult]] = []
    unchanged = 0
    if held.has_all(pupil_id, told.results):
        unchanged = len(told.results)
    else:
        for result in told.results:
            there = held.same_sitting(pupil_id, result)
            if there is None:
                fresh.append(result)
            elif _says_no_more(result, there):
                unchanged += 1
            else:
                amended.append((there.result_id, _dated(result, there)))
    return Known(
        rows=told.rows,
        pupil_id=pupil_id,
        changes=tuple(changes),
        results=fresh,
        amended=amended,
        unchanged=unchanged,
        contacts=told.contacts,
        referrals=told.referrals,
        offered=tuple(offered),
        activities=told.activities,
    )


def _says_no_more(result: NewResult, held: HeldResult) -> bool:
    said = result.said
    years = (None, held.academic_year)
    return held.value == said.value and said.academic_year in years


def _dated(result: NewResult, held: HeldResult) -> NewResult:
    """Keep the year that is held where the file's was only worked out."""
    said = result.said.academic_year
    year = said or held.academic_year or result.academic_year
    return result._replace(academic_year=year)


def _details(
    pupil: Mapping[str, Stored], details: Details, *, trusts_names: bool
) -> tuple[list[Change], list[Change]]:
    """Find the details that go in, and those that a person is to be asked about."""
    # Most files say little that is new: that all of it is known is told at once.
    if details.items() <= pupil.items():
        return [], []
    going: list[Change] = []
    offered: list[Change] = []
    for change in _differing(pupil, details):
        is_who = change.old is not None and change.field in _WHO
        if is_who and _is_preferred(change, pupil):
            continue
        if trusts_names or not is_who or _is_same_name(change):
            going.append(change)
        else:
            offered.append(change)
    return going, offered


def _differing(pupil: Mapping[str, Stored], details: Details) -> Iterator[Change]:
    for name, new in details.items():
        change = Change(name, pupil[name], new)
        if new == change.old:
            continue
        if name == "upn" and new == pupil["former_upn"]:
            continue
        # Some systems shout: a name in capitals gives way to one that is not.
        if _is_same_name(change) and not (
            str(change.old).isupper() and not str(new).isupper()
        ):
            continue
        yield change


def _is_same_name(change: Change) -> bool:
    """Say whether a name differs only in its capitals, accents or hyphens."""
    if change.old is None or change.field not in _WHO - {"dob"}:
        return False
    return folded(str(change.old)) == folded(str(change.new))


def _is_preferred(change: Change, pupil: Mapping[str, Stored]) -> bool:
    """Say whether a file has the name that a pupil goes by, not the legal one.

    Our own lists have it too, and must not overwrite the legal name when they return.
    """
    preferred = pupil.get(f"preferred_{change.field}")
    return preferred is not None and folded(str(preferred)) == folded(str(change.new))
