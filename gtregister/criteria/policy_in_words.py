"""A policy in words, with its thresholds, as a parent or governor may read it."""

from collections.abc import Iterator

from gtregister.criteria.routes import Clause, Policy, Route, criteria
from gtregister.i18n import N_, _, format_number, translated
from gtregister.options import Answer, Option

_STRANDS = {"gifted": N_("gifted"), "talented": N_("talented")}
_SCOPES = {"school": N_("within the school"), "national": N_("national")}


def describe(policy: Policy) -> list[str]:
    """Write a policy line by line; the criteria stand indented under their route."""
    about = [policy.name, policy.about]
    if policy.era:
        about.append(_("Results it speaks of: {era}").format(era=policy.era))
    lines = [line for line in about if line]
    for route in policy.routes:
        lines += ["", *_route(route)]
    return lines


def _route(route: Route) -> Iterator[str]:
    facts = [
        translated(_STRANDS[route.strand]),
        route.subject or _("all-round"),
        translated(_SCOPES[route.scope]),
    ]
    if route.tier:
        facts.append(route.tier)
    yield _("{title} ({facts})").format(title=route.title, facts=", ".join(facts))
    yield _rule(route)
    for clause in route.clauses:
        yield f"  - {_clause(clause)}"


def _rule(route: Route) -> str:
    count = len(route.clauses)
    if count == 1:
        return _("A pupil is suggested who meets this criterion:")
    if route.least == count:
        return _("A pupil is suggested who meets all of these criteria:")
    if route.least == 1:
        return _("A pupil is suggested who meets any of these criteria:")
    said = _("A pupil is suggested who meets at least {n} of these {count} criteria:")
    return said.format(n=route.least, count=count)


def _clause(clause: Clause) -> str:
    criterion = criteria()[clause.criterion]
    answers = [
        _("{question}: {answer}").format(
            question=translated(option.title),
            answer=_answer(option, clause.options[option.key]),
        )
        for option in criterion.options
    ]
    title = translated(criterion.title)
    return _("{title} ({answers})").format(title=title, answers="; ".join(answers))


def _answer(option: Option, answer: Answer) -> str:
    if option.kind == "choice":
        return translated(dict(option.choices)[str(answer)])
    if isinstance(answer, bool):
        return _("yes") if answer else _("no")
    if isinstance(answer, int | float):
        return format_number(answer)
    return str(answer)
