"""A sheet of replies, such as an office fills in or a web form exports.

It is planned first: what will happen to each row, and why not. Then it is entered, all
of it in one change.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from gtregister.core.register import Register
from gtregister.core.telling import answer_columns, answers
from gtregister.core.telling.answer_columns import Columns
from gtregister.core.telling.answer_rows import Slips
from gtregister.core.telling.answers import Reply
from gtregister.errors import UserError
from gtregister.i18n import N_, _, format_date, translated
from gtregister.importers import Sheet, sheets
from gtregister.table import Column, Table

Outcome = Literal["new", "late", "differs", "repeated", "twice", "refused"]
Step = Callable[[int, int], None]

OUTCOMES: Mapping[Outcome, str] = {
    "new": N_("Will be entered"),
    "late": N_("Will be entered, late"),
    "differs": N_("Other answers before"),
    "repeated": N_("Entered before"),
    "twice": N_("Stands here twice"),
    "refused": N_("Cannot be entered"),
}
ENTERED: frozenset[Outcome] = frozenset({"new", "late"})

_COLUMNS = (
    Column("row", N_("Row"), "number"),
    Column("outcome", N_("What happens"), "status"),
    Column("slip", N_("Slip")),
    Column("pupil", N_("Pupil")),
    Column("form", N_("Form")),
    Column("answers", N_("Answers")),
    Column("why", N_("Why")),
)


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the sheet, counted as the file shows it, and what will become of it."""

    row: int
    outcome: Outcome
    reply: Reply | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """What a sheet says: its columns in words, and a line for each row with a reply."""

    file: str
    sheet: str
    heading_row: int
    columns: Sequence[tuple[str, str]]
    lines: Sequence[Line]

    def replies(self, *, others_too: bool = False) -> list[Reply]:
        """Give what is entered; perhaps also what had other answers before."""
        wanted = ENTERED | {"differs"} if others_too else ENTERED
        return [o.reply for o in self.lines if o.reply and o.outcome in wanted]

    def count(self, *outcomes: Outcome) -> int:
        """Count the rows to which one of these happens."""
        return sum(line.outcome in outcomes for line in self.lines)


def plan(register: Register, path: Path, step: Step = lambda _done, _of: None) -> Plan:
    """Read a file of replies, and say what will happen to each of its rows.

    UserError if it cannot be read, or no sheet of it has replies.
    """
    found = sheets.sheets(path, step)
    known = Slips(register)
    for sheet in found:
        columns = answer_columns.find(sheet, known.questions)
        if columns.can_be_read and not sheet.hidden:
            lines = _once(list(_lines(sheet, columns, known, step)))
            row = sheet.first_row + columns.heading
            return Plan(path.name, sheet.name, row, columns.in_words(), lines)
    said = _(
        "“{file}” has no columns for whose reply it is and for the answer. Call them "
        "“Slip” and “Answer”, or “UPN” and “Answer”."
    )
    raise UserError(said.format(file=path.name), "sheet")


def enter(register: Register, planned: Plan, *, replace: bool = False) -> int:
    """Enter the replies of a plan in one change, and return how many there are.

    `replace` puts them also where other answers were entered before.
    """
    replies = planned.replies(others_too=replace)
    if replies:
        answers.enter_all(register, replies, planned.file)
    return len(replies)


def table(planned: Plan) -> Table:
    """List the rows with what will happen to them; the keys are their numbers."""
    keys = [line.row for line in planned.lines]
    shown = [
        (line.row, translated(OUTCOMES[line.outcome]), *_of(line), line.why or None)
        for line in planned.lines
    ]
    return Table(N_("Replies in the file"), _COLUMNS, shown, keys)


def _of(line: Line) -> tuple[str | None, ...]:
    """Say of a row whose slip it is, and what is answered."""
    if line.reply is None:
        return (None,) * 4
    slip = line.reply.slip
    return (
        slip.number,
        slip.child,
        slip.form or None,
        answers.in_words(slip, line.reply.answers),
    )


def _lines(sheet: Sheet, columns: Columns, known: Slips, step: Step) -> Iterator[Line]:
    below = sheet.rows[columns.heading + 1 :]
    first = sheet.first_row + columns.heading + 1
    for number, cells in enumerate(below, first):
        step(number - first, len(below))
        if not (columns.asked(cells) or columns.text(cells, "answer")):
            continue  # its slip did not come back, or it is no row of a reply
        try:
            reply = known.reply(columns, cells)
        except UserError as error:
            yield Line(number, "refused", why=error.text)
        else:
            yield Line(number, reply.standing, reply, _why(reply))


def _why(reply: Reply) -> str:
    """Say what is odd about a reply: late, or entered before."""
    slip = reply.slip
    if reply.standing == "late":
        return _("It was to be back by {day}.").format(day=format_date(slip.reply_by))
    if slip.answered_on is None:
        return ""
    said = _("Entered before ({answers}) on {day}.")
    before = answers.in_words(slip, slip.answers)
    return said.format(answers=before, day=format_date(slip.answered_on))


def _once(lines: Sequence[Line]) -> list[Line]:
    """Enter a slip that stands there twice once, or not at all if the rows differ."""
    first: dict[int, Line] = {}
    disputed: set[int] = set()
    for line in lines:
        if line.reply is not None:
            before = first.setdefault(line.reply.slip.id, line)
            if before.reply and before.reply.answers != line.reply.answers:
                disputed.add(line.reply.slip.id)
    return [_settled(line, first, disputed) for line in lines]


def _settled(line: Line, first: Mapping[int, Line], disputed: set[int]) -> Line:
    if line.reply is None:
        return line
    number = line.reply.slip.id
    if number in disputed:
        said = _("The file has other answers for this slip too. Take one row out.")
        return replace(line, outcome="twice", why=said)
    if first[number] is not line:
        said = _("The same as row {row}, which counts.")
        return replace(line, outcome="twice", why=said.format(row=first[number].row))
    return line
