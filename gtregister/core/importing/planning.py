"""What a file's Records mean for this register: who is new, what changes, who asks."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from gtregister.core import school
from gtregister.core.importing.ownership import Owned
from gtregister.core.register import Register, Stored
from gtregister.core.roll import people, results
from gtregister.core.roll.matching import Match, Roll
from gtregister.core.roll.pupils import folded
from gtregister.core.roll.results import Held, NewResult
from gtregister.i18n import _, ngettext
from gtregister.importers import Aside, Details, Problem, Reading, Record

# A list from the school's information system is the authority on names and birthdays;
# in every other file a different spelling is only said.
_AUTHORITIES = frozenset(("pupil_list", "contacts"))
_WHO = {"surname", "forename", "preferred_surname", "preferred_forename", "dob", "upn"}


class Change(NamedTuple):
    """A detail of a pupil that a file changes."""

    field: str
    old: Stored
    new: str | int


class New(NamedTuple):
    """A pupil whom the register does not know yet."""

    rows: tuple[int, ...]
    details: Details
    results: Sequence[NewResult]
    contacts: Sequence[Details] = ()
    referrals: Sequence[Details] = ()


class Known(NamedTuple):
    """A pupil of the roll: changed details, new and amended results.

    `amended` pairs the id of a stored result with what takes its place.
    """

    rows: tuple[int, ...]
    pupil_id: int
    changes: tuple[Change, ...]
    results: Sequence[NewResult]
    amended: Sequence[tuple[int, NewResult]]
    unchanged: int
    contacts: Sequence[Details] = ()
    referrals: Sequence[Details] = ()


class Asked(NamedTuple):
    """Rows that may be an existing pupil; a person must say."""

    rows: tuple[int, ...]
    details: Details
    why: str
    alike: tuple[int, ...]


@dataclass(slots=True)
class SortedOut:
    """Every Record of a Reading in its place.

    `worked_out` counts the key stage 2 results whose academic year nobody has stated.
    """

    new: list[New] = field(default_factory=list)
    known: list[Known] = field(default_factory=list)
    asked: list[Asked] = field(default_factory=list)
    skipped: list[Aside] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    worked_out: Counter[int] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class _Context:
    """What the sorting needs to know of the register and of the person's choices."""

    roll: Roll
    held: Held
    year_now: int
    year: int | None
    is_authority: bool
    columns: Mapping[str, str]


def sort_out(
    register: Register,
    roll: Roll,
    held: Held,
    read: Reading,
    year: int | None,
    settled: Iterable[Owned],
) -> SortedOut:
    """Put every Record in its place: new, known, asked or skipped."""
    context = _Context(
        roll=roll,
        held=held,
        year_now=school.of(register).academic_year,
        year=year,
        is_authority=read.format in _AUTHORITIES,
        columns={c.field: c.heading for c in read.columns if c.field},
    )
    out = SortedOut()
    for owned in settled:
        details = _details(context, out, owned)
        _place(context, out, owned.records, details, owned.match)
    out.problems += [_worked_out(*said) for said in sorted(out.worked_out.items())]
    return out


def _worked_out(taken: int, n: int) -> Problem:
    """Say of results that the file does not date when they must have been taken."""
    said = ngettext(
        "The file does not say when {n} key stage 2 result was taken. By the pupil’s "
        "year group or birthday it is of {first}/{last}.",
        "The file does not say when {n} key stage 2 results were taken. By the pupils’ "
        "year groups or birthdays they are of {first}/{last}.",
        n,
        first=taken,
        last=taken + 1,
    )
    return Problem(0, "", "", "note", said)


def _details(context: _Context, out: SortedOut, owned: Owned) -> Details:
    """Put together what the rows say of a pupil, and say what does not go in."""
    details = people.merged(owned.records)
    if len(owned.records) == 1 and owned.keeps_upn and not owned.notes:
        return details
    for row, name, value in people.contradictions(owned.records, details):
        said = _("Row {row} says “{kept}” of this pupil, which was kept.")
        text = said.format(row=owned.row, kept=details[name])
        out.problems.append(_look(context, row, name, value, text))
    out.problems += [Problem(owned.row, "", "", "note", note) for note in owned.notes]
    if owned.keeps_upn or "upn" not in details:
        return details
    text = _("It is the UPN of another pupil, so this one was left without.")
    out.problems.append(_look(context, owned.row, "upn", details["upn"], text))
    return {name: value for name, value in details.items() if name != "upn"}


