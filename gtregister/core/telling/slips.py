"""Reply slips: what was asked, what came back, and what an answer brings about."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from gtregister.core.enrichment import consents, places
from gtregister.core.register import Register, Row, Stored, Writing
from gtregister.core.roll import contacts
from gtregister.core.telling import slip_numbers, wishes
from gtregister.core.telling.letter_settings import KINDS
from gtregister.core.telling.letter_template import CONSENT, OBJECTION
from gtregister.errors import UserError
from gtregister.i18n import N_, _, ngettext, translated
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
_YES = frozenset({"y", "yes", "1", "j", "ie", "do", "ydw", "true", "✓"})
_NO = frozenset({"n", "no", "0", "na", "nac", "false", "✗"})


@dataclass(frozen=True, slots=True)
class Slip:
    """A slip that was sent: its questions in order, and the answers that came back."""

    id: int
    notice_id: int
    pupil_id: int
    place_id: int | None
    child: str
    people: str
    questions: tuple[tuple[str, str], ...]
    reply_by: date
    answers: Mapping[str, bool]
    answered_on: date | None

    @property
    def number(self) -> str:
        """Give the number that is printed on it."""
        return slip_numbers.number(self.id)


@dataclass(frozen=True, slots=True)
class Answered:
    """What came of entering a slip, in the words to show beside it.

    `is_late`: after its day; `is_repeated`: entered before, with the same answers.
    """

    slip: Slip
    is_late: bool
    is_repeated: bool
    said: str


def find(register: Register, number: str) -> Slip:
    """Find a slip by its number; UserError if a digit is wrong or there is none."""
    slip_id = slip_numbers.slip_id(number)
    row = register.row(
        """
        select
            slips.*,
            notices.place_id,
            coalesce(pupils.preferred_forename, pupils.forename)
                || ' ' || coalesce(pupils.preferred_surname, pupils.surname) as child
        from slips
        join notices on notices.id = slips.notice_id
        join pupils on pupils.id = slips.pupil_id
        where slips.id = :slip_id
        """,
        slip_id=slip_id,
    )
    if row is None:
        said = _("No letter has the slip {number}. Its letter may have been undone.")
        raise UserError(said.format(number=number.strip()[:20]), "slip")
    return _slip(register, row)


def _slip(register: Register, row: Row) -> Slip:
    answers = register.rows(
        "select question, answer, answered_on from answers where slip_id = :id",
        id=row["id"],
    )
    people = register.rows(
        """
        select title, forename, surname
        from notice_people
        join contacts on contacts.id = notice_people.contact_id
        where notice_id = :notice_id
        order by notice_people.id
        """,
        notice_id=row["notice_id"],
    )
    names = [
        contacts.full_name(p["title"], p["forename"], p["surname"]) for p in people
    ]
    return Slip(
        row["id"],
        row["notice_id"],
        row["pupil_id"],
        row["place_id"],
        row["child"],
        ", ".join(names),
        tuple((key, words) for key, words in json.loads(row["questions"])),
        date.fromisoformat(row["reply_by"]),
        {answer["question"]: bool(answer["answer"]) for answer in answers},
        date.fromisoformat(answers[0]["answered_on"]) if answers else None,
    )


def parse(slip: Slip, said: Sequence[str]) -> dict[str, bool]:
    """Read answers as they are typed: yes, no, or y and n in a row for all questions.

    Fewer answers than questions answer the first ones; UserError if one is neither.
    """
    words = [word for text in said for word in text.lower().replace(",", " ").split()]
    if len(words) == 1 and words[0] not in _YES | _NO and set(words[0]) <= {"y", "n"}:
        words = list(words[0])
    for word in words:
        if word not in _YES | _NO:
            text = _("“{word}” is neither yes nor no. Write yes or no.")
            raise UserError(text.format(word=word[:20]), "answer")
    if not 0 < len(words) <= len(slip.questions):
        text = ngettext(
            "Slip {number} has {n} question. Answer it by yes or no.",
            "Slip {number} has {n} questions. Answer them in their order.",
            len(slip.questions),
            number=slip.number,
        )
        raise UserError(text, "answer")
    keys = [key for key, _words in slip.questions]
    return {key: word in _YES for key, word in zip(keys, words, strict=False)}


def answer(
    register: Register, number: str, said: Sequence[str], *, replace: bool = False
) -> Answered:
    """Enter a slip that came back, and do what its answers ask for.

    The same slip with the same answers again changes nothing and says so; with other
    answers it is refused, unless `replace` says that these are right. Consent goes to
    the roster; a wish not to be on the register is noted for somebody to decide.
    """
    slip = find(register, number)
    answers = parse(slip, said)
    is_late = register.today > slip.reply_by
    if slip.answers and not replace:
        if {key: slip.answers.get(key) for key in answers} == answers:
            text = _("Slip {number} was entered before, with the same answers.")
            return Answered(slip, is_late, True, text.format(number=slip.number))
        text = _(
            "Slip {number} ({child}) was entered before with other answers. "
            "Look at both, and say which is right."
        )
        raise UserError(text.format(number=slip.number, child=slip.child), "slip")
    with register.change(N_("Reply entered")) as db:
        _keep(register, db, slip, answers)
        _act(register, slip, answers)
    text = (
        _("Slip {number}: {child}, late.") if is_late else _("Slip {number}: {child}.")
    )
    said_now = text.format(number=slip.number, child=slip.child)
    return Answered(find(register, number), is_late, False, said_now)


def _keep(
    register: Register, db: Writing, slip: Slip, answers: Mapping[str, bool]
) -> None:
    held = register.rows("select id from answers where slip_id = :id", id=slip.id)
    db.delete("answers", [row["id"] for row in held])
    today = register.today.isoformat()
    for question, said in answers.items():
        row: dict[str, Stored] = {
            "slip_id": slip.id,
            "pupil_id": slip.pupil_id,
            "question": question,
            "answer": int(said),
            "answered_on": today,
            "entered_by": register.user,
        }
        db.insert("answers", row)
    state = {"state": "answered", "state_on": today, "state_by": register.user}
    db.update("notices", slip.notice_id, state)


def _to_the_roster(register: Register, place_id: int, agrees: bool) -> None:
    """Note the consent, and take up or decline an invitation with it."""
    consents.set_consent(register, [place_id], "given" if agrees else "refused")
    (place,) = places.rows_of(register, [place_id])
    if place["state"] != "invited":
        return
    if agrees:
        places.accept(register, [place_id])
    else:
        places.decline(register, [place_id])


def _act(register: Register, slip: Slip, answers: Mapping[str, bool]) -> None:
    if CONSENT in answers and slip.place_id is not None:
        _to_the_roster(register, slip.place_id, answers[CONSENT])
    if answers.get(OBJECTION) and not register.value(
        "select 1 from wishes where slip_id = :id", id=slip.id
    ):
        words = dict(slip.questions)[OBJECTION]
        said_by = slip.people or slip.child
        wishes.note(register, slip.pupil_id, said_by, words, slip_id=slip.id)


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
