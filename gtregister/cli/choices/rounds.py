"""Actions of a round: open, list, enter, read, show, form, settle."""

from pathlib import Path

import click

from gtregister.cli.activity.words import OVERRIDE
from gtregister.cli.session import Session, verb
from gtregister.core import exports
from gtregister.core.enrichment import (
    activities,
    choice_form,
    choice_lists,
    choice_rounds,
    choice_sheets,
)
from gtregister.core.enrichment import choices as ranked
from gtregister.core.register import Register
from gtregister.core.roll import pupils
from gtregister.i18n import _, ngettext

_PATH = click.Path(path_type=Path)
_ROUND = click.option(
    "--round", "number", type=int, required=True, metavar="N", help="Which round."
)


@click.command("open")
@click.option("--title", required=True, metavar="T", help="What the round is called.")
@click.option("--activity", "which", multiple=True, metavar="ACTIVITY")
@click.option("--places-each", type=int, default=1, show_default=True)
@click.option("--seed", type=int, help="Draw between equals by this seed, not by name.")
@verb
@click.pass_obj
def begin(
    file: Path,
    session: Session,
    title: str,
    which: tuple[str, ...],
    places_each: int,
    seed: int | None,
) -> None:
    """Begin a round of choices between activities."""
    with session.writing(file) as register:
        made = choice_rounds.begin(
            register, title, _ids(register, which), places_each=places_each, seed=seed
        )
    line = _("Opened round {number}.").format(number=made)
    session.answer({"round": made}, [line])


@click.command("list")
@verb
@click.pass_obj
def list_all(file: Path, session: Session) -> None:
    """List the rounds, the latest first."""
    with session.reading(file) as register:
        rows = [dict(row) for row in choice_rounds.every(register)]
    told = _("{id}  {title}")
    session.answer({"rounds": rows}, [told.format(**row) for row in rows])


@click.command("enter")
@_ROUND
@click.option("--upn", required=True, metavar="U", help="Whose choices they are.")
@click.option(
    "--activity",
    "which",
    multiple=True,
    metavar="ACTIVITY",
    help="What the pupil chooses, the first choice first.",
)
@verb
@click.pass_obj
def enter(
    file: Path, session: Session, number: int, upn: str, which: tuple[str, ...]
) -> None:
    """Enter the choices of one pupil, in the place of earlier ones."""
    with session.writing(file) as register:
        pupil, ids = pupils.by_upn(register, upn), _ids(register, which)
        choice_rounds.enter(register, number, pupil["id"], ids)
    session.answer({"choices": len(ids)}, [_("Entered.")])


@click.command("read")
@_ROUND
@click.option("--from", "source", required=True, metavar="FILE", type=_PATH)
@verb
@click.pass_obj
def read(file: Path, session: Session, number: int, source: Path) -> None:
    """Read choices from a sheet: a row for each pupil, a column for each choice."""
    with session.writing(file) as register:
        found = choice_sheets.read(register, number, source)
        changed = choice_sheets.enter(register, number, found)
    n = len(found.chosen)
    said = ngettext("Read {n} pupil’s choices.", "Read {n} pupils’ choices.", n)
    answer = {"pupils": n, "changed": changed, "problems": list(found.looks)}
    session.answer(answer, [said, *found.looks])


@click.command("show")
@_ROUND
@click.option("--by-pupil", is_flag=True, help="A line for each pupil, with reasons.")
@verb
@click.pass_obj
def show(file: Path, session: Session, number: int, *, by_pupil: bool) -> None:
    """List what would become of the choices, or what became of them."""
    lists = choice_lists.by_pupil if by_pupil else choice_lists.table
    with session.reading(file) as register:
        session.answer_table(lists(register, number))


@click.command("form")
@_ROUND
@click.option("--out", required=True, metavar="X.pdf", type=_PATH)
@click.option("--overwrite", is_flag=True, help="Replace a file.")
@verb
@click.pass_obj
def form(
    file: Path, session: Session, number: int, out: Path, *, overwrite: bool
) -> None:
    """Make a blank form on which pupils write their choices."""
    with session.logging(file) as register:
        title = choice_rounds.of(register, number)["title"]
        pdf = choice_form.blank(register, number)
        with exports.leaving(register, title, out, overwrite=overwrite) as part:
            part.write_bytes(pdf)
    session.answer({"file": str(out)}, [str(out)])


@click.command("settle")
@_ROUND
@OVERRIDE
@verb
@click.pass_obj
def settle(file: Path, session: Session, number: int, override: str) -> None:
    """Invite the pupils to what they get, each with the reason."""
    with session.writing(file) as register:
        settled = ranked.settle(register, number, override=override)
    met = sum(one.is_met for one in settled)
    said = ngettext("Gave {n} place.", "Gave {n} places.", met)
    session.answer({"invited": met}, [said])


def _ids(register: Register, which: tuple[str, ...]) -> list[int]:
    return [activities.find(register, said).id for said in which]