def _place(
    context: _Context,
    out: SortedOut,
    records: Sequence[Record],
    details: Details,
    match: Match,
) -> None:
    rows = tuple([record.row for record in records])
    if match.skip:
        out.skipped += [Aside(row, match.skip) for row in rows]
    elif match.ask:
        out.asked.append(Asked(rows, details, match.ask, match.alike))
    elif match.pupil_id is None:
        found = _results(context, out, records, details, {})
        details = _with_year(context, details, found)
        out.new.append(New(rows, details, found, *_sides(records)))
    else:
        out.known.append(_known(context, out, records, details, match.pupil_id))


def _known(
    context: _Context,
    out: SortedOut,
    records: Sequence[Record],
    details: Details,
    pupil_id: int,
) -> Known:
    pupil = context.roll.pupils[pupil_id]
    # Most files say little that is new: that all of it is known is told at once.
    is_known = details.items() <= pupil.items()
    row = records[0].row
    changes = () if is_known else (*_changes(context, out, row, details, pupil),)
    if pupil["year_group"] is None and "year_group" not in details and context.year:
        changes += (Change("year_group", None, context.year),)
    fresh: list[NewResult] = []
    amended: list[tuple[int, NewResult]] = []
    unchanged = 0
    found = _results(context, out, records, details, pupil)
    if context.held.has_all(pupil_id, found):
        found, unchanged = [], len(found)
    for result in found:
        said = result.said
        held = context.held.same_sitting(pupil_id, result)
        if held is None:
            fresh.append(result)
        elif held.value == said.value and said.academic_year in (
            None,
            held.academic_year,
        ):
            unchanged += 1
        else:
            year = said.academic_year or held.academic_year or result.academic_year
            amended.append((held.result_id, result._replace(academic_year=year)))
    rows = tuple([record.row for record in records])
    sides = _sides(records)
    return Known(rows, pupil_id, changes, fresh, amended, unchanged, *sides)


def _sides(
    records: Sequence[Record],
) -> tuple[Sequence[Details], Sequence[Details]]:
    """Gather what the rows of a pupil say of contacts and of proposals."""
    if len(records) == 1:
        return records[0].contacts, records[0].referrals
    contacts = [contact for record in records for contact in record.contacts]
    return contacts, [said for record in records for said in record.referrals]


def _changes(
    context: _Context,
    out: SortedOut,
    row: int,
    details: Details,
    pupil: Mapping[str, Stored],
) -> Iterable[Change]:
    for name, new in details.items():
        old = pupil[name]
        if new == old:
            continue
        if old is None or name not in _WHO:
            yield Change(name, old, new)
        elif name != "dob" and folded(str(old)) == folded(str(new)):
            # Some systems shout: a name in capitals gives way to one that is not.
            if str(old).isupper() and not str(new).isupper():
                yield Change(name, old, new)
        elif context.is_authority:
            yield Change(name, old, new)
        elif not _is_preferred(name, new, pupil):
            said = _("The register has “{old}”, which was left as it is.")
            text = said.format(old=old)
            out.problems.append(_look(context, row, name, new, text))


def _look(
    context: _Context, row: int, name: str, value: str | int, text: str
) -> Problem:
    columns = context.columns
    heading = columns.get(name) or columns.get("full_name", "")
    return Problem(row, heading, str(value), "look", text)


def _is_preferred(name: str, said: str | int, pupil: Mapping[str, Stored]) -> bool:
    """Say whether a sheet has the name that a pupil goes by, not the legal one."""
    preferred = pupil.get(f"preferred_{name}")
    return preferred is not None and folded(str(preferred)) == folded(str(said))


def _results(
    context: _Context,
    out: SortedOut,
    records: Sequence[Record],
    details: Details,
    pupil: Mapping[str, Stored],
) -> list[NewResult]:
    year = details.get("year_group") or pupil.get("year_group") or context.year
    dob = details.get("dob") or pupil.get("dob")
    taken = results.ks2_year(year, dob, context.year_now)
    found, problems = results.of_pupil(records, taken)
    out.problems += problems
    undated = results.undated(found) if taken is not None else 0
    if taken is not None and undated:
        out.worked_out[taken] += undated
    return found


def _with_year(
    context: _Context, details: Details, found: Sequence[NewResult]
) -> Details:
    """Add the year group of a new pupil whose row has none, if it is known.

    It is the one the person gave, else the one that follows from a dated key stage 2
    result.
    """
    if "year_group" in details:
        return details
    if context.year is not None:
        return {**details, "year_group": context.year}
    for result in found:
        taken = result.said.academic_year
        if result.said.assessment == "ks2" and taken is not None:
            year_group = results.KS2_YEAR + context.year_now - taken
            if results.KS2_YEAR < year_group <= 13:
                return {**details, "year_group": year_group}
    return details
