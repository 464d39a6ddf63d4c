"""What pupils say of an activity: their answers to the school's own questions."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from gtregister.core.enrichment import activities, named_pupils, questions
from gtregister.core.enrichment.named_pupils import NamedPupils
from gtregister.core.register import Register, Row, Stored
from gtregister.errors import UserError
from gtregister.i18n import N_, _, format_number
from gtregister.importers import cells, sheets

_YES, _NO = {"y", "yes", "1", "true", "ydw", "ie"}, {"n", "no", "0", "false", "na"}
_SCALE = ("1", "2", "3", "4", "5")


@dataclass(frozen=True, slots=True)
class Slip:
    """One pupil's answers, by the question's id; `pupil_id` is None if not named."""

    answers: Mapping[int, str]
    pupil_id: int | None = None


def read(register: Register, activity_id: int, path: Path) -> int:
    """Store the slips of a spreadsheet or CSV file, and count them.

    The headings, in the first row that has any of the questions, are the questions.
    """
    for sheet in sheets.sheets(path):
        rows = [[cells.written(cell) for cell in row] for row in sheet.rows]
        if (slips := _slips(register, rows)) is not None:
            return add(register, activity_id, slips)
    raise UserError(_unheaded(), "file")


def paste(register: Register, activity_id: int, text: str) -> int:
    """Store slips that were copied in a spreadsheet, and count them.

    Without headings there must be a column for each question, in their order.
    """
    rows = [line.split("\t") for line in text.splitlines() if line.strip()]
    slips = _slips(register, rows)
    if slips is None:
        asked = [row["id"] for row in questions.begin(register)]
        if not rows or {len(row) for row in rows} != {len(asked)}:
            raise UserError(_unheaded(), "file")
        slips = [Slip(dict(zip(asked, row, strict=True))) for row in rows]
    return add(register, activity_id, slips)


def pupils_of(register: Register, activity_id: int) -> list[Row]:
    """List whose form it may be: id, names and form of all who ever had a place."""
    return register.rows(
        """
        select distinct pupil_id, surname, forename, form
        from place_list
        where activity_id = :id and joined_on is not null
        order by surname, forename, pupil_id
        """,
        id=activity_id,
    )


def add(register: Register, activity_id: int, slips: Iterable[Slip]) -> int:
    """Store slips of answers and count them; empty answers are left out.

    UserError names the first answer that does not fit its question.
    """
    activity = activities.of(register, activity_id)
    asked = {row["id"]: row for row in register.rows("select * from questions")}
    last = register.value(
        "select max(slip) from feedback where activity_id = :id", id=activity_id
    )
    today = register.today.isoformat()
    rows: list[dict[str, Stored]] = []
    number = int(last or 0)
    for slip in slips:
        number += 1
        rows += [
            {
                "activity_id": activity_id,
                "question_id": question_id,
                "slip": number,
                "pupil_id": slip.pupil_id,
                "answer": answer.strip(),
                "number": _number(asked[question_id], answer, number),
                "given_on": today,
            }
            for question_id, answer in slip.answers.items()
            if answer.strip()
        ]
    with register.change(N_("Feedback entered"), about=activity.title) as db:
        for row in rows:
            db.insert("feedback", row)
    return len({row["slip"] for row in rows})


def _slips(register: Register, rows: Sequence[Sequence[str]]) -> list[Slip] | None:
    """Read slips under headings that are questions; None without such headings.

    Other columns are left out, but for those that name the pupil.
    """
    asked = {_plain(row["question"]): row["id"] for row in questions.begin(register)}
    for at, headings in enumerate(rows):
        places = {
            place: asked[_plain(heading)]
            for place, heading in enumerate(headings)
            if _plain(heading) in asked
        }
        if places:
            body = [row for row in rows[at + 1 :] if _answers(places, row)]
            owners = _owners(register, headings, body)
            pairs = zip(body, owners, strict=True)
            return [Slip(_answers(places, row), owner) for row, owner in pairs]
    return None


def _answers(places: Mapping[int, int], row: Sequence[str]) -> dict[int, str]:
    return {
        question: row[place]
        for place, question in places.items()
        if place < len(row) and row[place].strip()
    }


def _owners(
    register: Register, headings: Sequence[str], rows: Sequence[Sequence[str]]
) -> list[int | None]:
    """Name the pupil of each slip, if its row names one; it need not."""
    if not named_pupils.name_pupils(headings):
        return [None] * len(rows)
    roll = NamedPupils(register)

    def owner(row: Sequence[str]) -> int | None:
        try:
            return roll.of(headings, row)
        except UserError:
            return None

    return [owner(row) for row in rows]


def _unheaded() -> str:
    return _("No heading of this sheet is one of your questions. Check its first row.")


def is_answer(kind: str, said: str) -> bool:
    """Say whether a text answers a question of a kind; nothing does not."""
    plain = said.strip().casefold()
    if kind == "yes_no":
        return plain in _YES | _NO
    return plain in _SCALE if kind == "scale" else bool(plain)


def _number(question: Row, answer: str, slip: int) -> float | None:
    said, kind = answer.strip().casefold(), question["kind"]
    if not said or kind == "words":
        return None
    if is_answer(kind, said):
        return float(said in _YES) if kind == "yes_no" else float(said)
    text = _("Slip {slip}: “{answer}” does not answer “{question}”. Use {kind}.")
    kinds = {"yes_no": _("yes or no"), "scale": _("a number from 1 to 5")}
    fields = {"question": question["question"], "kind": kinds[kind]}
    raise UserError(
        text.format(slip=format_number(slip), answer=answer, **fields), "answer"
    )


def _plain(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))
