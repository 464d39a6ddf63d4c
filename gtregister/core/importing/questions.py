"""The questions that a file asks about pupils, with the answers given so far.

A plan lists only the rows that still ask. A person who goes back sees their answers
too, and an answer that no longer fits (another column is the UPN now) is let go.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from gtregister.core.importing import imports
from gtregister.core.importing.import_choices import Choices
from gtregister.core.importing.imports import Plan
from gtregister.core.importing.opened import Opened
from gtregister.core.importing.outcomes import Asked
from gtregister.core.register import Register, Row
from gtregister.core.roll.matching import name_of
from gtregister.importers import Details, Step

SKIP, NEW = "skip", "new"


@dataclass(frozen=True, slots=True)
class Question:
    """Rows that may be about an existing pupil, and what was answered, if anything.

    `alike` are the pupils of the roll whom it may be, the likeliest first; none if the
    rows resemble only others of their own file. Twins are two children, so `is_twins`
    stands in for *new* as long as nothing is answered.
    """

    rows: tuple[int, ...]
    details: Details
    why: str
    alike: tuple[Row, ...]
    is_twins: bool
    answer: str | None

    @property
    def pupil(self) -> Row | None:
        """Give the pupil whom the answer names, or else the likeliest."""
        named = (row for row in self.alike if same(row) == self.answer)
        return next(named, self.alike[0] if self.alike else None)


def same(pupil: Row) -> str:
    """Give the answer that it is this pupil of the roll."""
    return f"#{pupil['id']}"


def plan(
    register: Register,
    opened: Opened,
    choices: Choices,
    step: Step = lambda _done, _of: None,
) -> tuple[Plan, list[Question]]:
    """Plan an import, and list every question, answered or not, by its row."""
    given = choices.answers
    asked: dict[int, Asked] = {}
    answers: dict[int, str] = {}
    while True:
        found = imports.plan(register, opened, replace(choices, answers=answers), step)
        rows = {record.row for record in found.reading.records}
        fresh = {a.rows[0]: a for a in found.asked if a.rows[0] not in asked}
        asked |= fresh
        wanted = _answers(register, given, asked, rows)
        if wanted == answers:
            break
        answers = wanted
    questions = [
        _question(register, asked[row], answers.get(row)) for row in sorted(asked)
    ]
    return found, questions


def _answers(
    register: Register,
    given: Mapping[int, str],
    asked: Mapping[int, Asked],
    rows: Collection[int],
) -> dict[int, str]:
    """Keep the answers that fit: skip to any row, others to rows that ask."""
    found = {n: NEW for n, one in asked.items() if _is_twins(register, one)}
    found |= {
        row: answer
        for row, answer in given.items()
        if row in asked or (answer == SKIP and row in rows)
    }
    for one in asked.values():
        if found.get(one.rows[0]) == SKIP:
            found |= dict.fromkeys(one.rows, SKIP)
    return found


def _question(register: Register, asked: Asked, answer: str | None) -> Question:
    return Question(
        rows=asked.rows,
        details=asked.details,
        why=asked.why,
        alike=_alike(register, asked),
        is_twins=_is_twins(register, asked),
        answer=answer,
    )


def _alike(register: Register, asked: Asked) -> tuple[Row, ...]:
    found = (
        register.row("select * from pupils where id = :id", id=pupil_id)
        for pupil_id in asked.alike
    )
    return tuple(row for row in found if row is not None)


def _is_twins(register: Register, asked: Asked) -> bool:
    """Say whether it may be a twin: surname and birthday agree, the first name not."""
    born, theirs = asked.details.get("dob"), name_of(asked.details)
    ours = [(row["dob"], name_of(dict(row))) for row in _alike(register, asked)]
    return bool(born and ours) and all(
        dob == born and name[0] == theirs[0] and name[1] != theirs[1]
        for dob, name in ours
    )
