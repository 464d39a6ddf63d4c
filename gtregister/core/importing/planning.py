"""What a file's Records mean for this register: who is new, what changes, who asks."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from gtregister.core import school
from gtregister.core.importing import comparing, dating
from gtregister.core.importing.comparing import Told
from gtregister.core.importing.import_choices import Choices
from gtregister.core.importing.outcomes import Asked, Known, New, SortedOut
from gtregister.core.importing.ownership import Owned
from gtregister.core.register import Register, Stored
from gtregister.core.roll import people
from gtregister.core.roll.matching import Roll
from gtregister.core.roll.results import Held
from gtregister.i18n import _, ngettext
from gtregister.importers import Aside, Details, Problem, Reading, Record, Step

# A list from the school's information system is the authority on names and birthdays;
# in every other file a different spelling is only said.
AUTHORITIES = frozenset(("pupil_list", "contacts"))
# A list of what was may be of another year: in it, these tell who is meant and no more.
OF_THE_PAST = frozenset(("activities",))
_MAY_BE_OLD = frozenset(("year_group", "form"))
_AT_A_TIME = 200  # pupils between two looks at whether to go on


@dataclass(frozen=True, slots=True)
class _Ground:
    """What the sorting needs to know of the register and of the person's choices."""

    roll: Roll
    held: Held
    now: int
    year: int | None
    trusts_names: bool
    is_of_the_past: bool
    headings: Mapping[str, str]


def sort_out(
    register: Register,
    roll: Roll,
    held: Held,
    read: Reading,
    choices: Choices,
    settled: Sequence[Owned],
    step: Step = lambda _done, _of: None,
) -> SortedOut:
    """Put every Record in its place: new, known, asked or skipped."""
    ground = _Ground(
        roll=roll,
        held=held,
        now=school.of(register).academic_year,
        year=choices.year,
        trusts_names=read.format in AUTHORITIES and not choices.asks_names,
        is_of_the_past=read.format in OF_THE_PAST,
        headings=headings_of(read),
    )
    out = SortedOut()
    for done, owned in enumerate(settled):
        if not done % _AT_A_TIME:
            step(done, len(settled))
        details = _details(ground, out, owned)
        _place(ground, out, owned, details)
    _count_undated(out)
    out.problems += dating.notes(out.unsaid)
    out.problems += _found_by_form(settled)
    return out


def _found_by_form(settled: Sequence[Owned]) -> Iterator[Problem]:
    """Say how many pupils were found by less than a birthday."""
    if n := sum(owned.match.by_form for owned in settled):
        text = ngettext(
            "{n} pupil was found by name and form; the file has no UPN or birthday.",
            "{n} pupils were found by name and form; the file has no UPN or birthday.",
            n,
        )
        yield Problem(0, "", "", "note", text)


def headings_of(read: Reading) -> dict[str, str]:
    """Give the headings of the columns by the fields that they go to."""
    headings = {c.field: c.heading for c in read.columns if c.field}
    if "full_name" in headings:
        whole = headings["full_name"]
        headings = {"surname": whole, "forename": whole} | headings
    return headings


def look(
    headings: Mapping[str, str], row: int, name: str, value: Stored, text: str
) -> Problem:
    """Make a remark on the cell of a field."""
    return Problem(row, headings.get(name, ""), str(value), "look", text)


def _details(ground: _Ground, out: SortedOut, owned: Owned) -> Details:
    """Put together what the rows say of a pupil, and say what does not go in."""
    details = people.merged(owned.records)
    if len(owned.records) == 1 and owned.keeps_upn and not owned.notes:
        return details
    headings = ground.headings
    for row, name, value in people.contradictions(owned.records, details):
        said = _("Row {row} says “{kept}” of this pupil, which was kept.")
        text = said.format(row=owned.row, kept=details[name])
        out.problems.append(look(headings, row, name, value, text))
    out.problems += [Problem(owned.row, "", "", "note", note) for note in owned.notes]
    if owned.keeps_upn or "upn" not in details:
        return details
    text = _("It is the UPN of another pupil, so this one was left without.")
    out.problems.append(look(headings, owned.row, "upn", details["upn"], text))
    return {name: value for name, value in details.items() if name != "upn"}


def _place(ground: _Ground, out: SortedOut, owned: Owned, details: Details) -> None:
    records, match = owned.records, owned.match
    rows = tuple([record.row for record in records])
    if match.skip:
        out.skipped += [Aside(row, match.skip) for row in rows]
        return
    if match.ask:
        out.asked.append(Asked(rows, details, match.ask, match.alike))
        return
    pupil = ground.roll.pupils[match.pupil_id] if match.pupil_id else {}
    if not pupil and ground.year is not None:
        details = {"year_group": ground.year, **details}
    year = details.get("year_group") or pupil.get("year_group") or ground.year
    who = {"year_group": year, "dob": details.get("dob") or pupil.get("dob")}
    found, problems = dating.results_of(records, who, ground.now, out.unsaid)
    out.problems += problems
    told = Told(rows, details, found, *_sides(records))
    if pupil:
        if ground.is_of_the_past:
            told = told._replace(details=_without(details, _MAY_BE_OLD))
        out.problems += _former_upn(ground, told, pupil)
        out.known.append(
            comparing.known(
                pupil, ground.held, told, ground.year, trusts_names=ground.trusts_names
            )
        )
        return
    details = dating.with_year_group(details, found, ground.now, out.unsaid)
    out.new.append(New(*told._replace(details=details)))


def _without(details: Details, names: frozenset[str]) -> Details:
    return {name: value for name, value in details.items() if name not in names}


def _sides(
    records: Sequence[Record],
) -> tuple[Sequence[Details], Sequence[Details], Sequence[Details]]:
    """Gather what the rows of a pupil say of contacts, proposals and activities."""
    if len(records) == 1:
        return records[0].contacts, records[0].referrals, records[0].activities
    return (
        [contact for record in records for contact in record.contacts],
        [said for record in records for said in record.referrals],
        [
            {**said, "row": record.row}
            for record in records
            for said in record.activities
        ],
    )


def _former_upn(
    ground: _Ground, told: Told, pupil: Mapping[str, Stored]
) -> Iterator[Problem]:
    """Say it if a pupil was found by a UPN that is theirs no more."""
    upn = told.details.get("upn")
    if upn and upn == pupil["former_upn"] != pupil["upn"]:
        said = _("It is a former UPN of this pupil; the register has {upn}.")
        text = said.format(upn=pupil["upn"] or "–")
        yield Problem(
            told.rows[0], ground.headings.get("upn", ""), str(upn), "note", text
        )


def _count_undated(out: SortedOut) -> None:
    """Count what would be stored without a year."""
    going: list[New | Known] = [*out.new, *out.known]
    out.unsaid.results.update(
        result.said.assessment
        for one in going
        for result in one.results
        if result.academic_year is None
    )
