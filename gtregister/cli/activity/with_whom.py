"""Actions about who helps: adults, buses, funding, partners, kinds."""

from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

import click

from gtregister.cli.activity import words
from gtregister.cli.session import Session, verb
from gtregister.core.enrichment import (
    activities,
    activity_going,
    activity_kinds,
    activity_parts,
    consents,
    partners,
)
from gtregister.core.enrichment.activity_parts import ROLES
from gtregister.core.enrichment.partners import NewPartner
from gtregister.core.register import Register
from gtregister.errors import UserError
from gtregister.i18n import N_, _
from gtregister.options import Answer, Option
from gtregister.table import Column, Table

_TAKE_OUT = click.option("--take-out", metavar="NAME", help="Whom or what no more.")
_TELEPHONE = click.option("--telephone", metavar="N")
_FUNDING = (
    Column("source", N_("Source")),
    Column("amount", N_("Amount in pounds"), "number"),
)


@click.command("adults")
@words.ACTIVITY
@click.option("--add", "name", metavar="NAME", help="Who goes, or is corrected.")
@click.option("--role", metavar="R", help=f"One of {', '.join(ROLES)}, or words.")
@_TELEPHONE
@click.option("--bus", metavar="NAME", help="On which bus.")
@_TAKE_OUT
@verb
@click.pass_obj
def adults(
    file: Path,
    session: Session,
    which: str,
    name: str | None,
    role: str | None,
    telephone: str | None,
    bus: str | None,
    take_out: str | None,
) -> None:
    """List the adults who go, with roles and telephones; add or take out one."""
    opened = session.writing(file) if name or take_out else session.reading(file)
    with opened as register:
        number = activities.find(register, which).id
        if name:
            known = dict(activity_parts.adults(register, number))
            adult_id = next((k for k, a in known.items() if a.name == name), None)
            asked = activity_going.adult_questions(register, number, adult_id)
            on = str(_named(register, number, "buses", bus)) if bus else None
            who = {"staff_id": "", "name": name, "role": role}
            said = _answers(asked, **who, telephone=telephone, bus_id=on)
            activity_going.keep_adult(register, number, adult_id, said)
        if take_out:
            adult_id = _named(register, number, "adults", take_out)
            activity_going.remove_adult(register, number, adult_id)
        session.answer_table(activity_going.adults(register, number))


@click.command("buses")
@words.ACTIVITY
@click.option("--add", "name", metavar="NAME", help="Which bus goes, or is corrected.")
@click.option("--seats", type=int)
@_TELEPHONE
@click.option("--put-on", metavar="NAME", help="Put the pupils of --upn on this bus.")
@words.UPN
@_TAKE_OUT
@verb
@click.pass_obj
def buses(
    file: Path,
    session: Session,
    which: str,
    name: str | None,
    seats: int | None,
    telephone: str | None,
    put_on: str | None,
    upns: tuple[str, ...],
    take_out: str | None,
) -> None:
    """List the buses; add or take out one, put pupils on one."""
    writes = name or put_on or take_out
    with session.writing(file) if writes else session.reading(file) as register:
        number = activities.find(register, which).id
        if name:
            known = dict(activity_parts.buses(register, number))
            bus_id = next((k for k, bus in known.items() if bus.name == name), None)
            asked = activity_going.bus_questions(register, number, bus_id)
            said = _answers(asked, name=name, seats=seats, telephone=telephone)
            activity_going.keep_bus(register, number, bus_id, said)
        if put_on:
            places = words.place_ids(register, number, upns, everyone=False)
            bus_id = _named(register, number, "buses", put_on)
            consents.put_on_bus(register, places, bus_id)
        if take_out:
            bus_id = _named(register, number, "buses", take_out)
            activity_going.remove_bus(register, number, bus_id)
        session.answer_table(activity_going.buses(register, number))


@click.command("funding")
@words.ACTIVITY
@click.option(
    "--source", "sources", multiple=True, metavar="NAME=POUNDS", help="Who pays what."
)
@verb
@click.pass_obj
def funding(file: Path, session: Session, which: str, sources: tuple[str, ...]) -> None:
    """List who pays how much; the sources you name take the place of the others."""
    with session.writing(file) if sources else session.reading(file) as register:
        number = activities.find(register, which).id
        if sources:
            pairs = (source.rpartition("=") for source in sources)
            split = {name: words.pence(amount) or 0 for name, _is, amount in pairs}
            activity_parts.set_funding(register, number, split)
        held = activity_parts.funding(register, number)
        rows = [(source, amount / 100) for source, amount in held.items()]
        session.answer_table(Table(N_("Funding by source"), _FUNDING, rows))


@click.command("partners")
@click.option("--add", "name", metavar="NAME", help="Who is new, or is corrected.")
@click.option("--kind", type=click.Choice(list(partners.KINDS)))
@click.option("--contact", metavar="NAME", help="Whom to ask there.")
@click.option("--email", metavar="E")
@_TELEPHONE
@click.option("--address", metavar="WORDS")
@click.option("--note", metavar="WORDS")
@_TAKE_OUT
@verb
@click.pass_obj
def list_partners(
    file: Path,
    /,
    session: Session,
    name: str | None,
    take_out: str | None,
    **details: str | None,
) -> None:
    """List the partners with their contacts; add, correct or take out one."""
    opened = session.writing(file) if name or take_out else session.reading(file)
    with opened as register:
        if name:
            with register.change(N_("Partner added"), about=name):
                partner_id = partners.called(register, name)
                held = asdict(partners.of(register, partner_id))
                given = {key: value for key, value in details.items() if value}
                partners.edit(register, partner_id, NewPartner(**held | given))
        if take_out:
            partners.remove(register, partners.find(register, take_out))
        session.answer_table(partners.table(register))


@click.command("kinds")
@click.option("--name", "named", metavar="KEY=WORDS", help="Call a kind by your words.")
@click.option("--add", "new", metavar="WORDS", help="A kind of your own.")
@click.option("--hide", metavar="KEY", help="Offer it no more.")
@click.option("--bring-back", metavar="KEY", help="Offer it again.")
@verb
@click.pass_obj
def kinds(
    file: Path,
    session: Session,
    named: str | None,
    new: str | None,
    hide: str | None,
    bring_back: str | None,
) -> None:
    """List the kinds of activity; rename, add, hide or bring back one."""
    writes = named or new or hide or bring_back
    with session.writing(file) if writes else session.reading(file) as register:
        if named:
            key, _is, name = named.partition("=")
            activity_kinds.check(register, key)
            activity_kinds.rename(register, key, name)
        if new:
            activity_kinds.add(register, new)
        if hide:
            activity_kinds.hide(register, hide)
        if bring_back:
            activity_kinds.bring_back(register, bring_back)
        session.answer_table(activity_kinds.table(register))


def _answers(asked: Iterable[Option], **given: Answer) -> dict[str, Answer]:
    """Answer questions with what is given, else with what is known."""
    known = {option.key: option.default for option in asked}
    return known | {key: answer for key, answer in given.items() if answer is not None}


def _named(register: Register, activity_id: int, listed: str, name: str) -> int:
    """Find an adult or a bus of an activity by name; UserError if there is none."""
    lists = {"adults": activity_going.adults, "buses": activity_going.buses}
    table = lists[listed](register, activity_id)
    rows = table.only(("name",)).rows
    for key, (known,) in zip(table.keys, rows, strict=True):
        if known == name:
            return key
    said = _("“{name}” does not go with this activity. The list says who and what.")
    raise UserError(said.format(name=name), "name")
