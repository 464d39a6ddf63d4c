"""Actions about the catalogue: list, show, add, edit, copy."""

from collections.abc import Callable
from dataclasses import asdict, replace
from pathlib import Path

import click

from gtregister.cli.activity import words
from gtregister.cli.session import Session, verb
from gtregister.core.enrichment import (
    activities,
    activity_copies,
    activity_going,
    activity_parts,
    partners,
    place_lists,
    sessions,
)
from gtregister.core.enrichment.activities import (
    CONSENT_RULES,
    STATUSES,
    WHEN,
    WHO,
    Activity,
    NewActivity,
)
from gtregister.core.enrichment.activity_kinds import KINDS
from gtregister.core.enrichment.sessions import When
from gtregister.core.register import Register
from gtregister.i18n import N_, _, format_short_date, ngettext

Command = Callable[..., None]

_PLAN = (
    click.option("--kind", metavar="KEY", help=f"One of {', '.join(KINDS)}, or yours."),
    click.option("--aim", metavar="WORDS", help="In one sentence."),
    click.option("--strand", type=click.Choice(["gifted", "talented"])),
    click.option("--subject", "subjects", multiple=True, metavar="KEY"),
    click.option("--year", "years", multiple=True, type=int, help="Who may come."),
    click.option(
        "--who", type=click.Choice(list(WHO)), help="The register or the roll."
    ),
    click.option("--tier", metavar="T", help="Only entries of this tier."),
    click.option("--partner", metavar="NAME", help="Who provides it."),
    click.option("--venue", metavar="PLACE"),
    click.option("--leaves", "leaves_at", metavar="HH:MM", help="Leaves school."),
    click.option("--arrives", "arrives_at", metavar="HH:MM"),
    click.option("--departs", "departs_at", metavar="HH:MM", help="Leaves there."),
    click.option("--returns", "returns_at", metavar="HH:MM", help="Back at school."),
    click.option("--transport", metavar="WORDS"),
    click.option("--telephone", metavar="N", help="Of the leader on the way."),
    click.option("--bring", metavar="WORDS", help="What pupils bring."),
    click.option("--notes", metavar="WORDS", help="What the leader must know."),
    click.option("--cost", metavar="POUNDS", help="All in all, to the school."),
    click.option("--charge", metavar="POUNDS", help="For each pupil."),
    click.option("--least", "places_least", type=int, help="Places, at least."),
    click.option("--most", "places_most", type=int, help="Places, at most."),
    click.option("--consent", type=click.Choice(list(CONSENT_RULES))),
    click.option("--status", type=click.Choice(list(STATUSES))),
)


def _planned(command: Command) -> Command:
    for option in reversed(_PLAN):
        command = option(command)
    return command


@click.command("list")
@click.option("--when", type=click.Choice(WHEN), default="all", show_default=True)
@click.option("--academic-year", type=int, help="2026 is 2026 to 2027.")
@verb
@click.pass_obj
def list_all(
    file: Path, session: Session, when: str, academic_year: int | None
) -> None:
    """List the activities by their next day."""
    with session.reading(file) as register:
        session.answer_table(activities.table(register, when, academic_year))


@click.command("upcoming")
@click.option("--days", type=int, default=14, show_default=True)
@verb
@click.pass_obj
def upcoming(file: Path, session: Session, days: int) -> None:
    """List the sessions of the next days."""
    with session.reading(file) as register:
        session.answer_table(activities.upcoming(register, days))


@click.command("show")
@words.ACTIVITY
@verb
@click.pass_obj
def show(file: Path, session: Session, which: str) -> None:
    """Tell one activity: its plan, its sessions and its places with their reasons."""
    with session.reading(file) as register:
        held = activities.find(register, which)
        held_on = sessions.table(register, activity_id=held.id)
        listed = place_lists.table(register, held.id)
        going = _going(register, held)
        said_going = _going_in_words(register, held)
    plan = asdict(held)
    keys = [column.key for column in listed.columns]
    found = {
        **plan,
        **going,
        "sessions": [str(row[0]) for row in held_on.rows],
        "places": [dict(zip(keys, row, strict=True)) for row in listed.rows],
    }
    lines = [
        f"{key}: {value}" for key, value in plan.items() if value not in (None, ())
    ]
    lines += said_going
    said = ngettext("{n} session", "{n} sessions", len(held_on.rows))
    days = ", ".join(format_short_date(row[0]) for row in held_on.rows)  # type: ignore[arg-type]
    lines.append(f"{said}: {days}" if days else said)
    shown = listed.only(["surname", "forename", "form", "state", "consent", "why"])
    lines += ["  ".join(str(cell or "") for cell in row) for row in shown.rows]
    session.answer(found, lines)


