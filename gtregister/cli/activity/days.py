"""Actions about days: session, sessions, move, cancel, calendar."""

from pathlib import Path

import click

from gtregister.cli.activity import words
from gtregister.cli.session import Session, verb
from gtregister.core.enrichment import activities, session_calendar, sessions
from gtregister.core.enrichment.sessions import When
from gtregister.i18n import _, ngettext


@click.command("session")
@words.ACTIVITY
@click.option("--on", required=True, metavar="DATE", help="The day, or the first.")
@words.FROM
@words.UNTIL
@click.option("--venue", metavar="PLACE")
@click.option("--weekly", is_flag=True, help="Every week until the end of the term.")
@click.option("--last", metavar="DATE", help="Every week until this day.")
@words.OVERRIDE
@verb
@click.pass_obj
def add(
    file: Path,
    session: Session,
    which: str,
    on: str,
    starts_at: str | None,
    ends_at: str | None,
    venue: str | None,
    weekly: bool,
    last: str | None,
    override: str,
) -> None:
    """Plan a session, or one each week but for those when the school is closed."""
    first, until = words.day(on), words.day(last)
    if first is None:
        raise click.UsageError(_("Say on which day: --on 2026-11-26."))
    when = When(first, starts_at, ends_at, venue)
    skipped: tuple[tuple[object, str], ...] = ()
    with session.writing(file) as register:
        held = activities.find(register, which)
        if weekly or until:
            made = sessions.plan_weekly(
                register, held.id, when, until, override=override
            )
            planned, skipped = made.sessions, made.skipped
        else:
            planned = (sessions.add(register, held.id, when, override=override),)
    said = ngettext("Planned {n} session.", "Planned {n} sessions.", len(planned))
    left_out = [[str(day), why] for day, why in skipped]
    found = {"sessions": list(planned), "skipped": left_out}
    session.answer(found, [said, *(f"  {day}: {why}" for day, why in left_out)])


@click.command("sessions")
@click.argument("which", metavar="[ACTIVITY]", required=False)
@click.option("--week", metavar="DATE", help="The week of a day.")
@click.option("--month", metavar="DATE", help="The month of a day.")
@verb
@click.pass_obj
def list_all(
    file: Path,
    session: Session,
    which: str | None,
    week: str | None,
    month: str | None,
) -> None:
    """List sessions: of an activity, of a week or of a month."""
    first = last = None
    in_week, in_month = words.day(week), words.day(month)
    if in_week:
        first, last = sessions.week_of(in_week)
    elif in_month:
        first, last = sessions.month_of(in_month)
    with session.reading(file) as register:
        number = activities.find(register, which).id if which else None
        session.answer_table(
            sessions.table(register, activity_id=number, first=first, last=last)
        )


@click.command("move")
@click.argument("number", metavar="SESSION", type=int)
@click.option("--on", required=True, metavar="DATE")
@words.FROM
@words.UNTIL
@words.REASON
@words.OVERRIDE
@verb
@click.pass_obj
def move(
    file: Path,
    session: Session,
    number: int,
    on: str,
    starts_at: str | None,
    ends_at: str | None,
    reason: str,
    override: str,
) -> None:
    """Move a session to another day or time."""
    day = words.day(on)
    if day is None:
        raise click.UsageError(_("Say to which day: --on 2026-11-26."))
    with session.writing(file) as register:
        held = sessions.of(register, number)
        when = When(
            day,
            starts_at or held["starts_at"],
            ends_at or held["ends_at"],
            held["venue"],
        )
        sessions.move(register, number, when, reason, override=override)
    session.answer({"session": number}, [_("Moved.")])


@click.command("cancel")
@click.argument("number", metavar="SESSION", type=int)
@words.REASON
@verb
@click.pass_obj
def cancel(file: Path, session: Session, number: int, reason: str) -> None:
    """Cancel one session."""
    with session.writing(file) as register:
        sessions.cancel(register, number, reason)
    session.answer({"session": number}, [_("Cancelled.")])


@click.command("calendar")
@click.argument("which", metavar="[ACTIVITY]", required=False)
@click.option("--out", required=True, metavar="X.ics", type=click.Path(path_type=Path))
@click.option("--overwrite", is_flag=True, help="Replace a file.")
@verb
@click.pass_obj
def calendar(
    file: Path, session: Session, which: str | None, out: Path, overwrite: bool
) -> None:
    """Write the sessions of one activity, or of all, for other calendars."""
    with session.logging(file) as register:
        number = activities.find(register, which).id if which else None
        n = session_calendar.save(register, out, number, overwrite=overwrite)
    said = ngettext("{n} session in {path}.", "{n} sessions in {path}.", n, path=out)
    session.answer({"out": str(out), "sessions": n}, [said])
