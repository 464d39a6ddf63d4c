"""What pupils said of an activity, summed up by question."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from gtregister.core.register import Register, Row
from gtregister.i18n import N_, _, format_number, ngettext
from gtregister.table import Column, Table

SCALE = (1, 2, 3, 4, 5)

_SUMMARY = (
    Column("question", N_("Question")),
    Column("answers", N_("Answers"), "number"),
    Column("mean", N_("Mean, or share of yes"), "number"),
    Column("counts", N_("How many said what")),
    Column("said", N_("In words")),
)


def summary(register: Register, activity_id: int) -> Table:
    """Sum the answers up, a row for each question; the keys are ids of questions."""
    given = _by_question(register, activity_id)
    shown = [_summed(rows) for rows in given.values()]
    return Table(N_("Pupils’ feedback"), _SUMMARY, shown, list(given))


def in_words(register: Register, activity_id: int) -> list[str]:
    """Say how each question was answered, with every comment on a line of its own."""
    lines = []
    for rows in _by_question(register, activity_id).values():
        question, n, mean, counts, _said = _summed(rows)
        known = {"question": question, "counts": counts}
        if rows[0]["kind"] == "scale":
            told = ngettext(
                "{question} Mean {mean} of {n} answer ({counts}).",
                "{question} Mean {mean} of {n} answers ({counts}).",
                n,
                mean=format_number(mean or 0),
                **known,
            )
        elif rows[0]["kind"] == "yes_no":
            told = _("{question} {counts}.").format(**known)
        else:
            told = str(question)
        lines.append(told)
        if rows[0]["kind"] == "words":
            comment = _("“{words}”")
            lines += [comment.format(words=row["answer"]) for row in rows]
    return lines


def _by_question(register: Register, activity_id: int) -> Mapping[int, list[Row]]:
    given: Mapping[int, list[Row]] = defaultdict(list)
    for row in register.rows(
        """
        select questions.id, questions.question, questions.kind, answer, number
        from feedback
        join questions on questions.id = feedback.question_id
        where feedback.activity_id = :id
        order by questions.position, questions.id, slip
        """,
        id=activity_id,
    ):
        given[row["id"]].append(row)
    return given


def _summed(
    rows: Sequence[Row],
) -> tuple[str, int, float | None, str | None, str | None]:
    """Sum one question up: a mean of a scale, a share of yes, or what was written."""
    question, kind, n = rows[0]["question"], rows[0]["kind"], len(rows)
    if kind == "words":
        return (question, n, None, None, " · ".join(row["answer"] for row in rows))
    count = Counter(row["number"] for row in rows)
    total = sum(row["number"] for row in rows)
    if kind == "yes_no":
        told = _("Yes {yes}, no {no}").format(yes=count[1.0], no=count[0.0])
        return (question, n, round(total / n, 2), told, None)
    told = ", ".join(f"{said}: {count[float(said)]}" for said in SCALE)
    return (question, n, round(total / n, 1), told, None)
