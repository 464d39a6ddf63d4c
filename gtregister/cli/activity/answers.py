"""Actions about what pupils say and what is left: questions, feedback, follow-ups."""

from pathlib import Path

import click

from gtregister.cli.activity import words
from gtregister.cli.session import Session, verb
from gtregister.core import exports
from gtregister.core.enrichment import (
    activities,
    feedback,
    feedback_form,
    feedback_lists,
    follow_ups,
    questions,
)
from gtregister.i18n import _

_PATH = click.Path(path_type=Path)


@click.command("questions")
@click.option(
    "--ask",
    "wanted",
    multiple=True,
    metavar="KIND=QUESTION",
    help=f"All the questions in their order. Kinds: {', '.join(questions.KINDS)}.",
)
@verb
@click.pass_obj
def ask(file: Path, session: Session, wanted: tuple[str, ...]) -> None:
    """Say which questions pupils are asked, or list them."""
    with session.writing(file) if wanted else session.reading(file) as register:
        if wanted:
            pairs = (said.partition("=") for said in wanted)
            questions.ask(register, [(text, kind) for kind, _is, text in pairs])
        asked = questions.now(register)
    found = [{"question": text, "kind": kind} for text, kind in asked]
    session.answer({"questions": found}, [f"{kind}={text}" for text, kind in asked])


@click.command("feedback")
@words.ACTIVITY
@click.option(
    "--read",
    "source",
    metavar="FILE",
    type=_PATH,
    help="A sheet whose headings are your questions.",
)
@click.option("--form", metavar="X.pdf", type=_PATH, help="Make the blank form.")
@click.option("--usual-questions", is_flag=True, help="Ask four questions of ours.")
@verb
@click.pass_obj
def take_feedback(
    file: Path,
    session: Session,
    which: str,
    source: Path | None,
    form: Path | None,
    *,
    usual_questions: bool,
) -> None:
    """Read pupils' answers from a sheet, or sum them up."""
    writes = bool(source or usual_questions or form)
    with session.writing(file) if writes else session.reading(file) as register:
        held = activities.find(register, which)
        if usual_questions:
            questions.ask(register, questions.usual())
        if source:
            feedback.read(register, held.id, source)
        if form:
            pdf = feedback_form.blank(register, held.id)
            with exports.leaving(register, held.title, form, overwrite=False) as part:
                part.write_bytes(pdf)
        session.answer_table(feedback_lists.summary(register, held.id))


@click.command("follow-ups")
@click.option("--due", is_flag=True, help="Only those that are due and not done.")
@click.option("--done", "number", type=int, metavar="N", help="This one is done.")
@click.option("--found", default="", metavar="WORDS", help="What was found.")
@verb
@click.pass_obj
def list_follow_ups(
    file: Path, session: Session, number: int | None, found: str, *, due: bool
) -> None:
    """List when activities are looked at again, or note that one was."""
    if number is not None:
        with session.writing(file) as register:
            follow_ups.finish(register, number, found)
        session.answer({"follow_up": number}, [_("Noted.")])
        return
    with session.reading(file) as register:
        listed = follow_ups.due(register) if due else follow_ups.table(register)
    session.answer_table(listed)
