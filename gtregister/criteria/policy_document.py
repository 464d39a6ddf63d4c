"""A policy as a person writes it: a TOML text with a name and routes of criteria."""

import json
import re
import tomllib
from collections.abc import Mapping, Sequence

from gtregister import resources
from gtregister.criteria import Evidence
from gtregister.criteria.routes import Clause, Policy, Route, Scope, Strand, criteria
from gtregister.criteria.written import (
    Written,
    answer,
    needed_words,
    one_of,
    refuse_others,
    tables,
    words,
)
from gtregister.errors import UserError
from gtregister.i18n import _
from gtregister.options import Answer

_STRANDS: Mapping[str, Strand] = {"gifted": "gifted", "talented": "talented"}
_SCOPES: Mapping[str, Scope] = {"school": "school", "national": "national"}
_NOBODY = Evidence(None, (), (), {})


def presets() -> dict[str, str]:
    """Give the text of every policy that ships with the program, by its key."""
    files = sorted((resources.ROOT / "policies").glob("*.toml"))
    return {file.stem: file.read_text(encoding="utf-8") for file in files}


def parse(text: str) -> Policy:
    """Read a policy, or raise a UserError that names the faulty place."""
    written, place = _toml(text), _("The policy")
    refuse_others(written, ("name", "about", "era", "routes"), place)
    name = needed_words(written, "name", place)
    rows = tables(written, "routes", place)
    routes = tuple(_route(row, n) for n, row in enumerate(rows, 1))
    _refuse_doubles(routes)
    about, era = words(written, "about", place), words(written, "era", place)
    return Policy(name, about, era, routes)


def write(policy: Policy) -> str:
    """Write a policy as a text from which `parse` reads the very same one."""
    head = {"name": policy.name, "about": policy.about, "era": policy.era}
    lines = _lines(head)
    for route in policy.routes:
        own = {
            "key": route.key,
            "title": route.title,
            "strand": route.strand,
            "subject": route.subject,
            "scope": route.scope,
            "tier": route.tier,
            "needs": route.needs,
        }
        lines += ["", "[[routes]]", *_lines(own)]
        for clause in route.clauses:
            named = {"criterion": clause.criterion, **clause.options}
            lines += ["", "[[routes.criteria]]", *_lines(named)]
    return "\n".join(lines) + "\n"


def _lines(written: Mapping[str, Answer]) -> list[str]:
    return [f"{key} = {_value(v)}" for key, v in written.items() if v not in (None, "")]


def _value(answer: Answer) -> str:
    if isinstance(answer, str):
        # JSON's way to quote is TOML's too, but for one sign that cannot be seen.
        return json.dumps(answer, ensure_ascii=False).replace("\x7f", "\\u007f")
    if isinstance(answer, bool):
        return "true" if answer else "false"
    return str(answer)


def _toml(text: str) -> Written:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"at line (\d+), column (\d+)", str(error))
    if found is None:
        raise UserError(
            _("The policy ends too early: close the last quotation mark or bracket.")
        )
    said = _(
        "The policy cannot be read at line {line}, column {column}: look there for a"
        " missing quotation mark or equals sign, or for a key that is written twice."
    )
    raise UserError(said.format(line=found[1], column=found[2]))


def _route(written: Written, n: int) -> Route:
    place = _("Route {number}").format(number=n)
    key = needed_words(written, "key", place)
    if not re.fullmatch(r"[a-z0-9]+([-_][a-z0-9]+)*", key):
        said = _("{place}: write its key in small letters, such as top-of-year.")
        raise UserError(said.format(place=place))
    place = _("Route “{key}”").format(key=key)
    known = ("key", "title", "strand", "subject", "scope", "tier", "needs", "criteria")
    refuse_others(written, known, place)
    clauses = tuple(
        _clause(row, _("{route}, criterion {number}").format(route=place, number=n))
        for n, row in enumerate(tables(written, "criteria", place), 1)
    )
    return Route(
        key=key,
        title=needed_words(written, "title", place),
        strand=one_of(_STRANDS, written, "strand", place),
        subject=words(written, "subject", place) or None,
        scope=one_of(_SCOPES, written, "scope", place, "school"),
        tier=words(written, "tier", place) or None,
        needs=_needs(written, len(clauses), place),
        clauses=clauses,
    )


def _needs(written: Written, clauses: int, place: str) -> str:
    needs = words(written, "needs", place, "all")
    found = re.fullmatch(r"all|any|at least ([1-9]\d?)", needs)
    if found and int(found[1] or 1) <= clauses:
        return needs
    said = _(
        "{place}: “needs” must be all, any or at least n, where n is no more than the"
        " number of its criteria, {count}."
    )
    raise UserError(said.format(place=place, count=clauses))


def _clause(written: Written, place: str) -> Clause:
    known = criteria()
    key = one_of({key: key for key in known}, written, "criterion", place)
    options = known[key].options
    refuse_others(written, ["criterion", *(option.key for option in options)], place)
    # A default is written down too, so that a stored policy keeps its meaning.
    answers = {option.key: answer(option, written, place) for option in options}
    clause = Clause(key, answers)
    _refuse_impossible(clause, place)
    return clause


def check(clause: Clause) -> None:
    """Refuse answers that make no sense, whoever the pupil is, by a UserError."""
    criteria()[clause.criterion].judge(_NOBODY, **clause.options)


def _refuse_impossible(clause: Clause, place: str) -> None:
    try:
        check(clause)
    except UserError as error:
        said = _("{place}: {fault}").format(place=place, fault=error.text)
        raise UserError(said, error.field) from None


def _refuse_doubles(routes: Sequence[Route]) -> None:
    seen: set[str] = set()
    for route in routes:
        if route.key in seen or route.title in seen:
            said = _("Two routes are called “{key}”: give each its own key and title.")
            raise UserError(said.format(key=route.key))
        seen |= {route.key, route.title}