@click.command("add")
@click.option("--title", required=True, metavar="T")
@_planned
@words.ON
@words.FROM
@words.UNTIL
@click.option("--weekly", is_flag=True, help="Every week until the end of the term.")
@click.option("--last", metavar="DATE", help="Every week until this day.")
@words.OVERRIDE
@verb
@click.pass_obj
def add(
    file: Path,
    /,
    session: Session,
    on: str | None,
    starts_at: str | None,
    ends_at: str | None,
    weekly: bool,
    last: str | None,
    override: str,
    **plan: object,
) -> None:
    """Plan an activity, with its day or its weekly days if they are known."""
    first, until = words.day(on), words.day(last)
    skipped: tuple[tuple[object, str], ...] = ()
    with session.writing(file) as register, register.change(N_("Activity added")):
        number = activities.add(register, NewActivity(**_given(register, plan)))  # type: ignore[arg-type]
        if first:
            when = When(first, starts_at, ends_at)
            if weekly or until:
                made = sessions.plan_weekly(
                    register, number, when, until, override=override
                )
                skipped = made.skipped
            else:
                sessions.add(register, number, when, override=override)
    said = _("Planned as activity {number}.").format(number=number)
    found = {"activity": number, "skipped": [[str(d), why] for d, why in skipped]}
    lines = [said, *(f"  {day}: {why}" for day, why in skipped)]
    session.answer(found, lines)


@click.command("edit")
@words.ACTIVITY
@click.option("--title", metavar="T")
@_planned
@verb
@click.pass_obj
def edit(file: Path, /, session: Session, which: str, **plan: object) -> None:
    """Change an activity; more places go at once to those who wait."""
    with session.writing(file) as register:
        held = activities.find(register, which)
        activities.edit(register, replace(held, **_given(register, plan)))  # type: ignore[arg-type]
    session.answer({"activity": held.id}, [_("Changed.")])


@click.command("copy")
@words.ACTIVITY
@click.option("--to", "target", type=click.Choice(["term", "year"]), required=True)
@verb
@click.pass_obj
def copy(file: Path, session: Session, which: str, target: str) -> None:
    """Plan an activity again for the next term or year, without its pupils."""
    again = {"term": activity_copies.to_next_term, "year": activity_copies.to_next_year}
    with session.writing(file) as register:
        held = activities.find(register, which)
        made = again[target](register, held.id)
    skipped = [[str(day), why] for day, why in made.skipped]
    found = {
        "activity": made.activity_id,
        "sessions": made.sessions,
        "skipped": skipped,
    }
    said = ngettext(
        "Copied as activity {number}, with {n} session.",
        "Copied as activity {number}, with {n} sessions.",
        made.sessions,
        number=made.activity_id,
    )
    session.answer(found, [said, *(f"  {day}: {why}" for day, why in skipped)])


def _going(register: Register, held: Activity) -> dict[str, object]:
    """Tell who provides an activity, who goes and in what, and who pays, in pence."""
    partner = held.partner_id and partners.of(register, held.partner_id)
    adults = activity_parts.adults(register, held.id)
    buses = activity_parts.buses(register, held.id)
    return {
        "partner": asdict(partner) if partner else None,
        "adults": [asdict(adult) for _id, adult in adults],
        "buses": [asdict(bus) for _id, bus in buses],
        "funding": activity_parts.funding(register, held.id),
    }


def _going_in_words(register: Register, held: Activity) -> list[str]:
    """Write a line for the partner, each adult, each bus and each source of money."""
    lines = []
    if held.partner_id:
        lines.append(f"partner: {partners.of(register, held.partner_id).name}")
    for key, table in (
        ("adult", activity_going.adults(register, held.id)),
        ("bus", activity_going.buses(register, held.id).only(("name", "telephone"))),
    ):
        rows = (", ".join(str(cell) for cell in row[:3] if cell) for row in table.rows)
        lines += [f"{key}: {said}" for said in rows]
    split = activity_parts.funding(register, held.id)
    return lines + [f"funding: {name}, {pence}" for name, pence in split.items()]


def _given(register: Register, plan: dict[str, object]) -> dict[str, object]:
    """Keep what was said of a plan, as the core has it."""
    given = {key: value for key, value in plan.items() if value not in (None, ())}
    partner = given.pop("partner", None)
    if partner:
        given["partner_id"] = partners.called(register, str(partner))
    for key in ("cost", "charge"):
        if key in given:
            given[key] = words.pence(str(given[key]))
    return given
