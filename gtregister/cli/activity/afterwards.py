"""Actions about what happened: log, mark, attendance, outcome, evaluate."""

from pathlib import Path

import click

from gtregister.cli.activity import words
from gtregister.cli.session import Session, verb
from gtregister.core.enrichment import (
    activities,
    activity_log,
    attendance,
    evaluations,
    follow_ups,
)
from gtregister.core.enrichment.activities import NewActivity
from gtregister.core.enrichment.evaluations import NewEvaluation
from gtregister.core.enrichment.sessions import When
from gtregister.core.register import Register
from gtregister.errors import UserError
from gtregister.i18n import N_, _, ngettext


@click.command("log")
@click.option("--title", required=True, metavar="T")
@click.option("--kind", default="trip", metavar="KEY", show_default=True)
@click.option("--aim", metavar="WORDS")
@click.option("--on", required=True, metavar="DATE")
@words.UPN
@words.REASON
@verb
@click.pass_obj
def log(
    file: Path,
    session: Session,
    title: str,
    kind: str,
    aim: str | None,
    on: str,
    upns: tuple[str, ...],
    reason: str,
) -> None:
    """Enter an activity of the past with the pupils who were there."""
    day = words.day(on)
    if day is None:
        raise click.UsageError(_("Say on which day: --on 2026-11-26."))
    with session.writing(file) as register:
        ids = words.ids(register, upns)
        plan = NewActivity(title=title, kind=kind, aim=aim)
        number = activity_log.log(register, plan, When(day), ids, reason)
    said = _("Entered as activity {number}.").format(number=number)
    session.answer({"activity": number, "pupils": len(ids)}, [said])


@click.command("mark")
@words.ACTIVITY
@click.option("--on", required=True, metavar="DATE", help="The day of the session.")
@click.option(
    "--as", "said", type=click.Choice(list(attendance.MARKS)), help="For these pupils."
)
@words.UPN
@click.option("--rest-present", is_flag=True, help="All others who are expected.")
@verb
@click.pass_obj
def mark(
    file: Path,
    session: Session,
    which: str,
    on: str,
    said: str | None,
    upns: tuple[str, ...],
    rest_present: bool,
) -> None:
    """Mark who came to a session."""
    with session.writing(file) as register, register.change(N_("Attendance marked")):
        held = activities.find(register, which)
        number = _session_on(register, held.id, on)
        ids = words.ids(register, upns)
        changed = attendance.mark(register, number, dict.fromkeys(ids, said))
        if rest_present:
            changed += attendance.mark_rest_present(register, number)
    line = ngettext("{n} mark changed.", "{n} marks changed.", changed)
    session.answer({"session": number, "changed": changed}, [line])


@click.command("attendance")
@words.ACTIVITY
@verb
@click.pass_obj
def show_attendance(file: Path, session: Session, which: str) -> None:
    """Show who came to which session, as letters."""
    with session.reading(file) as register:
        held = activities.find(register, which)
        session.answer_table(attendance.grid(register, held.id).table)


@click.command("outcome")
@words.ACTIVITY
@click.argument("said", type=click.Choice(list(evaluations.OUTCOMES)))
@words.UPN
@click.option("--award", metavar="WORDS", help="A certificate, a medal.")
@click.option("--note", metavar="WORDS")
@verb
@click.pass_obj
def outcome(
    file: Path,
    session: Session,
    which: str,
    said: str,
    upns: tuple[str, ...],
    award: str | None,
    note: str | None,
) -> None:
    """Note what an activity did for pupils."""
    with session.writing(file) as register:
        held, ids = activities.find(register, which), words.ids(register, upns)
        evaluations.set_outcome(register, held.id, ids, said, award=award, note=note)
    session.answer({"activity": held.id, "pupils": len(ids)}, [_("Noted.")])


@click.command("evaluate")
@words.ACTIVITY
@click.option("--aim-met", type=click.Choice(list(evaluations.AIM_MET)), required=True)
@click.option("--evidence", required=True, metavar="WORDS", help="How you know.")
@click.option("--again", type=click.Choice(list(evaluations.AGAIN)), default="yes")
@click.option("--next-time", metavar="WORDS")
@click.option("--follow-up", "weeks", type=int, help="Look again after these weeks.")
@verb
@click.pass_obj
def evaluate(
    file: Path,
    session: Session,
    which: str,
    aim_met: str,
    evidence: str,
    again: str,
    next_time: str | None,
    weeks: int | None,
) -> None:
    """Judge an activity against its aim."""
    judged = NewEvaluation(aim_met, evidence, again, next_time)
    with session.writing(file) as register, register.change(N_("Activity evaluated")):
        held = activities.find(register, which)
        number = evaluations.judge(register, held.id, judged)
        if weeks is not None:
            what = follow_ups.usual()
            follow_ups.plan(register, held.id, what, weeks=weeks)
    session.answer({"activity": held.id, "evaluation": number}, [_("Noted.")])


def _session_on(register: Register, activity_id: int, on: str) -> int:
    day = words.day(on)
    rows = register.rows(
        "select id from sessions where activity_id = :id and held_on = :day",
        id=activity_id,
        day=day.isoformat() if day else "",
    )
    if len(rows) != 1:
        said = _("There is not one session on {day}. Look at the list of sessions.")
        raise UserError(said.format(day=on), "on")
    return int(rows[0]["id"])
