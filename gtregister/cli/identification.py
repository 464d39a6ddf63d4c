"""Verbs about who belongs on the register: policy, identify, decide."""

from pathlib import Path

import click

from gtregister.cli.session import REGISTER, Session, verb
from gtregister.core.identifying import decisions, next_term, policies
from gtregister.core.identifying import identification as judging
from gtregister.core.identifying.identification import Judged, Judgement
from gtregister.core.identifying.policies import InForce
from gtregister.criteria.routes import Suggestion
from gtregister.i18n import _, ngettext

_ORDER: tuple[Suggestion, ...] = (
    "suggested",
    "near_miss",
    "not_known",
    "not_suggested",
)


@click.command("policy")
@click.argument(
    "file",
    metavar="[FILE]",
    required=False,
    type=click.Path(path_type=Path),
)
@click.option("--use", metavar="PRESET", help="A preset, or a .toml file of your own.")
@click.option("--show", is_flag=True, help="Tell the policy in words.")
@click.option("--list", "listing", is_flag=True, help="Name the presets.")
@verb
def policy(
    session: Session, file: Path | None, use: str | None, show: bool, listing: bool
) -> None:
    """Choose or show the identification policy of a register."""
    if listing:
        presets = policies.presets()
        found = {key: {"name": p.name, "about": p.about} for key, p in presets.items()}
        lines = [f"{key}: {p.name}. {p.about}" for key, p in presets.items()]
        session.answer({"presets": found}, lines)
        return
    if file is None:
        raise click.UsageError(_("Name a register, or use --list."))
    with session.writing(file) if use else session.reading(file) as register:
        chosen = policies.use(register, use) if use else policies.in_force(register)
        words = policies.describe(register, chosen.policy)
    _show_policy(session, chosen, words, in_words=show or use is None)


def _show_policy(
    session: Session, chosen: InForce, words: list[str], *, in_words: bool
) -> None:
    found = {
        "key": chosen.key,
        "name": chosen.policy.name,
        "version": chosen.version,
        "words": words,
        "routes": [
            {"key": r.key, "title": r.title, "strand": r.strand, "subject": r.subject}
            for r in chosen.policy.routes
        ],
    }
    said = _("The policy is “{name}”, version {version}.")
    line = said.format(name=chosen.policy.name, version=chosen.version)
    session.answer(found, [line, *(words if in_words else ())])


@click.command("identify")
@REGISTER
@click.option("--all", "everyone", is_flag=True, help="List the not suggested too.")
@verb
def identify(session: Session, file: Path, everyone: bool) -> None:
    """Judge every pupil by the policy: suggestions, near misses and not-knowns."""
    with session.reading(file) as register:
        judgement = judging.judge(register)
    listed = [j for j in judgement.judged if everyone or j.outcome != "not_suggested"]
    chosen = judgement.in_force
    found: dict[str, object] = {
        "policy": {"name": chosen.policy.name, "version": chosen.version},
        "routes": [
            {
                "key": route.key,
                "title": route.title,
                "strand": route.strand,
                "subject": route.subject,
                "suggested": len(judgement.of(route, "suggested")),
                "near_miss": len(judgement.of(route, "near_miss")),
                "not_known": len(judgement.of(route, "not_known")),
            }
            for route in chosen.policy.routes
        ],
        "findings": [_finding(judged) for judged in listed],
    }
    session.answer(found, _identify_lines(judgement, everyone))


def _finding(judged: Judged) -> dict[str, object]:
    pupil = judged.pupil
    return {
        "pupil": pupil["id"],
        "upn": pupil["upn"],
        "name": _("{surname}, {forename}").format(**dict(pupil)),
        "year": pupil["year_group"],
        "route": judged.route.key,
        "outcome": judged.outcome,
        "reasons": [
            {
                "criterion": clause.criterion,
                "met": finding.met,
                "value": finding.value,
                "text": finding.reason,
            }
            for clause, finding in zip(
                judged.route.clauses, judged.findings, strict=True
            )
        ],
    }


def _identify_lines(judgement: Judgement, everyone: bool) -> list[str]:
    words = {
        "suggested": _("Suggested"),
        "near_miss": _("Near misses"),
        "not_known": _("Not known"),
        "not_suggested": _("Not suggested"),
    }
    lines = []
    for route in judgement.in_force.policy.routes:
        lines.append(_("{title} ({key})").format(title=route.title, key=route.key))
        for outcome in _ORDER if everyone else _ORDER[:3]:
            judged = judgement.of(route, outcome)
            said = _("  {outcome}: {n}")
            lines.append(said.format(outcome=words[outcome], n=len(judged)))
            if outcome != "not_known" or everyone:
                lines += [_line(j) for j in judged]
    return lines


def _line(judged: Judged) -> str:
    said = _("    {surname}, {forename} ({year}, {form}): {reason}")
    return said.format(
        surname=judged.pupil["surname"],
        forename=judged.pupil["forename"],
        year=judged.pupil["year_group"],
        form=judged.pupil["form"] or "–",
        reason=judged.reason,
    )


@click.command("decide")
@REGISTER
@click.argument("more", metavar="[UPN]...", nargs=-1)
@click.option("--route", required=True, metavar="KEY", help="A route of the policy.")
@click.option("--add", multiple=True, metavar="UPN", help="all-suggested, or UPNs.")
@click.option("--decline", multiple=True, metavar="UPN", help="Pupils not to be added.")
@click.option("--remove", multiple=True, metavar="UPN", help="Pupils to be taken off.")
@click.option(
    "--not-now",
    multiple=True,
    metavar="UPN",
    help="Pupils to come back at the start of next term.",
)
@click.option(
    "--reason",
    default="",
    metavar="TEXT",
    help="Why; needed but for --add and --not-now.",
)
@verb
def decide(
    session: Session,
    file: Path,
    more: tuple[str, ...],
    route: str,
    add: tuple[str, ...],
    decline: tuple[str, ...],
    remove: tuple[str, ...],
    not_now: tuple[str, ...],
    reason: str,
) -> None:
    """Record a person's decision about pupils; more UPNs may follow the first."""
    kinds = [kind for kind in (add, decline, remove, not_now) if kind]
    if len(kinds) != 1:
        said = _("Use one of --add, --decline, --remove and --not-now.")
        raise click.UsageError(said)
    upns = [upn for given in (*kinds[0], *more) for upn in given.split(",")]
    with session.writing(file) as register:
        if add:
            came_to = decisions.add(register, route, upns, reason)
            said = ngettext("{n} pupil added.", "{n} pupils added.", came_to.moved)
        elif decline:
            came_to = decisions.decline(register, route, upns, reason)
            said = ngettext(
                "{n} pupil declined.", "{n} pupils declined.", came_to.moved
            )
        elif not_now:
            came_to = decisions.put_off(register, route, upns, reason)
            back = next_term.in_words(register)
            said = ngettext(
                "{n} pupil put off until {day}.",
                "{n} pupils put off until {day}.",
                came_to.moved,
                day=back,
            )
        else:
            came_to = decisions.remove(register, route, upns, reason)
            said = ngettext(
                "{n} pupil taken off.", "{n} pupils taken off.", came_to.moved
            )
    lines = [said]
    if came_to.already:
        n = came_to.already
        lines.append(ngettext("{n} was so already.", "{n} were so already.", n))
    session.answer({"moved": came_to.moved, "already": came_to.already}, lines)
