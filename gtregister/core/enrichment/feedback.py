"""What pupils say of an activity: the school's own questions, and their answers."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from gtregister.core.enrichment import activities
from gtregister.core.register import Register, Row, Stored
from gtregister.errors import UserError
from gtregister.i18n import N_, _, format_number, translated
from gtregister.importers import cells, sheets
from gtregister.table import Column, Table

KINDS = {
    "scale": N_("A number from 1 to 5"),
    "yes_no": N_("Yes or no"),
    "words": N_("In words"),
}
# What a school may start with.
USUAL = (
    (N_("How hard was it for you? (1 easy, 5 very hard)"), "scale"),
    (N_("How much did you learn? (1 nothing, 5 a lot)"), "scale"),
    (N_("Would you do it again?"), "yes_no"),
    (N_("What will you do with it next?"), "words"),
)
_YES, _NO = {"y", "yes", "1", "true", "ydw", "ie"}, {"n", "no", "0", "false", "na"}
_SUMMARY = (
    Column("question", N_("Question")),
    Column("answers", N_("Answers"), "number"),
    Column("mean", N_("Mean, or share of yes"), "number"),
    Column("said", N_("In words")),
)


@dataclass(frozen=True, slots=True)
class Slip:
    """One pupil's answers, by the question's id; `pupil_id` is None if not named."""

    answers: Mapping[int, str]
    pupil_id: int | None = None


def questions(register: Register) -> list[Row]:
    """Read the questions that are asked now, in order."""
    return register.rows(
        "select * from questions where retired_on is null order by position, id"
    )


def set_questions(register: Register, wanted: Iterable[tuple[str, str]]) -> None:
    """Ask these questions from now on; answers to others are kept."""
    wanted = [(text.strip(), kind) for text, kind in wanted]
    for text, kind in wanted:
        if kind not in KINDS or not text:
            said = _("Write a question, and say how it is answered: {kinds}.")
            raise UserError(said.format(kinds=", ".join(KINDS)), "question")
    held = {row["question"]: row for row in register.rows("select * from questions")}
    today = register.today.isoformat()
    with register.change(N_("Questions to pupils changed")) as db:
        for position, (text, kind) in enumerate(wanted, 1):
            row: dict[str, Stored] = {"position": position, "retired_on": None}
            if text in held:
                db.update("questions", held[text]["id"], row)
            else:
                db.insert("questions", row | {"question": text, "kind": kind})
        for text, row_held in held.items():
            if text not in dict(wanted) and row_held["retired_on"] is None:
                db.update("questions", row_held["id"], {"retired_on": today})


def usual() -> list[tuple[str, str]]:
    """Give questions to start with, in the language that is spoken now."""
    return [(translated(text), kind) for text, kind in USUAL]


def read(register: Register, activity_id: int, path: Path) -> int:
    """Store the slips of a spreadsheet or CSV file, and count them.

    The headings, in the first row that has any of the questions, are the questions.
    """
    asked = {_plain(row["question"]) for row in questions(register)}
    for sheet in sheets.sheets(path):
        rows = [[cells.written(cell) for cell in row] for row in sheet.rows]
        for at, headings in enumerate(rows):
            if asked & set(map(_plain, headings)):
                slips = slips_of(register, headings, rows[at + 1 :])
                return add(register, activity_id, slips)
    raise UserError(_unheaded(), "file")


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


def slips_of(
    register: Register, headings: Iterable[str], rows: Iterable[Iterable[str]]
) -> list[Slip]:
    """Read slips from a sheet whose headings are the questions; others are ignored.

    A column headed UPN names the pupil.
    """
    asked = {_plain(row["question"]): row["id"] for row in questions(register)}
    titles = [_plain(heading) for heading in headings]
    if not asked.keys() & set(titles):
        said = _(
            "No heading of this sheet is one of your questions. Check its first row."
        )
        raise UserError(said, "file")
    found = []
    for row in rows:
        given = dict(zip(titles, row, strict=False))
        answers = {asked[title]: given[title] for title in given if title in asked}
        if any(answer.strip() for answer in answers.values()):
            found.append(Slip(answers, _pupil(register, given.get("upn", ""))))
    return found


def _unheaded() -> str:
    return _("No heading of this sheet is one of your questions. Check its first row.")


def _pupil(register: Register, upn: str) -> int | None:
    found = register.value(
        "select id from pupils where upn = :upn", upn=upn.strip().upper()
    )
    return int(found) if found else None


def summary(register: Register, activity_id: int) -> Table:
    """Sum the answers up, a row for each question; the keys are ids of questions."""
    rows = register.rows(
        """
        select
            questions.id,
            questions.question,
            questions.kind,
            count(*) as answers,
            round(avg(feedback.number), 1) as mean,
            sum(feedback.number) as yes,
            group_concat(feedback.answer, ' · ') as said
        from feedback
        join questions on questions.id = feedback.question_id
        where feedback.activity_id = :id
        group by questions.id
        order by questions.position, questions.id
        """,
        id=activity_id,
    )
    shown = [
        (
            row["question"],
            row["answers"],
            round(row["yes"] / row["answers"], 2)
            if row["kind"] == "yes_no"
            else row["mean"],
            row["said"] if row["kind"] == "words" else None,
        )
        for row in rows
    ]
    return Table(N_("Pupils’ feedback"), _SUMMARY, shown, [row["id"] for row in rows])


def _number(question: Row, answer: str, slip: int) -> float | None:
    said, kind = answer.strip().casefold(), question["kind"]
    if not said or kind == "words":
        return None
    if kind == "yes_no" and said in _YES | _NO:
        return float(said in _YES)
    if kind == "scale" and said in {"1", "2", "3", "4", "5"}:
        return float(said)
    text = _("Slip {slip}: “{answer}” does not answer “{question}”. Use {kind}.")
    kinds = {"yes_no": _("yes or no"), "scale": _("a number from 1 to 5")}
    fields = {"question": question["question"], "kind": kinds[kind]}
    raise UserError(
        text.format(slip=format_number(slip), answer=answer, **fields), "answer"
    )


def _plain(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))
