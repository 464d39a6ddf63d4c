"""Actions about pupils: suggest, pin, invite, place, wait, consent, payment."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import click

from gtregister.cli.activity import words
from gtregister.cli.session import Session, verb
from gtregister.core.enrichment import activities, consents, places, suggestions
from gtregister.core.enrichment.suggestion_rules import RULES
from gtregister.core.enrichment.suggestions import Suggestion
from gtregister.core.register import Register
from gtregister.i18n import _, ngettext


@click.command("suggest")
@words.ACTIVITY
@click.option("--places", "most", type=int, help="How many; else as many as are left.")
@click.option(
    "--rules", metavar="A,B", help=f"Which, in which order: {', '.join(RULES)}."
)
@click.option("--lately", type=int, metavar="DAYS", help="What counts as lately.")
@click.option("--seed", type=int, help="Of the draw between equals.")
@click.option("--keep", is_flag=True, help="Put the chosen on the list as suggested.")
@verb
@click.pass_obj
def suggest(
    file: Path,
    session: Session,
    which: str,
    most: int | None,
    rules: str | None,
    lately: int | None,
    seed: int | None,
    keep: bool,
) -> None:
    """Draft a list by stated rules, with a reason for each yes and no.

    The same register and rules give the same list.
    """
    opened = session.writing(file) if keep else session.reading(file)
    with opened as register:
        held = activities.find(register, which)
        by = suggestions.rules_of(register, held.id)
        by = replace(
            by,
            order=tuple(rules.split(",")) if rules else by.order,
            places=by.places if most is None else most,
            lately=by.lately if lately is None else lately,
            seed=by.seed if seed is None else seed,
        )
        drafted = suggestions.draft(register, held.id, by)
        if keep:
            suggestions.keep(register, drafted)
    table = suggestions.table(drafted)
    keys = [column.key for column in table.columns]
    found = {
        "activity": held.id,
        "rules": list(by.order),
        "seed": by.seed,
        "suggestions": [dict(zip(keys, row, strict=True)) for row in table.rows],
    }
    told = [_in_words(suggestion) for suggestion in drafted.suggestions]
    session.answer(found, suggestions.in_words(by) + told)


def _in_words(suggestion: Suggestion) -> str:
    candidate = suggestion.candidate
    return _("{mark} {surname}, {forename} ({form}): {reason}").format(
        mark="+" if suggestion.is_chosen else "-",
        surname=candidate.surname,
        forename=candidate.forename,
        form=candidate.form or candidate.year_group,
        reason=suggestion.reason,
    )


@click.command("reasons")
@words.ACTIVITY
@verb
@click.pass_obj
def reasons(file: Path, session: Session, which: str) -> None:
    """List the draft that was kept, with the reason for each yes and no."""
    with session.reading(file) as register:
        held = activities.find(register, which)
        session.answer_table(suggestions.kept(register, held.id))


@click.command("prefer")
@words.ACTIVITY
@click.argument("how", type=click.Choice(["pin", "bar", "neither"]))
@words.UPN
@words.REASON
@verb
@click.pass_obj
def prefer(
    file: Path,
    session: Session,
    which: str,
    how: str,
    upns: tuple[str, ...],
    reason: str,
) -> None:
    """Have pupils on every draft of an activity (pin), or on none (bar)."""
    with session.writing(file) as register:
        held, ids = activities.find(register, which), words.ids(register, upns)
        if how == "pin":
            suggestions.pin(register, held.id, ids, reason)
        elif how == "bar":
            suggestions.bar(register, held.id, ids, reason)
        else:
            suggestions.release(register, held.id, ids)
    session.answer({"activity": held.id, "pupils": len(ids)}, [_("Noted.")])


@click.command("invite")
@words.ACTIVITY
@words.UPN
@click.option("--suggested", is_flag=True, help="All who are suggested.")
@click.option("--wait", is_flag=True, help="Put them on the waiting list.")
@words.REASON
@words.OVERRIDE
@verb
@click.pass_obj
def invite(
    file: Path,
    session: Session,
    which: str,
    upns: tuple[str, ...],
    suggested: bool,
    wait: bool,
    reason: str,
    override: str,
) -> None:
    """Give pupils a place, or a place in the waiting list when it is full."""
    with session.writing(file) as register:
        held, ids = activities.find(register, which), words.ids(register, upns)
        if suggested:
            ids += _suggested(register, held.id)
        if wait:
            places.wait(register, held.id, ids, reason)
            given = places.Given((), tuple(ids), ())
        else:
            given = places.invite(register, held.id, ids, reason, override=override)
    found: dict[str, object] = {
        "activity": held.id,
        "invited": len(given.invited),
        "waiting": len(given.waiting),
        "already": len(given.already),
    }
    said = _("{invited} invited, {waiting} waiting, {already} had a place or waited.")
    session.answer(found, [said.format(**found)])


@click.command("place")
@words.ACTIVITY
@click.argument(
    "answer", type=click.Choice(["accepted", "declined", "withdrawn", "removed"])
)
@words.UPN
@words.EVERYONE
@words.REASON
@words.OVERRIDE
@verb
@click.pass_obj
def place(
    file: Path,
    session: Session,
    which: str,
    answer: str,
    upns: tuple[str, ...],
    everyone: bool,
    reason: str,
    override: str,
) -> None:
    """Note what became of places; a free one is offered to the next who waits."""
    acts: dict[str, Callable[[Register, list[int]], None]] = {
        "accepted": lambda register, ids: places.accept(
            register, ids, override=override
        ),
        "declined": lambda register, ids: places.decline(register, ids, reason),
        "withdrawn": lambda register, ids: places.withdraw(register, ids, reason),
        "removed": lambda register, ids: places.remove(register, ids, reason),
    }
    _note(session, file, which, upns, everyone, acts[answer])


@click.command("consent")
@words.ACTIVITY
@click.argument("answer", type=click.Choice(list(consents.CONSENTS)))
@words.UPN
@words.EVERYONE
@verb
@click.pass_obj
def consent(
    file: Path,
    session: Session,
    which: str,
    answer: str,
    upns: tuple[str, ...],
    everyone: bool,
) -> None:
    """Note how it stands with the families' consent."""
    _note(
        *(session, file, which, upns, everyone),
        lambda register, ids: consents.set_consent(register, ids, answer),
    )


