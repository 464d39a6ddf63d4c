"""Verbs about paper and days: roster, calendar."""

from datetime import date
from pathlib import Path

import click

from gtregister.cli.session import REGISTER, Session, verb
from gtregister.core import calendar as calendars
from gtregister.core.calendar import Closure, Term
from gtregister.core.enrichment import activities, roster_columns, rosters
from gtregister.core.enrichment.roster_columns import AUDIENCES, COLUMNS
from gtregister.core.register import Register
from gtregister.core.school import academic_year_of
from gtregister.i18n import _, ngettext


@click.command("roster")
@REGISTER
@click.argument("which", metavar="[ACTIVITY]", required=False)
@click.option(
    "--for",
    "audience",
    type=click.Choice(list(AUDIENCES)),
    default="leader",
    show_default=True,
)
@click.option(
    "--out",
    metavar="X",
    type=click.Path(path_type=Path),
    help="A .pdf, .xlsx or .csv file; without it the list is printed here.",
)
@click.option(
    "--columns", metavar="A,B", help=f"Which, in order: {', '.join(COLUMNS)}."
)
@click.option("--remember", is_flag=True, help="Use these columns next time too.")
@click.option("--overwrite", is_flag=True, help="Replace a file.")
@verb
def roster(
    session: Session,
    file: Path,
    which: str | None,
    audience: str,
    out: Path | None,
    columns: str | None,
    remember: bool,
    overwrite: bool,
) -> None:
    """Print the roster of an activity; without ACTIVITY that of the next session."""
    keys = columns.split(",") if columns else []
    if remember:
        with session.writing(file) as register:
            roster_columns.choose(register, audience, keys)
    opened = session.logging(file) if out else session.reading(file)
    with opened as register:
        number = activities.find(register, which).id if which else _next(register)
        made = rosters.make(register, number, audience, columns=keys)
        if out is None:
            session.answer_table(made.table)
            return
        rosters.save(register, made, out, overwrite=overwrite)
    n = len(made.table.rows)
    said = ngettext("{n} pupil in {path}.", "{n} pupils in {path}.", n, path=out)
    session.answer({"activity": number, "out": str(out), "pupils": n}, [said])


def _next(register: Register) -> int:
    found = activities.upcoming(register, days=366).keys
    if not found:
        raise click.UsageError(_("No session is planned. Name an activity."))
    return found[0]


@click.command("calendar")
@REGISTER
@click.option(
    "--term",
    "terms",
    multiple=True,
    metavar="NAME=FIRST..LAST",
    help="The terms of a year: Autumn=2026-09-03..2026-12-18.",
)
@click.option(
    "--closed",
    multiple=True,
    metavar="NAME=FIRST..LAST",
    help="Half-terms and training days.",
)
@click.option("--academic-year", type=int, help="The year to list: 2026 is 2026/27.")
@verb
def calendar(
    session: Session,
    file: Path,
    terms: tuple[str, ...],
    closed: tuple[str, ...],
    academic_year: int | None,
) -> None:
    """Enter terms and closures, or list them with the bank holidays."""
    by_year: dict[int, list[Term]] = {}
    for text in terms:
        term = Term(*_span(text))
        by_year.setdefault(academic_year_of(term.first_on), []).append(term)
    opened = session.writing(file) if terms or closed else session.reading(file)
    with opened as register:
        for year, wanted in by_year.items():
            calendars.set_terms(register, year, wanted)
        for text in closed:
            calendars.add_closure(register, Closure(*_span(text)))
        session.answer_table(calendars.table(register, academic_year))


def _span(text: str) -> tuple[str, date, date]:
    name, _equals, days = text.partition("=")
    first, _dots, last = days.partition("..")
    try:
        return name, date.fromisoformat(first), date.fromisoformat(last or first)
    except ValueError:
        said = _(
            "“{text}” is not NAME=FIRST..LAST, such as Autumn=2026-09-03..2026-12-18."
        )
        raise click.UsageError(said.format(text=text)) from None
