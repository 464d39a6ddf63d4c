"""Whose the rows of a file are: by the roll, by each other, and by answers."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from gtregister.core.roll import people
from gtregister.core.roll.matching import Match, Roll, name_of
from gtregister.errors import UserError
from gtregister.i18n import _
from gtregister.importers import Details, Record


@dataclass(slots=True)
class Owned:
    """Rows about one pupil, and whose they are; new notes are said of their first row.

    `keeps_upn` is False for a new pupil whose UPN belongs to somebody else.
    """

    records: list[Record]
    match: Match
    keeps_upn: bool = True
    notes: list[str] = field(default_factory=list)

    @property
    def row(self) -> int:
        """Say at which row they begin."""
        return self.records[0].row


@dataclass(slots=True)
class _Settling:
    """The file so far: who has been claimed, by roll, UPN, and name with birthday.

    `answers` are the person's, `made` the pupils whom an earlier import of the very
    same file made or found, both by row.
    """

    roll: Roll
    answers: Mapping[int, str]
    made: Mapping[int, int]
    owners: dict[object, Owned] = field(default_factory=dict)


def settle(
    roll: Roll,
    records: Iterable[Record],
    answers: Mapping[int, str],
    made: Mapping[int, int],
    *,
    by_form: bool = False,
) -> list[Owned]:
    """Say whose each row is; UserError if an answer fits no row or no pupil.

    `by_form` is True for a file that may name pupils by no more than name and form.
    """
    settling = _Settling(roll, answers, made)
    records, settled = _left_out(records, answers)
    for rows in people.gathered(records):
        details = people.merged(rows)
        owned = Owned(rows, roll.whose(details, by_form=by_form))
        _claim(settling, owned, details)
        if not answers or not _answered(settling, owned):
            settled.append(owned)
    _refuse_stray(answers, settled)
    return settled


def _left_out(
    records: Iterable[Record], answers: Mapping[int, str]
) -> tuple[Iterable[Record], list[Owned]]:
    """Set the rows aside that the person skips, whoever they and others are about."""
    if not answers:
        return records, []
    records = [*records]
    skipped = {n for n, said in answers.items() if said.strip().casefold() == "skip"}
    match = Match(skip=_("You chose to skip it."))
    owned = [Owned([record], match) for record in records if record.row in skipped]
    return [record for record in records if record.row not in skipped], owned


def _claim(settling: _Settling, owned: Owned, details: Details) -> None:
    """Ask about rows whose pupil earlier rows of the same file are already about."""
    match = owned.match
    if match.ask or match.skip:
        return
    marks = _marks(match, details)
    owners = [settling.owners.setdefault(mark, owned) for mark in marks]
    if owners[0] is owners[-1] is owned:  # There are one or two marks.
        return
    earlier = min(owner.row for owner in owners)
    if earlier != owned.row:
        said = _("row {row} is about the same pupil, but says something else")
        known = () if match.pupil_id is None else (match.pupil_id,)
        owned.match = Match(ask=said.format(row=earlier), alike=known)


def _marks(match: Match, details: Details) -> list[object]:
    """Give what a pupil is known by: the roll, else UPN, and name with birthday."""
    if match.pupil_id is not None:
        return [match.pupil_id]
    upn, dob = details.get("upn"), details.get("dob")
    named: list[object] = [(*name_of(details), dob)] if dob or not upn else []
    return [upn, *named] if upn else named


def _answered(settling: _Settling, owned: Owned) -> bool:
    """Follow the person's answer; True if the rows now belong to earlier ones."""
    answers = settling.answers
    given = [answers[r.row] for r in owned.records if r.row in answers]
    if not given:
        return False
    answer = given[0].strip()
    if answer.casefold() == "new":
        _say_new(settling, owned)
        return False
    return _give(settling, owned, answer)


def _say_new(settling: _Settling, owned: Owned) -> None:
    if not owned.match.ask:
        owned.notes.append(_("The row does not ask, so the answer was not needed."))
        return
    details = people.merged(owned.records)
    pupil_id = _made_before(settling, owned.row, details)
    owned.match = Match(pupil_id)
    mark = pupil_id or details.get("upn") or (owned.row,)
    owner = settling.owners.setdefault(mark, owned)
    is_known = settling.roll.by_upn(str(details.get("upn"))) is not None
    owned.keeps_upn = owner is owned and not is_known


def _made_before(settling: _Settling, row: int, details: Details) -> int | None:
    """Find the pupil whom the same answer has made already."""
    if row in settling.made:
        return settling.made[row]
    plain = {name: value for name, value in details.items() if name != "upn"}
    pupil_id = settling.roll.whose(plain).pupil_id
    if pupil_id is None or settling.roll.pupils[pupil_id]["upn"]:
        return None
    return pupil_id


def _give(settling: _Settling, owned: Owned, answer: str) -> bool:
    """Give rows to the pupil whom the answer names by UPN or id."""
    upn = "".join(answer.split()).upper()
    pupil_id = settling.roll.named(upn)
    owner = settling.owners.get(upn if pupil_id is None else pupil_id)
    if pupil_id is None and owner is None:
        said = _(
            "Row {row}: “{answer}” is not an answer. Write new, skip, or the UPN of a "
            "pupil of this register."
        )
        raise UserError(said.format(row=owned.row, answer=answer), "answer")
    if not owned.match.ask:
        if owner is owned:
            return False
        said = _("Row {row} does not ask, and it is not the row of {answer}.")
        raise UserError(said.format(row=owned.row, answer=answer), "answer")
    if owner is not None:
        owner.records += owned.records
        return True
    owned.match = Match(pupil_id)
    settling.owners[pupil_id] = owned
    return False


def _refuse_stray(answers: Mapping[int, str], settled: Iterable[Owned]) -> None:
    if not answers:
        return
    stray = set(answers) - {r.row for owned in settled for r in owned.records}
    if stray:
        said = _(
            "There is no row {row} with a pupil in this file, so it needs no answer."
        )
        raise UserError(said.format(row=min(stray)), "answer")
