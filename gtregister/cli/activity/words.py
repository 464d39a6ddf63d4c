"""Flags and arguments that several actions share, and how they are read."""

from collections.abc import Iterable
from datetime import date

import click

from gtregister.core.enrichment import places
from gtregister.core.register import Register
from gtregister.core.roll import pupils
from gtregister.errors import UserError
from gtregister.i18n import _

ACTIVITY = click.argument("which", metavar="ACTIVITY")
UPN = click.option("--upn", "upns", multiple=True, metavar="U", help="A pupil, by UPN.")
REASON = click.option("--reason", default="", metavar="R", help="Why, in words.")
OVERRIDE = click.option(
    "--override",
    default="",
    metavar="WHY",
    help="Do it although something clashes; the reason is kept.",
)
ON = click.option("--on", metavar="DATE", help="The day: 2026-11-26.")
FROM = click.option("--from", "starts_at", metavar="HH:MM", help="When it begins.")
UNTIL = click.option("--until", "ends_at", metavar="HH:MM", help="When it ends.")
EVERYONE = click.option("--all", "everyone", is_flag=True, help="All who have a place.")


def day(text: str | None) -> date | None:
    """Read a date; UsageError if it is none."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        said = _("“{text}” is not a date. Write it like 2026-11-27.")
        raise click.UsageError(said.format(text=text)) from None


def pence(text: str | None) -> int | None:
    """Read an amount of pounds, such as 4.50; UsageError if it is none."""
    if text is None:
        return None
    pounds, _point, rest = text.strip().lstrip("£").partition(".")
    if not (pounds + rest).isdecimal() or len(rest) not in {0, 2}:
        said = _("“{text}” is not an amount. Write pounds, such as 4.50.")
        raise click.UsageError(said.format(text=text))
    return int(pounds or 0) * 100 + int(rest or 0)


def ids(register: Register, upns: Iterable[str]) -> list[int]:
    """Find pupils by UPN."""
    return [pupils.by_upn(register, upn)["id"] for upn in upns]


def place_ids(
    register: Register, activity_id: int, upns: Iterable[str], everyone: bool
) -> list[int]:
    """Find the places of pupils by UPN, or those of all who have one."""
    if everyone:
        rows = register.rows(
            """
            select id
            from places
            where activity_id = :id and state in ('invited', 'accepted')
            order by id
            """,
            id=activity_id,
        )
        return [row["id"] for row in rows]
    found = ids(register, upns)
    if not found:
        raise UserError(_("Name pupils with --upn, or use --all."), "upn")
    return [places.place_of(register, activity_id, pupil_id) for pupil_id in found]