@click.command("payment")
@words.ACTIVITY
@click.argument("answer", type=click.Choice(list(consents.PAYMENTS)))
@words.UPN
@words.EVERYONE
@verb
@click.pass_obj
def payment(
    file: Path,
    session: Session,
    which: str,
    answer: str,
    upns: tuple[str, ...],
    everyone: bool,
) -> None:
    """Note how it stands with the payments."""
    _note(
        *(session, file, which, upns, everyone),
        lambda register, ids: consents.set_payment(register, ids, answer),
    )


def _note(
    session: Session,
    file: Path,
    which: str,
    upns: tuple[str, ...],
    everyone: bool,
    act: Callable[[Register, list[int]], None],
) -> None:
    with session.writing(file) as register:
        held = activities.find(register, which)
        ids = words.place_ids(register, held.id, upns, everyone)
        act(register, ids)
    said = ngettext("Noted for {n} pupil.", "Noted for {n} pupils.", len(ids))
    session.answer({"activity": held.id, "places": len(ids)}, [said])


def _suggested(register: Register, activity_id: int) -> list[int]:
    rows = register.rows(
        """
        select places.pupil_id
        from places
        left join suggestions using (activity_id, pupil_id)
        where activity_id = :id and state = 'suggested'
        order by position is null, position, places.id
        """,
        id=activity_id,
    )
    return [row["pupil_id"] for row in rows]
