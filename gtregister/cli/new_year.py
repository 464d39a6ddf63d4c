"""The verb that starts a new school year: new-year."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import click

from gtregister.cli.session import REGISTER, Session, verb
from gtregister.core.register import Register
from gtregister.core.roll import field_words, new_year, pupils
from gtregister.core.roll.new_year import Plan, What
from gtregister.i18n import _, format_academic_year, ngettext


@click.command("new-year")
@REGISTER
@click.option("--leaves", multiple=True, metavar="UPN", help="Leaves; may be repeated.")
@click.option(
    "--stays", multiple=True, metavar="UPN", help="Stays in this year; may be repeated."
)
@click.option("--dry-run", is_flag=True, help="Only say what would happen.")
@verb
def start(
    session: Session,
    file: Path,
    leaves: tuple[str, ...],
    stays: tuple[str, ...],
    dry_run: bool,
) -> None:
    """Start the new school year: pupils move up, and those of the highest year leave.

    Whose year was set since 1 September, as by a new pupil list, stays in it.
    """
    opened = session.reading(file) if dry_run else session.writing(file)
    with opened as register:
        said = _said(register, leaves, "leaves") | _said(register, stays, "stays")
        work = new_year.plan if dry_run else new_year.start
        found = work(register, said)
    told = {
        "academic_year": found.academic_year,
        "up": len(found.of("up")),
        "leaves": len(found.of("leaves")),
        "stays": len(found.of("stays")),
        "applied": not dry_run,
        "pupils": [
            {
                "pupil": move.pupil_id,
                "year": move.year_group,
                "what": move.what,
                "year_then": None if move.what == "leaves" else move.year_then,
            }
            for move in found.moves
        ],
    }
    session.answer(told, [*_lines(found), _ending(found, dry_run)])


def _said(register: Register, upns: Iterable[str], what: What) -> dict[int, What]:
    return {pupils.by_upn(register, upn)["id"]: what for upn in upns}


def _lines(found: Plan) -> list[str]:
    said = {
        "up": _("{year} to {then}: {pupils}."),
        "leaves": _("{year}, leaving: {pupils}."),
        "stays": _("{year}, staying: {pupils}."),
    }
    counted = Counter((m.year_group, m.year_then, m.what) for m in found.moves)
    return [
        said[what].format(
            year=field_words.year(year),
            then=field_words.year(then),
            pupils=ngettext("{n} pupil", "{n} pupils", n),
        )
        for (year, then, what), n in counted.items()
    ]


def _ending(found: Plan, dry_run: bool) -> str:
    year = format_academic_year(found.academic_year)
    if dry_run:
        said = _("This would start the school year {year}. Nothing was changed.")
    else:
        said = _("The school year {year} is started. Import the new pupil list next.")
    return said.format(year=year)
