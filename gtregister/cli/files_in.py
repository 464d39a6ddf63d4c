"""The verb that brings a file in: import."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import click

from gtregister.cli import import_told
from gtregister.cli.session import REGISTER, Session, verb
from gtregister.core.importing import imports, opened
from gtregister.core.importing.import_choices import Choices, Rule
from gtregister.core.importing.opened import Opened
from gtregister.core.register import Register, Row
from gtregister.core.roll import pupils
from gtregister.errors import UserError
from gtregister.i18n import _
from gtregister.importers import Ask, joining, reading


@click.command("import")
@REGISTER
@click.argument("source", type=click.Path(path_type=Path))
@click.option("--format", "form", metavar="KEY", help="What kind of file it is.")
@click.option(
    "--sheet",
    metavar="NAME",
    help="The sheet or table to read; all reads those of the same headings as one.",
)
@click.option(
    "--table", type=int, metavar="N", help="Which of several tables on one sheet."
)
@click.option(
    "--encoding",
    metavar="NAME",
    help="How the letters of a text file are written, such as cp1252 or mac-roman.",
)
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
    help="Answer a row that asks: new, skip, or the UPN of a pupil. Of several sheets "
    "a row is SHEET!ROW.",
)
@click.option(
    "--rule",
    type=click.Choice(["edited", "file", "register"]),
    default="edited",
    help="Whose word counts: the file's, but not over what was edited by hand; the "
    "file's always; the register's.",
)
@click.option(
    "--left",
    multiple=True,
    metavar="UPN",
    help="Mark a pupil as left who is missing from the file.",
)
@click.option(
    "--remember",
    is_flag=True,
    help="Remember where the columns go, for the next file of the same headings.",
)
@click.option("--dry-run", is_flag=True, help="Only print what would happen.")
@verb
def bring_in(
    session: Session,
    file: Path,
    source: Path,
    form: str | None,
    sheet: str | None,
    table: int | None,
    encoding: str | None,
    mapping: tuple[str, ...],
    year: int | None,
    academic_year: int | None,
    answers: tuple[str, ...],
    rule: str,
    left: tuple[str, ...],
    remember: bool,
    dry_run: bool,
) -> None:
    """Read a spreadsheet or CSV and bring it into the register."""
    ask = Ask(
        form, sheet, _pairs(mapping), academic_year, encoding=encoding, table=table
    )
    choices = Choices(ask, year, rule=_rule(rule), remember=remember)
    opening = session.reading if dry_run else session.writing
    applied = None
    with opening(file) as register:
        choices = replace(choices, left=_by_upn(register, left))
        file_in = opened.open_file(source, encoding=encoding)
        choices = replace(choices, answers=_answers(answers, file_in, ask))
        plan = imports.plan(register, file_in, choices)
        missing = imports.missing(register, plan)
        _refuse_to_leave(choices.left, missing)
        found = import_told.offers(register, plan)
        if not dry_run:
            applied = imports.apply(register, plan)
    session.answer(
        import_told.in_json(plan, applied, found, missing),
        import_told.in_lines(plan, applied, found, missing),
    )


def _rule(given: str) -> Rule:
    rules: dict[str, Rule] = {"file": "file", "register": "register"}
    return rules.get(given, "edited")


def _by_upn(register: Register, upns: Sequence[str]) -> frozenset[int]:
    return frozenset(pupils.by_upn(register, upn)["id"] for upn in upns)


def _refuse_to_leave(left: frozenset[int], missing: Sequence[Row]) -> None:
    if left - {row["id"] for row in missing}:
        said = _(
            "--left is for pupils of the same years who are not in the file, and one "
            "of these is in it, or of another year, or has left already."
        )
        raise UserError(said, "left")


def _pairs(given: Sequence[str]) -> dict[str, str]:
    pairs = {}
    for pair in given:
        heading, equals, field = pair.rpartition("=")
        if not equals:
            said = _("--map takes HEADING=FIELD, not “{pair}”.")
            raise click.UsageError(said.format(pair=pair))
        pairs[heading.strip()] = field.strip()
    return pairs


def _answers(given: Sequence[str], file: Opened, ask: Ask) -> dict[int, str]:
    """Read answers by the number of their row, counted through sheets read as one."""
    answers = {}
    for pair in given:
        where, equals, answer = pair.rpartition("=")
        sheet, _mark, row = where.rpartition("!")
        if not equals or not row.strip().isdigit():
            said = _("--answer takes ROW=new, ROW=skip or ROW=UPN, not “{pair}”.")
            raise click.UsageError(said.format(pair=pair))
        number = int(row)
        answers[_numbered(file, ask, sheet, number) if sheet else number] = answer
    return {row: answer.strip() for row, answer in answers.items()}


def _numbered(file: Opened, ask: Ask, sheet: str, row: int) -> int:
    """Give the number of a row of one of the sheets that are read as one."""
    name = reading.settled(file.sheets, ask).sheet
    read = next((one for one in file.sheets if one.name == name), None)
    number = joining.row_of(read.parts, sheet, row) if read else None
    if number is None:
        said = _("No row {row} of the sheet “{sheet}” is read, so it needs no answer.")
        raise UserError(said.format(row=row, sheet=sheet), "answer")
    return number
