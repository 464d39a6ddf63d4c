"""Verbs that bring data out: export and report."""

from collections.abc import Callable, Sequence
from datetime import date
from itertools import zip_longest
from pathlib import Path

import click

from gtregister.cli.session import REGISTER, Session, day, verb
from gtregister.core import exports, school
from gtregister.core.identifying import entries
from gtregister.core.register import Register
from gtregister.discovery import discover
from gtregister.errors import UserError
from gtregister.i18n import _, ngettext, translated
from gtregister.options import Answer
from gtregister.reports import Report
from gtregister.table import Table

_OUT = click.option(
    "--out",
    metavar="X",
    type=click.Path(path_type=Path),
    help="The file to write; its ending says which kind.",
)
_OVERWRITE = click.option("--overwrite", is_flag=True, help="Replace a file.")
_SENSITIVE = click.option(
    "--sensitive/--not-sensitive",
    default=None,
    help="With UPN, pupil premium, SEN and EAL, or without.",
)


@click.command("export")
@REGISTER
@click.argument("what", type=click.Choice(["register"]))
@_OUT
@click.option("--year", type=int, help="One year group.")
@click.option("--strand", type=click.Choice(list(entries.STRANDS)))
@click.option("--subject", metavar="KEY", help="One subject.")
@click.option("--on", metavar="DATE", help="The register as at a day: 2026-11-27.")
@_SENSITIVE
@_OVERWRITE
@verb
def export(
    session: Session,
    file: Path,
    what: str,
    out: Path | None,
    year: int | None,
    strand: str | None,
    subject: str | None,
    on: str | None,
    sensitive: bool | None,
    overwrite: bool,
) -> None:
    """Write the register to a workbook, a CSV file or a PDF."""
    as_at = day(on)

    def made(register: Register) -> Table:
        key = school.subject_key(register, subject) if subject else None
        return entries.table(register, on=as_at, year=year, strand=strand, subject=key)

    _write(session, file, out, made, sensitive, overwrite, as_at)


@click.command("report", context_settings={"ignore_unknown_options": True})
@click.argument(
    "file",
    metavar="[FILE]",
    required=False,
    type=click.Path(path_type=Path),
)
@click.argument("name", required=False)
@click.argument("flags", metavar="[FLAGS]", nargs=-1, type=click.UNPROCESSED)
@_OUT
@click.option("--list", "listing", is_flag=True, help="Name the reports.")
@_SENSITIVE
@_OVERWRITE
@verb
def report(
    session: Session,
    file: Path | None,
    name: str | None,
    flags: tuple[str, ...],
    out: Path | None,
    listing: bool,
    sensitive: bool | None,
    overwrite: bool,
) -> None:
    """Write any report to a file; without --out it is printed.

    The options of a report are flags: report --list names them.
    """
    reports = discover("gtregister.reports", "REPORT", Report)
    if listing:
        _list_reports(session, reports)
        return
    if file is None or name is None:
        raise click.UsageError(_("Name a register and a report, or use --list."))
    chosen = reports.get(name.replace("-", "_"))
    if chosen is None:
        said = _("There is no report “{name}”. There are: {names}.")
        raise UserError(said.format(name=name, names=", ".join(reports)))
    given = _given(chosen, flags)
    if out is None:
        with session.reading(file) as register:
            session.answer_table(chosen.table(register, **given))
        return
    _write(
        session,
        file,
        out,
        lambda register: chosen.table(register, **given),
        sensitive,
        overwrite,
        None,
    )


def _write(
    session: Session,
    file: Path,
    out: Path | None,
    made: Callable[[Register], Table],
    sensitive: bool | None,
    overwrite: bool,
    as_at: date | None,
) -> None:
    if out is None:
        raise click.UsageError(_("Say where to: --out X.xlsx, .csv or .pdf."))
    exports.writer_for(out)
    with session.logging(file) as register:
        table = made(register)
        exports.save(
            register,
            table,
            out,
            facts=entries.facts(register, as_at),
            sensitive=sensitive,
            overwrite=overwrite,
        )
    n = len(table.rows)
    wrote = ngettext("{n} row in {path}.", "{n} rows in {path}.", n, path=out)
    session.answer({"out": str(out), "rows": n}, [wrote])


def _given(report: Report, flags: Sequence[str]) -> dict[str, Answer]:
    """Read the flags of a report, which come from its options."""
    options = {f"--{o.key.replace('_', '-')}": o for o in report.options}
    given = {option.key: option.default for option in report.options}
    words = [word for flag in flags for word in flag.split("=", 1)]
    for flag, text in zip_longest(words[::2], words[1::2]):
        if flag not in options or text is None:
            said = _("The report does not take {flag}. It takes: {flags}.")
            known = ", ".join(options) or _("no flags")
            raise click.UsageError(said.format(flag=flag, flags=known))
        given[options[flag].key] = options[flag].parse(text)
    return given


def _list_reports(session: Session, reports: dict[str, Report]) -> None:
    found = {
        name: {
            "title": translated(report.title),
            "options": {
                f"--{o.key.replace('_', '-')}": translated(o.title)
                for o in report.options
            },
        }
        for name, report in reports.items()
    }
    lines = [f"{name}: {translated(report.title)}" for name, report in reports.items()]
    session.answer({"reports": found}, lines)
