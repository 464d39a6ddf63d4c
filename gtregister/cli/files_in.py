"""The verb that brings a file in: import."""

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import click

from gtregister.cli.session import REGISTER, Session, verb
from gtregister.core.importing import imports
from gtregister.core.importing.imports import Applied, Choices, Counts, Plan
from gtregister.i18n import _, ngettext
from gtregister.importers import Ask, Problem


@click.command("import")
@REGISTER
@click.argument("source", type=click.Path(path_type=Path))
@click.option("--format", "form", metavar="KEY", help="What kind of file it is.")
@click.option("--sheet", metavar="NAME", help="The sheet to read.")
@click.option(
    "--map",
    "mapping",
    multiple=True,
    metavar="HEADING=FIELD",
    help="Say which field a column is; an empty field leaves the column out.",
)
@click.option("--year", type=int, help="The year group of rows that have none.")
@click.option(
    "--academic-year",
    type=int,
    help="When the results were taken, if the file does not say: 2025 is 2025 to 2026.",
)
@click.option(
    "--answer",
    "answers",
    multiple=True,
    metavar="ROW=ANSWER",
    help="Answer a row that asks: new, skip, or the UPN of a pupil.",
)
@click.option("--dry-run", is_flag=True, help="Only print what would happen.")
@verb
def bring_in(
    session: Session,
    file: Path,
    source: Path,
    form: str | None,
    sheet: str | None,
    mapping: tuple[str, ...],
    year: int | None,
    academic_year: int | None,
    answers: tuple[str, ...],
    dry_run: bool,
) -> None:
    """Read a spreadsheet or CSV and bring it into the register."""
    ask = Ask(form, sheet, _pairs(mapping), academic_year)
    choices = Choices(ask, year, _answers(answers))
    if dry_run:
        with session.reading(file) as register:
            plan = imports.plan(register, source, choices)
        applied = None
    else:
        with session.writing(file) as register:
            plan = imports.plan(register, source, choices)
            applied = imports.apply(register, plan)
    _tell(session, plan, applied)


def _pairs(given: Sequence[str]) -> dict[str, str]:
    pairs = {}
    for pair in given:
        heading, equals, field = pair.rpartition("=")
        if not equals:
            said = _("--map takes HEADING=FIELD, not “{pair}”.")
            raise click.UsageError(said.format(pair=pair))
        pairs[heading.strip()] = field.strip()
    return pairs


def _answers(given: Sequence[str]) -> dict[int, str]:
    answers = {}
    for pair in given:
        row, equals, answer = pair.partition("=")
        if not equals or not row.strip().isdigit():
            said = _("--answer takes ROW=new, ROW=skip or ROW=UPN, not “{pair}”.")
            raise click.UsageError(said.format(pair=pair))
        answers[int(row)] = answer.strip()
    return answers


def _tell(session: Session, plan: Plan, applied: Applied | None) -> None:
    counts = plan.counts()
    reading = plan.reading
    found: dict[str, object] = {
        "format": reading.format,
        "sheet": reading.sheet,
        "heading_row": reading.heading_row,
        "columns": [asdict(column) for column in reading.columns],
        "rows": counts.rows,
        "used": counts.used,
        "asked": counts.asked,
        "asked_rows": [
            {"row": row, "why": person.why}
            for person in plan.asked
            for row in person.rows
        ],
        "skipped_rows": [aside._asdict() for aside in plan.skipped],
        "ignored_rows": [aside._asdict() for aside in reading.ignored],
        "pupils": {
            "new": counts.new_pupils,
            "changed": counts.changed_pupils,
            "unchanged": counts.unchanged_pupils,
            "ask": counts.asked_pupils,
        },
        "results": {
            "new": counts.new_results,
            "changed": counts.changed_results,
            "unchanged": counts.unchanged_results,
        },
        "contacts": {
            "new": counts.new_contacts,
            "changed": counts.changed_contacts,
            "unchanged": counts.unchanged_contacts,
        },
        "referrals": {"new": counts.new_referrals},
        "problems": [problem._asdict() for problem in plan.problems],
        "imported_before": plan.before and {"on": plan.before[0], "by": plan.before[1]},
        "applied": applied is not None,
        "import": applied.import_id if applied else None,
    }
    session.answer(found, _lines(plan, counts, applied))


def _lines(plan: Plan, counts: Counts, applied: Applied | None) -> list[str]:
    lines = []
    if plan.before:
        said = _("This very file was imported on {day} by {person}.")
        lines.append(said.format(day=plan.before[0], person=plan.before[1]))
    lines += [
        _("Read as {format}, sheet “{sheet}”, headings in row {row}.").format(
            format=plan.reading.format,
            sheet=plan.reading.sheet,
            row=plan.reading.heading_row,
        )
    ]
    lines += [
        _("  {heading} → {field} ({sure}: {why})").format(
            heading=column.heading or "—",
            field=column.field or _("not used"),
            sure=column.sure,
            why=column.why,
        )
        for column in plan.reading.columns
        if column.field or column.sure == "check"
    ]
    lines += [_shown(problem) for problem in plan.problems]
    lines += [
        _(
            "Row {row} asks: {why}. Answer with --answer {row}=new, =skip or =UPN."
        ).format(row=person.rows[0], why=person.why)
        for person in plan.asked
    ]
    lines += [
        _("Row {row} is left out: {why}").format(row=aside.row, why=aside.why)
        for aside in plan.skipped
    ]
    lines.append(
        _(
            "{rows} rows: {used} used, {asked} ask, {skipped} left out. "
            "Pupils: {new_pupils} new, {changed_pupils} changed, "
            "{unchanged_pupils} unchanged. Results: {new_results} new, "
            "{changed_results} changed, {unchanged_results} unchanged."
        ).format(**asdict(counts))
    )
    lines.append(_ending(plan, applied))
    return lines


def _shown(problem: Problem) -> str:
    if not problem.row:
        return problem.text
    said = _("Row {row}, {column} “{value}”: {text}")
    return said.format(**problem._asdict())


def _ending(plan: Plan, applied: Applied | None) -> str:
    if applied is None:
        return _("Nothing was changed: this was a dry run.")
    if applied.import_id is None:
        return _("Nothing was changed: the register holds all of it already.")
    n = len(plan.problems)
    if not n:
        return _("Imported.")
    return ngettext(
        "Imported, with {n} thing to look at.",
        "Imported, with {n} things to look at.",
        n,
    )
