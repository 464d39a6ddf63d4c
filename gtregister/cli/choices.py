"""The verb of ranked choices: choices."""

from pathlib import Path

import click

from gtregister.cli.session import REGISTER, Session, verb
from gtregister.core.enrichment import activities
from gtregister.core.enrichment import choices as rounds
from gtregister.core.roll import pupils
from gtregister.i18n import _, ngettext

_ACTIONS = click.Choice(["open", "enter", "show", "settle"])


@click.command("choices")
@REGISTER
@click.argument("action", type=_ACTIONS)
@click.option("--round", "number", type=int, metavar="N", help="Which round.")
@click.option("--title", default="", metavar="T", help="Of a new round.")
@click.option(
    "--activity",
    "which",
    multiple=True,
    metavar="ACTIVITY",
    help="Of a new round; or what a pupil chooses, the first choice first.",
)
@click.option("--places-each", type=int, default=1, show_default=True)
@click.option("--seed", type=int, help="Draw between equals by this seed, not by name.")
@click.option("--upn", metavar="U", help="Whose choices they are.")
@verb
def choices(
    session: Session,
    file: Path,
    action: str,
    number: int | None,
    title: str,
    which: tuple[str, ...],
    places_each: int,
    seed: int | None,
    upn: str | None,
) -> None:
    """Let pupils rank activities, and turn the choices into places.

    `show` lists what would become of them; `settle` invites the pupils.
    """
    if action != "open" and number is None:
        raise click.UsageError(_("Say which round: --round 1."))
    if action == "show":
        with session.reading(file) as register:
            session.answer_table(rounds.table(register, number or 0))
        return
    with session.writing(file) as register:
        ids = [activities.find(register, said).id for said in which]
        if action == "open":
            made = rounds.open_round(
                register, title, ids, places_each=places_each, seed=seed
            )
            line = _("Opened round {number}.").format(number=made)
            session.answer({"round": made}, [line])
        elif action == "enter":
            pupil = pupils.by_upn(register, upn or "")
            rounds.enter(register, number or 0, pupil["id"], ids)
            session.answer({"choices": len(ids)}, [_("Entered.")])
        else:
            met = sum(one.is_met for one in rounds.settle(register, number or 0))
            said = ngettext("{n} pupil invited.", "{n} places given.", met)
            session.answer({"invited": met}, [said])
