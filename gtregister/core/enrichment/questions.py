"""The school's own questions to pupils about an activity, the same for all of them."""

from collections.abc import Iterable, Sequence

from gtregister.core.register import Register, Row, Stored
from gtregister.errors import UserError
from gtregister.i18n import N_, _, translated

KINDS = {
    "scale": N_("A number from 1 to 5"),
    "yes_no": N_("Yes or no"),
    "words": N_("In words"),
}
# What a school may start with.
_USUAL = (
    (N_("How hard was it for you? (1 easy, 5 very hard)"), "scale"),
    (N_("How much did you learn? (1 nothing, 5 a lot)"), "scale"),
    (N_("Would you do it again?"), "yes_no"),
    (N_("What will you do with it next?"), "words"),
)

Question = tuple[str, str]  # its words, and a key of KINDS


def usual() -> list[Question]:
    """Give questions to start with, in the language that is spoken now."""
    return [(translated(text), kind) for text, kind in _USUAL]


def now(register: Register) -> list[Question]:
    """Give the questions that pupils are asked: the school's own, else the usual."""
    return [(row["question"], row["kind"]) for row in asked(register)] or usual()


def asked(register: Register) -> list[Row]:
    """Read the school's own questions that are asked now, in order."""
    return register.rows(
        "select * from questions where retired_on is null order by position, id"
    )


def begin(register: Register) -> list[Row]:
    """Read the questions that are asked; the usual ones are kept if there are none."""
    if not asked(register):
        ask(register, usual())
    return asked(register)


def ask(register: Register, wanted: Iterable[Question]) -> None:
    """Ask these questions from now on, in this order; answers to others are kept."""
    wanted = [(text.strip(), kind) for text, kind in wanted]
    _check(wanted)
    held = {row["question"]: row for row in _with_answers(register)}
    today = register.today.isoformat()
    with register.change(N_("Questions to pupils changed")) as db:
        for position, (text, kind) in enumerate(wanted, 1):
            row: dict[str, Stored] = {"position": position, "retired_on": None}
            if text not in held:
                db.insert("questions", row | {"question": text, "kind": kind})
                continue
            if kind != held[text]["kind"]:
                _may_change(held[text])
            db.update("questions", held[text]["id"], row | {"kind": kind})
        for text, known in held.items():
            if text in dict(wanted):
                continue
            if not known["answers"]:
                db.delete("questions", [known["id"]])
            elif known["retired_on"] is None:
                db.update("questions", known["id"], {"retired_on": today})


def _check(wanted: Sequence[Question]) -> None:
    for text, kind in wanted:
        if kind not in KINDS or not text:
            said = _("Write a question, and say how it is answered: {kinds}.")
            raise UserError(said.format(kinds=", ".join(KINDS)), "question")
    if len(dict(wanted)) < len(wanted):
        raise UserError(_("This question is asked already. Word it anew."), "question")


def _may_change(question: Row) -> None:
    """Refuse to read answers that were given to one kind of question as another."""
    if question["answers"]:
        said = _("“{question}” has answers already. Word it anew to ask it this way.")
        raise UserError(said.format(question=question["question"]), "kind")


def _with_answers(register: Register) -> list[Row]:
    return register.rows(
        """
        select
            questions.*,
            (
                select count(*)
                from feedback
                where feedback.question_id = questions.id
            ) as answers
        from questions
        """
    )
