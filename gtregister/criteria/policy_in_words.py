"""A policy in words, with its thresholds, as a parent or governor may read it."""

from collections.abc import Iterator, Mapping

from gtregister.criteria.routes import Clause, Policy, Route, criteria
from gtregister.i18n import N_, _, format_number, translated
from gtregister.options import Answer, Option

_SCOPES = {"school": N_("within the school"), "national": N_("national")}


def describe(policy: Policy, called: Mapping[str, str]) -> list[str]:
    """Write a policy line by line; the criteria stand indented under their route.

    `called` is what the school calls the strands and tiers, by their keys; what it
    does not name is called by its key.
    """
    about = [policy.name, policy.about]
    if policy.era:
        about.append(_("Results it speaks of: {era}").format(era=policy.era))
    lines = [line for line in about if line]
    for route in policy.routes:
        lines += ["", *_route(route, called)]
    return lines


def _route(route: Route, called: Mapping[str, str]) -> Iterator[str]:
    facts = [
        called.get(route.strand, route.strand),
        route.subject or _("all-round"),
        translated(_SCOPES[route.scope]),
    ]
    if route.tier:
        facts.append(called.get(route.tier, route.tier))
    yield _("{title} ({facts})").format(title=route.title, facts=", ".join(facts))
    yield _rule(route)
    for clause in route.clauses:
        yield f"  - {_clause(clause, called)}"


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


def _clause(clause: Clause, called: Mapping[str, str]) -> str:
    criterion = criteria()[clause.criterion]
    answers = [
        _("{question}: {answer}").format(
            question=translated(option.title),
            answer=_answer(option, clause.options[option.key], called),
        )
        for option in criterion.options
    ]
    title = translated(criterion.title)
    return _("{title} ({answers})").format(title=title, answers="; ".join(answers))


def _answer(option: Option, answer: Answer, called: Mapping[str, str]) -> str:
    if option.kind == "choice":
        return translated(dict(option.choices)[str(answer)])
    if isinstance(answer, bool):
        return _("yes") if answer else _("no")
    if isinstance(answer, int | float):
        return format_number(answer)
    return called.get(str(answer), str(answer))
