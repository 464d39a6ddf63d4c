"""Reply slips that were sent: about whom, what each asks, and what came back."""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from gtregister.core.register import Register, Row
from gtregister.core.roll import contacts
from gtregister.core.telling import slip_numbers
from gtregister.core.telling.letter_settings import KINDS
from gtregister.core.telling.letter_template import CONSENT, OBJECTION
from gtregister.errors import UserError
from gtregister.i18n import N_, _, translated
from gtregister.table import Column, Table, Value

_COLUMNS = (
    Column("number", N_("Slip")),
    Column("kind", N_("Letter")),
    Column("surname", N_("Surname")),
    Column("forename", N_("Forename")),
    Column("form", N_("Form")),
    Column("people", N_("Names")),
    Column("reply_by", N_("To be back by"), "date"),
    Column("answered_on", N_("Answered on"), "date"),
    Column("answers", N_("Answers")),
    Column("is_late", N_("Late"), "yes_no"),
)


# What a question is called where its whole words would not fit.
_SHORT = {
    "read": N_("Has read it"),
    "talk": N_("Wants a call"),
    OBJECTION: N_("Not on the list"),
    CONSENT: N_("May take part"),
    "medical": N_("News of health"),
}


@dataclass(frozen=True, slots=True)
class Slip:
    """A slip: its questions in order, and the answers that came back.

    `activity` is the title of the activity that it asks about, if any. It `is_out` once
    its letter was more than a draft.
    """

    id: int
    notice_id: int
    kind: str
    pupil_id: int
    child: str
    form: str
    place_id: int | None
    activity: str
    questions: tuple[tuple[str, str], ...]
    reply_by: date
    is_out: bool
    people: str = ""
    answers: Mapping[str, bool] = field(default_factory=dict)
    answered_on: date | None = None

    @property
    def number(self) -> str:
        """Give the number that is printed on it."""
        return slip_numbers.number(self.id)


def short(key: str) -> str:
    """Give a short name to a question of a slip."""
    if key in _SHORT:
        return translated(_SHORT[key])
    return key.replace("_", " ").title()


def find(register: Register, number: str) -> Slip:
    """Find a slip by its number; UserError if a digit is wrong or there is none."""
    slip_id = slip_numbers.slip_id(number)
    found = _read(register, slip_id).get(slip_id)
    if found is None:
        said = _("No letter has the slip {number}. Its letter may have been undone.")
        raise UserError(said.format(number=number.strip()[:20]), "slip")
    return found


def every(register: Register) -> dict[int, Slip]:
    """Read all slips by their ids, in the order of forms; those of drafts too."""
    return _read(register, None)


def _read(register: Register, slip_id: int | None) -> dict[int, Slip]:
    rows = register.rows(
        """
        select
            slips.*,
            notices.kind,
            notices.place_id,
            notices.state <> 'drafted' as is_out,
            activities.title as activity,
            coalesce(pupils.preferred_forename, pupils.forename)
                || ' ' || coalesce(pupils.preferred_surname, pupils.surname) as child,
            pupils.form
        from slips
        join notices on notices.id = slips.notice_id
        join pupils on pupils.id = slips.pupil_id
        left join places on places.id = notices.place_id
        left join activities on activities.id = places.activity_id
        where :slip_id is null or slips.id = :slip_id
        order by
            pupils.year_group,
            pupils.form,
            coalesce(pupils.preferred_surname, pupils.surname),
            coalesce(pupils.preferred_forename, pupils.forename),
            slips.id
        """,
        slip_id=slip_id,
    )
    people, answers = _people(register, slip_id), _answers(register, slip_id)
    found = {}
    for row in rows:
        slip = replace(_slip(row), people=", ".join(people.get(row["id"], ())))
        if held := answers.get(row["id"]):
            said = {answer["question"]: bool(answer["answer"]) for answer in held}
            on = date.fromisoformat(held[0]["answered_on"])
            slip = replace(slip, answers=said, answered_on=on)
        found[slip.id] = slip
    return found


def _slip(row: Row) -> Slip:
    return Slip(
        row["id"],
        row["notice_id"],
        row["kind"],
        row["pupil_id"],
        row["child"],
        row["form"] or "",
        row["place_id"],
        row["activity"] or "",
        tuple((key, words) for key, words in json.loads(row["questions"])),
        date.fromisoformat(row["reply_by"]),
        bool(row["is_out"]),
    )


def _people(register: Register, slip_id: int | None) -> Mapping[int, Sequence[str]]:
    """Name whom each letter was addressed to."""
    found: dict[int, list[str]] = defaultdict(list)
    for row in register.rows(
        """
        select slips.id, title, forename, surname
        from slips
        join notice_people on notice_people.notice_id = slips.notice_id
        join contacts on contacts.id = notice_people.contact_id
        where :slip_id is null or slips.id = :slip_id
        order by notice_people.id
        """,
        slip_id=slip_id,
    ):
        name = contacts.full_name(row["title"], row["forename"], row["surname"])
        found[row["id"]].append(name)
    return found


def _answers(register: Register, slip_id: int | None) -> Mapping[int, Sequence[Row]]:
    """Read what came back of each slip, in the order in which it was asked."""
    found: dict[int, list[Row]] = defaultdict(list)
    for row in register.rows(
        """
        select slip_id, question, answer, answered_on
        from answers
        where :slip_id is null or slip_id = :slip_id
        order by id
        """,
        slip_id=slip_id,
    ):
        found[row["slip_id"]].append(row)
    return found


def table(register: Register, *, is_missing: bool = False) -> Table:
    """List the slips that were sent, or those not back in time; keys are their ids."""
    rows = register.rows(
        """
        select *
        from slip_list
        where not :is_missing or (answered_on is null and reply_by < :today)
        order by answered_on is not null, reply_by, form, surname, forename, slip_id
        """,
        is_missing=is_missing,
        today=register.today.isoformat(),
    )
    shown = [_shown(row) for row in rows]
    return Table(N_("Reply slips"), _COLUMNS, shown, [row["slip_id"] for row in rows])


def _shown(row: Row) -> tuple[Value, ...]:
    answered = date.fromisoformat(row["answered_on"]) if row["answered_on"] else None
    reply_by = date.fromisoformat(row["reply_by"])
    return (
        slip_numbers.number(row["slip_id"]),
        translated(KINDS[row["kind"]]),
        row["surname"],
        row["forename"],
        row["form"],
        row["people"],
        reply_by,
        answered,
        row["answers"],
        None if answered is None else int(answered > reply_by),
    )
