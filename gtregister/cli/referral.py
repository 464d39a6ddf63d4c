"""The verb about referrals: note them, list them, answer them."""

from collections.abc import Callable
from pathlib import Path

import click

from gtregister.cli.session import REGISTER, Session, verb
from gtregister.core.identifying import referrals
from gtregister.core.identifying.referrals import NewReferral
from gtregister.core.register import Register
from gtregister.core.roll import pupils
from gtregister.i18n import _

_ACTIONS = ("add", "list", "accept", "more", "decline", "withdraw")


@click.command("referral")
@REGISTER
@click.argument("action", type=click.Choice(_ACTIONS))
@click.argument("number", type=int, required=False)
@click.option("--upn", multiple=True, metavar="UPN", help="The pupil; may be repeated.")
@click.option(
    "--from",
    "source",
    type=click.Choice(list(referrals.SOURCES)),
    help="From which side the referral comes.",
)
@click.option("--name", default="", metavar="NAME", help="Who refers.")
@click.option("--subject", metavar="KEY", help="For which subject, if any.")
@click.option(
    "--reason",
    default="",
    metavar="TEXT",
    help="Why; with more, what is wanted; with accept, a note.",
)
@verb
def referral(
    session: Session,
    file: Path,
    action: str,
    number: int | None,
    upn: tuple[str, ...],
    source: str | None,
    name: str,
    subject: str | None,
    reason: str,
) -> None:
    """Note who was proposed by whom, list the referrals, or answer one by NUMBER."""
    if action == "list":
        with session.reading(file) as register:
            session.answer_table(referrals.table(register))
        return
    if action == "add":
        if not upn or source is None:
            raise click.UsageError(_("A referral needs --upn and --from."))
        noted = [NewReferral(one, source, name, reason, subject) for one in upn]
        with session.writing(file) as register:
            _note(session, register, noted)
        return
    if number is None:
        raise click.UsageError(_("Say which: the number stands in the list."))
    with session.writing(file) as register:
        _answer(session, register, action, number, reason)


def _note(session: Session, register: Register, noted: list[NewReferral]) -> None:
    numbers = referrals.add_all(register, noted)
    named = [pupils.by_upn(register, one.upn) for one in noted]
    said = _("Noted referral {number} of {forename} {surname}.")
    lines = [
        said.format(number=n, forename=p["forename"], surname=p["surname"])
        for n, p in zip(numbers, named, strict=True)
    ]
    session.answer({"referrals": numbers}, lines)


def _answer(
    session: Session, register: Register, action: str, number: int, words: str
) -> None:
    answers: dict[str, Callable[[Register, int, str], None]] = {
        "accept": referrals.accept,
        "more": referrals.ask_for_more,
        "decline": referrals.decline,
        "withdraw": referrals.withdraw,
    }
    answers[action](register, number, words)
    found = referrals.find(register, number)
    said = {
        "accept": _("Referral {number} of {forename} {surname} is accepted."),
        "more": _("More is wanted of referral {number} of {forename} {surname}."),
        "decline": _("Referral {number} of {forename} {surname} is declined."),
        "withdraw": _("Referral {number} of {forename} {surname} is withdrawn."),
    }[action]
    line = said.format(
        number=number,
        forename=found["shown_forename"],
        surname=found["shown_surname"],
    )
    session.answer({"referral": number, "status": found["status"]}, [line])
