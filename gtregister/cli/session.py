"""What every verb shares: who acts, on which day, with which register, and answers."""

import functools
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeVar

import click

from gtregister import settings
from gtregister.core.register import Lock, NotWritable, Owner, Register, Taken
from gtregister.errors import UserError
from gtregister.i18n import _, format_date, format_moment, translated
from gtregister.table import Table, Value

T = TypeVar("T")

# Far beyond every number of a change, a year or a place.
_LARGEST = 1_000_000_000


class UsersTurn(Exception):
    """The job was done as far as it goes, and the user must do something."""


@dataclass(frozen=True, slots=True)
class Session:
    """Who acts, on which day (None: the computer's), and how answers are given."""

    by: str
    today: date | None
    as_json: bool
    take_over: bool

    def writing(self, path: Path) -> Register:
        """Open a register to change it."""
        return self._alone(lambda over: self._open(path, over))

    def lock(self, path: Path) -> Lock:
        """Keep everyone else out of a register, damaged as it may be."""
        return self._alone(lambda over: Lock.take(path, self.by, over=over))

    def reading(self, path: Path) -> Register:
        """Open a register only to read it, whoever has it."""
        return Register.open_to_read(path, self.by, today=self.today)

    def logging(self, path: Path) -> Register:
        """Open a register to log what leaves it; only to read it if somebody has it."""
        try:
            return self._after_the_dead(lambda over: self._open(path, over))
        except Taken as taken:
            holder = taken.owner
        except NotWritable:
            holder = None
        return Register.open_to_read(path, self.by, today=self.today, holder=holder)

    def _open(self, path: Path, over: str | None) -> Register:
        return Register.open(path, self.by, today=self.today, over=over)

    def _alone(self, take: Callable[[str | None], T]) -> T:
        """Take what is free, a dead owner's, or one's whom the person puts out."""
        try:
            return self._after_the_dead(take)
        except Taken as taken:
            if not self.take_over:
                raise UserError(_held(taken.owner)) from None
            owner = taken.owner
        try:
            return take(owner.token)
        except Taken as taken:
            said = _("{person} has this register open right now. Close it there.")
            raise UserError(said.format(person=taken.owner.person)) from None

    def _after_the_dead(self, take: Callable[[str | None], T]) -> T:
        try:
            return take(None)
        except Taken as taken:
            if not taken.is_dead:
                raise
            dead = taken.owner
        said = _(
            "{person} had this register open since {moment}, but that program has "
            "ended; you have it now."
        )
        when = format_moment(dead.since_when())
        click.echo(said.format(person=dead.person, moment=when), err=True)
        return take(dead.token)

    def answer(self, found: dict[str, object], lines: list[str] | None = None) -> None:
        """Give an answer: one JSON object, or lines for a person."""
        if self.as_json:
            click.echo(json.dumps(found, ensure_ascii=False, indent=1, default=str))
        else:
            for line in lines or []:
                click.echo(line)

    def answer_table(self, table: Table) -> None:
        """Give a table as an answer."""
        keys = [column.key for column in table.columns]
        rows = [dict(zip(keys, row, strict=True)) for row in table.rows]
        self.answer({"title": translated(table.title), "rows": rows}, _lines(table))


def _held(owner: Owner) -> str:
    said = _(
        "{person} has this register open on {computer} since {moment}. Ask them to "
        "close it. If that computer is switched off, add --take-over."
    )
    when = format_moment(owner.since_when())
    return said.format(person=owner.person, computer=owner.computer, moment=when)


def _lines(table: Table) -> list[str]:
    titles = [translated(column.title) for column in table.columns]
    cells = [[_cell(value) for value in row] for row in table.rows]
    shown = [p for p, _title in enumerate(titles) if any(row[p] for row in cells)]
    widths = [max(len(row[p]) for row in [titles, *cells]) for p in shown]
    return [
        "  ".join(
            row[p].ljust(width) for p, width in zip(shown, widths, strict=True)
        ).rstrip()
        for row in ([titles, *cells] if shown else [])
    ] or [_("There is nothing to list.")]


def _cell(value: Value) -> str:
    if value is None:
        return ""
    return format_date(value) if isinstance(value, date) else str(value)


def verb(command: Callable[..., None]) -> Callable[..., None]:
    """Give a verb the options that all have; its first argument is the Session."""

    @click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
    @click.option("--by", metavar="NAME", help="The person acting.")
    @click.option("--today", metavar="YYYY-MM-DD", help="The date, if not today's.")
    @click.option(
        "--take-over",
        is_flag=True,
        help="Put out somebody whose computer is switched off.",
    )
    @functools.wraps(command)
    def run(
        as_json: bool,
        by: str | None,
        today: str | None,
        take_over: bool,
        **answers: object,
    ) -> None:
        given = click.get_current_context().find_root().obj or {}
        name = by if by is not None else given.get("by")
        name = settings.person() if name is None else name.strip()
        if not name:
            raise click.UsageError(_("Write your name behind --by."))
        on = day(today or given.get("today"))
        _refuse_what_no_register_holds(answers)
        command(Session(name, on, as_json, take_over), **answers)

    return run


def day(text: str | None) -> date | None:
    """Read a day such as 2026-11-27; wrong usage if it is none of these centuries."""
    if text is None:
        return None
    try:
        found = date.fromisoformat(text)
    except ValueError:
        found = date.min
    if not 1900 <= found.year < 2200:
        said = _("“{text}” is not a date. Write it like 2026-11-27.")
        raise click.UsageError(said.format(text=text))
    return found


def _refuse_what_no_register_holds(answers: Mapping[str, object]) -> None:
    for answer in answers.values():
        if isinstance(answer, int) and abs(answer) > _LARGEST:
            said = _("{number} is too large a number.")
            raise click.UsageError(said.format(number=answer))


REGISTER = click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
"""The register that a verb is about."""
